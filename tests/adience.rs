//! The Adience protocol on a small made-up tree in the release's layout.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![cfg(feature = "training")]

use std::path::Path;
use visage::analysis::{Analyzer, AttributeNetwork, system_clock};
use visage::detection::FaceDetector;
use visage::evaluation::adience::evaluate_adience;

const HEADER: &str =
    "user_id\toriginal_image\tface_id\tage\tgender\tx\ty\tdx\tdy\ttilt_ang\tfiducial_yaw_angle\tfiducial_score";

/// Five folds with two of the sample photos each, labelled (25, 32) female and (60, 100) male.
fn make_tree(root: &Path) {
    for fold in 0..5 {
        let mut list = HEADER.to_owned();
        for (face, photo, age, gender) in [(1, "woman-1.jpg", "(25, 32)", "f"), (2, "man-1.jpg", "(60, 100)", "m")] {
            let user = format!("{fold}@N00");
            let folder = root.join("faces").join(&user);
            std::fs::create_dir_all(&folder).unwrap();
            let name = format!("coarse_tilt_aligned_face.{face}.{photo}");
            std::fs::copy(Path::new("assets/samples").join(photo), folder.join(name)).unwrap();
            list += &format!("\n{user}\t{photo}\t{face}\t{age}\t{gender}\t0\t0\t9\t9\t0\t0\t1");
        }
        std::fs::write(root.join(format!("fold_{fold}_data.txt")), list).unwrap();
    }
}

#[test]
fn five_folds_are_measured_and_averaged() {
    let root = std::env::temp_dir().join(format!("visage-adience-tree-{}", std::process::id()));
    make_tree(&root);
    let read = |file: &str| std::fs::read(file).unwrap();
    let detector = FaceDetector::on_cpu(read("assets/blazeface.bpk")).unwrap();
    let network = AttributeNetwork::on_cpu(read("assets/dmtl.bpk")).unwrap();
    let analyzer = Analyzer::new(detector.clone(), network, system_clock);
    let report = evaluate_adience(&root, &detector, &analyzer).unwrap();
    std::fs::remove_dir_all(&root).unwrap();

    assert_eq!(report.folds.len(), 5);
    assert!(report.folds.iter().all(|fold| fold.n == [2, 2]));
    // The same pictures in every fold: the mean is each fold's figure, and nothing varies.
    let first = &report.folds[0];
    assert_eq!(report.gender, [first.gender, 0.0]);
    assert_eq!(report.exact, [first.exact, 0.0]);
    assert!(report.one_off[0] >= report.exact[0]);
    assert_eq!(first.gender, 1.0, "the sample photos' genders are plain");
}
