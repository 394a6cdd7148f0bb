//! The copy for visits without a network, and newer releases.

use super::alerts::Alerts;
use super::engine::Engine;
use crate::app::browser::offline::OfflineCopy;
use crate::app::model::engine_state::EngineState;
use crate::app::model::offline::OfflineState;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Has a copy kept, and offers newer releases.
#[derive(Clone, Copy)]
pub(crate) struct Offline {
    state: RwSignal<OfflineState>,
    copy: StoredValue<Option<OfflineCopy>, LocalStorage>,
    alerts: Alerts,
}

impl Offline {
    /// Has a copy made as soon as the engine has started, so that the first visit's picture does not wait for it.
    pub(crate) fn after(engine: Engine, alerts: Alerts) -> Self {
        let offline = Self { state: RwSignal::new(OfflineState::Waiting), copy: StoredValue::new_local(None), alerts };
        Effect::new(move |begun: Option<bool>| {
            let settled =
                engine.state().with(|state| matches!(state, EngineState::Ready { .. } | EngineState::Failed(_)));
            let begun = begun.unwrap_or(false);
            if settled && !begun {
                spawn_local(offline.keep());
            }
            begun || settled
        });
        offline
    }

    /// How far the copy is.
    pub(crate) fn state(self) -> ReadSignal<OfflineState> {
        self.state.read_only()
    }

    /// Loads the page anew with the release that waits.
    pub(crate) fn take_update(self) {
        let taken = self.copy.with_value(|copy| copy.as_ref().map(|copy| copy.take_update(&window())));
        if let Some(Err(error)) = taken {
            self.alerts.show(&error);
        }
    }

    async fn keep(self) {
        match OfflineCopy::keep(&window(), move |state| self.state.set(state)).await {
            Ok(copy) => self.copy.set_value(copy),
            // A development server has no service worker, and that is no failure of the visitor's.
            Err(_) => self.state.set(OfflineState::Unavailable),
        }
    }
}
