//! What the visitor takes away: pictures and numbers, made and kept on this machine.

use super::session::Session;
use crate::app::browser::exception::unexpected;
use crate::app::browser::take_away::{Copying, Picture};
use crate::app::browser::{composite, take_away as files};
use crate::app::model::error::PageError;
use crate::app::model::export_json::Numbers;
use crate::app::model::session_log::Notation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

/// The name of a saved or shared picture.
const PICTURE_NAME: &str = "visage.png";

/// What happens to the annotated picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureUse {
    /// It becomes a download.
    Save,
    /// It goes into the clipboard.
    Copy,
    /// It goes to another program.
    Share,
}

impl Session {
    /// Makes a picture of the frame that was analysed last with what was found in it.
    pub(crate) fn take_picture(self, usage: PictureUse) {
        let picture = match self.annotated() {
            Ok(Some(picture)) => picture,
            Ok(None) => return,
            Err(error) => return self.alerts.show(&error),
        };
        // At once: while the press is dealt with.
        let copying = (usage == PictureUse::Copy).then(|| files::copy(&window(), &picture));
        spawn_local(async move {
            // Says what is wrong where the clipboard says only that something is.
            let file = match picture.file().await {
                Ok(file) => file,
                Err(error) => return self.alerts.show(&error),
            };
            match (usage, copying) {
                (PictureUse::Save, _) => self.tell_saved(files::download(&document(), &file, PICTURE_NAME)),
                (PictureUse::Copy, Some(copying)) => self.tell_copied(copying).await,
                // A copy is always begun above.
                (PictureUse::Copy, None) => {}
                (PictureUse::Share, _) => {
                    if let Err(error) = files::share(&window(), &file, PICTURE_NAME).await {
                        self.alerts.show(&error);
                    }
                }
            }
        });
    }

    /// The frame that was analysed last with what was found in it, and a line that says what they are; `None` where there is
    /// nothing yet.
    fn annotated(self) -> Result<Option<Picture>, PageError> {
        let Some(found) = self.engine.found().get_untracked() else { return Ok(None) };
        let canvas = document().create_element("canvas").map_err(|exception| unexpected(&exception))?;
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        self.with_look(&found.shown, found.mirrored, |look| {
            let footer = self.words.say("estimated-by");
            composite::draw(&document(), &canvas, found.frame.bitmap(), &found.shown, look, Some(&footer))
        })?;
        Picture::of(&canvas).map(Some)
    }

    /// Saves the numbers of what is on the stage as JSON.
    pub(crate) fn save_numbers(self) {
        let Some(found) = self.engine.found().get_untracked() else { return };
        let model = self.engine.state().with_untracked(|state| state.info().map(|info| info.weights_hash.clone()));
        let numbers = self
            .settings
            .with_untracked(|settings| Numbers::new(&found.shown, found.mirrored, model.unwrap_or_default(), settings));
        let saved = json(&numbers)
            .and_then(|text| files::text(&text, "application/json"))
            .and_then(|file| files::download(&document(), &file, "visage.json"));
        self.tell_saved(saved);
    }

    /// Saves what was estimated over the session as CSV, as spreadsheets of the visitor's language read it.
    pub(crate) fn save_log(self) {
        let notation = Notation::of(self.words.number_of(0.5, 1).contains(','));
        let table = self.settings.with_untracked(|settings| self.engine.records().log_as_csv(notation, settings));
        let saved =
            files::text(&table, "text/csv").and_then(|file| files::download(&document(), &file, "visage-session.csv"));
        self.tell_saved(saved);
    }

    fn tell_saved(self, saved: Result<(), PageError>) {
        self.alerts.tell(saved, "notice-saved");
    }

    /// Says what became of something on its way into the clipboard.
    pub(super) async fn tell_copied(self, copying: Result<Copying, PageError>) {
        self.alerts.tell(files::copied(copying).await, "notice-copied");
    }
}

fn json(value: &impl Serialize) -> Result<String, PageError> {
    let value = value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| PageError::Browser(error.to_string()))?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into());
    text.map(String::from).map_err(|exception| unexpected(&exception))
}
