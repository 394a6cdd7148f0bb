//! Whether the panel is on the screen.

use crate::app::model::panel::Panel;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Opens and closes the panel: with the first picture or a tab other than the first it comes, with the last picture it goes. To a
/// class the stage is shown alone, until the panel is called for.
#[derive(Clone, Copy)]
pub struct PanelSwitch(RwSignal<bool>);

impl PanelSwitch {
    /// The switch, which follows the session from now on.
    pub fn begin(session: Session) -> Self {
        let switch = Self(RwSignal::new(false));
        let view = Memo::new(move |_| session.settings.with(|settings| (settings.projector, settings.panel)));
        let is_empty = Memo::new(move |_| session.is_empty());
        Effect::new(move |before: Option<(bool, Panel)>| {
            let (is_projector, tab) = view.get();
            let has_tab = tab != Panel::Faces;
            let is_open = match before {
                // Where a tab is asked for the panel is, too.
                Some((true, last)) if is_projector => switch.0.get_untracked() || last != tab,
                _ if is_projector => has_tab,
                _ => has_tab || !is_empty.get(),
            };
            switch.0.set(is_open);
            (is_projector, tab)
        });
        switch
    }

    /// That of the page that the component is part of.
    pub fn of_context() -> Self {
        expect_context()
    }

    /// Whether the panel is on the screen.
    pub fn is_open(self) -> bool {
        self.0.get()
    }

    /// Opens or closes it.
    pub fn toggle(self) {
        self.0.update(|is_open| *is_open = !*is_open);
    }
}
