//! What was estimated over a while, for a table.

use crate::attributes::Attribute;
use crate::estimates::AGE_INTERVAL;
use crate::protocol::Face;
use std::fmt::Write;

/// Milliseconds between two lines of a face.
const PACE: f64 = 1_000.0;
/// Most lines that are kept: an hour of five faces. Older ones make room.
const MOST_LINES: usize = 18_000;

/// One line for each face and second of a session. It is kept in the page's memory alone.
#[derive(Clone, Debug, Default)]
pub struct SessionLog {
    lines: Vec<String>,
    // The time of the last line of each face.
    written: Vec<(u32, f64)>,
}

impl SessionLog {
    /// Notes the faces of a frame at `now`, in milliseconds since the session began.
    pub fn note(&mut self, faces: &[Face], now: f64) {
        for face in faces {
            let is_due = self.written.iter().all(|&(number, at)| number != face.number || now - at >= PACE);
            if is_due {
                self.written.retain(|&(number, _)| number != face.number);
                self.written.push((face.number, now));
                self.lines.push(line(face, now));
            }
        }
        let surplus = self.lines.len().saturating_sub(MOST_LINES);
        self.lines.drain(..surplus);
    }

    /// Whether there is nothing to save.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines as CSV without the hidden attributes, with a header.
    pub fn to_csv(&self, is_hidden: impl Fn(Attribute) -> bool) -> String {
        let shown = |column: &&str| Attribute::ALL.into_iter().all(|a| !is_hidden(a) || !column.starts_with(a.name()));
        let columns: Vec<(usize, &str)> = COLUMNS.into_iter().enumerate().filter(|(_, column)| shown(column)).collect();
        let mut text = columns.iter().map(|(_, column)| *column).collect::<Vec<_>>().join(",");
        text.push_str("\r\n");
        for line in &self.lines {
            let fields: Vec<&str> = line.split(',').collect();
            let kept = columns.iter().filter_map(|&(index, _)| fields.get(index).copied());
            text.push_str(&kept.collect::<Vec<_>>().join(","));
            text.push_str("\r\n");
        }
        text
    }
}

const COLUMNS: [&str; 10] = [
    "seconds",
    "face",
    "age_estimated",
    "age_from",
    "age_to",
    "gender_estimated",
    "gender_probability",
    "race_estimated",
    "race_probability",
    "doubts",
];

/// None of the fields holds a comma or a quotation mark.
fn line(face: &Face, now: f64) -> String {
    let estimates = &face.estimates;
    let (from, to) = estimates.age.interval(AGE_INTERVAL);
    let (gender, gender_probability) = estimates.likeliest_gender();
    let (race, race_probability) = estimates.likeliest_race();
    let mut line = format!(
        "{:.1},{},{:.1},{from},{to},{},{gender_probability:.3},{},{race_probability:.3},",
        now / 1_000.0,
        face.number + 1,
        estimates.age.years(),
        gender.label(),
        race.label(),
    );
    for (index, doubt) in face.doubts.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(line, "{}{}", if index > 0 { "; " } else { "" }, doubt.reason());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sentences::tests::face;
    use crate::estimates::Doubt;

    #[test]
    fn a_face_has_a_line_a_second() {
        let mut log = SessionLog::default();
        for frame in 0..21 {
            log.note(&[face(vec![])], 100.0 * f64::from(frame));
        }
        assert_eq!(log.to_csv(|_| false).lines().count(), 1 + 3);
    }

    #[test]
    fn the_table_says_what_the_card_says_and_not_what_is_hidden() {
        let mut log = SessionLog::default();
        assert!(log.is_empty());
        log.note(&[face(vec![Doubt::Dark, Doubt::Small])], 1_500.0);
        let all = log.to_csv(|_| false);
        let line = "1.5,1,31.2,27,36,Female,0.970,Asian,0.880,it is too dark; the face is very small";
        assert_eq!(all.lines().nth(1), Some(line));
        let without_race = log.to_csv(|attribute| attribute == Attribute::Race);
        assert!(!without_race.contains("race") && !without_race.contains("Asian"));
        assert!(without_race.contains("Female"));
    }

    #[test]
    fn old_lines_make_room() {
        let mut log = SessionLog::default();
        for second in 0..MOST_LINES + 5 {
            log.note(&[face(vec![])], 1_000.0 * second as f64);
        }
        assert_eq!(log.to_csv(|_| true).lines().count(), 1 + MOST_LINES);
    }
}
