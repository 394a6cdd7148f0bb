//! The two labelled sets of faces, read from folders of images or straight from `.tar` files.

use super::split::is_kept_out;
use super::twins::is_left_out;
use crate::attributes::{AGE_CLASSES, AGE_GROUPS, Gender, Race, age_group};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A set of labelled faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, clap::ValueEnum)]
#[value(rename_all = "lowercase")]
pub enum Dataset {
    /// UTKFace (Zhang, Song, Qi, CVPR 2017): exact ages, labels in the file names.
    UtkFace,
    /// FairFace (Karkkainen, Joo, WACV 2021): nine age groups, labels in a table.
    FairFace,
}

/// What is known of a face's age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeLabel {
    /// The age in years, at most the last age class.
    Years(usize),
    /// The index of the group in [`AGE_GROUPS`].
    Group(usize),
}

impl AgeLabel {
    /// First and last year that the label allows.
    pub fn range(self) -> (usize, usize) {
        match self {
            Self::Years(years) => (years, years),
            Self::Group(group) => AGE_GROUPS[group.min(AGE_GROUPS.len() - 1)],
        }
    }

    /// The index of the group in [`AGE_GROUPS`].
    pub fn group(self) -> usize {
        match self {
            Self::Years(years) => age_group(years as f32),
            Self::Group(group) => group,
        }
    }
}

/// A face's labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    /// Age as labelled.
    pub age: AgeLabel,
    /// Gender as labelled.
    pub gender: Gender,
    /// Race as labelled, FairFace's seven classes mapped to UTKFace's five.
    pub race: Race,
}

/// A labelled image, still encoded.
#[derive(Clone, Debug)]
pub struct LabelledImage {
    /// Its name, the same in every release of the set.
    pub name: String,
    /// The encoded image.
    pub bytes: Vec<u8>,
    /// The face's labels.
    pub labels: Labels,
    /// Whether it is kept out of training, to measure on it.
    pub is_validation: bool,
    /// Whether it is kept out of training as it shows what a validation image shows.
    pub is_left_out: bool,
}

impl Dataset {
    /// All data sets.
    pub const ALL: [Self; 2] = [Self::UtkFace, Self::FairFace];

    /// The name used on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::UtkFace => "utkface",
            Self::FairFace => "fairface",
        }
    }

    /// The name that its authors gave it, for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::UtkFace => "UTKFace",
            Self::FairFace => "FairFace",
        }
    }

    /// How many images lie below `root`, with a label or without.
    ///
    /// # Errors
    /// When `root` or a file below it cannot be read.
    pub fn count(self, root: &Path) -> Result<usize> {
        let mut count = 0;
        for_each_image(root, &mut |_, _| {
            count += 1;
            Ok(())
        })?;
        Ok(count)
    }

    /// Calls `visit` with every labelled image below `root`: files in folders, and files inside `.tar` files.
    ///
    /// Files that aren't images, and images without a valid label, are passed over and counted in the result.
    ///
    /// # Errors
    /// When `root` or a file below it cannot be read, FairFace's table of labels is missing, or `visit` fails.
    pub fn for_each(self, root: &Path, mut visit: impl FnMut(LabelledImage) -> Result<()>) -> Result<usize> {
        let table = match self {
            Self::UtkFace => HashMap::new(),
            Self::FairFace => fairface_table(root)?,
        };
        let mut unlabelled = 0;
        for_each_image(root, &mut |path, read| {
            let name = image_name(self, path);
            let labels = match self {
                Self::UtkFace => utkface_labels(&name),
                Self::FairFace => table.get(&name).copied(),
            };
            match labels {
                Some(labels) => {
                    let is_validation = is_kept_out(self.name(), &name);
                    let is_left_out = is_left_out(self.name(), &name);
                    visit(LabelledImage { name, bytes: read()?, labels, is_validation, is_left_out })
                }
                None => {
                    unlabelled += 1;
                    Ok(())
                }
            }
        })?;
        Ok(unlabelled)
    }
}

/// The name of an image that all copies of it have: without what follows the first dot, and for FairFace, whose files are only
/// numbered, with its folder.
fn image_name(dataset: Dataset, path: &str) -> String {
    let mut parts = Path::new(path).iter().rev().map(|part| part.to_string_lossy());
    let file = parts.next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    match (dataset, parts.next()) {
        (Dataset::FairFace, Some(folder)) => format!("{folder}/{stem}"),
        (Dataset::FairFace, None) | (Dataset::UtkFace, _) => stem.to_owned(),
    }
}

/// Labels in a name such as `25_0_3_20170104221842113.jpg.chip.jpg`.
fn utkface_labels(name: &str) -> Option<Labels> {
    let mut fields = name.split('_');
    let mut next = || fields.next()?.parse::<usize>().ok();
    let (age, gender, race) = (next()?, next()?, next()?);
    Some(Labels {
        age: AgeLabel::Years(age.min(AGE_CLASSES - 1)),
        gender: *Gender::ALL.get(gender)?,
        race: *Race::ALL.get(race)?,
    })
}

#[derive(Deserialize)]
struct FairFaceRow {
    file: String,
    age: String,
    gender: String,
    race: String,
}

