//! How far Grad-CAM's maps can be trusted, and where on a face they lie, measured on labelled images.
//!
//! Where the heat is: its share inside of the face's oval, and along the crop's border. Whether it is where the estimate comes from: what is
//! left of the estimate while pixels are hidden, the hottest first, and how it comes back while they are shown (Petsiuk, Das, Saenko, "RISE",
//! BMVC 2018), beside the same by chance and from the middle outwards. Whether it depends on what was learned: its rank correlation with the
//! map of a network with random weights (Adebayo et al., "Sanity Checks for Saliency Maps", NeurIPS 2018).

use super::figure::Measured;
use crate::analysis::alignment::{CROP_PIXELS, FACE_OVAL};
use crate::attributes::{Attribute, PerAttribute};
use crate::cpu::FeatureMap;
use crate::estimates::Estimates;
use crate::explanation::{EvidenceMap, ExplanationTarget, grad_cam};
use crate::geometry::Point;
use crate::network::{CpuDmtl, Layer, image_planes};
use image::RgbImage;
use image::imageops::{FilterType, resize};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const SIDE: usize = CROP_PIXELS as usize;
/// Pixels of the crop's border.
const BORDER: usize = 12;
/// Years about the estimate whose probability is what is left of it.
const NEAR: f32 = 5.0;
/// Parts that pixels are hidden and shown in.
const PARTS: usize = 10;
/// How many of these are the fifth that [`LayerFigures::hidden_fifth`] hides.
const FIFTH: usize = PARTS / 5;
/// Cells along a side that a crop is blurred to where it is hidden: too few to show a face.
const BLURRED: u32 = 4;

/// What `visage explanations` measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExplanationsReport {
    /// Number of faces.
    pub n: usize,
    /// The share of the crop that the face's oval takes up, which is what a map that knows nothing has inside of it.
    pub oval_share: f64,
    /// The layer whose maps are shown unless another is asked for.
    pub default_stage: String,
    /// Of the evidence for an older face, by layer.
    pub age: BTreeMap<String, LayerFigures>,
    /// Of the evidence for the likeliest gender, by layer.
    pub gender: BTreeMap<String, LayerFigures>,
    /// Of the evidence for the likeliest race, by layer.
    pub race: BTreeMap<String, LayerFigures>,
}

/// The figures of one attribute's maps at one layer, means over faces.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LayerFigures {
    /// Share of the heat inside of the face's oval. A map that knows nothing has the oval's share of the crop, 41.5 %.
    pub heat_in_oval: Measured,
    /// Share of the heat within 12 pixels of the crop's border. A map that knows nothing has 38.3 %.
    pub heat_at_border: Measured,
    /// Area under what is left of the estimate while pixels are hidden: the less, the better the order.
    pub deletion: Orders,
    /// Area under what there is of the estimate while pixels are shown: the more, the better the order.
    pub insertion: Orders,
    /// How much of the estimate is lost once the first fifth of the pixels is hidden.
    pub hidden_fifth: Orders,
    /// Rank correlation with the map of a network with random weights: the nearer to zero, the more the map depends on what was learned.
    pub randomised: Measured,
}

/// The same with pixels in three orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Orders {
    /// The hottest pixels first.
    pub hottest: Measured,
    /// Pixels in random order.
    pub random: Measured,
    /// Pixels from the middle of the face outwards.
    pub centre_first: Measured,
}

/// What one face's map at one layer gives.
#[derive(Clone, Copy, Debug)]
struct OfMap {
    in_oval: f64,
    at_border: f64,
    randomised: Option<f64>,
    curves: Option<Curves>,
}

/// What is left of an estimate with 0, 1, … [`PARTS`] parts of the pixels hidden, and shown.
#[derive(Clone, Copy, Debug)]
struct Curves {
    hidden: [f64; PARTS + 1],
    shown: [f64; PARTS + 1],
}

/// What one face gives: the curves of the orders that do not depend on a map, and the maps, by attribute and layer.
struct OfFace {
    random: Option<PerAttribute<Curves>>,
    centre_first: Option<PerAttribute<Curves>>,
    /// `None` where there is no evidence.
    maps: PerAttribute<[Option<OfMap>; Layer::ALL.len()]>,
}

impl ExplanationsReport {
    /// The shares of the heat inside of the oval and along the border that a map which knows nothing has.
    pub fn by_chance() -> (f64, f64) {
        places(&EvidenceMap::from_raw(vec![1.0; SIDE * SIDE], SIDE))
    }

