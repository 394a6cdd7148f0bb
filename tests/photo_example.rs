//! The example `photo` prints what it found, and paints heat maps.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::path::PathBuf;
use std::process::Command;

const PHOTO: &str = "assets/samples/woman-1.jpg";

/// Examples lie beside the folder of the tests. All tests together build them; one alone does not.
fn example() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let file = test.ancestors().nth(2).unwrap().join("examples").join(format!("photo{}", std::env::consts::EXE_SUFFIX));
    assert!(file.exists(), "run cargo build --features training --example photo first");
    file
}

#[test]
fn a_photo_gives_json_and_a_picture() {
    let out = std::env::temp_dir().join(format!("visage-photo-{}.png", std::process::id()));
    let answer = Command::new(example()).arg(PHOTO).arg(&out).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let faces: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    let [face] = faces.as_array().unwrap().as_slice() else { panic!("{faces}") };
    let [first, last] = [0, 1].map(|end| face["interval"][end].as_f64().unwrap());
    assert!((first..=last).contains(&face["age"].as_f64().unwrap()), "{face}");
    assert_eq!(face["gender"]["label"], "Female");

    let [photo, painted] = [PHOTO.into(), out.clone()].map(|file: PathBuf| image::open(file).unwrap().into_rgb8());
    std::fs::remove_file(out).unwrap();
    assert_eq!(photo.dimensions(), painted.dimensions());
    assert_ne!(photo, painted);
}

#[test]
fn without_a_photo_it_says_what_is_missing() {
    let answer = Command::new(example()).output().unwrap();
    assert!(!answer.status.success());
    assert!(String::from_utf8_lossy(&answer.stderr).contains("name a photo"));
}
