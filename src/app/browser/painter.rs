//! Drawing what was found over the picture.

use super::canvas::context_of;
use super::construction::Construction;
use super::exception::unexpected;
use super::heat_layer::HeatLayer;
use super::label_writer::Label;
use crate::app::model::error::PageError;
use crate::app::model::face_colours::{face_colour, is_dashed};
use crate::app::model::placement::Placement;
use crate::app::model::spotlight::{Colouring, Spotlight};
use crate::geometry::Rectangle;
use crate::heat_palette::Palette;
use crate::protocol::{Analysis, Face, HeatMap};
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

/// Colour around lines, so that they show on bright and dark pictures.
const HALO: &str = "rgba(13, 14, 17, 0.55)";
/// Colour of the line inside the selected face's box.
const SELECTED: &str = "#ffffff";

/// How the findings are shown.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    /// Whether the picture beneath is mirrored.
    pub mirrored: bool,
    /// Opacity of heat maps, 0 to 1.
    pub opacity: f64,
    /// Colours of heat maps.
    pub palette: Palette,
    /// The share of the canvas, from its left, that heat maps may cover.
    pub covered: f64,
    /// How much larger than usual labels are.
    pub label_scale: f64,
    /// Whether the language runs from right to left.
    pub is_rtl: bool,
    /// Whether the detector's anchors, the key points and the crops are drawn.
    pub construction: bool,
    /// What the lesson lays on the face in place of the heat maps.
    pub spotlight: Option<&'a Spotlight>,
    /// The number of the selected face.
    pub selected: Option<u32>,
    /// What is written about a face, and about one that matters most: its parts, the least that can be said first.
    pub label: &'a dyn Fn(&Face, bool) -> Vec<String>,
}

/// A canvas over the picture and what it takes to draw on it.
pub(crate) struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    heat: HeatLayer,
}

impl Painter {
    /// A painter on this canvas.
    pub(crate) fn new(document: &Document, canvas: HtmlCanvasElement) -> Result<Self, PageError> {
        Ok(Self { context: context_of(&canvas)?, heat: HeatLayer::new(document)?, canvas })
    }

    /// Gives the canvas as many pixels as the screen has where it lies, and wipes it.
    pub(crate) fn fit(&self, pixel_ratio: f64) {
        let pixels = |length: i32| (f64::from(length) * pixel_ratio).round() as u32;
        self.canvas.set_width(pixels(self.canvas.client_width()));
        self.canvas.set_height(pixels(self.canvas.client_height()));
    }

    /// Wipes the canvas. Unlike [`fit`](Self::fit) it does not ask where the canvas lies, for which a page that is still being
    /// made would be laid out.
    pub(crate) fn wipe(&self) {
        let [width, height] = [self.canvas.width(), self.canvas.height()].map(f64::from);
        self.context.clear_rect(0.0, 0.0, width, height);
    }

    /// Draws all faces of an analysis: heat maps first, so that no map lies on another face's box. `unit` is the canvas's pixels
    /// for each CSS pixel.
    pub(crate) fn draw(&self, analysis: &Analysis, look: &Look, unit: f64) -> Result<(), PageError> {
        let Some(placement) = self.placement(analysis, look) else { return Ok(()) };
        let construction = Construction { context: &self.context, analysis, placement: &placement, unit };
        match look.spotlight {
            Some(spotlight) => construction.light(spotlight, look.selected, &self.heat)?,
            None => {
                self.draw_heat_maps(analysis, &placement, look)?;
                if look.construction {
                    construction.draw();
                }
            }
        }
        for face in &analysis.faces {
            let is_selected = analysis.faces.len() > 1 && look.selected == Some(face.number);
            self.draw_box(&placement.rectangle(&face.bounding_box), face.number, is_selected, unit)?;
        }
        Ok(())
    }

    /// What is to be written about the faces, the selected one first and the others from the largest.
    pub(crate) fn labels(&self, analysis: &Analysis, look: &Look) -> Vec<Label> {
        let Some(placement) = self.placement(analysis, look) else { return Vec::new() };
        let is_main = |face: &&Face| analysis.faces.len() == 1 || look.selected == Some(face.number);
        let (main, others): (Vec<&Face>, Vec<&Face>) = analysis.faces.iter().partition(is_main);
        let label = |face: &Face, is_main: bool| Label {
            number: face.number,
            outline: placement.rectangle(&face.bounding_box),
            parts: (look.label)(face, is_main),
            colour: face_colour(face.number),
            is_main,
        };
        let main = main.into_iter().map(|face| label(face, true));
        main.chain(others.into_iter().map(|face| label(face, false))).collect()
    }

    fn placement(&self, analysis: &Analysis, look: &Look) -> Option<Placement> {
        Placement::new(analysis.width as f32, self.canvas.width() as f32, look.mirrored)
    }

    fn draw_heat_maps(&self, analysis: &Analysis, placement: &Placement, look: &Look) -> Result<(), PageError> {
        self.context.save();
        self.context.begin_path();
        self.context.rect(0.0, 0.0, f64::from(self.canvas.width()) * look.covered, f64::from(self.canvas.height()));
        self.context.clip();
        let maps = analysis.faces.iter().filter_map(|face| Some((face, face.heat_map.as_ref()?)));
        let drawn = maps.into_iter().try_for_each(|(face, heat_map)| self.draw_heat(face, heat_map, placement, look));
        self.context.restore();
        drawn
    }

    fn draw_heat(&self, face: &Face, heat_map: &HeatMap, placement: &Placement, look: &Look) -> Result<(), PageError> {
        let pixels = self.heat.show(heat_map.size, &heat_map.evidence, Colouring::Strength(look.palette))?;
        let [a, b, c, d, e, f] = placement.canvas_transform(&face.crop_to_frame);
        self.context.save();
        self.context.set_global_alpha(look.opacity);
        let drawn = self
            .context
            .set_transform(a, b, c, d, e, f)
            .and_then(|()| self.context.draw_image_with_html_canvas_element(pixels, 0.0, 0.0));
        self.context.restore();
        drawn.map_err(|exception| unexpected(&exception))
    }

    fn draw_box(&self, outline: &Rectangle, number: u32, is_selected: bool, unit: f64) -> Result<(), PageError> {
        let [x, y, width, height] = [outline.x, outline.y, outline.width, outline.height].map(f64::from);
        self.context.set_line_join("round");
        let weight = if is_selected { 2.0 } else { 1.0 };
        let dash = if is_dashed(number) { vec![8.0 * unit, 5.0 * unit] } else { Vec::new() };
        let inner = is_selected.then_some((SELECTED, 1.2));
        for (stroke, thickness) in [(HALO, 5.0 * weight), (face_colour(number), 2.5 * weight)].into_iter().chain(inner)
        {
            let is_coloured = stroke != HALO && stroke != SELECTED;
            let pattern = dash.iter().filter(|_| is_coloured).map(|length| JsValue::from_f64(*length));
            self.context
                .set_line_dash(&pattern.collect::<js_sys::Array>())
                .map_err(|exception| unexpected(&exception))?;
            self.context.set_stroke_style_str(stroke);
            self.context.set_line_width(thickness * unit);
            self.context.stroke_rect(x, y, width, height);
        }
        // Lines that aren't a box have none.
        self.context.set_line_dash(&js_sys::Array::new()).map_err(|exception| unexpected(&exception))
    }
}
