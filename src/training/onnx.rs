//! The network as an ONNX file, which other runtimes read: the benchmark compares them on the very same weights.

mod format;

use crate::attributes::{Attribute, Category};
use crate::cpu::same_padding;
use crate::network::{Branch, CROP_SIDE, ConvUnit, Dmtl, Head, MbConv};
use burn::tensor::{DataError, Tensor};
use format::{Constant, Graph, Model, Node, OperatorSet, Setting, Value};
use prost::Message;
use std::cell::RefCell;

/// The version of the operators, and the version of the file's format that came with it.
const OPERATOR_SET: i64 = 17;
const FORMAT: i64 = 8;
/// The name of the one input, `[1, 3, 112, 112]`. The outputs are named for their attributes.
const INPUT: &str = "image";
/// The names of ReLU6's bounds.
const BOUNDS: [(&str, f32); 2] = [("zero", 0.0), ("six", 6.0)];

/// The network for one image as ONNX in 32-bit floats: the input is normalised as
/// [`image_tensor`](crate::network::image_tensor) does it, the outputs are the logits of each attribute.
///
/// # Errors
/// When the weights aren't 32-bit floats.
pub fn to_onnx(network: Dmtl) -> Result<Vec<u8>, DataError> {
    // Folded, every unit is a convolution with a bias, and perhaps a clamp.
    let network = network.fold();
    let mut writer = Writer::default();
    let bounds = BOUNDS.map(|(name, value)| Constant::new(name.to_owned(), &[], [value]));
    writer.graph.initializer.extend(bounds);
    let shared = writer.unit(&network.trunk.stem, FeatureMap { name: INPUT.to_owned(), side: CROP_SIDE })?;
    let shared = writer.blocks(network.trunk.stages.iter().flat_map(|stage| &stage.blocks), shared)?;
    let ordinal = writer.branch(&network.ordinal, shared.clone())?;
    let nominal = writer.branch(&network.nominal, shared)?;
    for attribute in Attribute::ALL {
        let branch = match attribute.category() {
            Category::Ordinal => &ordinal,
            Category::Nominal => &nominal,
        };
        writer.head(attribute, network.head(attribute), branch)?;
    }
    Ok(writer.finish().encode_to_vec())
}

/// A map that the graph computes.
#[derive(Clone)]
struct FeatureMap {
    name: String,
    /// Width and height.
    side: usize,
}

/// Writes a graph, operation by operation.
#[derive(Default)]
struct Writer {
    graph: Graph,
}

impl Writer {
    fn finish(mut self) -> Model {
        "visage".clone_into(&mut self.graph.name);
        self.graph.input = vec![Value::new(INPUT, &[1, 3, CROP_SIDE, CROP_SIDE])];
        let output = |attribute: Attribute| Value::new(attribute.name(), &[1, attribute.classes()]);
        self.graph.output = Attribute::ALL.map(output).to_vec();
        Model {
            ir_version: FORMAT,
            producer_name: env!("CARGO_PKG_NAME").to_owned(),
            producer_version: env!("CARGO_PKG_VERSION").to_owned(),
            graph: Some(self.graph),
            opset_import: vec![OperatorSet { domain: String::new(), version: OPERATOR_SET }],
        }
    }

    /// Adds an operation and returns the name of what it computes.
    fn operation(&mut self, operator: &str, input: Vec<String>, attribute: Vec<Setting>) -> String {
        let name = format!("{operator}_{}", self.graph.node.len());
        let (op_type, output) = (operator.to_owned(), vec![name.clone()]);
        self.graph.node.push(Node { input, output, name: name.clone(), op_type, attribute });
        name
    }

    /// Adds a constant and returns its name.
    fn constant<const D: usize>(&mut self, tensor: Tensor<D>) -> Result<String, DataError> {
        let name = format!("constant_{}", self.graph.initializer.len());
        let data = tensor.into_data();
        let values = data.as_slice::<f32>()?.iter().copied();
        self.graph.initializer.push(Constant::new(name.clone(), data.shape(), values));
        Ok(name)
    }

