//! One layer that all attributes share, and a head for each, with the backward pass.

use serde::{Deserialize, Serialize};

/// Features to hidden values by a linear layer and ReLU, hidden values to the logits of each attribute by another linear one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Layers {
    hidden: usize,
    /// Classes of each attribute.
    classes: Vec<usize>,
    /// The shared layer's weights, inputs by outputs, and its biases; then the same of each head.
    values: Vec<f32>,
    inputs: usize,
}

/// What a forward pass leaves for the backward one.
pub(super) struct Pass {
    hidden: Vec<f32>,
    /// The logits of each attribute.
    pub logits: Vec<Vec<f32>>,
}

/// A linear layer's weights, inputs by outputs, and biases.
#[derive(Clone, Copy)]
struct Linear<'a> {
    weights: &'a [f32],
    bias: &'a [f32],
}

impl Linear<'_> {
    fn apply(self, input: &[f32]) -> Vec<f32> {
        let mut output = self.bias.to_vec();
        for (row, value) in self.weights.chunks_exact(self.bias.len()).zip(input) {
            output.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight * value);
        }
        output
    }

    /// The gradient with respect to the input, of one with respect to the output.
    fn back(self, output: &[f32]) -> Vec<f32> {
        let rows = self.weights.chunks_exact(self.bias.len());
        rows.map(|row| row.iter().zip(output).map(|(weight, gradient)| weight * gradient).sum()).collect()
    }
}

/// Adds the gradient with respect to a linear layer's weights and biases to what lies in `into`.
fn add_gradient(into: &mut [f32], input: &[f32], output: &[f32]) {
    let (weights, bias) = into.split_at_mut(input.len() * output.len());
    for (row, value) in weights.chunks_exact_mut(output.len()).zip(input) {
        row.iter_mut().zip(output).for_each(|(sum, gradient)| *sum += gradient * value);
    }
    bias.iter_mut().zip(output).for_each(|(sum, gradient)| *sum += gradient);
}

impl Layers {
    /// Layers with weights by chance (He et al., ICCV 2015), without biases.
    pub(super) fn new(inputs: usize, hidden: usize, classes: Vec<usize>, random: &mut fastrand::Rng) -> Self {
        let mut values = Vec::new();
        let mut add = |inputs: usize, outputs: usize| {
            let most = (6.0 / inputs.max(1) as f32).sqrt();
            values.extend((0..inputs * outputs).map(|_| most * (2.0 * random.f32() - 1.0)));
            values.extend(vec![0.0; outputs]);
        };
        add(inputs, hidden);
        classes.iter().for_each(|&classes| add(hidden, classes));
        Self { inputs, hidden, classes, values }
    }

    /// All weights and biases.
    pub(super) fn values_mut(&mut self) -> &mut [f32] {
        &mut self.values
    }

    /// Number of weights and biases.
    pub(super) fn length(&self) -> usize {
        self.values.len()
    }

    /// How many of them, the first ones, are the shared layer's.
    #[cfg(feature = "training")]
    pub(super) fn shared_length(&self) -> usize {
        (self.inputs + 1) * self.hidden
    }

    /// Whether there are as many as the layers' sizes say; those of a file may not be.
    pub(super) fn is_whole(&self) -> bool {
        let linear = |inputs: usize, outputs: usize| inputs.checked_add(1)?.checked_mul(outputs);
        let heads = self.classes.iter().map(|&classes| linear(self.hidden, classes));
        let length =
            heads.chain([linear(self.inputs, self.hidden)]).try_fold(0usize, |sum, part| sum.checked_add(part?));
        length == Some(self.values.len()) && self.values.iter().all(|value| value.is_finite())
    }

    /// The number of features.
    pub(super) fn inputs(&self) -> usize {
        self.inputs
    }

    /// Classes of each attribute.
    pub(super) fn classes(&self) -> &[usize] {
        &self.classes
    }

    /// The shared layer, and the heads in their order.
    fn linears(&self) -> (Linear<'_>, Vec<Linear<'_>>) {
        fn cut(values: &[f32], inputs: usize, outputs: usize) -> (Linear<'_>, &[f32]) {
            let (weights, rest) = values.split_at(inputs * outputs); // `is_whole`
            let (bias, rest) = rest.split_at(outputs);
            (Linear { weights, bias }, rest)
        }
        let (shared, mut rest) = cut(&self.values, self.inputs, self.hidden);
        let mut heads = Vec::with_capacity(self.classes.len());
        for &classes in &self.classes {
            let (head, behind) = cut(rest, self.hidden, classes);
            heads.push(head);
            rest = behind;
        }
        (shared, heads)
    }

    /// The logits of all attributes.
    pub(super) fn forward(&self, input: &[f32]) -> Pass {
        let (shared, heads) = self.linears();
        let mut hidden = shared.apply(input);
        hidden.iter_mut().for_each(|value| *value = value.max(0.0));
        let logits = heads.iter().map(|head| head.apply(&hidden)).collect();
        Pass { hidden, logits }
    }

