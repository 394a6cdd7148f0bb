//! What the network made of the picture on the stage, for paper.

use super::about::selected;
use crate::app::browser::composite;
use crate::app::browser::crop_picture::draw_crop;
use crate::app::browser::map_picture::draw_levels;
use crate::app::model::error::PageError;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::spotlight::Colouring;
use crate::app::state::session::Session;
use crate::app::view::panel::faces::age_chart::AgeChart;
use crate::attributes::Attribute;
use crate::protocol::{Analysis, Dissection};
use leptos::prelude::*;
use leptos::{ev, html};
use std::sync::Arc;
use web_sys::HtmlCanvasElement;

/// The stages of which channels are shown, and how many: one that answers to edges, and one that answers to parts of a face.
const STAGES: [usize; 2] = [0, 3];
const CHANNELS: usize = 4;
/// Width and height of the frame that stays empty where there is no picture.
const EMPTY: (u32, u32) = (400, 300);

type Canvas = NodeRef<html::Canvas>;

/// The pictures, which are drawn when they are printed.
#[derive(Clone, Copy)]
struct Pictures {
    stage: Canvas,
    crop: Canvas,
    kept: Canvas,
    channels: [[Canvas; CHANNELS]; STAGES.len()],
}

/// The picture with its findings, and what was seen inside the network on one face. What is missing has an empty frame, to be drawn in
/// by hand.
#[component]
pub fn Handout() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let pictures = Pictures {
        stage: Canvas::new(),
        crop: Canvas::new(),
        kept: Canvas::new(),
        channels: [[(); CHANNELS]; STAGES.len()].map(|stage| stage.map(|()| Canvas::new())),
    };
    // Not every step looks inside the network: the last look at this source serves for all.
    let looked = StoredValue::new(None::<Arc<Analysis>>);
    Effect::new(move || match session.engine.latest().get() {
        None => looked.set_value(None),
        Some(analysis) if analysis.dissection.is_some() => looked.set_value(Some(analysis)),
        Some(_) => {}
    });
    let printing = window_event_listener(ev::beforeprint, move |_| {
        let drawn = looked.with_value(|looked| {
            let inside = looked.as_ref().and_then(|looked| looked.dissection.as_ref());
            untrack(|| draw(session, &pictures, inside))
        });
        if let Err(error) = drawn {
            session.alerts.show(&error);
        }
    });
    on_cleanup(move || printing.remove());
    let findings = move || {
        session.engine.analysis().with(|analysis| {
            let faces = analysis.as_ref().map(|analysis| analysis.faces.as_slice()).unwrap_or_default();
            let line = |number: u32, line: String| {
                let name = Phrase::new("face-number").with("number", Argument::Count(number as usize + 1));
                view! { <p>{words.phrase(&name)} ": " {line}</p> }
            };
            faces.iter().map(|face| line(face.number, session.face_line(face))).collect_view()
        })
    };
    let ages = Signal::derive(move || {
        let ages = |analysis: &Arc<Analysis>| Some(selected(session, analysis)?.estimates.age.distribution.clone());
        session.engine.analysis().with(|analysis| analysis.as_ref().and_then(ages)).unwrap_or_default()
    });
    let stage = move |(stage, canvases): (usize, [Canvas; CHANNELS])| {
        let caption = Phrase::new("worksheet-stage").with("stage", Argument::Count(stage + 1));
        view! {
            <figure class="paper-maps">
                <div>{canvases.map(|canvas| view! { <canvas node_ref=canvas></canvas> }).into_iter().collect_view()}</div>
                <figcaption>{move || words.phrase(&caption)}</figcaption>
            </figure>
        }
    };
    let hides_age = move || session.settings.with(|settings| settings.hides(Attribute::Age));
    view! {
        <section class="handout">
            <figure class="paper-stage">
                <canvas node_ref=pictures.stage></canvas>
                <figcaption>{findings}</figcaption>
            </figure>
            <div class="paper-face">
                <figure><canvas node_ref=pictures.crop></canvas><figcaption>{words.text("align-caption")}</figcaption></figure>
                <figure><canvas node_ref=pictures.kept></canvas><figcaption>{words.text("evidence-kept")}</figcaption></figure>
                <figure hidden=hides_age><AgeChart distribution=ages latest=Signal::derive(|| None) /><figcaption>{words.text("worksheet-ages")}</figcaption></figure>
            </div>
            <div class="paper-stages">{STAGES.into_iter().zip(pictures.channels).map(stage).collect_view()}</div>
        </section>
    }
}

/// Draws all pictures at once: the browser prints what is there when this returns.
fn draw(session: Session, pictures: &Pictures, inside: Option<&Dissection>) -> Result<(), PageError> {
    let palette = Colouring::Strength(session.settings.with(|settings| settings.palette));
    let inside = inside.filter(|inside| Some(inside.number) == session.selection.number().get());
    session.engine.found().with(|found| match found {
        Some(found) => {
            if let Some(canvas) = pictures.stage.get() {
                session.with_look(&found.shown, found.mirrored, |look| {
                    composite::draw(&document(), &canvas, found.frame.bitmap(), &found.shown, look, None)
                })?;
            }
            match (pictures.crop.get(), selected(session, &found.latest)) {
                // As the network reads it, which knows no mirror.
                (Some(canvas), Some(face)) => draw_crop(&canvas, found.frame.bitmap(), &face.crop_to_frame, false),
                (canvas, _) => wipe(canvas, EMPTY.1, EMPTY.1),
            }
        }
        None => {
            wipe(pictures.stage.get(), EMPTY.0, EMPTY.1)?;
            wipe(pictures.crop.get(), EMPTY.1, EMPTY.1)
        }
    })?;
    let map = |canvas: Canvas, map: Option<(u32, &Vec<u8>)>| match (canvas.get(), map) {
        (Some(canvas), Some((side, levels))) => draw_levels(&canvas, side, levels, palette),
        (canvas, _) => wipe(canvas, EMPTY.1, EMPTY.1),
    };
    let evidence = inside.and_then(|inside| inside.evidence.as_ref());
    map(pictures.kept, evidence.map(|steps| (steps.side, &steps.kept)))?;
    for (stage, canvases) in STAGES.into_iter().zip(pictures.channels) {
        let stage = inside.and_then(|inside| inside.stages.get(stage));
        for (place, canvas) in canvases.into_iter().enumerate() {
            let levels = stage.and_then(|stage| Some((stage.side, &stage.shown.get(place)?.levels)));
            map(canvas, levels)?;
        }
    }
    Ok(())
}

/// Leaves a canvas empty and of that size in pixels.
fn wipe(canvas: Option<HtmlCanvasElement>, width: u32, height: u32) -> Result<(), PageError> {
    if let Some(canvas) = canvas {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    Ok(())
}
