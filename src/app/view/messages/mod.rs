//! What the page has to say, over the stage: the newest failure, that something worked, and that a newer release is there.

pub mod summary;

use super::parts::icon::{CLOSE, Icon};
use crate::app::browser::focus::focus_on;
use crate::app::model::offline::OfflineState;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Where the focus goes when a message is dismissed with the keyboard: to the first tool below it.
const NEXT: &str = ".tools button, .tools input";

/// One message at a time; it lies over the stage, so that nothing moves when it comes or goes.
#[component]
pub fn Messages() -> impl IntoView {
    let session = Session::of_context();
    let (alerts, words) = (session.alerts, session.words);
    let newest = alerts.newest();
    let sentence = move || {
        newest.with(|alert| {
            let alert = alert.as_ref()?;
            let sentences = [Some(words.phrase(&alert.sentence)), alert.also.as_ref().map(|also| words.phrase(also))];
            Some(sentences.into_iter().flatten().collect::<Vec<_>>().join(" "))
        })
    };
    let dismiss = move |_| {
        alerts.clear();
        focus_on(NEXT);
    };
    let notice = move || alerts.notice().with(|notice| notice.as_ref().map(|phrase| words.phrase(phrase)));
    view! {
        <div class="messages">
            <div role="alert">
                <Show when=move || newest.with(Option::is_some)>
                    <div class="alert">
                        <p data-testid="error">{sentence}</p>
                        <button class="quiet" data-testid="dismiss" aria-label=words.text("dismiss") on:click=dismiss>
                            <Icon path=CLOSE />
                        </button>
                    </div>
                </Show>
            </div>
            <UpdateOffer />
            <p class="notice" role="status" data-testid="notice">{notice}</p>
        </div>
    }
}

/// Offers a newer release that is there, whole, or that another tab has taken.
#[component]
fn UpdateOffer() -> impl IntoView {
    let session = Session::of_context();
    let (words, offline) = (session.words, session.offline);
    let message = move || match offline.state().get() {
        OfflineState::UpdateReady => Some("update-ready"),
        OfflineState::UpdatedElsewhere => Some("update-elsewhere"),
        _ => None,
    };
    view! {
        <div role="status">
            <Show when=move || message().is_some()>
                <div class="offer" data-testid="update-ready">
                    <p>{move || message().map(|message| words.say(message))}</p>
                    <button class="primary second" data-testid="update-now" on:click=move |_| offline.take_update()>
                        {words.text("update-now")}
                    </button>
                </div>
            </Show>
        </div>
    }
}
