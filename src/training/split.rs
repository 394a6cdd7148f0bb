//! Which images are kept out of training, by the names that they have in the original releases, so that whoever has those can repeat it.

use super::dataset::{Dataset, LabelledImage};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

/// One image in `VALIDATION_SHARE` is kept out.
pub const VALIDATION_SHARE: u32 = 10;

/// The images, a line each: data set, name. `visage split` writes it.
const LIST: &str = include_str!("../../assets/split.csv");

static KEPT_OUT: LazyLock<HashSet<(&str, &str)>> =
    LazyLock::new(|| LIST.lines().filter_map(|line| line.split_once(',')).collect());

/// Whether an image is kept out, by the name that [`image_name`] gives it. What the list does not have is not.
pub fn is_kept_out(dataset: Dataset, name: &str) -> bool {
    KEPT_OUT.contains(&(dataset.name(), name))
}

/// The name of an image that all copies of it have: without what follows the first dot, and for FairFace, whose files are only
/// numbered, with its folder.
pub fn image_name(dataset: Dataset, path: &str) -> String {
    let mut parts = Path::new(path).iter().rev().map(|part| part.to_string_lossy());
    let file = parts.next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    match (dataset, parts.next()) {
        (Dataset::FairFace, Some(folder)) => format!("{folder}/{stem}"),
        (Dataset::FairFace, None) | (Dataset::UtkFace, _) => stem.to_owned(),
    }
}

/// Draws whether an image is to be kept out, by the hash of its bytes: identical images fall on the same side. The list was drawn so, from
/// copies scaled to 160 pixels; of sets without a list it decides.
pub fn is_drawn(bytes: &[u8]) -> bool {
    let hash = Sha256::digest(bytes);
    let number = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    number.is_multiple_of(VALIDATION_SHARE)
}

/// The list that is drawn from the images below `data`.
///
/// # Errors
/// When they cannot be read.
pub fn drawn_list(data: &Path) -> Result<String> {
    let mut list = "data_set,image\n".to_owned();
    for dataset in [Dataset::UtkFace, Dataset::FairFace] {
        dataset.for_each(&data.join(dataset.name()), |LabelledImage { name, bytes, .. }| {
            if is_drawn(&bytes) {
                list.extend([dataset.name(), ",", &name, "\n"]);
            }
            Ok(())
        })?;
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_has_one_name_in_every_release() {
        for path in ["a/25_1_3_2017.jpg.chip.webp", "25_1_3_2017.jpg.chip.jpg", "other/25_1_3_2017.jpg"] {
            assert_eq!(image_name(Dataset::UtkFace, path), "25_1_3_2017");
        }
        for path in ["train/17.webp", "fairface/train/17.jpg"] {
            assert_eq!(image_name(Dataset::FairFace, path), "train/17");
        }
    }

    #[test]
    fn the_list_has_about_a_tenth_of_both_sets_each_image_once_and_no_other_name_is_kept_out() {
        let lines: Vec<&str> = LIST.lines().skip(1).collect();
        assert_eq!(lines.iter().collect::<HashSet<_>>().len(), lines.len());
        for (dataset, images) in [(Dataset::UtkFace, 18_387), (Dataset::FairFace, 39_994)] {
            let kept = lines.iter().filter(|line| line.starts_with(dataset.name())).count();
            assert!((images / 11..images / 9).contains(&kept), "{kept} of {images}");
            assert!(!is_kept_out(dataset, "val/1") && !is_kept_out(dataset, ""));
        }
        let (dataset, name) = lines[0].split_once(',').unwrap();
        assert!(dataset == "utkface" && is_kept_out(Dataset::UtkFace, name) && !is_kept_out(Dataset::FairFace, name));
    }
}
