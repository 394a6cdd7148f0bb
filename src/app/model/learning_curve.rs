//! How losses and their weights go while new attributes are learned, as curves.

use crate::learning::Epoch;

/// What of a pass is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// The losses.
    Losses,
    /// The weights of the losses.
    Weights,
}

impl Drawn {
    fn of(self, epoch: &Epoch) -> &[f32] {
        match self {
            Self::Losses => &epoch.losses,
            Self::Weights => &epoch.weights,
        }
    }

    /// The largest value of all attributes, or one where there is none.
    pub fn most(self, epochs: &[Epoch]) -> f32 {
        let most = epochs.iter().flat_map(|epoch| self.of(epoch)).copied().fold(0.0, f32::max);
        if most > 0.0 { most } else { 1.0 }
    }

    /// The curve of one attribute as points of an SVG `polyline` in a box of that width and height, which the most `passes` fill.
    pub fn points(self, epochs: &[Epoch], attribute: usize, passes: usize, [width, height]: [f32; 2]) -> String {
        let most = self.most(epochs);
        let step = width / passes.saturating_sub(1).max(1) as f32;
        let point = |epoch: &Epoch| {
            let value = self.of(epoch).get(attribute)?;
            Some(format!("{:.1},{:.1}", step * epoch.number as f32, height * (1.0 - value / most)))
        };
        epochs.iter().filter_map(point).collect::<Vec<_>>().join(" ")
    }
}

/// The figures of one attribute after a pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// The attribute's mean loss, L.
    pub loss: f32,
    /// The attribute's log-variance, s.
    pub log_variance: f32,
    /// The weight of the attribute's loss.
    pub weight: f32,
    /// Where the weight would come to rest, 1 / (2 L).
    pub rest: f32,
}

/// The figures of one attribute after the last pass.
pub fn figures(epochs: &[Epoch], attribute: usize) -> Option<Figures> {
    let last = epochs.last()?;
    let loss = *last.losses.get(attribute)?;
    Some(Figures {
        loss,
        log_variance: *last.log_variances.get(attribute)?,
        weight: *last.weights.get(attribute)?,
        rest: 0.5 / loss.max(1e-3),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn epochs() -> Vec<Epoch> {
        let epoch = |number: usize, loss: f32, weight: f32| Epoch {
            number,
            losses: vec![loss, 1.0],
            log_variances: vec![-weight.ln(), 0.0],
            weights: vec![weight, 1.0],
            held_back: vec![None, None],
        };
        vec![epoch(0, 2.0, 1.0), epoch(1, 0.5, 4.0)]
    }

    #[test]
    fn curves_fill_their_box() {
        let epochs = epochs();
        assert_eq!(Drawn::Losses.points(&epochs, 0, 3, [100.0, 40.0]), "0.0,0.0 50.0,30.0");
        assert_eq!(Drawn::Weights.points(&epochs, 0, 3, [100.0, 40.0]), "0.0,30.0 50.0,0.0");
        assert_eq!(Drawn::Losses.points(&epochs, 2, 3, [100.0, 40.0]), "");
        assert_eq!(Drawn::Losses.most(&[]), 1.0);
    }

    #[test]
    fn a_weight_rests_at_one_over_twice_its_loss() {
        let found = figures(&epochs(), 0).unwrap();
        assert_eq!((found.loss, found.weight, found.rest), (0.5, 4.0, 1.0));
        assert_eq!(figures(&[], 0), None);
        assert_eq!(figures(&epochs(), 5), None);
    }
}
