//! Photos to try the page with.

use crate::app::browser::files;
use crate::app::model::samples::{SAMPLES, Sample};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// The samples, as pictures to press.
#[component]
pub fn Samples() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let thumbnail = move |sample: Sample| {
        view! {
            <button class="sample" data-testid="sample" on:click=move |_| session.open_sample(sample)>
                <img
                    src=files::address(&window(), &sample.address())
                    alt=move || words.say(sample.description)
                    loading="lazy"
                    width="64"
                    height="64"
                />
            </button>
        }
    };
    view! {
        <div class="samples" role="group" aria-label=words.text("samples")>
            <span class="samples-word" aria-hidden="true">{words.text("samples-try")}</span>
            {SAMPLES.into_iter().map(thumbnail).collect_view()}
        </div>
    }
}
