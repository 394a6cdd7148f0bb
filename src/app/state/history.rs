//! The page's address and the way back.

use super::session::Session;
use crate::app::browser::address;
use crate::app::browser::listener::Listener;
use crate::app::model::panel::Panel;
use crate::app::model::settings::Settings;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use std::time::Duration;

/// How long the settings must be left alone before they go into the address; browsers allow few changes of it.
const ADDRESS_DELAY: Duration = Duration::from_millis(300);

impl Session {
    /// Keeps the settings in the address. The way back leads from tab to tab and from step to step, as they were opened.
    pub(super) fn keep_address(self) {
        let place = |settings: &Settings| (settings.panel, settings.open_step());
        let written = StoredValue::new(self.settings.with_untracked(place));
        let mut write = debounce(ADDRESS_DELAY, move |settings: Settings| {
            let is_new_place = written.get_value() != place(&settings);
            written.set_value(place(&settings));
            if let Err(error) = address::write(&window(), &settings, is_new_place) {
                self.alerts.show(&error);
            }
        });
        Effect::watch(move || self.settings.get(), move |settings, _, _| write(settings.clone()), false);
        // Only the way is gone back; what was set on it stays.
        let go_back = move || match address::read(&window()) {
            Ok(there) => {
                written.set_value(place(&there));
                self.settings.update(|settings| {
                    settings.panel = there.panel;
                    if there.panel == Panel::Lesson {
                        settings.lesson = there.lesson;
                    }
                });
            }
            Err(error) => self.alerts.show(&error),
        };
        Listener::new(&window(), "popstate", Box::new(go_back)).keep();
    }
}
