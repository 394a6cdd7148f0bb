//! A network's parameters by their names, as floats, read from a burnpack without any device.
//!
//! A kernel may be stored as small integers. Its scales, one for each channel that it puts out, lie beside it under its
//! name with `SCALES` behind it; `quantised` makes them.

#[cfg(feature = "burn")]
mod quantised;

#[cfg(feature = "training")]
pub(crate) use quantised::{Rounded, best_scale, rounded, with_kernels};
#[cfg(feature = "burn")]
pub(crate) use quantised::{dequantised, quantised};

use burn_pack::{Error, Reader, Tensor};
use burn_std::{Bytes, DType, f16};
use std::collections::HashMap;

/// What the name of a kernel's scales ends with.
pub(crate) const SCALES: &str = ".scales";

/// The bytes do not hold the parameters that are wanted.
#[derive(Debug, thiserror::Error)]
pub enum ParametersError {
    /// The bytes aren't a burnpack, or are cut short.
    #[error("no whole burnpack: {0}")]
    Damaged(String),
    /// There is no such parameter.
    #[error("there is no {0}")]
    Missing(String),
    /// A parameter has another shape.
    #[error("{name} has the shape {found:?} and not {expected:?}")]
    Shape {
        /// The parameter's name.
        name: String,
        /// The shape that the parameter has.
        found: Vec<usize>,
        /// The shape that the network expects.
        expected: Vec<usize>,
    },
    /// There is a parameter that the network does not have.
    #[error("{0} is not of this network")]
    Unknown(String),
}

impl From<Error> for ParametersError {
    fn from(error: Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// A tensor's shape, and its numbers in memory order.
type Values = (Vec<usize>, Vec<f32>);

/// The parameters that nobody has taken yet.
#[derive(Debug)]
pub struct Parameters(HashMap<String, Tensor>);

impl Parameters {
    /// From a burnpack of any float type, whose kernels may be integers.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack.
    pub fn read(bytes: Vec<u8>) -> Result<Self, ParametersError> {
        let tensors = Reader::from_bytes(Bytes::from_bytes_vec(bytes))?.into_tensors()?;
        Ok(Self(tensors.into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect()))
    }

    /// The values of the parameter `name`, in memory order. They become floats only now: all at once would take four times the
    /// memory of the file, which WebAssembly never gives back.
    ///
    /// # Errors
    /// When there is none of this name, it has another shape than `expected`, or isn't of a type for weights.
    pub fn take(&mut self, name: &str, expected: &[usize]) -> Result<Vec<f32>, ParametersError> {
        let (found, values) = self.remove(name)?.ok_or_else(|| ParametersError::Missing(name.to_owned()))?;
        let scales = self.remove(&format!("{name}{SCALES}"))?;
        if found != expected {
            return Err(ParametersError::Shape { name: name.to_owned(), found, expected: expected.to_vec() });
        }
        Ok(match scales {
            Some((_, scales)) => in_floats(values, &scales),
            None => values,
        })
    }

    /// The shape and the values of a tensor, if there is one of this name.
    fn remove(&mut self, name: &str) -> Result<Option<Values>, ParametersError> {
        let Some(tensor) = self.0.remove(name) else { return Ok(None) };
        let (_, dtype, shape, _, bytes) = tensor.into_parts()?;
        Ok(Some((shape.to_vec(), floats(dtype, &bytes)?)))
    }

    /// Ends the taking.
    ///
    /// # Errors
    /// When something is left, so that the bytes belong to another network.
    pub fn finish(self) -> Result<(), ParametersError> {
        match self.0.into_keys().next() {
            Some(name) => Err(ParametersError::Unknown(name)),
            None => Ok(()),
        }
    }
}

/// Little-endian numbers as floats.
fn floats(dtype: DType, bytes: &[u8]) -> Result<Vec<f32>, Error> {
    match dtype {
        DType::F32 => Ok(bytes.as_chunks().0.iter().map(|&number| f32::from_le_bytes(number)).collect()),
        DType::F16 => Ok(bytes.as_chunks().0.iter().map(|&number| f16::from_le_bytes(number).to_f32()).collect()),
        DType::I16 => Ok(bytes.as_chunks().0.iter().map(|&number| f32::from(i16::from_le_bytes(number))).collect()),
        DType::I8 => Ok(bytes.iter().map(|&number| f32::from(number.cast_signed())).collect()),
        other => Err(Error::ValidationError(format!("weights are not kept as {other:?}"))),
    }
}

/// The tensors of a burnpack, those of integers as floats and without their scales.
#[cfg(feature = "burn")]
pub(crate) fn restored(bytes: Bytes) -> Result<Vec<Tensor>, Error> {
    let (scales, tensors): (Vec<_>, Vec<_>) =
        Reader::from_bytes(bytes)?.into_tensors()?.into_iter().partition(|tensor| tensor.name.ends_with(SCALES));
    let mut scales_of = HashMap::new();
    for tensor in scales {
        let (name, dtype, _, _, bytes) = tensor.into_parts()?;
        scales_of.insert(name, floats(dtype, &bytes)?);
    }
    tensors
        .into_iter()
        .map(|tensor| {
            let Some(scales) = scales_of.get(&format!("{}{SCALES}", tensor.name)) else { return Ok(tensor) };
            let (name, dtype, shape, id, bytes) = tensor.into_parts()?;
            let values = floats(dtype, &bytes)?;
            Ok(Tensor::new(name, DType::F32, shape, id, Bytes::from_elems(in_floats(values, scales))))
        })
        .collect()
}

/// A kernel of integers times the scales of its output channels.
pub(crate) fn in_floats(mut kernel: Vec<f32>, scales: &[f32]) -> Vec<f32> {
    let length = (kernel.len() / scales.len().max(1)).max(1);
    for (channel, scale) in kernel.chunks_mut(length).zip(scales) {
        channel.iter_mut().for_each(|value| *value *= scale);
    }
    kernel
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn_pack::Writer;

    fn pack() -> Vec<u8> {
        let kernel = Bytes::from_elems(vec![100i8, -50, 7, 0]);
        let tensors = vec![
            Tensor::new("kernel".to_owned(), DType::I8, [2, 2, 1, 1], None, kernel),
            Tensor::new("kernel.scales".to_owned(), DType::F32, [2], None, Bytes::from_elems(vec![0.5f32, 2.0])),
            Tensor::new("bias".to_owned(), DType::F32, [1], None, Bytes::from_elems(vec![3.0f32])),
        ];
        Writer::new(tensors).into_bytes().unwrap().to_vec()
    }

    #[test]
    fn kernels_of_integers_are_restored() {
        let mut parameters = Parameters::read(pack()).unwrap();
        assert_eq!(parameters.take("kernel", &[2, 2, 1, 1]).unwrap(), [50.0, -25.0, 14.0, 0.0]);
        assert_eq!(parameters.take("bias", &[1]).unwrap(), [3.0]);
        parameters.finish().unwrap();
    }

    #[test]
    fn what_does_not_fit_is_named() {
        assert!(matches!(Parameters::read(vec![7; 4096]), Err(ParametersError::Damaged(_))));
        let mut parameters = Parameters::read(pack()).unwrap();
        assert!(matches!(parameters.take("weight", &[1]), Err(ParametersError::Missing(name)) if name == "weight"));
        assert!(matches!(parameters.take("kernel", &[4]), Err(ParametersError::Shape { .. })));
        assert!(matches!(parameters.finish(), Err(ParametersError::Unknown(name)) if name == "bias"));
    }
}
