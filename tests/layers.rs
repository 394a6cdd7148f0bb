//! The parts of `src/` name of each other what the table in `ARCHITECTURE.md` says, and neither two parts nor two files name each
//! other, by whatever way.

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
    let code = text.split("\nmod tests {").next().unwrap();
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
        // What a program puts together, or a test of all readers, is its own.
        if ["lib", "bin", "fuzz"].contains(&own.as_str()) {
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

/// Fails where arrows lead from somewhere back to it.
fn assert_no_circle(arrows: &Arrows) {
    for start in arrows.keys() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(from) = next.pop() {
            for to in arrows.get(from).into_iter().flatten() {
                assert_ne!(to, start, "a circle through {from}");
                if seen.insert(to) {
                    next.push(to);
                }
            }
        }
    }
}

#[test]
fn no_two_parts_name_each_other_by_whatever_way() {
    assert_no_circle(&allowed());
}

/// The modules of a crate: for each the file's code, by its path from the root, such as `["cpu", "depthwise"]`.
struct Modules(BTreeMap<Vec<String>, String>);

impl Modules {
    fn read() -> Self {
        let is_library = |file: &PathBuf| !["lib", "bin", "fuzz"].contains(&part(file).as_str());
        let module = |file: PathBuf| {
            let path = file.strip_prefix("src").unwrap().with_extension("");
            let mut names: Vec<String> = path.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
            names.pop_if(|last| last == "mod");
            (names, code(&file))
        };
        Self(files(Path::new("src")).into_iter().filter(is_library).map(module).collect())
    }

    /// Whether a module only gathers others, and its code stands for theirs.
    fn gathers(&self, module: &[String]) -> bool {
        Path::new("src").join(module.join("/")).join("mod.rs").exists()
    }

    /// The file that a path from the root leads to; what `mod.rs` re-exports is followed to where it comes from.
    fn file_of(&self, path: &[String]) -> Option<Vec<String>> {
        let module = (1..=path.len()).rev().map(|length| &path[..length]).find(|path| self.0.contains_key(*path))?;
        if !self.gathers(module) {
            return Some(module.to_vec());
        }
        let name = path.get(module.len())?;
        let exports = ["pub use ", "pub(crate) use ", "pub(super) use "];
        let exported = exports.into_iter().flat_map(|start| paths_in(&self.0[module], start));
        let mut found = exported.filter(|path| path.last() == Some(name));
        found.find_map(|exported| {
            let within = exported.strip_prefix(&["self".to_owned()]).unwrap_or(&exported);
            let followed = [module, within].concat();
            if followed == path { None } else { self.file_of(&followed) }
        })
    }

    /// What each file names. A file and those in the folder of its name are one: the folder is there to keep files short.
    fn arrows(&self) -> Arrows {
        let whole = |file: &[String]| -> String {
            let parent = (1..file.len())
                .map(|length| &file[..length])
                .find(|path| self.0.contains_key(*path) && !self.gathers(path));
            parent.unwrap_or(file).join("/")
        };
        let mut arrows = Arrows::new();
        for (module, code) in self.0.iter().filter(|(module, _)| !self.gathers(module)) {
            let from_root = paths_in(code, "crate::");
            let from_parents = (1..module.len() + 1).flat_map(|up| {
                let parent = &module[..module.len() - up];
                // `super::super::x` is found by its last `super::`, and by the first as a path with another `super`.
                let paths = paths_in(code, &"super::".repeat(up)).into_iter().filter(|path| path[0] != "super");
                paths.map(|path| [parent, &path].concat()).collect::<Vec<_>>()
            });
            for path in from_root.into_iter().chain(from_parents) {
                if let Some(file) = self.file_of(&path)
                    && whole(&file) != whole(module)
                {
                    arrows.entry(whole(module)).or_default().insert(whole(&file));
                }
            }
        }
        arrows
    }
}

/// All paths that follow `start` in the code, with what stands in braces written out.
fn paths_in(code: &str, start: &str) -> Vec<Vec<String>> {
    let begins = |place: usize| !code[..place].ends_with("super::") || start == "crate::";
    let places = code.match_indices(start).filter(|(place, _)| begins(*place));
    places.flat_map(|(place, _)| tree(&mut code[place + start.len()..].chars().peekable())).collect()
}

/// Reads a tree of paths such as `a::{b, c::d}`.
fn tree(text: &mut std::iter::Peekable<std::str::Chars>) -> Vec<Vec<String>> {
    let mut path = vec![String::new()];
    while let Some(next) = text.peek().copied() {
        match next {
            ':' => {
                text.next();
                if path.last().is_some_and(|name| !name.is_empty()) {
                    path.push(String::new());
                }
            }
            '{' => {
                text.next();
                path.pop();
                let mut all = Vec::new();
                loop {
                    while text.peek().is_some_and(|c| c.is_whitespace() || *c == ',') {
                        text.next();
                    }
                    if text.peek().is_none_or(|c| *c == '}') {
                        text.next();
                        return all;
                    }
                    let before = all.len();
                    all.extend(tree(text).into_iter().map(|rest| [path.as_slice(), &rest].concat()));
                    // Whatever this reader does not know, such as `as`, is passed over.
                    if text.peek().is_some_and(|c| !matches!(c, ',' | '}')) || all.len() == before {
                        text.next();
                    }
                }
            }
            c if c.is_alphanumeric() || c == '_' => path.last_mut().unwrap().extend(text.next()),
            _ => break,
        }
    }
    path.pop_if(|name| name.is_empty());
    if path.is_empty() { Vec::new() } else { vec![path] }
}

#[test]
fn no_two_files_name_each_other_by_whatever_way() {
    let arrows = Modules::read().arrows();
    let named = |from: &str, to: &str| arrows.get(from).is_some_and(|named| named.contains(to));
    // What the reader of paths has to follow: a re-export, a parent's parent, and a path within code.
    assert!(named("analysis/analyzer", "detection/detector"), "{:?}", arrows.get("analysis/analyzer"));
    assert!(named("app/state/words", "app/model/messages"), "{:?}", arrows.get("app/state/words"));
    assert_no_circle(&arrows);
}
