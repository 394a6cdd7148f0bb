//! Evidence outside of the face, as a loss: the network is to be right for the right reasons.

use super::channels_last::ChannelsLast;
use crate::analysis::alignment::FACE_OVAL;
use crate::attributes::Attribute;
use crate::explanation::{ExplanationTarget, explained_output};
use crate::geometry::{Point, Similarity};
use crate::network::Dmtl;
use burn::module::Module;
use burn::tensor::{Tensor, TensorData};

/// Where heat begins to cost, in half axes of the face's oval, and where all of it does. A cell of the map is spread over 16 pixels
/// and more where it is shown, so that it costs before the oval ends.
const BEGINS: f32 = 0.75;
const COSTS_ALL: f32 = 1.25;
/// A map of less heat has no place.
const LEAST_HEAT: f32 = 1e-6;

/// Where an input's pixels lie in the canonical crop.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// From the pixels to those of the canonical crop, both counted from their middles.
    pub to_crop: Similarity,
    /// Whether the picture was mirrored after that.
    pub is_mirrored: bool,
}

impl View {
    /// How much heat in each cell of a map costs, 0 to 1: `[side, side]`, row by row. The input has `size` pixels a side.
    fn costs(self, size: usize, side: usize) -> impl Iterator<Item = f32> {
        let step = size as f32 / side as f32;
        let middle = move |cell: usize| (cell as f32 + 0.5) * step - 0.5;
        (0..side * side).map(move |cell| {
            let (x, y) = (middle(cell % side), middle(cell / side));
            let x = if self.is_mirrored { size as f32 - 1.0 - x } else { x };
            let place = self.to_crop.apply(Point { x, y });
            let distance = FACE_OVAL.distance(Point { x: place.x + 0.5, y: place.y + 0.5 });
            ((distance - BEGINS) / (COSTS_ALL - BEGINS)).clamp(0.0, 1.0)
        })
    }
}

/// The share of the heat maps' heat that lies outside of the face, `[1]`: the mean over faces, attributes and, for age, both
/// directions.
///
/// The idea is that of Ross, Hughes, Doshi-Velez ("Right for the Right Reasons", IJCAI 2017), on the map that heat maps are made of
/// instead of the pixels. Grad-CAM's importance of the channels counts as constant, so that nothing is differentiated twice.
///
/// `map` is the trunk's, `[batch, side, side, channels]`, of inputs with `size` pixels a side that show their faces in `views`.
pub(super) fn evidence_outside(network: &Dmtl, map: Tensor<4>, views: &[View], size: usize) -> Tensor<1> {
    let [faces, side, _, _] = map.dims();
    let costs: Vec<f32> = views.iter().flat_map(|view| view.costs(size, side)).collect();
    let costs = Tensor::<2>::from_data(TensorData::new(costs, [faces, side * side]), &map.device());
    let fixed = network.clone().no_grad();
    let mut shares = Vec::new();
    for attribute in Attribute::ALL {
        let Some(importance) = importance(&fixed, map.clone(), attribute) else { continue };
        let evidence = (map.clone() * importance).sum_dim(3).reshape([faces, side * side]);
        let directions =
            if attribute == Attribute::Age { vec![evidence.clone().neg(), evidence] } else { vec![evidence] };
        for evidence in directions {
            let heat = evidence.clamp_min(0.0);
            let total = heat.clone().sum_dim(1).clamp_min(LEAST_HEAT);
            shares.push(((heat * costs.clone()).sum_dim(1) / total).mean());
        }
    }
    if shares.is_empty() { Tensor::zeros([1], &map.device()) } else { Tensor::cat(shares, 0).mean() }
}

/// How much each channel of `map` means for `attribute`: the gradient's mean over places, `[batch, 1, 1, channels]`, without one of
/// its own.
fn importance(network: &Dmtl, map: Tensor<4>, attribute: Attribute) -> Option<Tensor<4>> {
    let leaf = map.detach().require_grad();
    let [ordinal, nominal] = ChannelsLast::default().features_from(network, leaf.clone());
    let logits = network.heads(ordinal, nominal)[attribute].clone();
    let mut gradients = explained_output(logits, &ExplanationTarget::likeliest(attribute)).backward();
    Some(leaf.grad_remove(&mut gradients)?.mean_dims(&[1, 2]).autodiff())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{CROP_SIDE, DmtlConfig, drawn, noise};
    use burn::tensor::Device;

    const PLAIN: View = View { to_crop: Similarity::IDENTITY, is_mirrored: false };

    #[test]
    fn the_face_costs_nothing_and_the_corners_all() {
        let costs: Vec<f32> = PLAIN.costs(CROP_SIDE, 7).collect();
        for cell in [2 * 7 + 3, 3 * 7 + 2, 3 * 7 + 3, 3 * 7 + 4, 4 * 7 + 3] {
            assert_eq!(costs[cell], 0.0, "cell {cell}");
        }
        for cell in [0, 6, 6 * 7, 6 * 7 + 6] {
            assert_eq!(costs[cell], 1.0, "cell {cell}");
        }
    }

    #[test]
    fn costs_move_and_turn_over_with_the_picture() {
        let moved = Similarity { tx: 16.0, ..Similarity::IDENTITY };
        let plain: Vec<f32> = PLAIN.costs(CROP_SIDE, 7).collect();
        let shifted: Vec<f32> = View { to_crop: moved, is_mirrored: false }.costs(CROP_SIDE, 7).collect();
        let mirrored: Vec<f32> = View { to_crop: moved, is_mirrored: true }.costs(CROP_SIDE, 7).collect();
        for row in 0..7 {
            for column in 0..6 {
                assert!((shifted[row * 7 + column] - plain[row * 7 + column + 1]).abs() < 1e-5);
            }
            for column in 0..7 {
                assert!((mirrored[row * 7 + column] - shifted[row * 7 + 6 - column]).abs() < 1e-5);
            }
        }
    }

    /// Steps against the gradient move heat into the face. It is small, as each cell has a 49th of the heat.
    #[test]
    fn the_loss_falls_along_its_gradient() {
        const STEP: f32 = 60.0;
        let device = Device::flex().autodiff();
        let network = drawn(DmtlConfig::new().with_normalised(true).init(&device), 3);
        let images = noise([4, CROP_SIDE, CROP_SIDE, 3], 5, &device);
        let mut map = ChannelsLast::default().trunk_map(&network, images).detach();
        let mut losses = Vec::new();
        for _ in 0..6 {
            let leaf = map.clone().require_grad();
            let loss = evidence_outside(&network, leaf.clone(), &[PLAIN; 4], CROP_SIDE);
            losses.push(loss.clone().into_scalar::<f32>());
            let gradient = leaf.grad_remove(&mut loss.backward()).unwrap();
            map = (map - gradient.autodiff() * STEP).detach();
        }
        assert!((0.05..1.0).contains(&losses[0]), "{losses:?}");
        assert!(losses[5] < 0.9 * losses[0], "{losses:?}");
    }
}
