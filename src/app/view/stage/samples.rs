//! Photos to try the page with.

use crate::app::browser::files;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// A photo that comes with the page.
struct Sample {
    /// Its address within the release.
    address: &'static str,
    /// What it shows, a message.
    description: &'static str,
}

/// The samples, in `assets/samples`.
const SAMPLES: [Sample; 5] = [
    Sample { address: "assets/samples/astronaut.jpg", description: "sample-astronaut" },
    Sample { address: "assets/samples/woman-1.jpg", description: "sample-woman-1" },
    Sample { address: "assets/samples/man-1.jpg", description: "sample-man-1" },
    Sample { address: "assets/samples/woman-2.jpg", description: "sample-woman-2" },
    Sample { address: "assets/samples/group.jpg", description: "sample-group" },
];

/// The samples, as pictures to press.
#[component]
pub fn Samples() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let thumbnail = move |sample: &'static Sample| {
        view! {
            <button class="sample" data-testid="sample" on:click=move |_| session.open_sample(sample.address)>
                <img
                    src=files::address(&window(), sample.address)
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
            {SAMPLES.iter().map(thumbnail).collect_view()}
        </div>
    }
}
