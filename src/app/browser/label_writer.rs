//! Writing what is said about faces onto the stage or a picture.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::label_lines::label_lines;
use crate::app::model::label_plan::{Placed, Subject, nearest_point, plan};
use crate::geometry::Rectangle;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

/// Dark enough for white writing on it, whatever the picture.
const PLATE: &str = "rgba(13, 14, 17, 0.86)";
const WRITING: &str = "#ffffff";
/// Most lines of a label.
const MOST_LINES: usize = 4;

// Lengths in CSS pixels, before the label's scale.
const WRITING_SIZE: f64 = 13.0;
const LINE: f64 = 17.0;
const PADDING_ACROSS: f64 = 7.0;
const PADDING_DOWN: f64 = 2.5;
const STRIPE: f64 = 4.0;
const GAP: f64 = 4.0;

/// What is written about a face.
pub(crate) struct Label {
    /// The face's number.
    pub number: u32,
    /// The face's box, in pixels of the canvas.
    pub outline: Rectangle,
    /// Its parts, the least that can be said first.
    pub parts: Vec<String>,
    /// Of the stripe that links it to the face's box and card.
    pub colour: &'static str,
    /// Whether all of it matters so much that it may lie away from its face.
    pub is_main: bool,
}

/// A label as it was written. Lengths are in pixels of the canvas.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WrittenLabel {
    /// The face's number.
    pub number: u32,
    /// The plate that it is written on.
    pub place: Rectangle,
    /// The lines of the label.
    pub lines: Vec<String>,
    /// The size of its writing.
    pub writing: f64,
    /// Whether all parts found room.
    pub is_whole: bool,
    /// Colour of the label's stripe.
    #[serde(skip)]
    colour: &'static str,
    /// The box that a line leads to it from, if it lies away from that.
    #[serde(skip)]
    led_from: Option<Rectangle>,
}

/// Where labels are written: never mirrored, on no face, and none on another.
pub(crate) struct LabelSheet<'a> {
    /// The canvas.
    pub context: &'a CanvasRenderingContext2d,
    /// The part of it that may be written on, in its pixels.
    pub area: Rectangle,
    /// Pixels of the canvas for each of a label's.
    pub unit: f64,
    /// Whether the language runs from right to left.
    pub is_rtl: bool,
}

impl LabelSheet<'_> {
    /// Finds the labels' places, the most important first: of each as much as there is room for. Returns those that have room.
    pub(crate) fn arrange(&self, labels: &[Label]) -> Result<Vec<WrittenLabel>, PageError> {
        self.prepare()?;
        let texts: Vec<Vec<Vec<String>>> = labels.iter().map(|label| self.texts(label)).collect();
        let subject = |(label, texts): (&Label, &Vec<Vec<String>>)| Subject {
            outline: label.outline,
            sizes: texts.iter().map(|lines| self.size(lines)).collect(),
            roams: label.is_main,
        };
        let subjects: Vec<Subject> = labels.iter().zip(&texts).map(subject).collect();
        let placed = plan(&self.area, &subjects, (GAP * self.unit) as f32);
        let arranged = labels.iter().zip(texts).zip(placed).filter_map(|((label, mut texts), placed)| {
            let Placed { size, place, is_far } = placed?;
            Some(WrittenLabel {
                number: label.number,
                place,
                // The plan names one of the sizes.
                lines: texts.swap_remove(size),
                writing: WRITING_SIZE * self.unit,
                is_whole: size == 0,
                colour: label.colour,
                led_from: is_far.then_some(label.outline),
            })
        });
        Ok(arranged.collect())
    }

    /// Writes labels where they were arranged.
    pub(crate) fn write(&self, labels: &[WrittenLabel]) -> Result<(), PageError> {
        self.prepare()?;
        labels.iter().try_for_each(|label| {
            if let Some(outline) = &label.led_from {
                self.lead(&label.place, outline, label.colour);
            }
            self.draw(&label.lines, &label.place, label.colour)
        })
    }

    fn prepare(&self) -> Result<(), PageError> {
        self.context.set_font(&format!("600 {}px system-ui, sans-serif", WRITING_SIZE * self.unit));
        self.context.set_text_baseline("middle");
        self.context.set_text_align(if self.is_rtl { "right" } else { "left" });
        // `web-sys` does not know the direction yet. A canvas that is in no document would take it from nowhere.
        let direction = JsValue::from_str(if self.is_rtl { "rtl" } else { "ltr" });
        js_sys::Reflect::set(self.context, &JsValue::from_str("direction"), &direction)
            .map(|_| ())
            .map_err(|exception| unexpected(&exception))
    }

    /// What may be written about a face, from all its parts, first in one line and then in more, to the first part alone.
    fn texts(&self, label: &Label) -> Vec<Vec<String>> {
        let room = (f64::from(self.area.width) - self.around()).max(0.0);
        let mut texts: Vec<Vec<String>> = Vec::new();
        for count in (1..=label.parts.len()).rev() {
            // There are at least that many.
            let parts = &label.parts[..count];
            let longest = parts.iter().map(|part| self.width(part)).fold(0.0, f64::max);
            for widest in [room, 2.2 * longest, 1.5 * longest, longest] {
                let (lines, held) = label_lines(parts, widest.min(room), MOST_LINES, |text| self.width(text));
                if held == count && !texts.contains(&lines) {
                    texts.push(lines);
                }
            }
        }
        texts
    }

    fn size(&self, lines: &[String]) -> (f32, f32) {
        let longest = lines.iter().map(|line| self.width(line)).fold(0.0, f64::max);
        let height = (LINE * lines.len() as f64 + 2.0 * PADDING_DOWN) * self.unit;
        ((longest + self.around()).ceil() as f32, height as f32)
    }

    fn around(&self) -> f64 {
        (STRIPE + 2.0 * PADDING_ACROSS) * self.unit
    }

    fn width(&self, text: &str) -> f64 {
        // A line that cannot be measured takes all there is.
        self.context.measure_text(text).map_or(f64::from(self.area.width), |measured| measured.width())
    }

    /// A line from a face to its label.
    fn lead(&self, place: &Rectangle, outline: &Rectangle, colour: &str) {
        let (from, to) = (nearest_point(outline, place), nearest_point(place, outline));
        for (stroke, thickness) in [(PLATE, 4.0), (colour, 2.0)] {
            self.context.begin_path();
            self.context.move_to(f64::from(from.x), f64::from(from.y));
            self.context.line_to(f64::from(to.x), f64::from(to.y));
            self.context.set_stroke_style_str(stroke);
            self.context.set_line_width(thickness * self.unit);
            self.context.stroke();
        }
    }

    fn draw(&self, lines: &[String], place: &Rectangle, colour: &str) -> Result<(), PageError> {
        let [x, y, width, height] = [place.x, place.y, place.width, place.height].map(f64::from);
        let stripe = STRIPE * self.unit;
        self.context.set_fill_style_str(PLATE);
        self.context.fill_rect(x, y, width, height);
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(if self.is_rtl { x + width - stripe } else { x }, y, stripe, height);
        self.context.set_fill_style_str(WRITING);
        let inset = stripe + PADDING_ACROSS * self.unit;
        let start = if self.is_rtl { x + width - inset } else { x + inset };
        for (line, text) in lines.iter().enumerate() {
            let middle = y + (PADDING_DOWN + LINE * (line as f64 + 0.5)) * self.unit;
            self.context.fill_text(text, start, middle).map_err(|exception| unexpected(&exception))?;
        }
        Ok(())
    }
}
