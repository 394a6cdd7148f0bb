//! Which images are kept out of training, by the names that they have in the original releases, so that whoever has those can repeat it.

use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::LazyLock;

/// One image in `VALIDATION_SHARE` is kept out.
pub const VALIDATION_SHARE: u32 = 10;

/// The images, a line each: data set, name. `visage split` writes it.
const LIST: &str = include_str!("../../assets/split.csv");

static KEPT_OUT: LazyLock<HashSet<(&str, &str)>> =
    LazyLock::new(|| LIST.lines().filter_map(|line| line.split_once(',')).collect());

/// Whether an image is kept out, by the name of its data set and the one that all copies of the image have. What the list does not have
/// is not.
pub fn is_kept_out(dataset: &str, name: &str) -> bool {
    KEPT_OUT.contains(&(dataset, name))
}

/// Draws whether an image is to be kept out, by the hash of its bytes: identical images fall on the same side. The list was drawn so, from
/// copies scaled to 160 pixels; of sets without a list it decides.
pub fn is_drawn(bytes: &[u8]) -> bool {
    let hash = Sha256::digest(bytes);
    let number = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    number.is_multiple_of(VALIDATION_SHARE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_about_a_tenth_of_both_sets_each_image_once_and_no_other_name_is_kept_out() {
        let lines: Vec<&str> = LIST.lines().skip(1).collect();
        assert_eq!(lines.iter().collect::<HashSet<_>>().len(), lines.len());
        for (dataset, images) in [("utkface", 18_387), ("fairface", 39_994)] {
            let kept = lines.iter().filter(|line| line.starts_with(dataset)).count();
            assert!((images / 11..images / 9).contains(&kept), "{kept} of {images}");
            assert!(!is_kept_out(dataset, "val/1") && !is_kept_out(dataset, ""));
        }
        let (dataset, name) = lines[0].split_once(',').unwrap();
        assert!(dataset == "utkface" && is_kept_out("utkface", name) && !is_kept_out("fairface", name));
    }
}
