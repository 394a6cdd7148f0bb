//! What the network says about one face, as plain data. No type of Burn and none of the browser.

use crate::attributes::{AGE_CLASSES, Attribute, Gender, Race};
use serde::{Deserialize, Serialize};

/// What is estimated of one face.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimates {
    /// Age, a distribution over whole years.
    pub age: AgeEstimate,
    /// Probabilities of the gender classes, in the order of [`Gender::ALL`].
    pub gender: [f32; Gender::ALL.len()],
    /// Probabilities of the race classes, in the order of [`Race::ALL`].
    pub race: [f32; Race::ALL.len()],
}

/// Below this estimated age, in years, a gender is not told. Of the validation faces of that age the network recognises two thirds (UTKFace)
/// to three quarters (FairFace), where guessing gives half (`MODEL_CARD.md`, group 0–2).
pub const LEAST_AGE_OF_GENDER: f32 = 3.0;

impl Estimates {
    /// Probabilities of an attribute's classes, in the order of the logits; of age, of each year.
    pub fn of(&self, attribute: Attribute) -> &[f32] {
        match attribute {
            Attribute::Age => &self.age.distribution,
            Attribute::Gender => &self.gender,
            Attribute::Race => &self.race,
        }
    }

    fn of_mut(&mut self, attribute: Attribute) -> &mut [f32] {
        match attribute {
            Attribute::Age => &mut self.age.distribution,
            Attribute::Gender => &mut self.gender,
            Attribute::Race => &mut self.race,
        }
    }

    /// Whether what the network says of an attribute is more than a guess: a gender is not told of the youngest.
    pub fn tells(&self, attribute: Attribute) -> bool {
        attribute != Attribute::Gender || self.age.years() >= LEAST_AGE_OF_GENDER
    }

    /// Turns the heads' logits into probabilities by softmax.
    ///
    /// Each slice has one logit per class of its attribute; missing ones count as impossible, further ones are ignored.
    pub fn from_logits(age: &[f32], gender: &[f32], race: &[f32]) -> Self {
        Self {
            age: AgeEstimate { distribution: softmax::<AGE_CLASSES>(age).to_vec() },
            gender: softmax(gender),
            race: softmax(race),
        }
    }

    /// Moves by a `share` of the way (0 to 1) towards `other`. Between distributions lies a distribution.
    pub fn move_towards(&mut self, other: &Self, share: f32) {
        for attribute in Attribute::ALL {
            move_towards(self.of_mut(attribute), other.of(attribute), share);
        }
    }

    /// The most probable class of an attribute and its probability; of several the first.
    pub fn likeliest(&self, attribute: Attribute) -> (usize, f32) {
        let probabilities = self.of(attribute);
        let first = (0, probabilities.first().copied().unwrap_or_default());
        let more = |best: (usize, f32), (class, &p): (usize, &f32)| if p > best.1 { (class, p) } else { best };
        probabilities.iter().enumerate().fold(first, more)
    }

    /// The most probable gender and its probability.
    pub fn likeliest_gender(&self) -> (Gender, f32) {
        let (class, probability) = self.likeliest(Attribute::Gender);
        (Gender::ALL[class], probability) // there are as many probabilities as genders
    }

    /// The most probable race and its probability.
    pub fn likeliest_race(&self) -> (Race, f32) {
        let (class, probability) = self.likeliest(Attribute::Race);
        (Race::ALL[class], probability) // there are as many probabilities as races
    }
}

/// Moves each value by a `share` of the way (0 to 1) towards the one in its place.
pub fn move_towards(values: &mut [f32], others: &[f32], share: f32) {
    values.iter_mut().zip(others).for_each(|(value, other)| *value += share * (other - *value));
}

/// A reason not to believe what the network says about a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Doubt {
    /// The face has too few pixels.
    Small,
    /// A part of the face lies beyond the picture.
    CutOff,
    /// The face is seen from the side.
    Turned,
    /// The detector is hardly sure that this is a face.
    Unclear,
    /// There is too little light.
    Dark,
    /// There is so much light that detail is lost.
    Bright,
    /// The picture is out of focus, moved, or enlarged.
    Blurred,
    /// The face is seen from below or from above.
    Tilted,
    /// A part of the face is covered.
    Covered,
    /// It looks unlike the faces that the network was trained on: drawn, an animal's, or not the right way up.
    Unlike,
}

