//! What went wrong, in sentences that can be dismissed.

use super::icon::{CLOSE, Icon};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// All failures on show.
#[component]
pub fn AlertList() -> impl IntoView {
    let alerts = Session::of_context().alerts;
    view! {
        <div class="alerts" role="alert">
            <For each=move || alerts.list().get() key=|alert| alert.id let:alert>
                <div class="alert">
                    <p data-testid="error">{alert.sentence}</p>
                    <button class="quiet" aria-label="Dismiss" on:click=move |_| alerts.dismiss(alert.id)>
                        <Icon path=CLOSE />
                    </button>
                </div>
            </For>
        </div>
    }
}
