//! The shape of an age distribution as an SVG path.

use std::fmt::Write;

/// Width of the chart in its own units: two for each step of a year.
pub const WIDTH: f32 = 200.0;
/// Height of the chart in its own units.
pub const HEIGHT: f32 = 48.0;

/// The probability drawn at full height, unless a year exceeds it: a distribution as sharp as a single year's label would
/// otherwise look no different from a broad one.
const FULL_SCALE: f32 = 0.08;

/// The filled outline of the distribution: from the base line over one point for each year back to the base line.
pub fn outline(distribution: &[f32]) -> String {
    let largest = distribution.iter().copied().fold(FULL_SCALE, f32::max);
    let mut path = format!("M0 {HEIGHT}");
    for (year, probability) in distribution.iter().enumerate() {
        let y = HEIGHT * (1.0 - probability / largest);
        // Writing to a string cannot fail.
        let _ = write!(path, "L{:.1} {y:.1}", across(year as f32));
    }
    let _ = write!(path, "L{WIDTH} {HEIGHT}Z");
    path
}

/// How far to the right an age is.
pub fn across(years: f32) -> f32 {
    WIDTH * years.clamp(0.0, 100.0) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_starts_and_ends_on_the_base_line() {
        let mut distribution = vec![0.0; 101];
        distribution[50] = 1.0;
        let path = outline(&distribution);
        assert!(path.starts_with("M0 48L0.0 48.0"));
        assert!(path.contains("L100.0 0.0L"));
        assert!(path.ends_with("L200 48Z"));
    }

    #[test]
    fn a_flat_distribution_stays_low() {
        let path = outline(&[1.0 / 101.0; 101]);
        assert!(path.contains("L100.0 42.1"));
    }
}
