//! Aligned crops as a tensor, channels first.

use crate::network::{CROP_SIDE, image_planes};
use burn::tensor::{Device, Tensor, TensorData};
use image::RgbImage;

/// Turns aligned crops into the network's input, `[batch, 3, 112, 112]`; see [`image_planes`].
pub fn image_tensor(crops: &[RgbImage], device: &Device) -> Tensor<4> {
    let values: Vec<f32> = crops.iter().flat_map(image_planes).collect();
    Tensor::from_data(TensorData::new(values, [crops.len(), 3, CROP_SIDE, CROP_SIDE]), device)
}