impl FairFaceRow {
    fn labels(&self) -> Option<Labels> {
        let first_year: usize = self.age.trim_start_matches("more than ").split('-').next()?.parse().ok()?;
        let group = AGE_GROUPS.iter().position(|&(first, _)| first == first_year)?;
        let race = match self.race.as_str() {
            "White" => Race::White,
            "Black" => Race::Black,
            "East Asian" | "Southeast Asian" => Race::Asian,
            "Indian" => Race::Indian,
            "Latino_Hispanic" | "Middle Eastern" => Race::Others,
            _ => return None,
        };
        let gender = Gender::ALL.into_iter().find(|gender| gender.label() == self.gender)?;
        Some(Labels { age: AgeLabel::Group(group), gender, race })
    }
}

/// The tables `*.csv` directly below `root`, keyed by folder and number of the image.
fn fairface_table(root: &Path) -> Result<HashMap<String, Labels>> {
    let mut table = HashMap::new();
    let mut tables = 0;
    for path in sorted_entries(root)? {
        if path.extension().is_some_and(|extension| extension == "csv") {
            tables += 1;
            let mut reader =
                csv::Reader::from_path(&path).with_context(|| format!("cannot read {}", path.display()))?;
            for row in reader.deserialize::<FairFaceRow>() {
                let row = row.with_context(|| format!("{} is no table of FairFace's labels", path.display()))?;
                if let Some(labels) = row.labels() {
                    table.insert(image_name(Dataset::FairFace, &row.file), labels);
                }
            }
        }
    }
    if tables == 0 {
        bail!("{} holds no .csv with FairFace's labels; put fairface_label_*.csv there", root.display());
    }
    Ok(table)
}

/// Takes an image's path and what reads it.
pub type VisitFile<'a> = dyn FnMut(&str, &mut dyn FnMut() -> Result<Vec<u8>>) -> Result<()> + 'a;

/// Calls `visit` with path and reader of each image below `root`, in the order of their names.
///
/// # Errors
/// When `root` or a file below it cannot be read, or `visit` fails.
pub fn for_each_image(root: &Path, visit: &mut VisitFile) -> Result<()> {
    for path in sorted_entries(root)? {
        if path.is_dir() {
            for_each_image(&path, visit)?;
        } else if path.extension().is_some_and(|extension| extension == "tar") {
            for_each_in_archive(&path, visit).with_context(|| format!("cannot read {}", path.display()))?;
        } else if is_image(&path) {
            let mut read = || std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()));
            visit(&path.to_string_lossy(), &mut read)?;
        }
    }
    Ok(())
}

fn for_each_in_archive(archive: &Path, visit: &mut VisitFile) -> Result<()> {
    let mut archive = tar::Archive::new(File::open(archive)?);
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        if is_image(&path) {
            let mut read = || {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes)?;
                Ok(bytes)
            };
            visit(&path.to_string_lossy(), &mut read)?;
        }
    }
    Ok(())
}

fn is_image(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        ["jpg", "jpeg", "png", "webp"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
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
    fn labels_in_the_names_of_utkface() {
        let labels = utkface_labels("25_1_3_20170104221842113.jpg.chip.webp").unwrap();
        assert_eq!(labels, Labels { age: AgeLabel::Years(25), gender: Gender::Female, race: Race::Indian });
        assert_eq!(utkface_labels("116_0_0_1.jpg").unwrap().age, AgeLabel::Years(100));
        // Known slips of the set: a missing field, a class that does not exist.
        assert!(utkface_labels("61_1_20170109142408075.jpg.chip.jpg").is_none());
        assert!(utkface_labels("5_7_1_1.jpg").is_none());
    }

    #[test]
    fn rows_of_fairface() {
        let row = |age: &str, race: &str| FairFaceRow {
            file: "train/1.jpg".into(),
            age: age.into(),
            gender: "Female".into(),
            race: race.into(),
        };
        let labels = row("more than 70", "Southeast Asian").labels().unwrap();
        assert_eq!(labels, Labels { age: AgeLabel::Group(8), gender: Gender::Female, race: Race::Asian });
        assert_eq!(row("10-19", "Latino_Hispanic").labels().unwrap().age.range(), (10, 19));
        assert!(row("10-19", "Martian").labels().is_none());
    }

    #[test]
    fn images_are_found_in_folders_and_archives() {
        let root = std::env::temp_dir().join(format!("visage-dataset-{}", std::process::id()));
        std::fs::create_dir_all(root.join("inner")).unwrap();
        std::fs::write(root.join("inner/30_0_1_9.jpg"), b"one").unwrap();
        std::fs::write(root.join("inner/notes.txt"), b"no image").unwrap();
        std::fs::write(root.join("inner/unlabelled.jpg"), b"no label").unwrap();
        let mut archive = tar::Builder::new(File::create(root.join("more.tar")).unwrap());
        let mut header = tar::Header::new_gnu();
        header.set_size(3);
        header.set_cksum();
        archive.append_data(&mut header, "x/7_1_4_9.jpg.chip.webp", &b"two"[..]).unwrap();
        archive.finish().unwrap();

        let mut found = Vec::new();
        let unlabelled = Dataset::UtkFace.for_each(&root, |image| {
            assert!(!image.is_validation, "the list has no such name");
            found.push((image.name, image.bytes));
            Ok(())
        });
        assert_eq!(unlabelled.unwrap(), 1);
        let expected = [("30_0_1_9", "one"), ("7_1_4_9", "two")];
        assert_eq!(found, expected.map(|(name, bytes)| (name.to_owned(), bytes.as_bytes().to_vec())));
        std::fs::remove_dir_all(root).unwrap();
    }
}
