//! What the lesson shows on the picture: how a face was found and cut out, and what it points at inside the network.

use super::exception::unexpected;
use super::heat_layer::HeatLayer;
use crate::app::model::anchors::{ANCHOR_GRIDS, CROP_PIXELS, anchor_places};
use crate::app::model::error::PageError;
use crate::app::model::face_colours::face_colour;
use crate::app::model::placement::Placement;
use crate::app::model::spotlight::Spotlight;
use crate::geometry::Point;
use crate::protocol::{Analysis, Face};
use web_sys::CanvasRenderingContext2d;

/// The colour of anchors and of the cells' lines.
const FAINT: &str = "rgba(255, 255, 255, 0.75)";

/// An analysis, and the canvas that it is drawn on.
pub(crate) struct Construction<'a> {
    /// The canvas.
    pub context: &'a CanvasRenderingContext2d,
    /// The faces.
    pub analysis: &'a Analysis,
    /// Where the frame lies on the canvas.
    pub placement: &'a Placement,
    /// Pixels of the canvas for each CSS pixel.
    pub unit: f64,
}

impl Construction<'_> {
    /// The grids of the detector's anchors, the faces' key points, and the outlines of their crops.
    pub(crate) fn draw(&self) {
        for (cell, radius) in ANCHOR_GRIDS {
            self.draw_anchors(cell, radius);
        }
        for face in &self.analysis.faces {
            self.draw_key_points(face, 5.0);
            self.draw_crop(face);
        }
    }

    /// What the lesson points at, on the face that it speaks of.
    pub(crate) fn light(
        &self,
        spotlight: &Spotlight,
        selected: Option<u32>,
        layer: &HeatLayer,
    ) -> Result<(), PageError> {
        if let Spotlight::Anchors { cell } = spotlight {
            self.draw_anchors(f32::from(*cell), 3.0);
            return Ok(());
        }
        let inside = self.analysis.dissection.as_ref().map(|inside| inside.number).or(selected);
        let Some(face) = self.analysis.faces.iter().find(|face| Some(face.number) == inside) else { return Ok(()) };
        match spotlight {
            Spotlight::Map { side, levels, colouring } => {
                let pixels = layer.show(*side, levels, *colouring)?;
                self.over_crop(face, || {
                    // Cells are to be seen, so they are not blurred into each other.
                    self.context.set_image_smoothing_enabled(false);
                    let size = f64::from(CROP_PIXELS);
                    let drawn =
                        self.context.draw_image_with_html_canvas_element_and_dw_and_dh(pixels, 0.0, 0.0, size, size);
                    drawn.map_err(|exception| unexpected(&exception))
                })?;
            }
            Spotlight::Grid { side } => self.draw_grid(face, *side),
            Spotlight::KeyPoints => self.draw_key_points(face, 7.0),
            Spotlight::Anchors { .. } => {}
        }
        self.draw_crop(face);
        Ok(())
    }

    /// Calls `draw` with the canvas in the coordinates of a face's crop.
    fn over_crop(&self, face: &Face, draw: impl FnOnce() -> Result<(), PageError>) -> Result<(), PageError> {
        let [a, b, c, d, e, f] = self.placement.canvas_transform(&face.crop_to_frame);
        self.context.save();
        let set = self.context.set_transform(a, b, c, d, e, f).map_err(|exception| unexpected(&exception));
        let drawn = set.and_then(|()| draw());
        self.context.restore();
        drawn
    }

    fn draw_anchors(&self, cell: f32, radius: f64) {
        for point in anchor_places(cell, self.analysis.width as f32, self.analysis.height as f32) {
            self.draw_dot(self.placement.point(point), radius, FAINT);
        }
    }

    fn draw_key_points(&self, face: &Face, radius: f64) {
        for point in face.key_points {
            self.draw_dot(self.placement.point(point), radius, face_colour(face.number));
        }
    }

    fn draw_grid(&self, face: &Face, side: u32) {
        for line in 0..=side {
            let at = CROP_PIXELS * line as f32 / side.max(1) as f32;
            self.draw_line(face, &[(at, 0.0), (at, CROP_PIXELS)], FAINT, 1.0);
            self.draw_line(face, &[(0.0, at), (CROP_PIXELS, at)], FAINT, 1.0);
        }
    }

    fn draw_crop(&self, face: &Face) {
        let size = CROP_PIXELS;
        let corners = [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size), (0.0, 0.0)];
        self.draw_line(face, &corners, face_colour(face.number), 1.5);
    }

    /// A line over places of a face's crop.
    fn draw_line(&self, face: &Face, places: &[(f32, f32)], colour: &str, thickness: f64) {
        self.context.begin_path();
        for &(x, y) in places {
            let place = self.placement.point(face.crop_to_frame.apply(Point { x, y }));
            self.context.line_to(f64::from(place.x), f64::from(place.y));
        }
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(thickness * self.unit);
        self.context.stroke();
    }

    fn draw_dot(&self, place: Point, radius: f64, colour: &str) {
        self.context.begin_path();
        // Fails only for a negative radius.
        let _ =
            self.context.arc(f64::from(place.x), f64::from(place.y), radius * self.unit, 0.0, std::f64::consts::TAU);
        self.context.set_fill_style_str(colour);
        self.context.fill();
    }
}