    /// Measures the maps of `network` on aligned `crops`; what takes long, hiding and showing pixels, on the first `curves` of them. `random`
    /// is the same network with random weights. `tell` hears of every face.
    ///
    /// `None` where there is no crop, or none to hide pixels of.
    pub fn measure(
        network: &CpuDmtl,
        random: &CpuDmtl,
        crops: &[RgbImage],
        curves: usize,
        tell: impl Fn() + Sync,
    ) -> Option<Self> {
        let faces: Vec<OfFace> = crops
            .par_iter()
            .enumerate()
            .map(|(number, crop)| {
                let face = OfFace::measure(network, random, crop, number as u64, number < curves);
                tell();
                face
            })
            .collect();
        let of = |attribute: Attribute| -> Option<BTreeMap<String, LayerFigures>> {
            let layers = Layer::ALL.into_iter().enumerate();
            layers.map(|(place, layer)| Some((layer.name().to_owned(), of_layer(&faces, attribute, place)?))).collect()
        };
        Some(Self {
            n: crops.len(),
            oval_share: Self::by_chance().0,
            default_stage: Layer::DEFAULT.name().to_owned(),
            age: of(Attribute::Age)?,
            gender: of(Attribute::Gender)?,
            race: of(Attribute::Race)?,
        })
    }
}

fn of_layer(faces: &[OfFace], attribute: Attribute, layer: usize) -> Option<LayerFigures> {
    let maps = || faces.iter().filter_map(|face| face.maps[attribute][layer]); // a layer's place
    let mean = |values: &mut dyn Iterator<Item = f64>| Measured::mean(&values.collect::<Vec<f64>>());
    let orders = |of: &dyn Fn(&Curves) -> f64| {
        let fixed = |curves: fn(&OfFace) -> &Option<PerAttribute<Curves>>| {
            mean(&mut faces.iter().filter_map(|face| curves(face).as_ref()).map(|curves| of(&curves[attribute])))
        };
        Some(Orders {
            hottest: mean(&mut maps().filter_map(|map| map.curves).map(|curves| of(&curves)))?,
            random: fixed(|face| &face.random)?,
            centre_first: fixed(|face| &face.centre_first)?,
        })
    };
    Some(LayerFigures {
        heat_in_oval: mean(&mut maps().map(|map| map.in_oval))?,
        heat_at_border: mean(&mut maps().map(|map| map.at_border))?,
        deletion: orders(&|curves| area(&curves.hidden))?,
        insertion: orders(&|curves| area(&curves.shown))?,
        hidden_fifth: orders(&|curves| curves.hidden[0] - curves.hidden[FIFTH])?,
        randomised: mean(&mut maps().filter_map(|map| map.randomised))?,
    })
}

impl OfFace {
    fn measure(network: &CpuDmtl, random: &CpuDmtl, crop: &RgbImage, seed: u64, has_curves: bool) -> Self {
        let planes = image_planes(crop);
        // The same maps are explained for every attribute.
        let [activations, random_activations] = [network, random].map(|network| network.layer_maps(&planes));
        let original = read(network, &planes);
        let hiding = Hiding { network, shown: &planes, hidden: image_planes(&blurred(crop)), original: &original };
        let mut by_chance: Vec<usize> = (0..SIDE * SIDE).collect();
        by_chance.shuffle(&mut StdRng::seed_from_u64(seed));
        let centre_first = ordered(|pixel| -FACE_OVAL.distance(middle(pixel)));
        let maps = PerAttribute::from_fn(|attribute| {
            Layer::ALL.map(|layer| {
                let target = ExplanationTarget { attribute, class: likeliest(&original, attribute), layer };
                let map = evidence(network, &activations, &target);
                (!map.is_empty()).then(|| {
                    let fine = map.resized(SIDE);
                    let curves = has_curves.then(|| {
                        // Where a map says nothing, chance decides.
                        let mut chance = StdRng::seed_from_u64(seed);
                        let noise: Vec<f32> = (0..SIDE * SIDE).map(|_| chance.random_range(0.0..1e-6)).collect();
                        // Both have a value for every pixel.
                        hiding.curves(&ordered(|pixel| fine.values()[pixel] + noise[pixel]))[attribute]
                    });
                    let (in_oval, at_border) = places(&fine);
                    let other = evidence(random, &random_activations, &target);
                    OfMap { in_oval, at_border, randomised: rank_correlation(map.values(), other.values()), curves }
                })
            })
        });
        Self {
            random: has_curves.then(|| hiding.curves(&by_chance)),
            centre_first: has_curves.then(|| hiding.curves(&centre_first)),
            maps,
        }
    }
}

