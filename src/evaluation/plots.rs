//! Plots as SVG files.

use super::calibration::ReliabilityBin;
use anyhow::{Result, anyhow};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use std::ops::Range;
use std::path::Path;

/// Width and height in pixels.
const SIZE: (u32, u32) = (720, 440);
const FONT: (&str, u32) = ("sans-serif", 14);
const TITLE_FONT: (&str, u32) = ("sans-serif", 18);
/// Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008).
const COLOURS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
];

/// What the two axes show.
pub struct Axes<'a> {
    /// Title above the plot.
    pub title: &'a str,
    /// Label of the horizontal axis, and its range.
    pub x: (&'a str, Range<f64>),
    /// Label of the vertical axis, and its range.
    pub y: (&'a str, Range<f64>),
}

/// Points that belong together.
pub struct Series {
    /// Name of the points in the legend.
    pub name: String,
    /// The points.
    pub points: Vec<(f64, f64)>,
}

/// Writes lines through the points of each series.
///
/// # Errors
/// When the file cannot be written.
pub fn lines(path: &Path, axes: &Axes, series: &[Series]) -> Result<()> {
    draw(path, axes, |chart| {
        for (series, colour) in series.iter().zip(COLOURS.iter().cycle()) {
            chart
                .draw_series(LineSeries::new(series.points.iter().copied(), colour.stroke_width(2)))
                .map_err(reason)?
                .label(series.name.clone())
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour.stroke_width(2)));
        }
        Ok(())
    })
}

/// Writes the share of errors of at most 0, 1, … years.
///
/// # Errors
/// When the file cannot be written.
pub fn cumulative_score(path: &Path, title: &str, name: &str, scores: &[f64]) -> Result<()> {
    let points = scores.iter().enumerate().map(|(years, &share)| (years as f64, share)).collect();
    let last = scores.len().saturating_sub(1).max(1) as f64;
    let axes = Axes { title, x: ("error of at most so many years", 0.0..last), y: ("share of faces", 0.0..1.0) };
    lines(path, &axes, &[Series { name: name.to_owned(), points }])
}

/// Writes reliability diagrams, each with its name, beside the perfect one.
///
/// # Errors
/// When the file cannot be written.
pub fn reliability(path: &Path, title: &str, diagrams: &[(&str, &[ReliabilityBin])]) -> Result<()> {
    let diagram = |(name, bins): &(&str, &[ReliabilityBin])| Series {
        name: (*name).to_owned(),
        points: bins.iter().map(|bin| (bin.confidence, bin.accuracy)).collect(),
    };
    let perfect = Series { name: "perfect".to_owned(), points: vec![(0.0, 0.0), (1.0, 1.0)] };
    let series: Vec<Series> = diagrams.iter().map(diagram).chain([perfect]).collect();
    let axes = Axes {
        title,
        x: ("probability of the likeliest class", 0.0..1.0),
        y: ("how often it is the labelled one", 0.0..1.0),
    };
    lines(path, &axes, &series)
}

/// Writes one point for each series, with its name beside it, and the line that joins them in their order.
///
/// # Errors
/// When the file cannot be written.
pub fn front(path: &Path, axes: &Axes, points: &[(String, f64, f64)]) -> Result<()> {
    draw(path, axes, |chart| {
        let places = points.iter().map(|&(_, x, y)| (x, y));
        chart.draw_series(LineSeries::new(places, COLOURS[0].mix(0.4))).map_err(reason)?;
        let point = |(name, x, y): &(String, f64, f64)| {
            EmptyElement::at((*x, *y))
                + Circle::new((0, 0), 4, COLOURS[0].filled())
                + Text::new(name.clone(), (8, -16), FONT.into_font())
        };
        chart.draw_series(points.iter().map(point)).map_err(reason)?;
        Ok(())
    })
}

