//! Reads the graph models of TensorFlow.js, in which released face networks are published.

use super::floats::floats;
use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::collections::HashMap;

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

/// A graph model's operations and constants.
pub(super) struct GraphModelFile {
    /// The names of each operation's inputs, by its own name.
    pub inputs: HashMap<String, Vec<String>>,
    /// Shape and values of the constants, by name.
    pub constants: HashMap<String, (Vec<usize>, Vec<f32>)>,
}

impl GraphModelFile {
    /// Parses the text of the model's `.json` and the bytes of its `.bin`.
    ///
    /// # Errors
    /// When they are not a graph model whose constants are 32-bit floats and integers.
    pub(super) fn new(graph: &str, mut weights: &[u8]) -> Result<Self> {
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
                    constants.insert(entry.name, (entry.shape, floats(values)));
                }
                "int32" => {}
                other => bail!("{} has type {other}, and only float32 and int32 can be read.", entry.name),
            }
        }
        ensure!(weights.is_empty(), "The weights go on after the last constant. Are they those of this graph?");
        let inputs = graph.model_topology.node.into_iter().map(|node| (node.name, node.input));
        Ok(Self { inputs: inputs.collect(), constants })
    }
}
