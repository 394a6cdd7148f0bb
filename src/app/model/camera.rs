//! What can be told about a camera from what the browser says of it.

/// Whether the picture should be mirrored: only where a person looks at themselves.
///
/// `facing_mode` is the track's `facingMode`, which phones give and desktop browsers do not; then the label decides, and a
/// camera that does not say it looks away (a webcam) counts as looking at its user.
pub fn faces_its_user(facing_mode: Option<&str>, label: &str) -> bool {
    match facing_mode {
        Some("user") => true,
        Some("environment" | "left" | "right") => false,
        _ => {
            let label = label.to_ascii_lowercase();
            !["back", "rear", "environment"].iter().any(|word| label.contains(word))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facing_mode_counts_more_than_the_label() {
        assert!(faces_its_user(Some("user"), "Back camera"));
        assert!(!faces_its_user(Some("environment"), "Integrated webcam"));
    }

    #[test]
    fn a_webcam_is_mirrored_and_a_back_camera_is_not() {
        assert!(faces_its_user(None, "Integrated Webcam (04f2:b604)"));
        assert!(faces_its_user(None, ""));
        assert!(!faces_its_user(None, "camera2 0, facing BACK"));
        assert!(!faces_its_user(Some(""), "Rear camera"));
    }
}
