//! The panel beside the stage: what the network says, why, how it works, and the rest, a tab for each.

mod faces;
mod heat_map;
mod lesson;
mod more;
mod switch;
mod teach;

pub use switch::PanelSwitch;

use crate::app::browser::focus::focus_on;
use crate::app::model::panel::Panel as Tab;
use crate::app::state::session::Session;
use faces::Faces;
use heat_map::HeatMapControls;
use leptos::prelude::*;
use lesson::LessonPanel;
use more::More;
use teach::Teach;
use web_sys::KeyboardEvent;

/// The open tab, as a selector.
const OPEN_TAB: &str = "[role=tab][aria-selected=true]";

/// The tabs and the open one's content, which alone is in the document.
#[component]
pub fn Panel() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let switch = PanelSwitch::of_context();
    let open = Memo::new(move |_| settings.with(|settings| settings.panel));
    let tab = move |tab: Tab| {
        let is_open = move || open.get() == tab;
        view! {
            <button
                role="tab"
                id=tab.id()
                data-testid=tab.id()
                aria-controls="panel-body"
                aria-selected=move || is_open().to_string()
                tabindex=move || if is_open() { "0" } else { "-1" }
                on:click=move |_| settings.update(|settings| settings.panel = tab)
            >
                {words.text(tab.title())}
            </button>
        }
    };
    view! {
        <aside class="panel" aria-label=words.text("panel") hidden=move || !switch.is_open()>
            <div class="tabs" role="tablist" aria-label=words.text("panel") on:keydown=move |event| walk(session, &event)>
                {Tab::ALL.map(tab).into_iter().collect_view()}
            </div>
            <div id="panel-body" class="panel-body" role="tabpanel" tabindex="0" aria-labelledby=move || open.get().id()>
                {move || match open.get() {
                    Tab::Faces => view! { <Faces /> }.into_any(),
                    Tab::HeatMap => view! { <HeatMapControls /> }.into_any(),
                    Tab::Lesson => view! { <LessonPanel /> }.into_any(),
                    Tab::Teach => view! { <Teach /> }.into_any(),
                    Tab::More => view! { <More /> }.into_any(),
                }}
            </div>
        </aside>
    }
}

/// The arrows, Home and End go from tab to tab, in the direction of the language.
fn walk(session: Session, event: &KeyboardEvent) {
    let is_reversed = session.words.is_rtl();
    let open = session.settings.with_untracked(|settings| settings.panel);
    let last = Tab::ALL.len() - 1;
    let place = Tab::ALL.iter().position(|tab| *tab == open).unwrap_or_default();
    let (next, previous) = (if place == last { 0 } else { place + 1 }, place.checked_sub(1).unwrap_or(last));
    let goal = match event.key().as_str() {
        "ArrowRight" => {
            if is_reversed {
                previous
            } else {
                next
            }
        }
        "ArrowLeft" => {
            if is_reversed {
                next
            } else {
                previous
            }
        }
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    // A place in the list by what is above.
    session.settings.update(|settings| settings.panel = Tab::ALL[goal]);
    focus_on(OPEN_TAB);
}