    /// Adds the gradient with respect to [`values_mut`](Self::values_mut) to `into`, which is as long. `logits` are the gradients with respect
    /// to each attribute's logits; nothing for an attribute without a loss.
    pub(super) fn backward(&self, input: &[f32], pass: &Pass, logits: &[Option<Vec<f32>>], into: &mut [f32]) {
        let (_, heads) = self.linears();
        let (shared, mut rest) = into.split_at_mut((self.inputs + 1) * self.hidden);
        let mut hidden = vec![0.0; self.hidden];
        for ((head, gradient), &classes) in heads.iter().zip(logits).zip(&self.classes) {
            let (own, behind) = rest.split_at_mut((self.hidden + 1) * classes);
            rest = behind;
            let Some(gradient) = gradient else { continue };
            add_gradient(own, &pass.hidden, gradient);
            hidden.iter_mut().zip(head.back(gradient)).for_each(|(sum, value)| *sum += value);
        }
        pass.switch_off(&mut hidden);
        add_gradient(shared, input, &hidden);
    }

    /// The gradient of one attribute's output with respect to the input, of one with respect to its logits.
    pub(super) fn input_gradient(&self, pass: &Pass, attribute: usize, logits: &[f32]) -> Vec<f32> {
        let (shared, heads) = self.linears();
        let mut hidden = heads.get(attribute).map_or_else(|| vec![0.0; self.hidden], |head| head.back(logits));
        pass.switch_off(&mut hidden);
        shared.back(&hidden)
    }
}

impl Pass {
    /// ReLU's gradient: none where nothing came out.
    fn switch_off(&self, gradient: &mut [f32]) {
        for (gradient, value) in gradient.iter_mut().zip(&self.hidden) {
            if *value <= 0.0 {
                *gradient = 0.0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::activation::{log_softmax, relu};
    use burn::tensor::{Device, Tensor, TensorData};

    const SIZES: (usize, usize, [usize; 2]) = (5, 4, [2, 3]);

    fn layers() -> Layers {
        let (inputs, hidden, classes) = SIZES;
        let mut layers = Layers::new(inputs, hidden, classes.into(), &mut fastrand::Rng::with_seed(7));
        // No bias is zero, so that a forgotten one is seen.
        let mut random = fastrand::Rng::with_seed(8);
        layers.values_mut().iter_mut().filter(|value| **value == 0.0).for_each(|value| *value = random.f32() - 0.5);
        layers
    }

    /// The gradients of Burn's autodiff of `−Σ ln p(class)` over both attributes.
    #[test]
    fn gradients_are_those_of_burn() {
        let (inputs, hidden, classes) = SIZES;
        let layers = layers();
        assert!(layers.is_whole());
        let input = [0.3f32, -1.0, 0.8, 0.1, -0.4];
        let pass = layers.forward(&input);
        let chosen = [1usize, 2];
        let gradients: Vec<Option<Vec<f32>>> = pass
            .logits
            .iter()
            .zip(chosen)
            .map(|(logits, class)| {
                Some(super::super::losses::loss(crate::attributes::Category::Nominal, logits, class).1)
            })
            .collect();
        let mut found = vec![0.0; layers.length()];
        layers.backward(&input, &pass, &gradients, &mut found);

        let device = Device::flex().autodiff();
        let mut rest = layers.values.as_slice();
        let mut take = |rows: usize, columns: usize| {
            let (own, behind) = rest.split_at(rows * columns);
            rest = behind;
            Tensor::<2>::from_data(TensorData::new(own.to_vec(), [rows, columns]), &device).require_grad()
        };
        let (weights, bias) = (take(inputs, hidden), take(1, hidden));
        let heads = classes.map(|classes| (take(hidden, classes), take(1, classes)));
        let given = Tensor::<2>::from_data(TensorData::new(input.to_vec(), [1, inputs]), &device).require_grad();
        let inner = relu(given.clone().matmul(weights.clone()) + bias.clone());
        let losses = heads.iter().zip(chosen).map(|((weights, bias), class)| {
            let logits = inner.clone().matmul(weights.clone()) + bias.clone();
            log_softmax(logits, 1).slice([0..1, class..class + 1]).sum().neg()
        });
        let total = losses.reduce(|sum, loss| sum + loss).unwrap();
        let all = total.backward();
        let values = |tensor: &Tensor<2>| tensor.grad(&all).unwrap().into_data().iter::<f32>().collect::<Vec<f32>>();
        let mut expected = values(&weights);
        expected.extend(values(&bias));
        for (weights, bias) in &heads {
            expected.extend(values(weights));
            expected.extend(values(bias));
        }
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert!((found - expected).abs() < 1e-5, "{found} for {expected}");
        }
        let mut of_input = vec![0.0; inputs];
        for (attribute, gradient) in gradients.iter().enumerate() {
            let own = layers.input_gradient(&pass, attribute, gradient.as_ref().unwrap());
            of_input.iter_mut().zip(own).for_each(|(sum, value)| *sum += value);
        }
        for (found, expected) in of_input.iter().zip(values(&given)) {
            assert!((found - expected).abs() < 1e-5, "{found} for {expected}");
        }
    }

    #[test]
    fn an_attribute_without_a_loss_changes_nothing() {
        let layers = layers();
        let input = [1.0; 5];
        let mut found = vec![0.0; layers.length()];
        layers.backward(&input, &layers.forward(&input), &[None, None], &mut found);
        assert!(found.iter().all(|value| *value == 0.0));
    }

    #[test]
    fn layers_of_a_file_that_are_cut_short_are_not_whole() {
        let mut layers = layers();
        layers.values.pop();
        assert!(!layers.is_whole());
        layers.values.push(f32::NAN);
        assert!(!layers.is_whole());
    }
}