fn read(network: &CpuDmtl, planes: &[f32]) -> Estimates {
    let logits = network.forward_from(network.forward_to(planes, Layer::DEFAULT), Layer::DEFAULT);
    Estimates::from_logits(&logits[Attribute::Age], &logits[Attribute::Gender], &logits[Attribute::Race])
}

/// `activations` are the maps at all layers.
fn evidence(network: &CpuDmtl, activations: &[FeatureMap], target: &ExplanationTarget) -> EvidenceMap {
    let map = &activations[target.layer as usize]; // there is one for every layer
    grad_cam(map, &network.trace_from(map.clone(), target.layer, target.attribute), target)
}

/// The class of which is measured how much is left; of an age there is none.
fn likeliest(estimates: &Estimates, attribute: Attribute) -> Option<usize> {
    match attribute {
        Attribute::Age => None,
        Attribute::Gender => Some(estimates.likeliest_gender().0 as usize),
        Attribute::Race => Some(estimates.likeliest_race().0 as usize),
    }
}

/// The probabilities that `estimates` give to what `original` said: to the years near its estimate, to its gender and to its race.
fn left(estimates: &Estimates, original: &Estimates) -> PerAttribute<f64> {
    let years = original.age.years();
    let with_years = estimates.age.distribution.iter().zip(0u8..);
    let age: f32 =
        with_years.filter(|(_, year)| (f32::from(*year) - years).abs() <= NEAR).map(|(share, _)| share).sum();
    // There is a probability for every class.
    let shares = PerAttribute::from_fn(|attribute| match attribute {
        Attribute::Age => age,
        Attribute::Gender => estimates.gender[original.likeliest_gender().0 as usize],
        Attribute::Race => estimates.race[original.likeliest_race().0 as usize],
    });
    shares.map(f64::from)
}

/// A face whose pixels are hidden and shown.
struct Hiding<'a> {
    network: &'a CpuDmtl,
    shown: &'a [f32],
    hidden: Vec<f32>,
    original: &'a Estimates,
}

impl Hiding<'_> {
    /// The curves of all attributes for pixels in this order.
    fn curves(&self, order: &[usize]) -> PerAttribute<Curves> {
        let mut curves = PerAttribute::from_fn(|_| Curves { hidden: [0.0; PARTS + 1], shown: [0.0; PARTS + 1] });
        for part in 0..=PARTS {
            let some = &order[..order.len() * part / PARTS]; // at most all of them
            let hidden = self.with(self.shown.to_vec(), some, &self.hidden);
            let shown = self.with(self.hidden.clone(), some, self.shown);
            for attribute in Attribute::ALL {
                let curves = &mut curves[attribute];
                // There is a place for every part.
                (curves.hidden[part], curves.shown[part]) = (hidden[attribute], shown[attribute]);
            }
        }
        curves
    }

    /// What is left with `pixels` taken from `from`.
    fn with(&self, mut planes: Vec<f32>, pixels: &[usize], from: &[f32]) -> PerAttribute<f64> {
        for (plane, from) in planes.chunks_exact_mut(SIDE * SIDE).zip(from.chunks_exact(SIDE * SIDE)) {
            for &pixel in pixels {
                plane[pixel] = from[pixel]; // a pixel of the crop
            }
        }
        left(&read(self.network, &planes), self.original)
    }
}

fn blurred(crop: &RgbImage) -> RgbImage {
    let coarse = resize(crop, BLURRED, BLURRED, FilterType::Triangle);
    resize(&coarse, CROP_PIXELS, CROP_PIXELS, FilterType::CatmullRom)
}

/// All pixels, those with the largest values first.
fn ordered(value: impl Fn(usize) -> f32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..SIDE * SIDE).collect();
    order.sort_by(|&a, &b| value(b).total_cmp(&value(a)));
    order
}

fn middle(pixel: usize) -> Point {
    Point { x: (pixel % SIDE) as f32 + 0.5, y: (pixel / SIDE) as f32 + 0.5 }
}

