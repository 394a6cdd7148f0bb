//! How far a heat map can be trusted: what was measured on many faces.

use super::errors::CARD;
use crate::app::browser::files;
use crate::app::model::trust::Trust as Measured;
use crate::app::state::session::Session;
use crate::network::Layer;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was measured of maps such as the one that is shown. Nothing while there is no map.
#[component]
pub fn Trust() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let measured = RwSignal::new(None::<Measured>);
    spawn_local(async move {
        match files::parsed(&window(), CARD).await {
            // The lesson may have been left meanwhile.
            Ok(card) => drop(measured.try_set(Measured::read(|path| files::number_at(&card, path)))),
            Err(error) => session.alerts.show(&error),
        }
    });
    let phrase = move || {
        let target = session.settings.with(|settings| settings.explain.clone());
        let layer = target.layer.and_then(|layer| Layer::ALL.get(layer).copied()).unwrap_or(Layer::DEFAULT);
        measured.get()?.phrase(target.attribute?, layer)
    };
    let explains = move || session.settings.with(|settings| settings.explain.attribute.is_some());
    view! {
        <div class="part" hidden=move || !explains() data-testid="map-trust">
            <h3>{words.text("evidence-trust-title")}</h3>
            <p>{move || phrase().map(|phrase| words.phrase(&phrase))}</p>
            <p>{words.text("evidence-trust-meaning")}</p>
        </div>
    }
}
