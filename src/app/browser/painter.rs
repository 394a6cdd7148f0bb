//! Drawing what was found over the picture.

use super::super::model::anchors::{ANCHOR_GRIDS, CROP_SIZE, anchor_places};
use super::super::model::error::PageError;
use super::super::model::palette::face_colour;
use super::super::model::placement::Placement;
use super::exception::unexpected;
use super::heat_layer::{HeatLayer, context_of};
use super::label_writer::{Label, LabelWriter, WrittenLabel};
use crate::geometry::{Point, Rectangle};
use crate::palette::Palette;
use crate::protocol::{Analysis, Face, HeatMap};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

/// Around lines, so that they show on bright and dark pictures.
const HALO: &str = "rgba(13, 14, 17, 0.55)";

/// How the findings are shown.
pub struct Look<'a> {
    /// Whether the picture beneath is mirrored.
    pub mirrored: bool,
    /// Opacity of heat maps, 0 to 1.
    pub opacity: f64,
    /// Their colours.
    pub palette: Palette,
    /// The share of the canvas, from its left, that heat maps may cover.
    pub covered: f64,
    /// Device pixels for each CSS pixel.
    pub pixel_ratio: f64,
    /// How much larger than usual labels are.
    pub label_scale: f64,
    /// Whether the detector's anchors, the key points and the crops are drawn.
    pub construction: bool,
    /// What is written at a face: parts, the most important first.
    pub label: &'a dyn Fn(&Face) -> Vec<String>,
}

/// A canvas over the picture and what it takes to draw on it.
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    heat: HeatLayer,
}

impl Painter {
    /// A painter on this canvas.
    pub fn new(document: &Document, canvas: HtmlCanvasElement) -> Result<Self, PageError> {
        Ok(Self { context: context_of(&canvas)?, heat: HeatLayer::new(document)?, canvas })
    }

    /// Gives the canvas as many pixels as the screen has where it lies, and wipes it.
    pub fn fit(&self, pixel_ratio: f64) {
        let pixels = |length: i32| (f64::from(length) * pixel_ratio).round() as u32;
        self.canvas.set_width(pixels(self.canvas.client_width()));
        self.canvas.set_height(pixels(self.canvas.client_height()));
    }

    /// Wipes the canvas. Unlike [`fit`](Self::fit) it does not ask where the canvas lies, for which a page that is still being
    /// made would be laid out.
    pub fn wipe(&self) {
        let [width, height] = [self.canvas.width(), self.canvas.height()].map(f64::from);
        self.context.clear_rect(0.0, 0.0, width, height);
    }

    /// Draws all faces of an analysis: heat maps first, so that no map lies on another face's box, and labels last, so that no
    /// box lies on a label. Returns the labels.
    pub fn draw(&self, analysis: &Analysis, look: &Look) -> Result<Vec<WrittenLabel>, PageError> {
        let Some(placement) = Placement::new(analysis.width as f32, self.canvas.width() as f32, look.mirrored) else {
            return Ok(Vec::new());
        };
        self.context.save();
        self.context.begin_path();
        self.context.rect(0.0, 0.0, f64::from(self.canvas.width()) * look.covered, f64::from(self.canvas.height()));
        self.context.clip();
        let heated = self.draw_heat_maps(analysis, &placement, look);
        self.context.restore();
        heated?;
        if look.construction {
            self.draw_construction(analysis, &placement, look.pixel_ratio);
        }
        let outlined: Vec<(&Face, Rectangle)> =
            analysis.faces.iter().map(|face| (face, placement.rectangle(&face.bounding_box))).collect();
        for (face, outline) in &outlined {
            self.draw_box(outline, face_colour(face.number), look.pixel_ratio);
        }
        // The canvas may be higher than the picture.
        let size = (f64::from(self.canvas.width()), f64::from(placement.length(analysis.height as f32)));
        let mut writer = LabelWriter::new(&self.context, size, look.pixel_ratio * look.label_scale);
        for (face, outline) in &outlined {
            let (colour, has_neighbours) = (face_colour(face.number), outlined.len() > 1);
            writer.write(&Label { parts: &(look.label)(face), colour, has_neighbours }, outline)?;
        }
        Ok(writer.finish())
    }

    fn draw_heat_maps(&self, analysis: &Analysis, placement: &Placement, look: &Look) -> Result<(), PageError> {
        for face in &analysis.faces {
            if let Some(heat_map) = &face.heat_map {
                self.draw_heat(face, heat_map, placement, look)?;
            }
        }
        Ok(())
    }

    fn draw_heat(&self, face: &Face, heat_map: &HeatMap, placement: &Placement, look: &Look) -> Result<(), PageError> {
        let pixels = self.heat.show(heat_map, look.palette)?;
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

    /// The grids of the detector's anchors, the faces' key points, and the outlines of their crops.
    fn draw_construction(&self, analysis: &Analysis, placement: &Placement, pixel_ratio: f64) {
        for (cell, radius) in ANCHOR_GRIDS {
            for point in anchor_places(cell, analysis.width as f32, analysis.height as f32) {
                self.draw_dot(placement.point(point), radius * pixel_ratio, "rgba(255, 255, 255, 0.75)");
            }
        }
        for face in &analysis.faces {
            let colour = face_colour(face.number);
            for point in face.key_points {
                self.draw_dot(placement.point(point), 5.0 * pixel_ratio, colour);
            }
            let size = CROP_SIZE;
            let corners = [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size), (0.0, 0.0)];
            self.context.begin_path();
            for (x, y) in corners {
                let corner = placement.point(face.crop_to_frame.apply(Point { x, y }));
                self.context.line_to(f64::from(corner.x), f64::from(corner.y));
            }
            self.context.set_stroke_style_str(colour);
            self.context.set_line_width(1.5 * pixel_ratio);
            self.context.stroke();
        }
    }

    fn draw_dot(&self, place: Point, radius: f64, colour: &str) {
        self.context.begin_path();
        // Fails only for a negative radius.
        let _ = self.context.arc(f64::from(place.x), f64::from(place.y), radius, 0.0, std::f64::consts::TAU);
        self.context.set_fill_style_str(colour);
        self.context.fill();
    }

    fn draw_box(&self, outline: &Rectangle, colour: &str, pixel_ratio: f64) {
        let [x, y, width, height] = [outline.x, outline.y, outline.width, outline.height].map(f64::from);
        self.context.set_line_join("round");
        for (stroke, thickness) in [(HALO, 5.0), (colour, 2.5)] {
            self.context.set_stroke_style_str(stroke);
            self.context.set_line_width(thickness * pixel_ratio);
            self.context.stroke_rect(x, y, width, height);
        }
    }
}