/// Shares of the heat inside of the face's oval and along the border.
fn places(map: &EvidenceMap) -> (f64, f64) {
    let share = |holds: &dyn Fn(usize) -> bool| {
        let heat = map.values().iter().enumerate().filter(|(pixel, _)| holds(*pixel));
        heat.map(|(_, &heat)| f64::from(heat)).sum::<f64>()
    };
    let all = share(&|_| true);
    let is_inner = |place: usize| (BORDER..SIDE - BORDER).contains(&place);
    let oval = share(&|pixel| FACE_OVAL.distance(middle(pixel)) <= 1.0);
    let border = share(&|pixel| !(is_inner(pixel % SIDE) && is_inner(pixel / SIDE)));
    (oval / all, border / all)
}

/// The area under a curve over the share of the pixels, by trapezoids.
fn area(curve: &[f64]) -> f64 {
    curve.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0).sum::<f64>() / PARTS as f64
}

/// Spearman's rank correlation; `None` where all values of one are alike.
fn rank_correlation(a: &[f32], b: &[f32]) -> Option<f64> {
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 - 1.0) / 2.0;
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>();
    let spread = (product(&a, &a) * product(&b, &b)).sqrt();
    (spread > 0.0).then(|| product(&a, &b) / spread)
}

/// The place of each value among all, from 0; of equal ones the mean.
fn ranks(values: &[f32]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    // `order` and `ranks` have a place for every value.
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut place = 0;
    for alike in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let rank = place as f64 + (alike.len() as f64 - 1.0) / 2.0;
        alike.iter().for_each(|&index| ranks[index] = rank);
        place += alike.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Storage, to_burnpack, untrained};
    use burn::tensor::Device;

    #[test]
    fn a_map_that_knows_nothing_has_the_ovals_share_and_the_borders() {
        let (oval, border) = ExplanationsReport::by_chance();
        assert!((oval - 0.415).abs() < 0.001, "{oval}");
        assert!((border - 0.383).abs() < 0.001, "{border}");
    }

    #[test]
    fn ranks_of_equal_values_are_their_mean_and_correlations_are_spearmans() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [2.5, 0.0, 2.5, 1.0]);
        assert_eq!(rank_correlation(&[1.0, 2.0, 9.0], &[0.1, 0.2, 0.3]), Some(1.0));
        assert_eq!(rank_correlation(&[1.0, 2.0, 9.0], &[0.3, 0.2, 0.1]), Some(-1.0));
        assert_eq!(rank_correlation(&[1.0, 2.0, 9.0], &[0.5; 3]), None);
    }

    #[test]
    fn areas_are_those_of_straight_lines() {
        let falling: [f64; PARTS + 1] = std::array::from_fn(|part| 1.0 - part as f64 / PARTS as f64);
        assert!((area(&falling) - 0.5).abs() < 1e-12);
        assert!((area(&[0.25; PARTS + 1]) - 0.25).abs() < 1e-12);
    }

    #[test]
    fn everything_is_left_before_anything_is_hidden_and_a_map_correlates_with_itself() {
        let network = |seed| {
            let bytes = to_burnpack(untrained(&Device::flex(), seed), Storage::Integers { bits: 8 }).unwrap();
            CpuDmtl::from_burnpack(bytes).unwrap()
        };
        let crop = RgbImage::from_fn(CROP_PIXELS, CROP_PIXELS, |x, y| {
            image::Rgb([(x * 37 % 251) as u8, (y * 91 % 241) as u8, (x * y % 239) as u8])
        });
        let trained = network(3);
        let face = OfFace::measure(&trained, &trained, &crop, 1, true);
        let original = read(&trained, &image_planes(&crop));
        let all = left(&original, &original);
        for (attribute, random) in face.random.unwrap().iter() {
            assert!((random.hidden[0] - all[attribute]).abs() < 1e-6);
            assert!((random.shown[PARTS] - all[attribute]).abs() < 1e-6);
            assert!((random.hidden[PARTS] - random.shown[0]).abs() < 1e-6);
        }
        let maps: Vec<OfMap> = face.maps.iter().flat_map(|(_, maps)| maps).flatten().copied().collect();
        assert!(!maps.is_empty());
        for map in maps {
            assert!((0.0..=1.0).contains(&map.in_oval) && (0.0..=1.0).contains(&map.at_border));
            assert!((map.randomised.unwrap() - 1.0).abs() < 1e-9);
        }
    }
}
