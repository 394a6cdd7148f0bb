//! A photo in, its faces as JSON and a picture with heat maps out:
//!
//! ```sh
//! cargo run --release --features inference --example photo -- photo.jpg heat.png
//! ```

use image::DynamicImage;
use serde_json::json;
use std::error::Error;
use visage::analysis::alignment::CROP_PIXELS;
use visage::analysis::{Analyzer, AttributeNetwork, Probe, system_clock};
use visage::attributes::Attribute;
use visage::checksum::sha256;
use visage::detection::FaceDetector;
use visage::estimates::AGE_INTERVAL;
use visage::explanation::ExplanationTarget;
use visage::explanation::colour_map::colour_image;
use visage::explanation::warp::blend_onto_frame;
use visage::heat_palette::Palette;

const BLAZEFACE: &[u8] = include_bytes!("../assets/blazeface.bpk");
const DMTL: &[u8] = include_bytes!("../assets/dmtl.bpk");
const PROBE: &[u8] = include_bytes!("../assets/doubt.probe");

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(photo), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("name a photo, and the file for the heat maps".into());
    };
    let mut picture = image::open(&photo)?.into_rgba8();

    // The probe tells faces that the network does not know; it belongs to these very weights.
    let probe = Probe::from_bytes(PROBE).filter(|probe| probe.is_of(&sha256(DMTL)));
    let network = AttributeNetwork::on_cpu(DMTL.to_vec())?;
    let analyzer = Analyzer::new(FaceDetector::on_cpu(BLAZEFACE.to_vec())?, network, system_clock).with_probe(probe);

    let target = ExplanationTarget::likeliest(Attribute::Age);
    let analysis = pollster::block_on(analyzer.analyze_still(&picture, Some(&target)))?;
    let mut faces = Vec::new();
    for face in &analysis.faces {
        let estimates = &face.reading.estimates;
        let ((gender, certainty), (race, _)) = (estimates.likeliest_gender(), estimates.likeliest_race());
        faces.push(json!({
            "box": face.detection.bounding_box,
            "age": estimates.age.years(),
            "interval": estimates.age.interval(AGE_INTERVAL),
            "gender": { "label": gender.label(), "probability": certainty },
            "race": race.label(),
            "doubts": face.doubts,
        }));
        if let Some(evidence) = &face.reading.evidence {
            let colours = colour_image(&evidence.resized(CROP_PIXELS as usize), Palette::default());
            blend_onto_frame(&colours, &face.crop_to_frame, &mut picture);
        }
    }
    println!("{}", serde_json::to_string_pretty(&faces)?);
    DynamicImage::ImageRgba8(picture).into_rgb8().save(&out)?;
    eprintln!("heat maps written to {out}");
    Ok(())
}
