//! The module for other people's pages is JavaScript: what it and the library both know is the same.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use visage::attributes::{Attribute, Gender, Race};
use visage::estimates::{AGE_INTERVAL, Doubt, LEAST_AGE_OF_GENDER};
use visage::heat_palette::Palette;
use visage::network::Layer;

fn module(name: &str) -> String {
    std::fs::read_to_string(format!("module/{name}")).unwrap()
}

/// The value of a constant in a script, as JSON.
fn constant(script: &str, name: &str) -> serde_json::Value {
    let (_, rest) = script.split_once(&format!("const {name} = ")).unwrap_or_else(|| panic!("no {name}"));
    serde_json::from_str(rest.split_once(';').unwrap().0).unwrap()
}

#[test]
fn labels_are_those_of_the_attributes() {
    let labels = module("labels.js");
    assert_eq!(constant(&labels, "GENDERS"), serde_json::json!(Gender::ALL.map(Gender::label)));
    assert_eq!(constant(&labels, "RACES"), serde_json::json!(Race::ALL.map(Race::label)));
    let ages: Vec<String> = (0..2).filter_map(|direction| Attribute::Age.explained_label(direction)).collect();
    let named: Vec<String> = serde_json::from_value(constant(&labels, "AGES")).unwrap();
    assert_eq!(named.iter().map(|name| name.to_lowercase()).collect::<Vec<_>>(), ages);
    assert_eq!(constant(&labels, "LAYERS").as_array().unwrap().len(), Layer::ALL.len());
    assert_eq!(constant(&labels, "LEAST_AGE_OF_GENDER").as_f64().unwrap() as f32, LEAST_AGE_OF_GENDER);
    assert_eq!(constant(&labels, "AGE_INTERVAL").as_f64().unwrap() as f32, AGE_INTERVAL);
}

#[test]
fn attributes_are_in_the_order_of_the_networks_outputs_in_their_categories() {
    let labels = module("labels.js");
    let (_, table) = labels.split_once("ATTRIBUTES = [").unwrap();
    let rows: Vec<&str> = table.split_once("];").unwrap().0.split("{ name: ").skip(1).collect();
    assert_eq!(rows.len(), Attribute::ALL.len());
    for (row, attribute) in rows.iter().zip(Attribute::ALL) {
        let category = serde_json::to_string(&attribute.category()).unwrap();
        let expected = format!("\"{}\", category: {category}, ", attribute.name());
        assert!(row.starts_with(&expected), "{row} is not {attribute:?}");
    }
}

#[test]
fn doubts_are_those_of_the_types() {
    let types = module("index.d.ts");
    let (_, rest) = types.split_once("export type Doubt =").unwrap();
    let named: Vec<&str> =
        rest.split_once(';').unwrap().0.split('|').map(|part| part.trim().trim_matches('"')).collect();
    let doubts: Vec<String> =
        Doubt::ALL.map(|doubt| serde_json::to_value(doubt).unwrap().as_str().unwrap().to_owned()).into();
    assert_eq!(named.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>(), doubts);
}

#[test]
fn heat_has_the_colours_of_the_page() {
    let script = module("palette.js");
    let points = script.split_once("POINTS = [").unwrap().1.split_once("];").unwrap().0;
    let values: Vec<u8> = points.split("0x").skip(1).map(|text| u8::from_str_radix(&text[..2], 16).unwrap()).collect();
    let (points, rest) = values.as_chunks::<3>();
    assert!(rest.is_empty());
    for (place, point) in points.iter().enumerate() {
        let evidence = place as f32 / (points.len() - 1) as f32;
        assert_eq!(*point, Palette::default().colour(evidence), "{evidence}");
    }
    let [strongest, opacity] =
        ["STRONGEST", "STRONGEST_OPACITY"].map(|name| constant(&script, name).as_f64().unwrap() as f32);
    for evidence in [0.1f32, 0.4, 0.79, 1.0] {
        let shown = (255.0 * opacity * (evidence / strongest).min(1.0)).round();
        let [.., found] = Palette::default().translucent(evidence);
        assert!((f32::from(found) - shown).abs() <= 1.0, "{evidence}: {found} for {shown}");
    }
}

#[test]
fn videos_are_smoothed_as_on_the_page() {
    let (script, page) = (module("smoothing.js"), std::fs::read_to_string("src/app/model/smoothing.rs").unwrap());
    for name in ["MEMORY", "FORGOTTEN"] {
        let (_, rest) = page.split_once(&format!("const {name}: f64 = ")).unwrap();
        let milliseconds: f64 = rest.split_once(';').unwrap().0.replace('_', "").parse().unwrap();
        let (_, own) = script.split_once(&format!("const {name} = ")).unwrap();
        let own: f64 = own.split_once(';').unwrap().0.replace('_', "").parse().unwrap();
        assert_eq!(own, milliseconds, "{name}");
    }
}
