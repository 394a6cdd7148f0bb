//! The map that an explanation consists of.

/// How much each place of a face speaks for an output; 0 (nothing) to 1 (the most in this map). Square.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceMap {
    side: usize,
    values: Vec<f32>,
}

impl EvidenceMap {
    /// Keeps what speaks *for* the output (ReLU) and divides by the largest value, so that maps can be coloured alike.
    ///
    /// `raw` has `side × side` values, rows from top to bottom; missing ones count as zero and further ones are
    /// dropped. Where nothing is positive the map is empty. A value that is not a number counts as zero.
    pub fn from_raw(mut raw: Vec<f32>, side: usize) -> Self {
        raw.resize(side * side, 0.0);
        // `max` returns the other operand for NaN.
        let largest = raw.iter().fold(0.0f32, |largest, &value| largest.max(value));
        let scale = if largest.is_normal() { largest.recip() } else { 0.0 };
        for value in &mut raw {
            *value = (value.max(0.0) * scale).min(1.0);
        }
        Self { side, values: raw }
    }

    /// Width and height of the map.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The values, rows from top to bottom.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// Whether nothing speaks for the output.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(|&value| value == 0.0)
    }

    /// The map at another size, by bilinear interpolation between the centres of its cells; constant beyond the
    /// outermost centres.
    pub fn resized(&self, side: usize) -> Self {
        let taps: Vec<Tap> = (0..side).map(|index| Tap::new(index, self.side, side)).collect();
        let mut values = Vec::with_capacity(side * side);
        for vertical in &taps {
            for horizontal in &taps {
                let upper =
                    horizontal.mix(self.value(horizontal.low, vertical.low), self.value(horizontal.high, vertical.low));
                let lower = horizontal
                    .mix(self.value(horizontal.low, vertical.high), self.value(horizontal.high, vertical.high));
                values.push(vertical.mix(upper, lower));
            }
        }
        Self { side, values }
    }

    fn value(&self, column: usize, row: usize) -> f32 {
        self.values.get(row * self.side + column).copied().unwrap_or(0.0)
    }
}

/// The two source cells that a target cell lies between, and how far it is from the first to the second.
struct Tap {
    low: usize,
    high: usize,
    fraction: f32,
}

impl Tap {
    fn new(index: usize, from: usize, to: usize) -> Self {
        let last = from.saturating_sub(1);
        let position = (index as f32 + 0.5) * from as f32 / to as f32 - 0.5;
        let position = position.clamp(0.0, last as f32);
        let low = position as usize;
        Self { low, high: (low + 1).min(last), fraction: position - low as f32 }
    }

    fn mix(&self, first: f32, second: f32) -> f32 {
        first + (second - first) * self.fraction
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_positive_evidence_remains_and_the_largest_is_one() {
        let map = EvidenceMap::from_raw(vec![-3.0, 0.5, 2.0, f32::NAN], 2);
        assert_eq!(map.values(), [0.0, 0.25, 1.0, 0.0]);
        assert!(!map.is_empty());
    }

    #[test]
    fn a_map_without_positive_evidence_is_empty() {
        assert!(EvidenceMap::from_raw(vec![-1.0, -2.0, 0.0, f32::NAN], 2).is_empty());
        assert!(EvidenceMap::from_raw(Vec::new(), 3).is_empty());
    }

    #[test]
    fn resizing_interpolates_between_cell_centres() {
        let map = EvidenceMap::from_raw(vec![0.0, 1.0, 0.0, 1.0], 2).resized(4);
        for row in map.values().chunks(4) {
            assert_eq!(row, [0.0, 0.25, 0.75, 1.0]);
        }
    }

    #[test]
    fn resizing_keeps_the_place_of_the_peak_and_the_range() {
        let mut raw = vec![0.0; 49];
        raw[2 * 7 + 5] = 4.0;
        let map = EvidenceMap::from_raw(raw, 7).resized(112);
        let peak = map.values().iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap().0;
        let (column, row) = (peak % 112, peak / 112);
        assert!((80..96).contains(&column) && (32..48).contains(&row), "peak at column {column}, row {row}");
        assert!(map.values().iter().all(|value| (0.0..=1.0).contains(value)));
    }

    #[test]
    fn resizing_to_the_same_side_changes_nothing() {
        let map = EvidenceMap::from_raw(vec![0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], 3);
        assert_eq!(map.resized(3), map);
    }
}
