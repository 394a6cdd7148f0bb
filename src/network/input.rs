use burn::tensor::{Device, Tensor, TensorData};
use image::RgbImage;

/// Side length in pixels of the images that the network takes.
pub const INPUT_SIZE: usize = 112;
/// Grey level that becomes zero, and levels that become one: the normalisation of the released EfficientNet-Lite weights.
const MEAN: f32 = 127.0;
const SCALE: f32 = 128.0;

/// Turns aligned crops of [`INPUT_SIZE`] x [`INPUT_SIZE`] pixels into the network's input, `[batch, 3, 112, 112]`.
///
/// Crops of another size are a mistake of the caller's: what they have too much is left out, what they lack is grey.
pub fn image_tensor(crops: &[RgbImage], device: &Device) -> Tensor<4> {
    let values: Vec<f32> = crops.iter().flat_map(image_planes).collect();
    Tensor::from_data(TensorData::new(values, [crops.len(), 3, INPUT_SIZE, INPUT_SIZE]), device)
}

/// One crop as [`image_tensor`] has it: red, green and blue, 112 x 112 each.
pub fn image_planes(crop: &RgbImage) -> Vec<f32> {
    const PLANE: usize = INPUT_SIZE * INPUT_SIZE;
    let mut planes = vec![0.0f32; 3 * PLANE];
    for (index, pixel) in crop.as_raw().chunks_exact(3).take(PLANE).enumerate() {
        for (channel, &level) in pixel.iter().enumerate() {
            planes[channel * PLANE + index] = normalise(level); // three planes, and a place in each for every pixel
        }
    }
    planes
}

/// A grey level, 0 to 255, as the network sees it.
pub(crate) fn normalise(level: u8) -> f32 {
    (f32::from(level) - MEAN) / SCALE
}
