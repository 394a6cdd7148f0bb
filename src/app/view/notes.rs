//! What the estimates are and are not.

use leptos::prelude::*;

/// The note at the end of the page.
#[component]
pub fn Notes() -> impl IntoView {
    view! {
        <footer class="notes">
            <p>
                <strong>"Estimates of appearance, not facts about a person. "</strong>
                "The network repeats how faces were labelled in its data sets; race means “race as labelled in the data sets”, \
                 and gender has their two classes only. It is often wrong, and not equally wrong for everybody."
            </p>
            <p>"Visage identifies nobody, stores nothing and sends nothing."</p>
        </footer>
    }
}
