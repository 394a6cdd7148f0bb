//! Menus, sliders and check boxes with their names.

use leptos::prelude::*;
use std::sync::Arc;

/// What is done with a value that the visitor chooses.
pub type OnChoose = Arc<dyn Fn(String) + Send + Sync>;

/// An entry of a menu: its value and its words.
pub type MenuEntry = (String, String);

/// A menu with its name before it.
///
/// One component for all menus, because each with types of its own would bring its own copy of the program.
#[component]
pub fn Menu(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// The id by which tests find it.
    id: &'static str,
    /// What there is to choose from.
    #[prop(into)]
    entries: Signal<Vec<MenuEntry>>,
    /// The value chosen now.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the value that is chosen next.
    on_choose: OnChoose,
) -> impl IntoView {
    let options = move || {
        let is_chosen = |value: &str| chosen.with(|chosen| chosen == value);
        let option = |(value, words): MenuEntry| {
            let selected = is_chosen(&value);
            view! { <option value=value selected=selected>{words}</option> }
        };
        entries.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select data-testid=id prop:value=chosen on:change=move |event| on_choose(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// A slider over per cent with its name before it.
#[component]
pub fn Slider(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// The id by which tests find it.
    id: &'static str,
    /// Where the slider stands, in per cent.
    #[prop(into)]
    value: Signal<u8>,
    /// Where the slider stands, in words.
    #[prop(into)]
    text: Signal<String>,
    /// Called when the slider is moved.
    on_move: Arc<dyn Fn(u8) + Send + Sync>,
) -> impl IntoView {
    let moved = move |event| {
        if let Ok(value) = event_target_value(&event).parse() {
            on_move(value);
        }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="range"
                min="0"
                max="100"
                step="5"
                dir="ltr"
                data-testid=id
                aria-valuetext=text
                prop:value=move || value.get().to_string()
                on:input=moved
            />
        </label>
    }
}

/// A check box with its name behind it.
#[component]
pub fn Check(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// The id by which tests find it.
    id: &'static str,
    /// Whether it is ticked.
    #[prop(into)]
    ticked: Signal<bool>,
    /// Called with whether it is ticked from now on.
    on_tick: Arc<dyn Fn(bool) + Send + Sync>,
    /// Whether it is of no use now, and not seen.
    #[prop(optional, into)]
    hidden: Signal<bool>,
    /// Whether it can be seen and not be used.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="check" hidden=hidden>
            <input
                type="checkbox"
                data-testid=id
                prop:checked=ticked
                prop:disabled=disabled
                on:change=move |event| on_tick(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}