/// Writes a value with an interval for each name, one below the other.
///
/// # Errors
/// When the file cannot be written.
pub fn intervals(path: &Path, title: &str, label: &str, rows: &[(String, f64, [f64; 2])]) -> Result<()> {
    let high = rows.iter().map(|(_, _, [_, high])| *high).fold(0.0, f64::max);
    let low = rows.iter().map(|(_, _, [low, _])| *low).fold(high, f64::min);
    let margin = ((high - low) * 0.08).max(1e-6);
    let range = (low - margin).max(0.0)..high + margin;
    let axes = Axes { title, x: (label, range), y: ("", -0.5..rows.len() as f64 - 0.5) };
    let names = |place: &f64| {
        let row = rows.len() as f64 - 1.0 - place;
        let is_row = (row - row.round()).abs() < 1e-6 && row > -0.5;
        let name = is_row.then(|| rows.get(row.round() as usize)).flatten();
        name.map(|(name, _, _)| name.clone()).unwrap_or_default()
    };
    let root = SVGBackend::new(path, (SIZE.0, 90 + 26 * rows.len() as u32)).into_drawing_area();
    let mut chart = frame(&root, &axes, 170)?;
    let mesh = &mut chart.configure_mesh();
    mesh.x_desc(label).y_labels(2 * rows.len()).y_label_formatter(&names).disable_y_mesh().label_style(FONT);
    mesh.draw().map_err(reason)?;
    for (row, (_, value, [low, high])) in rows.iter().rev().enumerate() {
        let y = row as f64;
        let line = PathElement::new([(*low, y), (*high, y)], COLOURS[0].stroke_width(2));
        chart.draw_series([line]).map_err(reason)?;
        chart.draw_series([Circle::new((*value, y), 4, COLOURS[0].filled())]).map_err(reason)?;
    }
    root.present().map_err(reason)
}

type Root<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Chart<'a, 'b> = ChartContext<'a, SVGBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

fn draw<'b>(path: &'b Path, axes: &Axes, series: impl FnOnce(&mut Chart<'_, 'b>) -> Result<()>) -> Result<()> {
    let root = SVGBackend::new(path, SIZE).into_drawing_area();
    let mut chart = frame(&root, axes, 64)?;
    let mesh = &mut chart.configure_mesh();
    mesh.x_desc(axes.x.0).y_desc(axes.y.0).label_style(FONT).light_line_style(WHITE);
    mesh.draw().map_err(reason)?;
    series(&mut chart)?;
    let labels = &mut chart.configure_series_labels();
    labels.border_style(BLACK.mix(0.3)).background_style(WHITE).label_font(FONT);
    labels.position(SeriesLabelPosition::LowerRight).draw().map_err(reason)?;
    root.present().map_err(reason)
}

/// An empty chart with room for labels of `left` pixels on its left.
fn frame<'a, 'b>(root: &'a Root<'b>, axes: &Axes, left: u32) -> Result<Chart<'a, 'b>> {
    root.fill(&WHITE).map_err(reason)?;
    let mut builder = ChartBuilder::on(root);
    builder.caption(axes.title, TITLE_FONT).margin(12).x_label_area_size(44).y_label_area_size(left);
    builder.build_cartesian_2d(axes.x.1.clone(), axes.y.1.clone()).map_err(reason)
}

/// The library's errors borrow what they speak of.
fn reason(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("the plot cannot be drawn: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(name: &str, draw: impl FnOnce(&Path) -> Result<()>) -> String {
        let path = std::env::temp_dir().join(format!("visage-{}-{name}.svg", std::process::id()));
        draw(&path).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(path).unwrap();
        text
    }

    #[test]
    fn lines_are_drawn_with_their_names() {
        let axes = Axes { title: "A title", x: ("years", 0.0..20.0), y: ("share", 0.0..1.0) };
        let series = [Series { name: "first".into(), points: vec![(0.0, 0.1), (20.0, 0.9)] }];
        let text = drawn("lines", |path| lines(path, &axes, &series));
        assert!(["A title", "years", "share", "first"].iter().all(|label| text.contains(label)));
    }

    #[test]
    fn every_interval_has_its_name() {
        let rows = [("one".to_owned(), 0.5, [0.4, 0.6]), ("two".to_owned(), 0.7, [0.6, 0.8])];
        let text = drawn("intervals", |path| intervals(path, "Groups", "share", &rows));
        assert!(text.contains("one") && text.contains("two"), "{text}");
    }

    #[test]
    fn every_point_of_a_front_has_its_name() {
        let axes = Axes { title: "Sizes", x: ("cost", 0.0..2.0), y: ("error", 4.0..6.0) };
        let text = drawn("front", |path| front(path, &axes, &[("tiny".to_owned(), 1.0, 5.0)]));
        assert!(text.contains("tiny"));
    }
}
