//! Tells the faces that the network was trained for from what else looks like one to the detector.

use crate::estimates::Doubt;
use crate::network::Features;

/// The doubts that a probe can give, in the order of its rows.
pub const PROBED: [Doubt; 2] = [Doubt::Covered, Doubt::Unlike];

/// Bytes in front of the weights: the first digits of the checksum of the network's weights, a bias and a unit for each doubt.
const OWNER: usize = 16;
const FLOAT: usize = size_of::<f32>();
const HEADER: usize = OWNER + 2 * FLOAT * PROBED.len();

/// A linear classifier on a network's [`Features`], for each of [`PROBED`]. It is fitted by `visage fit-doubt` to faces, and to the
/// same faces covered, drawn and turned over. Its threshold is in its bias.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    /// The first hexadecimal digits of the SHA-256 of the weights whose features it knows.
    pub owner: [u8; OWNER],
    /// A row for each doubt, of which there is reason where the row's product with the features and the bias is above zero.
    pub rows: [ProbeRow; PROBED.len()],
}

/// One doubt's part of a [`Probe`].
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeRow {
    /// Constant that is added to the weighted sum.
    pub bias: f32,
    /// What one step of a weight is worth.
    pub unit: f32,
    /// A weight for each feature, in steps.
    pub weights: Vec<i16>,
}

impl ProbeRow {
    /// The row of these weights, rounded.
    pub fn rounded(bias: f32, weights: &[f32]) -> Self {
        let largest = weights.iter().fold(0.0f32, |largest, weight| largest.max(weight.abs()));
        let unit = if largest > 0.0 { largest / f32::from(i16::MAX) } else { 1.0 };
        Self { bias, unit, weights: weights.iter().map(|weight| (weight / unit).round() as i16).collect() }
    }

    /// How far above its threshold a face is.
    pub fn score(&self, features: &Features) -> f32 {
        let products = features.values().zip(&self.weights).map(|(feature, &weight)| feature * f32::from(weight));
        self.bias + self.unit * products.sum::<f32>()
    }
}

impl Probe {
    /// The probe in `bytes`, as [`to_bytes`](Self::to_bytes) writes them; `None` where they are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, weights) = bytes.split_at_checked(HEADER)?;
        let (owner, floats) = header.split_first_chunk::<OWNER>()?;
        let (floats, _) = floats.as_chunks::<FLOAT>();
        let mut floats = floats.iter().map(|&bytes| f32::from_le_bytes(bytes));
        let (weights, rest) = weights.as_chunks::<2>();
        if !rest.is_empty() || weights.is_empty() || weights.len() % PROBED.len() != 0 {
            return None;
        }
        let mut rows = weights.chunks_exact(weights.len() / PROBED.len()).map(|row| {
            let weights = row.iter().map(|&bytes| i16::from_le_bytes(bytes)).collect();
            Some(ProbeRow { bias: floats.next()?, unit: floats.next()?, weights })
        });
        Some(Self { owner: *owner, rows: [rows.next()??, rows.next()??] })
    }

    /// Whether it was fitted to the network whose weights have this SHA-256, in hexadecimal digits.
    pub fn is_of(&self, sha256: &str) -> bool {
        sha256.as_bytes().starts_with(&self.owner)
    }

    /// The probe as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.owner.to_vec();
        for row in &self.rows {
            bytes.extend(row.bias.to_le_bytes());
            bytes.extend(row.unit.to_le_bytes());
        }
        bytes.extend(self.rows.iter().flat_map(|row| &row.weights).flat_map(|weight| weight.to_le_bytes()));
        bytes
    }

    /// The reasons that a face's features give to doubt what is said about it: the better one.
    pub fn doubt(&self, features: &Features) -> Option<Doubt> {
        let scores = self.rows.each_ref().map(|row| row.score(features));
        let best = PROBED.into_iter().zip(scores).max_by(|(_, one), (_, other)| one.total_cmp(other));
        best.filter(|&(_, score)| score > 0.0).map(|(doubt, _)| doubt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probe() -> Probe {
        let rows = [ProbeRow::rounded(-1.0, &[2.0, 0.0, 1.0]), ProbeRow::rounded(-2.0, &[0.0, 1.0, 0.0])];
        Probe { owner: [7; OWNER], rows }
    }

    fn features(values: [f32; 3]) -> Features {
        let [shared, ordinal, nominal] = values.map(|value| vec![value]);
        Features { shared, ordinal, nominal }
    }

    #[test]
    fn a_probe_is_read_as_it_was_written() {
        let bytes = probe().to_bytes();
        assert_eq!(Probe::from_bytes(&bytes), Some(probe()));
        for broken in [&[][..], &bytes[..10], &bytes[..bytes.len() - 1]] {
            assert_eq!(Probe::from_bytes(broken), None);
        }
    }

    #[test]
    fn a_probe_knows_its_network() {
        assert!(probe().is_of(&"\x07".repeat(64)) && !probe().is_of(&"0".repeat(64)) && !probe().is_of(""));
    }

    #[test]
    fn the_better_reason_is_given() {
        assert_eq!(probe().doubt(&features([0.1, 1.0, 0.1])), None);
        assert_eq!(probe().doubt(&features([1.0, 0.0, 0.0])), Some(Doubt::Covered));
        assert_eq!(probe().doubt(&features([1.0, 9.0, 0.0])), Some(Doubt::Unlike));
    }
}
