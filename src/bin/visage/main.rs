//! The native command line: everything around the network that does not happen in the browser.

mod align;
mod bench_train;
mod blend;
mod calibrate;
mod card;
mod checksums;
mod contact_sheet;
mod convert;
mod detect_report;
mod doubt_report;
mod embed;
mod evaluate;
mod experiment;
mod experiment_report;
mod explain;
mod explanations;
mod export_onnx;
mod fit_doubt;
mod model_card;
mod models;
mod pack_faces;
mod picture;
mod predict;
mod shrink;
mod soften;
mod split;
mod teach;
mod train;
mod twins;
mod weightings;

use clap::{Parser, Subcommand};

/// Training makes and drops large buffers at every step; this allocator keeps them instead of returning them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Age, gender and race as a face-attribute network sees them, with Grad-CAM.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Estimate age, gender and race of the faces in pictures.
    Predict(predict::Arguments),
    /// Learn new attributes from examples in folders, on the features of the network as it is.
    Teach(teach::Arguments),
    /// Show where the network looked, as a heat map on the picture.
    Explain(explain::Arguments),
    /// Measure where heat maps lie on labelled faces, and how far they can be trusted.
    Explanations(explanations::Arguments),
    /// Measure the pipeline on labelled images.
    Evaluate(evaluate::Arguments),
    /// Count the faces that are found in made scenes, by size and turn.
    DetectReport(detect_report::Arguments),
    /// Fit what tells ordinary faces from covered, drawn and turned ones by the network's features.
    FitDoubt(fit_doubt::Arguments),
    /// Count the faces that are doubted, ordinary ones and outliers, and write that into the model card.
    DoubtReport(doubt_report::Arguments),
    /// Measure the weights on the validation images and write their model card.
    ModelCard(model_card::Arguments),
    /// Draw the images that training keeps out.
    Split(split::Arguments),
    /// Find the pictures that a data set has twice.
    Twins(twins::Arguments),
    /// Write where the faces of training images lie, for programs that cut them out themselves.
    Align(align::Arguments),
    /// Ask a larger network that recognises faces what it makes of the training crops.
    Embed(embed::Arguments),
    /// Read age, gender and race off the teacher's embeddings, as softer labels than the data sets'.
    Soften(soften::Arguments),
    /// Train the network.
    Train(train::Arguments),
    /// Mix the weights that a training started from back into those that it made.
    Blend(blend::Arguments),
    /// Choose the temperatures of a trained network's heads, and write the weights to ship.
    Calibrate(calibrate::Arguments),
    /// Round the network's kernels to fewer levels, so that its file compresses better.
    Shrink(shrink::Arguments),
    /// Pack what the network's trunk says of labelled faces, without their pictures, for learning age, gender and race in the page.
    PackFaces(pack_faces::Arguments),
    /// Write the checksums that the browser checks the models with.
    Checksums(checksums::Arguments),
    /// Train networks that differ in one thing, and compare them.
    Experiment(experiment::Arguments),
    /// Compare ways to weigh the losses, on heads that learn from the packed faces.
    Weightings(weightings::Arguments),
    /// Write tables and plots of the experiments and of the shipped weights.
    ExperimentReport(experiment_report::Arguments),
    /// Show labelled faces beside their heat maps.
    ContactSheet(contact_sheet::Arguments),
    /// Convert released weights to the form that this program reads.
    Convert(convert::Arguments),
    /// Write the network as ONNX, for other runtimes.
    ExportOnnx(export_onnx::Arguments),
    /// Measure how many images a second a training step takes.
    BenchTrain(bench_train::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Predict(arguments) => predict::run(arguments),
        Command::Teach(arguments) => teach::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Explanations(arguments) => explanations::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::DetectReport(arguments) => detect_report::run(arguments),
        Command::FitDoubt(arguments) => fit_doubt::run(arguments),
        Command::DoubtReport(arguments) => doubt_report::run(arguments),
        Command::ModelCard(arguments) => model_card::run(arguments),
        Command::Split(arguments) => split::run(arguments),
        Command::Align(arguments) => align::run(arguments),
        Command::Embed(arguments) => embed::run(arguments),
        Command::Soften(arguments) => soften::run(arguments),
        Command::Train(arguments) => train::run(arguments),
        Command::Blend(arguments) => blend::run(arguments),
        Command::Calibrate(arguments) => calibrate::run(arguments),
        Command::Shrink(arguments) => shrink::run(arguments),
        Command::PackFaces(arguments) => pack_faces::run(arguments),
        Command::Checksums(arguments) => checksums::run(arguments),
        Command::Experiment(arguments) => experiment::run(arguments),
        Command::Twins(arguments) => twins::run(arguments),
        Command::Weightings(arguments) => weightings::run(arguments),
        Command::ExperimentReport(arguments) => experiment_report::run(arguments),
        Command::ContactSheet(arguments) => contact_sheet::run(arguments),
        Command::Convert(arguments) => convert::run(arguments),
        Command::ExportOnnx(arguments) => export_onnx::run(arguments),
        Command::BenchTrain(arguments) => bench_train::run(arguments),
    }
}
