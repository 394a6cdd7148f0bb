//! What a step has laid on the face on the stage, because the visitor points at it or has pinned it.

use crate::app::model::spotlight::Spotlight;
use crate::app::state::session::Session;
use leptos::prelude::*;
use web_sys::{Element, FocusEvent};

/// Something that can be laid on the face. What it shows may change while it lies there, as it does with a camera.
#[derive(Clone, Copy)]
struct Aim {
    key: u32,
    shows: Signal<Option<Spotlight>>,
}

/// What is pointed at, and what is pinned and comes back when nothing is pointed at any more.
#[derive(Clone, Copy)]
pub struct Pointing {
    pointed: RwSignal<Option<Aim>>,
    pinned: RwSignal<Option<Aim>>,
    keys: StoredValue<u32>,
}

impl Pointing {
    /// Nothing at first; the spotlight follows for as long as the lesson is open.
    pub fn begin(session: Session) {
        let (pointed, pinned) = (RwSignal::new(None::<Aim>), RwSignal::new(None::<Aim>));
        Effect::new(move || {
            let aim = pointed.get().or_else(|| pinned.get());
            // A step may have been left while it was pointed at.
            let shown = aim.and_then(|aim| aim.shows.try_get().flatten());
            if shown.is_some() || session.spotlight.with_untracked(Option::is_some) {
                session.spotlight.set(shown);
            }
        });
        on_cleanup(move || session.spotlight.set(None));
        provide_context(Self { pointed, pinned, keys: StoredValue::new(0) });
    }

    fn aim(self, shows: Signal<Option<Spotlight>>) -> Aim {
        let key = self.keys.get_value();
        self.keys.set_value(key.wrapping_add(1));
        Aim { key, shows }
    }

    fn has_pinned(self, aim: Aim) -> bool {
        self.pinned.with(|pinned| is(pinned, aim))
    }

    fn press(self, aim: Aim) {
        self.pinned.update(|pinned| if is(pinned, aim) { *pinned = None } else { *pinned = Some(aim) });
    }
}

fn is(held: &Option<Aim>, aim: Aim) -> bool {
    held.is_some_and(|held| held.key == aim.key)
}

fn let_go(held: RwSignal<Option<Aim>>, aim: Aim) {
    if held.with_untracked(|held| is(held, aim)) {
        held.set(None);
    }
}

/// A button that lays something on the face on the stage: for as long as the pointer or the keyboard's focus is on it, or until it
/// is pressed a second time.
#[component]
pub fn SpotlightButton(
    /// What is laid there; `None` while there is nothing.
    #[prop(into)]
    shows: Signal<Option<Spotlight>>,
    /// Name of what is pointed at.
    #[prop(into)]
    name: Signal<String>,
    /// What is seen of what is pointed at.
    children: Children,
) -> impl IntoView {
    let pointing: Pointing = expect_context();
    let aim = pointing.aim(shows);
    on_cleanup(move || {
        let_go(pointing.pointed, aim);
        let_go(pointing.pinned, aim);
    });
    view! {
        <button
            class="points"
            aria-label=name
            title=name
            aria-pressed=move || pointing.has_pinned(aim).to_string()
            on:pointerenter=move |_| pointing.pointed.set(Some(aim))
            on:pointerleave=move |_| let_go(pointing.pointed, aim)
            on:focus=move |event| if is_by_keyboard(&event) { pointing.pointed.set(Some(aim)) }
            on:blur=move |_| let_go(pointing.pointed, aim)
            on:click=move |_| pointing.press(aim)
        >
            {children()}
        </button>
    }
}

/// Whether the focus came by the keyboard. By a press it stays when the pointer leaves, and so would what is shown.
fn is_by_keyboard(event: &FocusEvent) -> bool {
    // A browser that does not know the selector shows too much rather than nothing.
    event_target::<Element>(event).matches(":focus-visible").unwrap_or(true)
}
