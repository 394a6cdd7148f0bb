//! AdamW over a flat slice of parameters: `m = β₁ m + (1 − β₁) g`, `v = β₂ v + (1 − β₂) g²`, both corrected for their
//! start at zero, and `θ = θ − η (m / (√v + ε) + λ θ)`.

/// Adam (Kingma, Ba, ICLR 2015) with decoupled weight decay (Loshchilov, Hutter, ICLR 2019).
pub(super) struct Adam {
    first: Vec<f32>,
    second: Vec<f32>,
    steps: i32,
    decay: f32,
}

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.999;
const EPSILON: f32 = 1e-8;

impl Adam {
    pub(super) fn new(length: usize, decay: f32) -> Self {
        Self { first: vec![0.0; length], second: vec![0.0; length], steps: 0, decay }
    }

    /// One step of `values` against their `gradient`.
    pub(super) fn step(&mut self, values: &mut [f32], gradient: &[f32], learning_rate: f32) {
        self.steps += 1;
        let [first_bias, second_bias] = [FIRST, SECOND].map(|moment| 1.0 - moment.powi(self.steps));
        let moments = self.first.iter_mut().zip(&mut self.second);
        for ((value, gradient), (first, second)) in values.iter_mut().zip(gradient).zip(moments) {
            *first = FIRST * *first + (1.0 - FIRST) * gradient;
            *second = SECOND * *second + (1.0 - SECOND) * gradient * gradient;
            let step = (*first / first_bias) / ((*second / second_bias).sqrt() + EPSILON);
            *value -= learning_rate * (step + self.decay * *value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_the_bottom_of_a_bowl_however_steep() {
        let mut values = [5.0, -3.0];
        let mut adam = Adam::new(2, 0.0);
        for _ in 0..3000 {
            let gradient = [200.0 * (values[0] - 1.0), 0.02 * (values[1] - 2.0)];
            adam.step(&mut values, &gradient, 0.01);
        }
        assert!((values[0] - 1.0).abs() < 0.05 && (values[1] - 2.0).abs() < 0.05, "{values:?}");
    }
}
