//! The shapes of the network's parts.

/// Side length in pixels of the images that the network takes.
pub const CROP_SIDE: usize = 112;

/// The shape of a convolution unit: a convolution, and ReLU6 where asked for.
pub(crate) struct ConvUnitConfig {
    pub channels: [usize; 2],
    pub kernel: usize,
    pub stride: usize,
    pub groups: usize,
    #[cfg_attr(not(feature = "inference"), expect(dead_code, reason = "only what computes has activations"))]
    pub activated: bool,
}

impl ConvUnitConfig {
    /// A 1 x 1 convolution from `input` to `output` channels.
    pub(crate) fn pointwise(input: usize, output: usize, activated: bool) -> Self {
        Self { channels: [input, output], kernel: 1, stride: 1, groups: 1, activated }
    }

    /// A convolution of each channel by itself, with ReLU6.
    pub(crate) fn depthwise(channels: usize, kernel: usize, stride: usize) -> Self {
        Self { channels: [channels, channels], kernel, stride, groups: channels, activated: true }
    }

    /// Multiply-adds of one image whose map is `size` pixels wide and high, and the size of the map that comes out.
    pub(crate) fn multiply_adds(&self, size: usize) -> (usize, usize) {
        let output_size = size.div_ceil(self.stride);
        let [input, output] = self.channels;
        (output_size * output_size * output * (input / self.groups) * self.kernel * self.kernel, output_size)
    }
}

/// The shape of an inverted residual block; see `MbConv`.
pub struct MbConvConfig {
    pub(super) expand: Option<ConvUnitConfig>,
    pub(super) depthwise: ConvUnitConfig,
    pub(super) project: ConvUnitConfig,
}

impl MbConvConfig {
    /// Channels of the input, of the widened map and of the output, and the depthwise kernel's side and stride.
    pub fn shape(&self) -> [usize; 5] {
        let [expanded, _] = self.depthwise.channels;
        let [input, _] = self.expand.as_ref().unwrap_or(&self.depthwise).channels;
        let [_, output] = self.project.channels;
        [input, expanded, output, self.depthwise.kernel, self.depthwise.stride]
    }

    /// Whether the input is added to the output: they have the same shape.
    #[cfg(feature = "inference")]
    pub(crate) fn is_residual(&self) -> bool {
        let [input, _, output, _, stride] = self.shape();
        stride == 1 && input == output
    }

    /// The block's units, in order.
    pub(super) fn units(&self) -> impl Iterator<Item = &ConvUnitConfig> {
        self.expand.iter().chain([&self.depthwise, &self.project])
    }
}
