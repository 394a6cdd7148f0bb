//! Grad-CAM by Burn's autodiff, which the kernels' is held against.

use super::ExplanationTarget;
use crate::attributes::{AGE_CLASSES, Category, YOUNGER};
#[cfg(test)]
use crate::network::Dmtl;
use burn::tensor::activation::softmax;
use burn::tensor::{Device, Tensor, TensorData};

/// As [`grad_cam`](super::grad_cam()) defines it.
///
/// # Shapes
/// - `activations`: `[faces, channels, height, width]`, from [`Dmtl::forward_to`] with the target's layer, without
///   autodiff
/// - output: `[faces, height, width]`, not negative
#[cfg(test)]
pub(super) fn burn_grad_cam(network: &Dmtl, activations: Tensor<4>, target: &ExplanationTarget) -> Tensor<3> {
    let importance = match burn_gradient(network, activations.clone(), target) {
        Some(gradient) => gradient.mean_dims(&[2, 3]),
        None => activations.zeros_like().mean_dims(&[2, 3]),
    };
    (activations * importance).sum_dim(1).clamp_min(0.0).squeeze_dim(1)
}

/// `∂y/∂A` for every face, in the shape of `activations`; `None` where `y` does not depend on them at all.
#[cfg(test)]
pub(super) fn burn_gradient(network: &Dmtl, activations: Tensor<4>, target: &ExplanationTarget) -> Option<Tensor<4>> {
    let tracked = activations.autodiff().require_grad();
    let logits = logits_from(network, tracked.clone(), target);
    // Faces do not influence each other, so the gradient of the sum over all faces is every face's own.
    let mut gradients = explained_output(logits, target).backward();
    tracked.grad_remove(&mut gradients)
}

/// The logits of the target's attribute from the map at its layer.
#[cfg(test)]
fn logits_from(network: &Dmtl, map: Tensor<4>, target: &ExplanationTarget) -> Tensor<2> {
    network.forward_from(map, target.layer)[target.attribute].clone()
}

/// `y`, summed over all faces: what is explained of the logits of the target's attribute, `[faces, classes]` to `[1]`.
pub(crate) fn explained_output(logits: Tensor<2>, target: &ExplanationTarget) -> Tensor<1> {
    let device = logits.device().without_autodiff();
    match (target.attribute.category(), target.class) {
        (Category::Ordinal, direction) => {
            let sign = if direction == Some(YOUNGER) { -1.0 } else { 1.0 };
            let years = (0..AGE_CLASSES).map(|year| sign * year as f32).collect();
            (softmax(logits, 1) * row(years, &device)).sum()
        }
        (Category::Nominal, Some(class)) => {
            let classes = target.attribute.classes();
            let chosen = (0..classes).map(|index| if index == class { 1.0 } else { 0.0 }).collect();
            (logits * row(chosen, &device)).sum()
        }
        (Category::Nominal, None) => {
            let constant = logits.clone().without_autodiff();
            let likeliest = constant.clone().equal(constant.max_dim(1)).float();
            (logits * likeliest).sum()
        }
    }
}

