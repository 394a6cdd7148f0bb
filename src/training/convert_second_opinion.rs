//! Turns the weights of the second network from PyTorch's form into this crate's.

use super::floats::floats;
use crate::attributes::{Attribute, PerAttribute};
use crate::parameters::quantised;
use anyhow::{Context, Result, ensure};
use burn::store::pytorch::PytorchReader;
use burn_pack::{Tensor, Writer};
use burn_std::{Bytes, DType};
use std::path::Path;

/// Bits of the integers that kernels are stored as.
const STORED_BITS: u32 = 8;

/// The burnpack, with kernels as integers of 8 bits, of a `.pth` file that `scripts/gpu/fold.py` has written: `units.N.weight` and
/// `units.N.bias`, then `heads.NAME.weight` with a row for each class, and `heads.NAME.bias`. What the heads say is divided by
/// `temperatures`.
///
/// The same input gives the same bytes.
///
/// # Errors
/// When the file cannot be read or holds something else than 32-bit floats.
pub fn convert_second_opinion(file: &Path, temperatures: PerAttribute<f64>) -> Result<Vec<u8>> {
    let reader =
        PytorchReader::new(file).with_context(|| format!("{} is no file of PyTorch weights", file.display()))?;
    let mut names = reader.keys();
    names.sort();
    let mut tensors = Vec::with_capacity(names.len());
    for name in names {
        let found = reader.get(&name).with_context(|| format!("the file holds no tensor {name}"))?;
        let shape = found.shape();
        let mut values = floats(&found.read().with_context(|| format!("{name} cannot be read"))?);
        ensure!(values.len() == shape.iter().product::<usize>(), "{name} does not hold 32-bit floats");
        let of_head = |attribute: &Attribute| name.starts_with(&format!("heads.{}.", attribute.name()));
        if let Some(attribute) = Attribute::ALL.into_iter().find(of_head) {
            values.iter_mut().for_each(|value| *value /= temperatures[attribute] as f32);
        }
        tensors.push(Tensor::new(name, DType::F32, shape, None, Bytes::from_elems(values)));
    }
    Ok(quantised(Writer::new(tensors).into_bytes()?, STORED_BITS)?.to_vec())
}
