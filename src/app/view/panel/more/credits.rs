//! What the estimates are worth, and whose work the page is made of.

use crate::app::state::session::Session;
use leptos::prelude::*;

/// Caveats and credits. Links open beside the page, which keeps its picture.
#[component]
pub fn Credits() -> impl IntoView {
    let words = Session::of_context().words;
    let link = |address: &'static str, name: &'static str| {
        view! { <a href=address target="_blank" rel="noopener" translate="no">{name}</a> }
    };
    view! {
        <section class="notes" aria-label=words.text("about")>
            <h2>{words.text("about")}</h2>
            <p>
                <strong>{words.text("notes-appearance")}</strong>
                " "
                {words.text("notes-labels")}
            </p>
            <p>{words.text("notes-private")}</p>
            <p>
                {words.text("samples-credits")}
                " "
                {link("https://github.com/joojs/fairface", "FairFace")}
                " · "
                {link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0")}
            </p>
            <p>
                <a href="docs/" target="_blank" rel="noopener" data-testid="docs">{words.text("docs")}</a>
                " · "
                <a href="notices.html" target="_blank" rel="noopener">{words.text("notices")}</a>
            </p>
        </section>
    }
}
