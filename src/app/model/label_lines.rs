//! How what is said about a face becomes the lines of its label.

use super::sentences::SEPARATOR;

/// The parts in at most `most` lines that are at most `widest`, as `width` measures a line. Parts for which there is no room are
/// left out, from the end; the first is always there, however wide. Also returns how many parts the lines hold.
pub fn label_lines(parts: &[String], widest: f64, most: usize, width: impl Fn(&str) -> f64) -> (Vec<String>, usize) {
    let mut lines = Vec::<String>::new();
    let mut held = 0;
    for part in parts {
        let longer = lines.last().map(|line| format!("{line}{SEPARATOR}{part}")).filter(|line| width(line) <= widest);
        if let Some(longer) = longer {
            lines.pop();
            lines.push(longer);
        } else if lines.is_empty() || (lines.len() < most && width(part) <= widest) {
            lines.push(part.clone());
        } else {
            break;
        }
        held += 1;
    }
    (lines, held)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(widest: f64, most: usize) -> Vec<String> {
        let parts = ["low confidence", "31 years", "Female 97 %", "Asian 88 %"].map(str::to_owned);
        label_lines(&parts, widest, most, |text| text.chars().count() as f64).0
    }

    #[test]
    fn parts_share_a_line_as_long_as_they_fit() {
        assert_eq!(lines(100.0, 4), ["low confidence · 31 years · Female 97 % · Asian 88 %"]);
        assert_eq!(lines(26.0, 4), ["low confidence · 31 years", "Female 97 % · Asian 88 %"]);
    }

    #[test]
    fn what_finds_no_room_is_left_out_from_the_end() {
        assert_eq!(lines(26.0, 1), ["low confidence · 31 years"]);
        assert_eq!(lines(14.0, 3), ["low confidence", "31 years", "Female 97 %"]);
        assert_eq!(lines(10.0, 2), ["low confidence", "31 years"]);
        assert_eq!(lines(3.0, 4), ["low confidence"]);
        assert!(label_lines(&[], 10.0, 4, |_| 0.0).0.is_empty());
    }
}
