//! Features that all attributes share.

use super::about::{About, inside, missing};
use super::blocks::Blocks;
use super::map_picture::{MapPicture, Picture};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::spotlight::Colouring;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Some channels of every stage, and the blocks that stages are made of.
#[component]
pub fn Features() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let palette = move || session.settings.with(|settings| settings.palette);
    let stages = Memo::new(move |_| {
        inside(session, |inside| {
            let stages = inside.stages.iter().map(|stage| (stage.channels, stage.side, stage.shown.len()));
            Some(stages.collect::<Vec<_>>())
        })
    });
    // They stay while a face is lost for a moment, and with them what is pinned.
    let rows = Memo::new(move |last: Option<&Option<Vec<_>>>| stages.get().or_else(|| last.cloned().flatten()));
    let lacks = move || stages.with(Option::is_none).then(|| missing(session));
    let map = move |stage: usize, place: usize| {
        let found = Memo::new(move |_| {
            inside(session, |inside| {
                let stage = inside.stages.get(stage)?;
                let map = stage.shown.get(place)?;
                let colouring = Colouring::Strength(palette());
                Some((map.channel, Picture::Levels { side: stage.side, levels: map.levels.clone(), colouring }))
            })
        });
        let name = move || {
            let channel = found.with(|found| found.as_ref().map(|(channel, _)| *channel)).unwrap_or_default();
            words.phrase(&Phrase::new("channel").with("channel", Argument::Count(channel as usize)))
        };
        let picture = Signal::derive(move || found.get().map(|(_, picture)| picture));
        view! { <MapPicture picture name=Signal::derive(name) points=true /> }
    };
    let row = move |(index, (channels, side, shown)): (usize, (u32, u32, usize))| {
        let title = Phrase::new("features-stage")
            .with("stage", Argument::Count(index + 1))
            .with("channels", Argument::Count(channels as usize))
            .with("side", Argument::Count(side as usize));
        view! {
            <h3>{move || words.phrase(&title)}</h3>
            <div class="maps eight">{(0..shown).map(|place| map(index, place)).collect_view()}</div>
        }
    };
    view! {
        <p>{words.text("features-stages")}</p>
        <About missing=Signal::derive(lacks) />
        <div class="part" hidden=move || stages.with(Option::is_none)>
            <p class="hint">{words.text("lesson-point")}</p>
            {move || rows.get().map(|rows| rows.into_iter().enumerate().map(row).collect_view())}
        </div>
        <Blocks />
    }
}
