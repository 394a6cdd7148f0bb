//! `visage explain`: lays the Grad-CAM heat map of an attribute, or of one of its
//! classes, over every face of a picture.

use crate::{models, picture};
use anyhow::{Context, Result, ensure};
use image::DynamicImage;
use std::path::PathBuf;
use visage::analysis::alignment::CROP_PIXELS;
use visage::attributes::Attribute;
use visage::explanation::ExplanationTarget;
use visage::explanation::colour_map::colour_image;
use visage::explanation::warp::blend_onto_frame;
use visage::heat_palette::Palette;
use visage::network::Layer;

/// What to explain.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A JPEG, PNG, WebP or TIFF file.
    image: PathBuf,
    /// `age`, `gender` or `race`.
    #[arg(long, value_parser = attribute)]
    attribute: Attribute,
    /// What the evidence is to speak for: a class by its label, the likeliest unless given; of age `older`, unless `younger`
    /// is given.
    #[arg(long)]
    class: Option<String>,
    /// The stage of the trunk to look at, 1 to 5.
    #[arg(long, default_value_t = 5)]
    stage: usize,
    /// Where to write the picture with the heat map on it.
    #[arg(long)]
    out: PathBuf,
    /// Weights to use instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
}

fn attribute(name: &str) -> Result<Attribute, String> {
    let known = Attribute::ALL.into_iter().find(|attribute| attribute.name() == name);
    known.ok_or_else(|| "one of age, gender, race is wanted".to_owned())
}

/// Writes the picture with a heat map on every face.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { image, attribute, class, stage, out, weights } = arguments;
    let layer = stage.checked_sub(1).and_then(|index| Layer::ALL.get(index)).copied();
    let layer = layer.context("the trunk has the stages 1 to 5")?;
    let class = class.map(|label| class_index(attribute, &label)).transpose()?;
    let mut frame = picture::read(&image)?;
    let target = ExplanationTarget { attribute, class, layer };
    let analysis = pollster::block_on(models::analyzer(weights.as_deref())?.analyze_still(&frame, Some(&target)))?;
    ensure!(!analysis.faces.is_empty(), "no face was found in {}", image.display());
    for face in &analysis.faces {
        if let Some(evidence) = &face.reading.evidence {
            let colours = colour_image(&evidence.resized(CROP_PIXELS as usize), Palette::default());
            blend_onto_frame(&colours, &face.crop_to_frame, &mut frame);
        }
    }
    DynamicImage::ImageRgba8(frame)
        .into_rgb8()
        .save(&out)
        .with_context(|| format!("cannot write {}", out.display()))?;
    println!("{} written", out.display());
    Ok(())
}

fn class_index(attribute: Attribute, label: &str) -> Result<usize> {
    let labels: Vec<String> = (0..attribute.classes()).map_while(|class| attribute.explained_label(class)).collect();
    let found = labels.iter().position(|known| known.eq_ignore_ascii_case(label));
    found.with_context(|| format!("{} has no class {label}; it has {}", attribute.name(), labels.join(", ")))
}
