//! What was estimated over a while, for a table.

use crate::attributes::{Attribute, Category, PerAttribute};
use crate::estimates::{AGE_INTERVAL, Doubt};
use crate::protocol::Face;
use std::sync::Arc;

/// Seconds between two rows of a face in a video.
const PACE: f64 = 1.0;
/// Most rows that are kept: an hour of five faces. Older ones make room.
const MOST_ROWS: usize = 18_000;
/// Tells a spreadsheet that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What faces were seen in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A photo: each of its faces has one row.
    Photo,
    /// A film: each face has a row a second, in the film's own time and once, however often it is played.
    Film,
    /// A camera: each face has a row a second.
    Camera,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Film => "film",
            Self::Camera => "camera",
        }
    }
}

/// One of the things that faces were seen in.
#[derive(Debug)]
struct Source {
    // From 1, in the order in which they came.
    number: u32,
    kind: Kind,
    // Of its file; empty for a camera.
    name: String,
}

/// What was estimated of a face at a time.
#[derive(Clone, Debug)]
struct Row {
    source: Arc<Source>,
    // Since the beginning of a video.
    seconds: Option<f64>,
    // Its identity.
    face: u32,
    years: f32,
    interval: (usize, usize),
    // The likeliest class of each attribute and its probability; `None` where it would be a guess.
    classes: PerAttribute<Option<(usize, f32)>>,
    doubts: Vec<Doubt>,
}

impl Row {
    fn new(source: &Arc<Source>, seconds: Option<f64>, face: &Face) -> Self {
        let estimates = &face.estimates;
        Self {
            source: source.clone(),
            seconds,
            face: face.identity,
            years: estimates.age.years(),
            interval: estimates.age.interval(AGE_INTERVAL),
            classes: PerAttribute::from_fn(|attribute| {
                estimates.tells(attribute).then(|| estimates.likeliest(attribute))
            }),
            doubts: face.doubts.clone(),
        }
    }
}

/// How a table is written, which differs between the languages of spreadsheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    separator: char,
    decimal: char,
}

impl Notation {
    /// That of a language whose decimal sign is a comma, or of any other.
    pub fn of(decimal_is_comma: bool) -> Self {
        if decimal_is_comma { Self { separator: ';', decimal: ',' } } else { Self { separator: ',', decimal: '.' } }
    }
}

/// The rows of a session. They are kept in the page's memory alone.
#[derive(Clone, Debug, Default)]
pub struct SessionLog {
    sources: u32,
    // What is on the stage, if it is logged.
    present: Option<Arc<Source>>,
    // Whether that is a photo whose faces have their rows.
    is_complete: bool,
    // The time of the last row of each face of a video.
    written: Vec<(u32, f64)>,
    rows: Vec<Row>,
}

impl SessionLog {
    /// Something else is on the stage from now on: under a name that is to be in the log, or nothing that is.
    pub fn begin(&mut self, subject: Option<(Kind, String)>) {
        self.present = subject.map(|(kind, name)| self.source(kind, name));
        self.is_complete = false;
        self.written.clear();
    }

    /// Notes the faces of a frame of what is on the stage, `seconds` after the beginning of a video. Returns whether there was
    /// anything to note.
    pub fn note(&mut self, faces: &[Face], seconds: Option<f64>) -> bool {
        let before = self.rows.len();
        let Some(source) = self.present.clone().filter(|_| !self.is_complete) else { return false };
        for face in faces {
            let is_due = seconds.is_none_or(|now| {
                self.written.iter().all(|&(identity, at)| identity != face.identity || now - at >= PACE)
            });
            if is_due {
                self.written.retain(|&(identity, _)| identity != face.identity);
                self.written.extend(seconds.map(|now| (face.identity, now)));
                self.rows.push(Row::new(&source, seconds, face));
            }
        }
        self.is_complete = source.kind == Kind::Photo;
        let has_more = self.rows.len() > before;
        self.make_room();
        has_more
    }

    /// Notes the faces of a photo that is not on the stage.
    pub fn note_photo(&mut self, name: String, faces: &[Face]) {
        let source = self.source(Kind::Photo, name);
        self.rows.extend(faces.iter().map(|face| Row::new(&source, None, face)));
        self.make_room();
    }

    /// Whether there is nothing to save.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Forgets all rows. What is on the stage goes on being noted.
    pub fn clear(&mut self) {
        self.rows.clear();
    }

