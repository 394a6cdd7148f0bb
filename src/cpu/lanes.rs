//! Four numbers side by side, for loops over pixels that compilers do not turn into vector instructions by themselves.

/// The red, green, blue and alpha of a sum of pixels.
#[derive(Clone, Copy)]
pub struct Lanes(Four);

#[cfg(target_arch = "wasm32")]
type Four = core::arch::wasm32::v128;
#[cfg(not(target_arch = "wasm32"))]
type Four = [f32; 4];

#[cfg(target_arch = "wasm32")]
mod four {
    use super::Four;
    use core::arch::wasm32::{
        f32x4_add, f32x4_convert_u32x4, f32x4_extract_lane, f32x4_mul, f32x4_splat, i32x4_splat,
        u16x8_extend_low_u8x16, u32x4_extend_low_u16x8,
    };

    #[inline(always)]
    pub(super) fn splat(value: f32) -> Four {
        f32x4_splat(value)
    }

    #[inline(always)]
    pub(super) fn levels(pixel: [u8; 4]) -> Four {
        let bytes = i32x4_splat(i32::from_le_bytes(pixel));
        f32x4_convert_u32x4(u32x4_extend_low_u16x8(u16x8_extend_low_u8x16(bytes)))
    }

    #[inline(always)]
    pub(super) fn add_scaled(sum: Four, factor: f32, value: Four) -> Four {
        f32x4_add(sum, f32x4_mul(f32x4_splat(factor), value))
    }

    #[inline(always)]
    pub(super) fn array(four: Four) -> [f32; 4] {
        [
            f32x4_extract_lane::<0>(four),
            f32x4_extract_lane::<1>(four),
            f32x4_extract_lane::<2>(four),
            f32x4_extract_lane::<3>(four),
        ]
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod four {
    use super::Four;

    #[inline(always)]
    pub(super) fn splat(value: f32) -> Four {
        [value; 4]
    }

    #[inline(always)]
    pub(super) fn levels(pixel: [u8; 4]) -> Four {
        pixel.map(f32::from)
    }

    #[inline(always)]
    pub(super) fn add_scaled(sum: Four, factor: f32, value: Four) -> Four {
        std::array::from_fn(|lane| sum[lane] + factor * value[lane]) // four lanes each
    }

    #[inline(always)]
    pub(super) fn array(four: Four) -> [f32; 4] {
        four
    }
}

impl Lanes {
    /// Four zeros.
    pub fn zero() -> Self {
        Self(four::splat(0.0))
    }

    /// Adds `share` of the levels of `pixel`.
    #[inline(always)]
    pub fn add(&mut self, share: f32, pixel: [u8; 4]) {
        self.0 = four::add_scaled(self.0, share, four::levels(pixel));
    }

    /// The sums.
    pub fn values(self) -> [f32; 4] {
        four::array(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_summed_by_channel() {
        let mut sum = Lanes::zero();
        sum.add(0.5, [0, 2, 100, 255]);
        sum.add(2.0, [1, 0, 0, 255]);
        assert_eq!(sum.values(), [2.0, 1.0, 50.0, 637.5]);
    }
}