    fn unit(&mut self, unit: &ConvUnit, map: FeatureMap) -> Result<FeatureMap, DataError> {
        let convolution = &unit.convolution;
        let [_, _, kernel, _] = convolution.weight.dims();
        let [stride, _] = convolution.stride;
        let side = map.side.div_ceil(stride);
        // TensorFlow's "SAME", spelled out: where the padding is odd, ONNX's names for it are at odds with one another.
        let (start, end) = same_padding(map.side, kernel, stride);
        let mut input = vec![map.name, self.constant(convolution.weight.val())?];
        if let Some(bias) = &convolution.bias {
            input.push(self.constant(bias.val())?);
        }
        let settings = vec![
            Setting::integers("kernel_shape", [kernel; 2]),
            Setting::integers("strides", [stride; 2]),
            Setting::integers("pads", [start, start, end, end]),
            Setting::integer("group", convolution.groups),
        ];
        let mut name = self.operation("Conv", input, settings);
        if unit.activated {
            let bounds = BOUNDS.map(|(bound, _)| bound.to_owned());
            name = self.operation("Clip", [vec![name], bounds.to_vec()].concat(), vec![]);
        }
        Ok(FeatureMap { name, side })
    }

    fn blocks<'a>(
        &mut self,
        blocks: impl IntoIterator<Item = &'a MbConv>,
        map: FeatureMap,
    ) -> Result<FeatureMap, DataError> {
        blocks.into_iter().try_fold(map, |map, block| self.block(block, map))
    }

    fn block(&mut self, block: &MbConv, map: FeatureMap) -> Result<FeatureMap, DataError> {
        // The block walks over names instead of tensors; both of its operations write to the one graph.
        let (writer, failure) = (RefCell::new(self), RefCell::new(None));
        let unit = |unit: &ConvUnit, map: FeatureMap| {
            writer.borrow_mut().unit(unit, map.clone()).unwrap_or_else(|error| {
                failure.replace(Some(error));
                map
            })
        };
        let add = |map: FeatureMap, skipped: FeatureMap| {
            let name = writer.borrow_mut().operation("Add", vec![map.name, skipped.name], vec![]);
            FeatureMap { name, side: map.side }
        };
        let output = block.forward_by(map, unit, add);
        failure.into_inner().map_or(Ok(output), Err)
    }

    /// Returns the name of the branch's features.
    fn branch(&mut self, branch: &Branch, map: FeatureMap) -> Result<String, DataError> {
        let map = self.blocks(&branch.blocks, map)?;
        let means = self.operation("GlobalAveragePool", vec![map.name], vec![]);
        Ok(self.operation("Flatten", vec![means], vec![Setting::integer("axis", 1)]))
    }

    fn head(&mut self, attribute: Attribute, head: &Head, features: &str) -> Result<(), DataError> {
        let mut input = vec![features.to_owned(), self.constant(head.linear.weight.val())?];
        if let Some(bias) = &head.linear.bias {
            input.push(self.constant(bias.val())?);
        }
        let (op_type, name) = ("Gemm".to_owned(), attribute.name().to_owned());
        let output = vec![name.clone()];
        self.graph.node.push(Node { input, output, name, op_type, attribute: vec![] });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::from_burnpack;
    use burn::tensor::{Device, Distribution};
    use rten_tensor::{AsView, NdTensor};

    /// How far a logit may be from ours: rounding in another order.
    const TOLERANCE: f32 = 1e-3;

    #[test]
    fn another_runtime_computes_the_same_logits() {
        let device = Device::flex();
        let shipped = include_bytes!("../../assets/dmtl.bpk");
        let network = from_burnpack(shipped.to_vec(), &device).unwrap();
        let shape = [1, 3, CROP_SIDE, CROP_SIDE];
        let images = Tensor::random(shape, Distribution::Uniform(-1.0, 1.0), &device);
        let ours = network.forward(images.clone());

        let model = rten::Model::load(to_onnx(network).unwrap()).unwrap();
        let image = NdTensor::from_data(shape, images.into_data().try_to_vec::<f32>().unwrap());
        let outputs = Attribute::ALL.map(|attribute| model.node_id(attribute.name()).unwrap());
        let theirs = model.run_n(vec![(model.node_id(INPUT).unwrap(), image.into())], outputs, None).unwrap();

        for (attribute, theirs) in Attribute::ALL.into_iter().zip(theirs) {
            let theirs: NdTensor<f32, 2> = theirs.try_into().unwrap();
            let ours = ours[attribute].to_data().try_to_vec::<f32>().unwrap();
            assert_eq!(ours.len(), theirs.iter().count());
            for (ours, theirs) in ours.iter().zip(theirs.iter()) {
                assert!((ours - theirs).abs() < TOLERANCE, "{theirs} for {ours}");
            }
        }
    }
}
