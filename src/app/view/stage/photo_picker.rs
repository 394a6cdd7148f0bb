//! Choosing photos and videos from the machine.

use crate::app::browser::photo::listed;
use crate::app::state::session::Session;
use crate::app::view::parts::icon::{Icon, PHOTO};
use leptos::html;
use leptos::prelude::*;

/// A button that opens the file chooser. Dropping and pasting go through the whole page.
#[component]
pub fn PhotoPicker() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let input = NodeRef::<html::Input>::new();
    let open = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(files) = input.files() {
            session.open_files(listed(&files));
        }
        // Otherwise choosing the same file again would not count as a change.
        input.set_value("");
    };
    view! {
        <label class="primary second">
            <input
                class="unseen"
                type="file"
                accept="image/*,video/*"
                multiple
                data-testid="photo-input"
                data-focus="photo"
                node_ref=input
                on:change=open
            />
            <Icon path=PHOTO />
            <span class="word">{words.text("choose-photos")}</span>
        </label>
    }
}
