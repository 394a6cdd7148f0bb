//! Bytes that a visitor or a damaged download may hand us: whatever they are, readers answer with an error and never panic.
//!
//! Each test mutates a corpus of real files deterministically for a second or two. `VISAGE_FUZZ=n` runs n times as many mutations.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::app::model::picture::{check_header, decoded_width, hides_its_size, kind_of, moving_type};
use crate::attributes::{Attribute, Category};
use crate::detection::FaceDetector;
use crate::formats::foreign_format;
use crate::learning::{Example, Heads, NewAttribute, Settings, Task, Training, unpack};
use crate::network::CpuDmtl;
use crate::parameters::Parameters;
use crate::protocol::{ExplanationRequest, Request, Response};
use std::path::Path;

/// Changes of one mutated file.
const MOST_CHANGES: usize = 6;
/// Bytes from the start in which most changes are made: there are the headers.
const HEAD: usize = 2048;

/// How many mutations a test reads: `count`, or as many times more as the environment asks for.
fn rounds(count: usize) -> usize {
    count * std::env::var("VISAGE_FUZZ").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1)
}

/// `bytes` with a few of its bytes flipped, replaced by extremes, removed, repeated, or cut off.
fn mutated(bytes: &[u8], random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.usize(1..=MOST_CHANGES) {
        if bytes.is_empty() {
            break;
        }
        let reach = if random.u8(..4) > 0 { bytes.len().min(HEAD) } else { bytes.len() };
        let at = random.usize(..reach);
        let end = bytes.len().min(at + random.usize(1..=8));
        match random.u8(..6) {
            0 => bytes[at] ^= 1 << random.u8(..8),
            1 => bytes[at] = *random.choice(&[0, 1, 0x7f, 0x80, 0xff]).unwrap(),
            2 => bytes[at..end].fill(0xff),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

/// Reads `count` mutations of each file with `read`.
fn fuzz(corpus: &[Vec<u8>], count: usize, mut read: impl FnMut(Vec<u8>)) {
    let mut random = fastrand::Rng::with_seed(7);
    for bytes in corpus {
        read(bytes.clone());
        (0..rounds(count)).for_each(|_| read(mutated(bytes, &mut random)));
    }
}

fn file(path: impl AsRef<Path>) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// Pictures of several formats, and beginnings of files that are none.
fn pictures() -> Vec<Vec<u8>> {
    let samples = std::fs::read_dir("assets/samples").unwrap().map(|entry| entry.unwrap().path());
    let mut corpus: Vec<_> = samples.filter(|path| path.is_file()).map(file).collect();
    corpus.extend(["www/icons/apple-touch.png", "assets/known-answer.ppm", "www/icon.svg"].map(file));
    corpus.push(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec());
    corpus.push(b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0".to_vec());
    corpus.push(b"RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x0f\0\0\x0f\0\0".to_vec());
    corpus
}

/// An attribute of two classes, hardly learned.
fn learned(features: usize) -> crate::learning::Learned {
    let classes = ["no", "yes"].map(str::to_owned).to_vec();
    let task = Task { attributes: vec![NewAttribute { name: "hat".into(), category: Category::Nominal, classes }] };
    let example = |number: u32| {
        let class = number as usize % 2;
        let view: Vec<f32> = (0..features).map(|place| ((place + 7 * class) as f32).sin()).collect();
        Example { number, views: [view.clone(), view], classes: vec![Some(class)] }
    };
    let examples: Vec<_> = (0..40).map(example).collect();
    let mut training = Training::new(task, &examples, Settings { epochs: 2, ..Settings::default() }).unwrap();
    while training.epoch().is_some() {}
    training.finish()
}

#[test]
fn no_burnpack_makes_its_reader_panic() {
    fuzz(&[file("assets/blazeface.bpk")], 300, |bytes| {
        let _ = Parameters::read(bytes.clone());
        let _ = FaceDetector::on_cpu(bytes.clone());
        let _ = CpuDmtl::from_burnpack(bytes);
    });
}

#[test]
fn no_file_makes_the_door_panic() {
    fuzz(&pictures(), 2_000, |bytes| {
        let header = bytes.get(..4096).unwrap_or(&bytes);
        let _ = foreign_format(header);
        let _ = (kind_of("", header), moving_type(header), hides_its_size(header), decoded_width(header, 1280));
        let _ = check_header("a file", "image/png", header);
    });
}

#[test]
fn no_pack_of_faces_makes_its_reader_panic() {
    let pack = file("assets/faces.pack");
    let owner = String::from_utf8_lossy(&pack[..32]).into_owned();
    fuzz(&[pack[..20_000].to_vec(), pack.clone()], 300, |bytes| {
        let _ = unpack(&bytes, &owner);
    });
}

#[test]
fn no_message_makes_its_reader_panic() {
    let analyze = Request::Analyze {
        frame: 3,
        time: Some(40.0),
        follow: true,
        explain: Some(ExplanationRequest { attribute: Attribute::Age, class: Some(1), layer: None, taught: None }),
        dissect: true,
        focus: Some(1),
        gather: false,
    };
    let messages =
        [analyze, Request::ReadCrop { number: 1, size: 2, rgb: vec![7; 12], still: true }, Request::UseTaught];
    let corpus: Vec<_> = messages.iter().map(|message| serde_json::to_vec(message).unwrap()).collect();
    fuzz(&corpus, 5_000, |bytes| {
        let _ = serde_json::from_slice::<Request>(&bytes);
        let _ = serde_json::from_slice::<Response>(&bytes);
    });
}

#[test]
fn no_file_of_learned_attributes_makes_its_reader_panic() {
    let features = 24;
    let heads = Heads::new("one".into(), learned(features));
    fuzz(&[serde_json::to_vec(&heads).unwrap()], 10_000, |bytes| {
        if let Ok(learned) = serde_json::from_slice::<Heads>(&bytes).map(|heads| heads.for_network("one"))
            && let Ok(learned) = learned
        {
            learned.read(&vec![0.5; features]);
        }
    });
}
