//! Sampling of training faces, balanced to a degree over race, gender and age group.

use super::crops::Sample;
use crate::attributes::age_group;
use rand::Rng;
use rand::distr::Distribution;
use rand::distr::weighted::WeightedIndex;
use rand::rngs::StdRng;
use std::collections::BTreeMap;

/// Draws the faces of one data set, with repetition.
pub(super) struct Sampler {
    /// Faces of one race, gender and age group; none is empty.
    cells: Vec<Vec<usize>>,
    choice: WeightedIndex<f64>,
}

impl Sampler {
    /// Draws from `indices` of `samples`. `balance` 0 draws every face alike, 1 every combination of race, gender and age
    /// group; between them a combination's share grows with its size to the power of `1 − balance`.
    ///
    /// `None` if there is nothing to draw.
    pub(super) fn new(samples: &[Sample], indices: &[usize], balance: f64) -> Option<Self> {
        let mut cells = BTreeMap::<_, Vec<usize>>::new();
        for &index in indices {
            let labels = samples.get(index)?.labels;
            let group = age_group(labels.age.range().0 as f32);
            cells.entry((labels.race as usize, labels.gender as usize, group)).or_default().push(index);
        }
        let cells: Vec<Vec<usize>> = cells.into_values().collect();
        let choice = WeightedIndex::new(cells.iter().map(|cell| (cell.len() as f64).powf(1.0 - balance))).ok()?;
        Some(Self { cells, choice })
    }

    /// The index of a face.
    pub(super) fn draw(&self, random: &mut StdRng) -> usize {
        let cell = &self.cells[self.choice.sample(random)]; // one weight a cell
        cell[random.random_range(0..cell.len())] // no cell is empty
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::{Gender, Race};
    use crate::training::dataset::{AgeLabel, Dataset, Labels};
    use rand::SeedableRng;

    /// 90 faces of one kind and 10 of another.
    fn samples() -> Vec<Sample> {
        let sample = |race| Sample {
            dataset: Dataset::UtkFace,
            labels: Labels { age: AgeLabel::Years(30), gender: Gender::Male, race },
            is_found: true,
            is_validation: false,
        };
        (0..100).map(|index| sample(if index < 90 { Race::White } else { Race::Black })).collect()
    }

    fn share_of_the_rare(balance: f64) -> f64 {
        let samples = samples();
        let sampler = Sampler::new(&samples, &(0..100).collect::<Vec<_>>(), balance).unwrap();
        let mut random = StdRng::seed_from_u64(1);
        (0..4_000).filter(|_| sampler.draw(&mut random) >= 90).count() as f64 / 4_000.0
    }

    #[test]
    fn balance_raises_the_share_of_the_rare() {
        for (balance, expected) in [(0.0, 0.1), (0.5, 0.25), (1.0, 0.5)] {
            let found = share_of_the_rare(balance);
            assert!((found - expected).abs() < 0.03, "{found} for a balance of {balance}");
        }
    }

    #[test]
    fn there_must_be_something_to_draw() {
        assert!(Sampler::new(&samples(), &[], 0.0).is_none());
    }
}