    /// The rows as CSV without the hidden attributes, with a header.
    pub fn to_csv(&self, notation: Notation, is_hidden: impl Fn(Attribute) -> bool) -> String {
        let shown: Vec<Attribute> = Attribute::ALL.into_iter().filter(|&attribute| !is_hidden(attribute)).collect();
        let separator = notation.separator.to_string();
        let mut text = String::from(BYTE_ORDER_MARK);
        let mut write = |line: Vec<String>| {
            text += &line.join(&separator);
            text += "\r\n";
        };
        write(header(&shown));
        for row in &self.rows {
            write(row.fields(&shown, notation));
        }
        text
    }

    fn source(&mut self, kind: Kind, name: String) -> Arc<Source> {
        self.sources += 1;
        Arc::new(Source { number: self.sources, kind, name })
    }

    fn make_room(&mut self) {
        let surplus = self.rows.len().saturating_sub(MOST_ROWS);
        self.rows.drain(..surplus);
    }
}

/// The names of the columns, those of an attribute after its name.
fn header(shown: &[Attribute]) -> Vec<String> {
    let mut names = vec!["seconds".to_owned(), "face".to_owned()];
    for attribute in shown {
        let parts: &[&str] = match attribute.category() {
            Category::Ordinal => &["estimated", "from", "to"],
            Category::Nominal => &["estimated", "probability"],
        };
        for part in parts {
            names.push([attribute.name(), part].join("_"));
        }
    }
    for name in ["doubts", "source", "kind", "name"] {
        names.push(name.to_owned());
    }
    names
}

impl Row {
    /// What stands in the columns.
    fn fields(&self, shown: &[Attribute], notation: Notation) -> Vec<String> {
        let seconds = self.seconds.map(|seconds| decimal(seconds, 1, notation));
        let mut fields = vec![seconds.unwrap_or_default(), (self.face + 1).to_string()];
        for &attribute in shown {
            match attribute.category() {
                Category::Ordinal => {
                    let (from, to) = self.interval;
                    fields.extend([decimal(self.years.into(), 1, notation), from.to_string(), to.to_string()]);
                }
                Category::Nominal => {
                    let told = self.classes[attribute];
                    let class = told.and_then(|(class, _)| attribute.class_label(class));
                    let probability = told.map(|(_, probability)| decimal(probability.into(), 3, notation));
                    fields.extend([class.unwrap_or_default(), probability.unwrap_or_default()]);
                }
            }
        }
        let doubts: Vec<&str> = self.doubts.iter().map(|doubt| doubt.reason()).collect();
        let Source { number, kind, name } = &*self.source;
        fields.push(quoted(&doubts.join(" + "), notation));
        fields.extend([number.to_string(), kind.name().to_owned(), quoted(name, notation)]);
        fields
    }
}

/// A number that is not negative with `digits` digits behind the decimal sign.
fn decimal(number: f64, digits: u32, notation: Notation) -> String {
    let one = 10_u64.pow(digits);
    let units = (number * one as f64).round() as u64;
    format!("{}{}{:0width$}", units / one, notation.decimal, units % one, width = digits as usize)
}

