//! What went wrong, in sentences that can be dismissed.

use super::icon::{CLOSE, Icon};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// All failures on show.
#[component]
pub fn AlertList() -> impl IntoView {
    let session = Session::of_context();
    let (alerts, words) = (session.alerts, session.words);
    view! {
        <div class="alerts" role="alert">
            <For each=move || alerts.list().get() key=|alert| alert.id let:alert>
                <div class="alert">
                    <p data-testid="error">{move || words.phrase(&alert.sentence)}</p>
                    <button class="quiet" aria-label=words.text("dismiss") on:click=move |_| alerts.dismiss(alert.id)>
                        <Icon path=CLOSE />
                    </button>
                </div>
            </For>
        </div>
    }
}
