//! The colours that tell faces apart, the same on the picture and on the cards, and those of tasks.

use crate::learning::MOST_ATTRIBUTES;

/// Colours of tasks that are learned together: Okabe and Ito's blue, vermilion, green and purple.
pub const TASK_COLOURS: [&str; MOST_ATTRIBUTES] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

/// Six hues that colour-blind people can tell apart (Okabe and Ito, "Color Universal Design", 2008; without black and
/// yellow, which vanish on a dark or a light page).
const FACE_COLOURS: [&str; 6] = ["#e69f00", "#56b4e9", "#009e73", "#cc79a7", "#d55e00", "#0072b2"];

/// The colour of the face with this number; colours repeat after six faces.
pub fn face_colour(number: u32) -> &'static str {
    // The remainder is a valid index.
    FACE_COLOURS[number as usize % FACE_COLOURS.len()]
}

/// Whether a face's box is dashed, which tells it from the box that has its colour: so twelve faces look different.
pub fn is_dashed(number: u32) -> bool {
    (number as usize / FACE_COLOURS.len()) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_repeat_rather_than_run_out() {
        assert_eq!(face_colour(0), face_colour(6));
        assert_ne!(face_colour(0), face_colour(5));
        assert_ne!(is_dashed(0), is_dashed(6));
    }
}
