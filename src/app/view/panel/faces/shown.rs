//! Which attributes are shown, everywhere on the page.

use crate::app::model::sentences::attribute_phrase;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::attributes::Attribute;
use leptos::prelude::*;

/// A switch for each attribute, and one for the smoothing of a video's estimates.
#[component]
pub fn Shown() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let is_video = move || session.source.with(|source| matches!(source, Source::Camera { .. }));
    let is_smooth = move || settings.with(|settings| settings.smooth);
    let attribute = move |attribute: Attribute| {
        view! {
            <label>
                <input
                    type="checkbox"
                    data-testid=attribute.name()
                    prop:checked=move || settings.with(|settings| !settings.hides(attribute))
                    on:change=move |_| settings.update(|settings| settings.toggle_hidden(attribute))
                />
                {move || words.phrase(&attribute_phrase(attribute))}
            </label>
        }
    };
    view! {
        <fieldset class="switches">
            <legend>{words.text("show")}</legend>
            {Attribute::ALL.map(attribute).into_iter().collect_view()}
            <label hidden=move || !is_video()>
                <input
                    type="checkbox"
                    data-testid="smooth"
                    prop:checked=is_smooth
                    on:change=move |_| settings.update(|settings| settings.smooth = !settings.smooth)
                />
                {words.text("smooth-over-time")}
            </label>
        </fieldset>
    }
}
