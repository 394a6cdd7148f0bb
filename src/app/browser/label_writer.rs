//! Writing what is said about faces onto the picture.

use super::super::model::error::PageError;
use super::super::model::label_lines::label_lines;
use super::super::model::label_place::label_place;
use super::exception::unexpected;
use crate::geometry::Rectangle;
use serde::Serialize;
use web_sys::CanvasRenderingContext2d;

/// Dark enough for white writing on it, whatever the picture.
const PLATE: &str = "rgba(13, 14, 17, 0.82)";
const WRITING: &str = "#ffffff";
/// How much wider than its face a label may be where there are several faces.
const LABEL_SPREAD: f64 = 1.5;
/// Most lines of a label, of one face alone and of one among others.
const MOST_LINES: (usize, usize) = (4, 2);

// Lengths in CSS pixels, before the label's scale.
const WRITING_SIZE: f64 = 13.0;
const LINE: f64 = 17.0;
const PADDING_ACROSS: f64 = 8.0;
const PADDING_DOWN: f64 = 2.5;
const STRIPE: f64 = 4.0;
const GAP: f64 = 3.0;

/// What is written at a face.
pub struct Label<'a> {
    /// Its parts, the most important first.
    pub parts: &'a [String],
    /// Of the stripe that links it to the face's box and card.
    pub colour: &'static str,
    /// Whether there are other faces.
    pub has_neighbours: bool,
}

/// A label as it was written. Lengths are in pixels of the canvas.
#[derive(Clone, Debug, Serialize)]
pub struct WrittenLabel {
    /// Its plate.
    pub place: Rectangle,
    /// Its lines.
    pub lines: Vec<String>,
    /// The size of its writing.
    pub writing: f64,
}

/// Writes labels, each on a plate of its own: never mirrored, within the canvas, and none on another.
pub struct LabelWriter<'a> {
    context: &'a CanvasRenderingContext2d,
    canvas: (f64, f64),
    /// Pixels of the canvas for each of a label's.
    unit: f64,
    written: Vec<WrittenLabel>,
}

impl<'a> LabelWriter<'a> {
    /// A writer on a canvas of this size, on which a label's pixel is `unit` pixels.
    pub fn new(context: &'a CanvasRenderingContext2d, canvas: (f64, f64), unit: f64) -> Self {
        context.set_font(&format!("600 {}px system-ui, sans-serif", WRITING_SIZE * unit));
        context.set_text_baseline("middle");
        context.set_text_align("left");
        Self { context, canvas, unit, written: Vec::new() }
    }

    /// Writes a label at the box `outline`: as many of its parts as there is room for, and nothing where there is none.
    pub fn write(&mut self, label: &Label, outline: &Rectangle) -> Result<(), PageError> {
        let around = (STRIPE + 2.0 * PADDING_ACROSS) * self.unit;
        let room = (self.canvas.0 - around).max(0.0);
        let (alone, among_others) = MOST_LINES;
        let (widest, most) = if label.has_neighbours {
            ((f64::from(outline.width) * LABEL_SPREAD - around).min(room), among_others)
        } else {
            (room, alone)
        };
        // A line that cannot be measured takes all there is.
        let width = |text: &str| self.context.measure_text(text).map_or(room, |measured| measured.width());
        // In a crowd a short label may have room where a long one has none.
        for most in (1..=most).rev() {
            let lines = label_lines(label.parts, widest, most, width);
            let longest = lines.iter().map(|line| width(line)).fold(0.0, f64::max).min(room);
            let height = (LINE * lines.len() as f64 + 2.0 * PADDING_DOWN) * self.unit;
            let size = ((longest + around) as f32, height as f32);
            let taken: Vec<Rectangle> = self.written.iter().map(|written| written.place).collect();
            let canvas = (self.canvas.0 as f32, self.canvas.1 as f32);
            if lines.is_empty() {
                return Ok(());
            }
            if let Some(place) = label_place(outline, size, canvas, (GAP * self.unit) as f32, &taken) {
                self.draw(&lines, &place, label.colour, longest)?;
                self.written.push(WrittenLabel { place, lines, writing: WRITING_SIZE * self.unit });
                return Ok(());
            }
        }
        Ok(())
    }

    /// What was written.
    pub fn finish(self) -> Vec<WrittenLabel> {
        self.written
    }

    /// Draws lines on a plate, each no wider than `widest`.
    fn draw(&self, lines: &[String], place: &Rectangle, colour: &str, widest: f64) -> Result<(), PageError> {
        let [x, y, width, height] = [place.x, place.y, place.width, place.height].map(f64::from);
        for (fill, across) in [(PLATE, width), (colour, STRIPE * self.unit)] {
            self.context.set_fill_style_str(fill);
            self.context.fill_rect(x, y, across, height);
        }
        self.context.set_fill_style_str(WRITING);
        let start = x + (STRIPE + PADDING_ACROSS) * self.unit;
        for (line, text) in lines.iter().enumerate() {
            let middle = y + (PADDING_DOWN + LINE * (line as f64 + 0.5)) * self.unit;
            self.context
                .fill_text_with_max_width(text, start, middle, widest)
                .map_err(|exception| unexpected(&exception))?;
        }
        Ok(())
    }
}
