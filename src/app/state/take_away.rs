//! What the visitor takes away: pictures and numbers, made and kept on this machine.

use super::super::browser::{composite, take_away as files};
use super::super::model::error::PageError;
use super::super::model::numbers::Numbers;
use super::session::Session;
use crate::protocol::Analysis;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlCanvasElement, ImageBitmap};

/// The name of a saved or shared picture.
const PICTURE_NAME: &str = "visage.png";

/// What happens to the annotated picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureUse {
    /// It becomes a download.
    Save,
    /// It goes into the clipboard.
    Copy,
    /// It goes to another program.
    Share,
}

impl Session {
    /// Makes a picture of what is on the stage with its findings.
    pub fn take_picture(self, usage: PictureUse) {
        spawn_local(async move {
            if let Err(error) = self.give_picture(usage).await {
                self.alerts.show(&error);
            }
        });
    }

    async fn give_picture(self, usage: PictureUse) -> Result<(), PageError> {
        let Some(picture) = self.annotated().await? else { return Ok(()) };
        match usage {
            PictureUse::Save => files::download(&document(), &picture, PICTURE_NAME),
            PictureUse::Copy => files::copy(&window(), &picture).await,
            PictureUse::Share => files::share(&window(), &picture, PICTURE_NAME).await,
        }
    }

    /// What is on the stage with its findings, and a line that says what they are; `None` where there is nothing yet.
    async fn annotated(self) -> Result<Option<Blob>, PageError> {
        let Some((frame, analysis)) = self.moment().await? else { return Ok(None) };
        let canvas = document().create_element("canvas").map_err(|e| PageError::Browser(format!("{e:?}")))?;
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        let mirrored = self.source.with_untracked(|source| source.is_mirrored());
        let drawn = self.with_look(&analysis, mirrored, |look| {
            composite::draw(&document(), &canvas, &frame, &analysis, look, Some(&self.words.say("estimated-by")))
        });
        frame.close();
        drawn?;
        files::png(&canvas).await.map(Some)
    }

    /// The frame on the stage and what was found last.
    pub async fn moment(self) -> Result<Option<(ImageBitmap, Arc<Analysis>)>, PageError> {
        let source = self.source.get_untracked();
        let Some(analysis) = self.engine.analysis().get_untracked() else { return Ok(None) };
        Ok(source.newest_frame(&window()).await?.map(|frame| (frame, analysis)))
    }

    /// Saves the numbers of what is on the stage as JSON.
    pub fn save_numbers(self) {
        let Some(analysis) = self.engine.analysis().get_untracked() else { return };
        let numbers = self.settings.with_untracked(|settings| Numbers::new(&analysis, settings));
        let saved = json(&numbers)
            .and_then(|text| files::text(&text, "application/json"))
            .and_then(|file| files::download(&document(), &file, "visage.json"));
        if let Err(error) = saved {
            self.alerts.show(&error);
        }
    }

    /// Saves what was estimated over the session as CSV.
    pub fn save_log(self) {
        let table = self.settings.with_untracked(|settings| self.engine.log_as_csv(settings));
        let saved =
            files::text(&table, "text/csv").and_then(|file| files::download(&document(), &file, "visage-session.csv"));
        if let Err(error) = saved {
            self.alerts.show(&error);
        }
    }
}

fn json(value: &impl Serialize) -> Result<String, PageError> {
    let value = value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| PageError::Browser(error.to_string()))?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &wasm_bindgen::JsValue::NULL, &2.into());
    text.map(String::from).map_err(|exception| super::super::browser::exception::unexpected(&exception))
}
