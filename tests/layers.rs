//! The parts of `src/` name of each other what the table in `ARCHITECTURE.md` says, and no two of them each other.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Rust files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The part of `src/` that a file belongs to.
fn part(file: &Path) -> String {
    let first = file.strip_prefix("src").unwrap().components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_str().unwrap().to_owned()
}

/// A file's code without comments and tests.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("\n#[cfg(test)]\nmod tests").next().unwrap();
    let lines = code.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

/// What the code names.
fn named() -> Arrows {
    let all = files(Path::new("src"));
    let parts: BTreeSet<String> = all.iter().map(|file| part(file)).collect();
    let mut arrows = Arrows::new();
    for file in &all {
        let own = part(file);
        // What a program puts together is its own.
        if ["lib", "bin"].contains(&own.as_str()) {
            continue;
        }
        for rest in code(file).split("crate::").skip(1) {
            let name: String = rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            if name != own && parts.contains(&name) {
                arrows.entry(own.clone()).or_default().insert(name);
            }
        }
    }
    arrows
}

/// What the table allows.
fn allowed() -> Arrows {
    let text = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let table = text.split("<!-- arrows -->").nth(1).unwrap().split("<!-- until here -->").next().unwrap();
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let row = |line: &str| {
        let mut cells = line.trim_matches('|').split(" | ").map(names);
        let (part, others) = (cells.next()?, cells.next()?);
        Some((part.into_iter().next()?, others.into_iter().collect()))
    };
    table.lines().filter_map(row).collect()
}

#[test]
fn the_code_keeps_to_the_table_and_the_table_to_the_code() {
    assert_eq!(named(), allowed());
}

#[test]
fn no_two_parts_name_each_other_by_whatever_way() {
    let allowed = allowed();
    for start in allowed.keys() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(part) = next.pop() {
            for other in allowed.get(part).into_iter().flatten() {
                assert_ne!(other, start, "a circle through {part}");
                if seen.insert(other) {
                    next.push(other);
                }
            }
        }
    }
}