/// A text that may come from elsewhere: in quotation marks where it has something that ends a field, and never so that a
/// spreadsheet takes it for a formula.
fn quoted(field: &str, notation: Notation) -> String {
    let mark = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if field.contains([notation.separator, '"', '\r', '\n']) {
        format!("\"{mark}{}\"", field.replace('"', "\"\""))
    } else {
        format!("{mark}{field}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sentences::tests::face;

    const ENGLISH: Notation = Notation { separator: ',', decimal: '.' };

    fn numbered(number: u32) -> Face {
        Face { identity: number, number, ..face(vec![]) }
    }

    fn lines(log: &SessionLog) -> Vec<String> {
        log.to_csv(ENGLISH, |_| false).lines().skip(1).map(str::to_owned).collect()
    }

    fn camera() -> SessionLog {
        let mut log = SessionLog::default();
        log.begin(Some((Kind::Camera, String::new())));
        log
    }

    #[test]
    fn a_face_of_a_camera_has_a_row_a_second() {
        let mut log = camera();
        let noted = (0..21).filter(|frame| log.note(&[numbered(0)], Some(0.1 * f64::from(*frame)))).count();
        assert_eq!((noted, lines(&log).len()), (3, 3));
        // A frozen picture, asked about again.
        assert!(!log.note(&[numbered(0)], Some(2.0)));
    }

    #[test]
    fn a_film_is_noted_once_however_often_it_is_played() {
        let mut log = SessionLog::default();
        log.begin(Some((Kind::Film, "film.webm".to_owned())));
        for _ in 0..3 {
            for second in 0..4 {
                log.note(&[numbered(0)], Some(f64::from(second)));
            }
        }
        assert_eq!(lines(&log).len(), 4);
        assert!(lines(&log)[3].starts_with("3.0,1,") && lines(&log)[3].ends_with(",1,film,film.webm"));
    }

    #[test]
    fn every_face_of_a_photo_has_one_row_at_once() {
        let mut log = SessionLog::default();
        log.begin(Some((Kind::Photo, "one.jpg".to_owned())));
        assert!(log.note(&[numbered(0), numbered(1)], None));
        // Something else is explained.
        assert!(!log.note(&[numbered(0), numbered(1)], None));
        for name in ["two.jpg", "three.jpg"] {
            log.note_photo(name.to_owned(), &[numbered(0)]);
        }
        // A photo of the sheet comes onto the stage.
        log.begin(None);
        assert!(!log.note(&[numbered(0)], None));
        let rows = lines(&log);
        assert_eq!(rows.len(), 4);
        assert!(rows[0].starts_with(",1,31.3,") && rows[0].ends_with(",1,photo,one.jpg"));
        assert!(rows[1].starts_with(",2,31.3,"));
        assert!(rows[3].ends_with(",3,photo,three.jpg"));
    }

    #[test]
    fn the_table_says_what_the_card_says_and_not_what_is_hidden() {
        let mut log = camera();
        assert!(log.is_empty());
        log.note(&[face(vec![Doubt::Dark, Doubt::Small])], Some(1.5));
        let all = log.to_csv(ENGLISH, |_| false);
        let line = "1.5,1,31.3,27,36,Female,0.970,Asian,0.880,it is too dark + the face is very small,1,camera,";
        assert_eq!(all.lines().nth(1), Some(line));
        let without_race = log.to_csv(ENGLISH, |attribute| attribute == Attribute::Race);
        assert!(!without_race.contains("race") && !without_race.contains("Asian"));
        assert!(without_race.contains("Female"));
        let without_any = log.to_csv(ENGLISH, |_| true);
        assert!(without_any.starts_with("\u{feff}seconds,face,doubts,source,kind,name\r\n1.5,1,it is"));
    }

    #[test]
    fn a_language_with_a_decimal_comma_has_semicolons() {
        let mut log = SessionLog::default();
        log.note_photo("a;b.jpg".to_owned(), &[numbered(0)]);
        let table = log.to_csv(Notation::of(true), |_| false);
        assert!(table.starts_with("\u{feff}seconds;face;age_estimated;"));
        assert_eq!(table.lines().nth(1), Some(r#";1;31,3;27;36;Female;0,970;Asian;0,880;;1;photo;"a;b.jpg""#));
        assert_eq!(Notation::of(false), ENGLISH);
    }

    #[test]
    fn names_neither_end_a_field_nor_compute() {
        let written = |field: &str| quoted(field, ENGLISH);
        assert_eq!(written("plain.jpg"), "plain.jpg");
        assert_eq!(written("a, \"b\".jpg"), "\"a, \"\"b\"\".jpg\"");
        assert_eq!(written("=1+1.jpg"), "'=1+1.jpg");
        assert_eq!(written("=1,1"), "\"'=1,1\"");
    }

    #[test]
    fn numbers_keep_their_digits() {
        let written = |number, digits| decimal(number, digits, ENGLISH);
        assert_eq!(written(0.0, 1), "0.0");
        assert_eq!(written(12.06, 1), "12.1");
        assert_eq!(written(0.0504, 3), "0.050");
        assert_eq!(written(0.99999, 3), "1.000");
    }

    #[test]
    fn the_log_can_be_cleared_and_goes_on() {
        let mut log = camera();
        log.note(&[numbered(0)], Some(0.0));
        log.clear();
        assert!(log.is_empty());
        log.note(&[numbered(0)], Some(1.0));
        assert_eq!(lines(&log).len(), 1);
    }

    #[test]
    fn old_rows_make_room() {
        let mut log = camera();
        for second in 0..MOST_ROWS + 5 {
            log.note(&[face(vec![])], Some(second as f64));
        }
        assert_eq!(lines(&log).len(), MOST_ROWS);
        assert!(lines(&log)[0].starts_with("5.0,"));
    }
}
