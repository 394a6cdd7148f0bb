//! `visage contact-sheet`: an HTML page of labelled validation faces, each beside its Grad-CAM heat maps for age,
//! gender and race. The pictures are embedded, so that the page is a single file.

use crate::models;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::{DynamicImage, ImageFormat, RgbImage};
use std::fmt::Write;
use std::io::Cursor;
use std::path::PathBuf;
use visage::analysis::Views;
use visage::analysis::alignment::{CROP_PIXELS, aligned_crop};
use visage::attributes::Attribute;
use visage::explanation::colour_map::colour_image;
use visage::explanation::warp::blend_onto_frame;
use visage::explanation::{EvidenceMap, ExplanationTarget};
use visage::geometry::Similarity;
use visage::heat_palette::Palette;
use visage::training::crops::open_and_align;
use visage::training::dataset::{AgeLabel, Dataset, LabelledImage};

/// Whose faces to show.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Whose labels the images carry.
    #[arg(long)]
    dataset: Dataset,
    /// Folder with images, in folders or `.tar` files.
    #[arg(long)]
    root: PathBuf,
    /// Where to write the sheet, an HTML file that holds its pictures.
    #[arg(long)]
    out: PathBuf,
    /// Faces, the first ones that training has kept out.
    #[arg(long, default_value_t = 24)]
    count: usize,
    /// Weights to use instead of the shipped ones.
    #[arg(long)]
    weights: Option<PathBuf>,
}

/// Writes each face beside its Grad-CAM maps for age, gender and race, with what is estimated and what is labelled.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { dataset, root, out, count, weights } = arguments;
    let mut images = Vec::new();
    dataset.for_each(&root, |image| {
        if images.len() < count && image.is_validation {
            images.push(image);
        }
        Ok(())
    })?;
    ensure!(!images.is_empty(), "{} holds no validation images of {}", root.display(), dataset.name());
    let (detector, analyzer) = (models::detector()?, models::analyzer(weights.as_deref())?);
    let mut page = "<!doctype html><meta charset=utf-8><title>Grad-CAM contact sheet</title>\
        <style>body{font:13px sans-serif}figure{display:inline-block;margin:6px}img{width:112px}</style>\n"
        .to_owned();
    for image in &images {
        let (frame, transform, _) = open_and_align(&detector, &image.bytes)?;
        let crop = aligned_crop(&frame, &transform, CROP_PIXELS);
        let mut pictures = vec![crop.clone()];
        let mut estimates = None;
        for attribute in Attribute::ALL {
            let target = ExplanationTarget::likeliest(attribute);
            let readings =
                pollster::block_on(analyzer.read_crops(std::slice::from_ref(&crop), Some(&target), Views::Both))?;
            let reading = readings.into_iter().next().context("the network gave no answer")?;
            pictures.push(reading.evidence.map_or_else(|| crop.clone(), |evidence| overlaid(&crop, &evidence)));
            estimates = Some(reading.estimates);
        }
        let estimates = estimates.context("there are no attributes")?;
        let estimated = format!(
            "{:.0}, {}, {}",
            estimates.age.years(),
            estimates.likeliest_gender().0.label(),
            estimates.likeliest_race().0.label()
        );
        page.push_str("<figure>");
        for picture in &pictures {
            write!(page, "<img alt=\"\" src=\"data:image/png;base64,{}\">", png(picture)?)?;
        }
        writeln!(page, "<figcaption>estimated {estimated} / labelled {}</figcaption></figure>", labelled(image))?;
    }
    std::fs::write(&out, page).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{} faces written to {}; from left to right the crop, age, gender, race", images.len(), out.display());
    Ok(())
}

fn labelled(image: &LabelledImage) -> String {
    let age = match image.labels.age {
        AgeLabel::Years(years) => years.to_string(),
        AgeLabel::Group(_) => {
            let (first, last) = image.labels.age.range();
            format!("{first}–{last}")
        }
    };
    format!("{age}, {}, {}", image.labels.gender.label(), image.labels.race.label())
}

/// The crop below the colours of its evidence.
fn overlaid(crop: &RgbImage, evidence: &EvidenceMap) -> RgbImage {
    let colours = colour_image(&evidence.resized(CROP_PIXELS as usize), Palette::default());
    let mut picture = DynamicImage::ImageRgb8(crop.clone()).into_rgba8();
    blend_onto_frame(&colours, &Similarity::IDENTITY, &mut picture);
    DynamicImage::ImageRgba8(picture).into_rgb8()
}

fn png(picture: &RgbImage) -> Result<String> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(BASE64_STANDARD.encode(bytes.into_inner()))
}
