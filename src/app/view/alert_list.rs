//! What went wrong, in sentences that can be dismissed.

use super::icon::{CLOSE, Icon};
use super::list::list;
use crate::app::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// All failures on show.
#[component]
pub fn AlertList() -> impl IntoView {
    let session = Session::of_context();
    let (alerts, words) = (session.alerts, session.words);
    let ids = Signal::derive(move || alerts.list().with(|alerts| alerts.iter().map(|alert| alert.id).collect()));
    let alert = move |id| {
        let alert = alerts.list().with_untracked(|alerts| alerts.iter().find(|alert| alert.id == id).cloned());
        let shown = alert.map(|alert| {
            view! {
                <div class="alert">
                    <p data-testid="error">{move || words.phrase(&alert.sentence)}</p>
                    <button class="quiet" aria-label=words.text("dismiss") on:click=move |_| alerts.dismiss(id)>
                        <Icon path=CLOSE />
                    </button>
                </div>
            }
        });
        shown.into_any()
    };
    view! {
        <div class="alerts" role="alert">
            {list(ids, Arc::new(alert))}
        </div>
    }
}