/// One row of constants, `[1, values]`.
fn row(values: Vec<f32>, device: &Device) -> Tensor<2> {
    let shape = [1, values.len()];
    Tensor::from_data(TensorData::new(values, shape), device)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::{Attribute, OLDER};
    use crate::network::{CROP_SIDE, Layer, noise, untrained};
    use burn::tensor::Tolerance;

    fn network_and_images(faces: usize) -> (Dmtl, Tensor<4>) {
        let device = Device::flex();
        (untrained(&device, 7), noise([faces, 3, CROP_SIDE, CROP_SIDE], 8, &device))
    }

    fn target(attribute: Attribute, class: Option<usize>, layer: Layer) -> ExplanationTarget {
        ExplanationTarget { attribute, class, layer }
    }

    /// What is explained, of one face. In single precision the age, a sum of a hundred numbers, is rounded to more than it changes by.
    fn output_in_doubles(logits: &[f32], target: &ExplanationTarget) -> f64 {
        match (target.attribute, target.class) {
            (Attribute::Age, direction) => {
                let powers = logits.iter().map(|&logit| f64::from(logit).exp()).enumerate();
                let (years, total) = powers
                    .fold((0.0, 0.0), |(years, total), (year, power)| (years + year as f64 * power, total + power));
                if direction == Some(YOUNGER) { -years / total } else { years / total }
            }
            (_, class) => f64::from(logits[class.unwrap()]),
        }
    }

    #[test]
    fn the_gradient_agrees_with_finite_differences() {
        let (network, images) = network_and_images(1);
        for target in [
            target(Attribute::Age, None, Layer::Stage5),
            target(Attribute::Age, Some(YOUNGER), Layer::Stage5),
            target(Attribute::Gender, Some(1), Layer::Stage5),
            target(Attribute::Race, Some(3), Layer::Stage4),
        ] {
            let activations = network.forward_to(images.clone(), target.layer);
            let gradient = burn_gradient(&network, activations.clone(), &target).unwrap();
            // Along the gradient itself the output changes fastest, so that rounding matters least.
            let length = gradient.clone().square().sum().sqrt().into_scalar::<f32>();
            let direction = gradient / length;
            let size = activations.clone().square().sum().sqrt().into_scalar::<f32>();
            let output = |distance: f32| {
                let moved = activations.clone() + direction.clone() * distance;
                let logits = logits_from(&network, moved, &target).into_data().try_to_vec::<f32>().unwrap();
                output_in_doubles(&logits, &target)
            };
            // A line of least squares through many places, as the logits are rounded. Longer ways cross the kinks of ReLU6.
            let farthest = 0.001 * size;
            let (mut rise, mut run) = (0.0, 0.0);
            for place in 1..=16 {
                let distance = farthest * place as f32 / 16.0;
                rise += f64::from(distance) * (output(distance) - output(-distance));
                run += 2.0 * f64::from(distance * distance);
            }
            let (slope, length) = (rise / run, f64::from(length));
            assert!(length > 0.0 && (slope / length - 1.0).abs() < 0.01, "{target:?}: {slope} against {length}");
        }
    }

    #[test]
    fn evidence_for_younger_is_the_gradient_for_older_turned_round() {
        let (network, images) = network_and_images(1);
        let activations = network.forward_to(images, Layer::DEFAULT);
        let gradient = |class| {
            let target = target(Attribute::Age, class, Layer::DEFAULT);
            burn_gradient(&network, activations.clone(), &target).unwrap().into_data()
        };
        let turned = Tensor::<4>::from_data(gradient(Some(OLDER)), &Device::flex()).neg().into_data();
        gradient(Some(YOUNGER)).assert_approx_eq::<f32>(&turned, Tolerance::default());
        gradient(None).assert_eq(&gradient(Some(OLDER)), true);
    }

    #[test]
    fn every_face_of_a_batch_has_the_map_that_it_has_alone() {
        let (network, images) = network_and_images(3);
        let target = target(Attribute::Race, None, Layer::DEFAULT);
        let activations = network.forward_to(images, target.layer);
        let together = burn_grad_cam(&network, activations.clone(), &target);
        for face in 0..3 {
            let alone = burn_grad_cam(&network, activations.clone().narrow(0, face, 1), &target);
            let same = together.clone().narrow(0, face, 1).into_data();
            alone.into_data().assert_approx_eq::<f32>(&same, Tolerance::relative(1e-3));
        }
    }

    #[test]
    fn the_likeliest_class_is_explained_unless_another_is_named() {
        let (network, images) = network_and_images(1);
        let activations = network.forward_to(images, Layer::DEFAULT);
        let logits = network.forward_from(activations.clone(), Layer::DEFAULT);
        let likeliest = logits[Attribute::Race].clone().argmax(1).into_scalar::<i64>() as usize;
        let map = |class| burn_grad_cam(&network, activations.clone(), &target(Attribute::Race, class, Layer::DEFAULT));
        map(None).into_data().assert_eq(&map(Some(likeliest)).into_data(), true);
        assert_eq!(map(Some(Attribute::Race.classes())).sum().into_scalar::<f32>(), 0.0);
    }
}
