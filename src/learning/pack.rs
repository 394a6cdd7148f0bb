//! Faces of the data sets as the shared trunk of the network describes them, with their labels and without their pictures: enough to watch
//! age, gender and race be learned.

use super::Example;
use crate::attributes::{Attribute, PerAttribute};

/// First and last year of the levels of age that the faces are labelled with: ten years each, and what both data sets can tell.
pub const AGE_LEVELS: [(usize, usize); 7] = [(0, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 59), (60, 100)];

/// Faces in the pack that comes with a release, half of them of each data set.
pub const PACKED_FACES: usize = 2000;

/// A pack begins with `OWNER` digits of the checksum of the weights whose features it holds.
const OWNER: usize = 16;
/// Two numbers of four bytes: how many faces there are, and how many features each has.
const COUNTS: usize = 8;
/// Of each feature the lowest value and the step between two, in four bytes each.
const SCALE: usize = 8;
/// A label of each attribute, in a byte.
const LABELS: usize = Attribute::ALL.len();

/// A face of a data set.
#[derive(Clone, Debug, PartialEq)]
pub struct PackedFace {
    /// Features of the shared trunk.
    pub features: Vec<f32>,
    /// Its level of age (of [`AGE_LEVELS`]), gender and race.
    pub labels: PerAttribute<u8>,
}

/// The level of an age in years.
pub fn age_level(years: usize) -> u8 {
    let level = AGE_LEVELS.iter().position(|(_, last)| years <= *last).unwrap_or(AGE_LEVELS.len() - 1);
    level as u8
}

/// The pack of `faces`, each feature in 256 steps between its lowest and its highest value. `owner` is the checksum of the weights in
/// hexadecimal digits.
///
/// # Panics
/// When faces have different numbers of features, or `owner` isn't a checksum.
pub fn pack(faces: &[PackedFace], owner: &str) -> Vec<u8> {
    let length = faces.first().map_or(0, |face| face.features.len());
    assert!(faces.iter().all(|face| face.features.len() == length), "all faces have the same features");
    let mut bytes = owner.as_bytes()[..OWNER].to_vec();
    bytes.extend([faces.len(), length].into_iter().flat_map(|count| (count as u32).to_le_bytes()));
    let scales: Vec<(f32, f32)> =
        (0..length).map(|place| scale(faces.iter().map(|face| face.features[place]))).collect();
    bytes.extend(scales.iter().flat_map(|(lowest, step)| [*lowest, *step]).flat_map(f32::to_le_bytes));
    for face in faces {
        let values = face.features.iter().zip(&scales);
        bytes.extend(values.map(|(value, (lowest, step))| ((value - lowest) / step).round() as u8));
        bytes.extend(face.labels.0);
    }
    bytes
}

/// The lowest of some values, and a 255th of the way to the highest.
fn scale(values: impl Iterator<Item = f32>) -> (f32, f32) {
    let (lowest, highest) = values.fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(value), high.max(value)));
    (lowest, ((highest - lowest) / 255.0).max(f32::MIN_POSITIVE))
}

/// The faces of a pack as examples of age, gender and race; `None` where it is none, or of other weights than `owner`'s.
pub fn unpack(bytes: &[u8], owner: &str) -> Option<Vec<Example>> {
    let (digits, bytes) = bytes.split_at_checked(OWNER)?;
    let (counts, bytes) = bytes.split_at_checked(COUNTS)?;
    let [count, length] = *counts.as_chunks::<4>().0 else { return None };
    let [count, length] = [count, length].map(|count| u32::from_le_bytes(count) as usize);
    let (scales, faces) = bytes.split_at_checked(SCALE.checked_mul(length)?)?;
    if !owner.as_bytes().starts_with(digits) || length == 0 || faces.len() != count.checked_mul(length + LABELS)? {
        return None;
    }
    let scales = scales.as_chunks::<4>().0.as_chunks::<2>().0;
    let example = |(number, face): (u32, &[u8])| {
        let (values, labels) = face.split_at(length);
        let value = |(value, [lowest, step]): (&u8, &[[u8; 4]; 2])| {
            f32::from_le_bytes(*lowest) + f32::from(*value) * f32::from_le_bytes(*step)
        };
        let features: Vec<f32> = values.iter().zip(scales).map(value).collect();
        let classes = labels.iter().map(|class| Some(usize::from(*class))).collect();
        Example { number, views: [features.clone(), features], classes }
    };
    Some((0..).zip(faces.chunks_exact(length + LABELS)).map(example).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "0123456789abcdef0123456789abcdef";

    fn faces() -> Vec<PackedFace> {
        (0..5u8)
            .map(|number| PackedFace {
                features: vec![f32::from(number) - 2.0, 1.0, 0.1 * f32::from(number)],
                labels: PerAttribute([number, number % 2, 4 - number]),
            })
            .collect()
    }

    #[test]
    fn faces_survive_their_pack_to_half_a_step() {
        let examples = unpack(&pack(&faces(), OWN), OWN).unwrap();
        assert_eq!(examples.len(), 5);
        for ((number, face), example) in (0..).zip(faces()).zip(examples) {
            assert_eq!(example.number, number);
            assert_eq!(example.classes, face.labels.map(|class| Some(usize::from(class))).0);
            for (found, expected) in example.views[0].iter().zip(&face.features) {
                assert!((found - expected).abs() < 4.0 / 255.0 / 2.0 + 1e-6, "{found} {expected}");
            }
        }
    }

    #[test]
    fn what_is_no_pack_or_of_other_weights_is_not_read() {
        let whole = pack(&faces(), OWN);
        assert_eq!(unpack(&whole, "fedcba98"), None);
        assert!((0..whole.len()).all(|length| unpack(&whole[..length], OWN).is_none()));
    }

    #[test]
    fn every_age_has_a_level() {
        assert_eq!([0, 9, 10, 25, 60, 100, 116].map(age_level), [0, 0, 1, 2, 6, 6, 6]);
    }
}