impl Doubt {
    /// All reasons.
    pub const ALL: [Self; 10] = [
        Self::Small,
        Self::CutOff,
        Self::Turned,
        Self::Unclear,
        Self::Dark,
        Self::Bright,
        Self::Blurred,
        Self::Tilted,
        Self::Covered,
        Self::Unlike,
    ];

    /// The reason in a few words that end a sentence such as "Low confidence: …".
    pub fn reason(self) -> &'static str {
        match self {
            Self::Small => "the face is very small",
            Self::CutOff => "the face is cut off",
            Self::Turned => "the face is turned away",
            Self::Unclear => "it may not be a face",
            Self::Dark => "it is too dark",
            Self::Bright => "it is too bright",
            Self::Blurred => "the face is blurred",
            Self::Tilted => "the face is seen from below or above",
            Self::Covered => "a part of the face is covered",
            Self::Unlike => "it may not be a person's face",
        }
    }
}

/// An age as a distribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgeEstimate {
    /// Probability of each whole year, 0 to 100; sums to one.
    pub distribution: Vec<f32>,
}

/// The share of the distribution that the interval shown with an age holds. The age head's temperature is chosen so that
/// the same share of validation faces has its labelled age inside (`visage calibrate`).
pub const AGE_INTERVAL: f32 = 0.8;

impl AgeEstimate {
    /// The estimate in years: the distribution's expectation (Rothe, Timofte, Van Gool, "DEX", IJCV 2018).
    pub fn years(&self) -> f32 {
        self.distribution.iter().enumerate().map(|(year, p)| year as f32 * p).sum()
    }

    /// The central interval, in whole years, that holds at least `mass` (0 to 1) of the distribution.
    ///
    /// ```
    /// use visage::estimates::{AGE_INTERVAL, AgeEstimate};
    ///
    /// let mut distribution = vec![0.0; 101];
    /// distribution[29..34].fill(0.2);
    /// let age = AgeEstimate { distribution };
    /// assert!((age.years() - 31.0).abs() < 1e-4);
    /// assert_eq!(age.interval(AGE_INTERVAL), (29, 33));
    /// ```
    pub fn interval(&self, mass: f32) -> (usize, usize) {
        let tail = (1.0 - mass) / 2.0;
        (self.quantile(tail), self.quantile(1.0 - tail))
    }

    /// The first year at which the cumulative distribution reaches `share`.
    fn quantile(&self, share: f32) -> usize {
        let mut cumulative = 0.0;
        for (year, p) in self.distribution.iter().enumerate() {
            cumulative += p;
            if cumulative >= share {
                return year;
            }
        }
        self.distribution.len().saturating_sub(1)
    }
}

/// Softmax over the first `N` logits, shifted by the largest so that it cannot overflow.
pub(crate) fn softmax<const N: usize>(logits: &[f32]) -> [f32; N] {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut probabilities = [0.0; N];
    for (probability, logit) in probabilities.iter_mut().zip(logits) {
        *probability = (logit - largest).exp();
    }
    let sum: f32 = probabilities.iter().sum();
    probabilities.map(|p| p / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimates() -> Estimates {
        let mut age = [0.0; AGE_CLASSES];
        age[30] = 50.0;
        age[32] = 50.0;
        Estimates::from_logits(&age, &[1.0, 3.0], &[0.0, 0.0, 4.0, 0.0, 0.0])
    }

    #[test]
    fn the_age_is_the_expectation_of_its_distribution() {
        assert!((estimates().age.years() - 31.0).abs() < 1e-3);
        assert_eq!(estimates().age.interval(0.8), (30, 32));
    }

    #[test]
    fn the_likeliest_class_comes_with_its_probability() {
        let (gender, probability) = estimates().likeliest_gender();
        assert_eq!(gender, Gender::Female);
        assert!((probability - 1.0 / (1.0 + (-2.0f32).exp())).abs() < 1e-6);
        assert_eq!(estimates().likeliest_race().0, Race::Asian);
    }

    #[test]
    fn huge_logits_do_not_overflow() {
        let sum: f32 = Estimates::from_logits(&[1e30; AGE_CLASSES], &[1e30; 2], &[1e30; 5]).race.iter().sum();
        assert!((sum - 1.0).abs() < 1e-6);
    }
}
