//! Photos to try the page with.

use crate::app::state::session::Session;
use leptos::prelude::*;

/// A photo that comes with the page.
struct Sample {
    /// Its address beside the page.
    address: &'static str,
    /// What it shows.
    description: &'static str,
}

/// The samples, in `assets/samples`.
const SAMPLES: [Sample; 5] = [
    Sample { address: "assets/samples/astronaut.jpg", description: "An astronaut before a flag" },
    Sample { address: "assets/samples/woman-1.jpg", description: "A woman who looks into the camera" },
    Sample { address: "assets/samples/man-1.jpg", description: "A man who looks into the camera" },
    Sample { address: "assets/samples/woman-2.jpg", description: "A woman with a head scarf" },
    Sample { address: "assets/samples/group.jpg", description: "Three people" },
];

/// A strip of samples with their credits.
#[component]
pub fn Samples() -> impl IntoView {
    let session = Session::of_context();
    let thumbnail = move |sample: &'static Sample| {
        view! {
            <button class="sample" data-testid="sample" on:click=move |_| session.open_sample(sample.address)>
                <img src=sample.address alt=sample.description loading="lazy" width="64" height="64" />
            </button>
        }
    };
    view! {
        <section class="samples" aria-label="Sample photos">
            <p>"Or try one of these:"</p>
            <div class="strip">{SAMPLES.iter().map(thumbnail).collect_view()}</div>
            <p class="muted">
                "Samples: NASA (Eileen Collins, public domain) and "
                <a href="https://github.com/joojs/fairface">"FairFace"</a>
                " by Kimmo Kärkkäinen and Jungseock Joo, "
                <a href="https://creativecommons.org/licenses/by/4.0/">"CC BY 4.0"</a>
                "."
            </p>
        </section>
    }
}
