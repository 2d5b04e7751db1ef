//! `requirements.toml`: what the specifications ask in an area, as far as a test can see it.
//!
//! ```toml
//! [specs]
//! fetch = "https://fetch.spec.whatwg.org/"
//!
//! [[requirement]]
//! id = "headers-append-combines"
//! at = "fetch#concept-header-list-append"
//! keyword = "must"
//! text = "append() keeps the values that a name has and adds one behind them."
//! ```
//!
//! `unobservable` says why no test can see it, where that is so; `since` and `until` name the first and
//! the last profile that it is a rule in, where it is not one in all.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use winterproof_model::requirement::lists_changes_alone;
use winterproof_model::{Holds, Keyword, Profile, Requirement};

use crate::root::SuiteRoot;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Map {
    specs: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    requirement: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    at: Spanned<String>,
    keyword: Keyword,
    text: Spanned<String>,
    unobservable: Option<Spanned<String>>,
    since: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
}

/// A `requirements.toml` that can't be used: everything that is wrong with it.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct RequirementsError(Vec<String>);

impl SuiteRoot {
    /// The folders at the root which have a requirement map, sorted. One that lists nothing but what
    /// differs between profiles says nothing about coverage, and does not count.
    pub fn areas_with_requirements(&self) -> Vec<String> {
        let names = self.list("/").unwrap_or_default();
        let folders = names.iter().filter_map(|name| name.strip_suffix('/'));
        folders
            .filter(|folder| match load(self, folder) {
                Ok(map) => map.is_some_and(|map| !lists_changes_alone(&map)),
                // What is wrong with it is told when it is needed.
                Err(_) => true,
            })
            .map(str::to_owned)
            .collect()
    }
}

fn path(folder: &str) -> String {
    format!("/{folder}/requirements.toml")
}

/// The map of the area `folder` (without slashes) of `root`; `None` when it has none.
pub(crate) fn load(
    root: &SuiteRoot,
    folder: &str,
) -> Result<Option<Vec<Requirement>>, RequirementsError> {
    let path = path(folder);
    match root.read_text(&path) {
        Ok(text) => parse(&path, &text).map(Some),
        Err(_) => Ok(None),
    }
}

/// Reads the map at `path`.
fn parse(path: &str, text: &str) -> Result<Vec<Requirement>, RequirementsError> {
    let line = |at: usize| {
        text.as_bytes()[..at.min(text.len())]
            .split(|&b| b == b'\n')
            .count()
    };
    let map: Map = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(1, |span| line(span.start));
        RequirementsError(vec![format!("{path}:{at}: {}", error.message())])
    })?;
    let mut problems: Vec<(usize, String)> = Vec::new();
    let mut wrong =
        |span: Range<usize>, problem: String| problems.push((line(span.start), problem));
    for (key, address) in &map.specs {
        let url = address.get_ref();
        if !url.starts_with("https://") || url.contains('#') {
            let problem =
                format!("the specification {key} is an https URL without #, found {url:?}");
            wrong(address.span(), problem);
        }
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for entry in &map.requirement {
        for (span, problem) in entry.problems(&map.specs) {
            wrong(span, problem);
        }
        let at = entry.id.span();
        let before = seen.insert(entry.id.get_ref(), at.start);
        if let Some(before) = before {
            let id = entry.id.get_ref();
            wrong(
                at,
                format!("the id {id:?} is taken in line {}", line(before)),
            );
        }
    }
    if problems.is_empty() {
        let all = map.requirement.into_iter();
        return Ok(all.map(|entry| entry.requirement(&map.specs)).collect());
    }
    let shown = problems.into_iter().collect::<BTreeSet<_>>().into_iter();
    Err(RequirementsError(
        shown
            .map(|(line, problem)| format!("{path}:{line}: {problem}"))
            .collect(),
    ))
}

impl Entry {
    fn problems(&self, specs: &BTreeMap<String, Spanned<String>>) -> Vec<(Range<usize>, String)> {
        let mut problems = Vec::new();
        let id = self.id.get_ref();
        if !is_kebab(id) {
            let problem =
                format!("an id is lower-case words with dashes between them, found {id:?}");
            problems.push((self.id.span(), problem));
        }
        match self.at.get_ref().split_once('#') {
            Some((key, anchor)) if !key.is_empty() && !anchor.is_empty() => {
                if !specs.contains_key(key) {
                    let problem = format!("{key:?} is no key of [specs]");
                    problems.push((self.at.span(), problem));
                }
            }
            _ => {
                let found = self.at.get_ref();
                let problem = format!("`at` is a key of [specs], # and an anchor, found {found:?}");
                problems.push((self.at.span(), problem));
            }
        }
        for text in [Some(&self.text), self.unobservable.as_ref()]
            .into_iter()
            .flatten()
        {
            if text.get_ref().trim().is_empty() || text.get_ref().contains('\n') {
                problems.push((text.span(), "a text is one line and not empty".to_owned()));
            }
        }
        match self.holds() {
            Err(problem) => problems.push(problem),
            Ok(holds) => {
                let at = self.since.as_ref().or(self.until.as_ref());
                if let (Some(at), Some(problem)) = (at, holds.problem()) {
                    problems.push((at.span(), format!("the requirement {problem}")));
                }
            }
        }
        problems
    }

    /// The profiles that it is a rule in, or the name that no profile has.
    fn holds(&self) -> Result<Holds, (Range<usize>, String)> {
        let profile = |name: &Option<Spanned<String>>| -> Result<Option<Profile>, _> {
            let Some(name) = name else { return Ok(None) };
            let known = name.get_ref().parse();
            known
                .map(Some)
                .map_err(|error: winterproof_model::UnknownProfile| {
                    (name.span(), error.to_string())
                })
        };
        Ok(Holds {
            since: profile(&self.since)?,
            until: profile(&self.until)?,
        })
    }

    /// What the other crates know of it. It has no problems.
    fn requirement(self, specs: &BTreeMap<String, Spanned<String>>) -> Requirement {
        let holds = self.holds().unwrap_or_default();
        let at = self.at.into_inner();
        let (key, anchor) = at.split_once('#').unwrap_or((&at, ""));
        let address = specs.get(key).map_or("", |address| address.get_ref());
        Requirement {
            id: self.id.into_inner(),
            url: format!("{address}#{anchor}"),
            keyword: self.keyword,
            text: self.text.into_inner(),
            holds,
            unobservable: self.unobservable.map(Spanned::into_inner),
        }
    }
}

fn is_kebab(id: &str) -> bool {
    let word = |word: &str| {
        let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        !word.is_empty() && word.bytes().all(known)
    };
    id.split('-').all(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    const SPECS: &str = "[specs]\nfetch = \"https://fetch.spec.whatwg.org/\"\n";
    const ENTRY: &str = "[[requirement]]\nid = \"a-b\"\nat = \"fetch#c\"\nkeyword = \"must\"\ntext = \"It is so.\"\n";

    #[test]
    fn reads_every_key() {
        let more = "[[requirement]]\nid = \"x2\"\nat = \"fetch#y\"\nkeyword = \"should\"\n\
            text = \"It is.\"\nunobservable = \"Nobody sees it.\"\nuntil = \"2025-12\"\n";
        let map = parse("/a/requirements.toml", &format!("{SPECS}{ENTRY}{more}")).unwrap();
        assert_eq!(map[0].url, "https://fetch.spec.whatwg.org/#c");
        assert_eq!(map[0].keyword, Keyword::Must);
        assert_eq!((map[0].id.as_str(), map[1].id.as_str()), ("a-b", "x2"));
        assert_eq!(map[1].unobservable.as_deref(), Some("Nobody sees it."));
        assert_eq!(map[0].holds, Holds::default());
        assert_eq!(map[1].holds.until, Some(Profile::December2025));
    }

    #[test]
    fn a_mistake_names_its_line() {
        let cases = [
            (ENTRY.replace("a-b", "A b"), 4, "lower-case words"),
            (ENTRY.replace("a-b", "a--b"), 4, "lower-case words"),
            (ENTRY.replace("fetch#", "fecth#"), 5, "no key of [specs]"),
            (ENTRY.replace("#c", ""), 5, "an anchor"),
            (ENTRY.replace("fetch#c", "#c"), 5, "an anchor"),
            (ENTRY.replace("must", "shall"), 6, "unknown variant `shall`"),
            (ENTRY.replace("It is so.", ""), 7, "one line"),
            (ENTRY.replace("text =", "txt ="), 7, "unknown field `txt`"),
            (
                ENTRY.replace("text = \"It is so.\"\n", ""),
                3,
                "missing field `text`",
            ),
            (ENTRY.replace("id = \"a-b\"\n", ""), 3, "missing field `id`"),
            (ENTRY.replace("[[requirement]]", "[[requirement"), 3, ""),
            (format!("{ENTRY}{ENTRY}"), 9, "taken in line 4"),
            (
                format!("{ENTRY}since = \"2026\"\n"),
                8,
                "no profile \"2026\"; the profiles are 2025-12 and latest",
            ),
            (format!("{ENTRY}until = \"latest\"\n"), 8, "without saying"),
            (
                format!("{ENTRY}until = \"2025-12\"\nsince = \"latest\"\n"),
                9,
                "holds in no profile",
            ),
        ];
        for (entry, line, part) in cases {
            let error = parse("/a/requirements.toml", &format!("{SPECS}{entry}")).unwrap_err();
            let text = error.to_string();
            assert!(
                text.starts_with(&format!("/a/requirements.toml:{line}: ")),
                "{text}"
            );
            assert!(text.contains(part), "{text}");
        }
        let specs = SPECS.replace("https:", "http:");
        let text = parse("/a", &specs).unwrap_err().to_string();
        assert!(
            text.starts_with("/a:2: ") && text.contains("https URL"),
            "{text}"
        );
        assert!(parse("/a", ENTRY).is_err(), "no specs");
    }

    #[test]
    fn every_mistake_is_told() {
        let entries = [ENTRY.replace("a-b", "A"), ENTRY.replace("#c", "")].concat();
        let text = parse("/a", &format!("{SPECS}{entries}"))
            .unwrap_err()
            .to_string();
        assert_eq!(text.lines().count(), 2, "{text}");
    }

    /// The ids in every `requirements: [...]` of a script that holds nothing but literals, with their
    /// lines.
    fn named(script: &str) -> Vec<(usize, &str)> {
        let mut found = Vec::new();
        for (at, key) in script.match_indices("requirements: [") {
            let list = &script[at + key.len()..];
            let list = &list[..list.find(']').unwrap_or(list.len())];
            let (between, ids): (Vec<_>, Vec<_>) =
                list.split('"').enumerate().partition(|(at, _)| at % 2 == 0);
            // What is put together while the test runs is known from logs alone.
            let blank = |c: char| c == ',' || c.is_whitespace();
            if !between.iter().all(|(_, text)| text.chars().all(blank)) {
                continue;
            }
            let line = script[..at].lines().count().max(1);
            found.extend(ids.into_iter().map(|(_, id)| (line, id)));
        }
        found
    }

    #[test]
    fn ids_are_found_in_scripts() {
        let script = "test(() => {}, \"a\", {\n  requirements: [\"b-c\",\n    \"d\"],\n});\n\
            requirements: []\nrequirements: [x ? \"e\" : \"f\"]";
        assert_eq!(named(script), [(2, "b-c"), (2, "d")]);
    }

    #[test]
    fn our_own_suites_name_what_their_maps_have() {
        let root = SuiteRoot::embedded();
        let mut maps: HashMap<String, BTreeSet<String>> = HashMap::new();
        for area in root.list("/").unwrap() {
            let area = area.trim_end_matches('/').to_owned();
            let map = load(&root, &area).unwrap_or_else(|error| panic!("{error}"));
            let ids = map.into_iter().flatten().map(|requirement| requirement.id);
            maps.insert(area, ids.collect());
        }
        let mut unknown = Vec::new();
        for path in embedded::paths() {
            let Some((area, _)) = path.split_once('/').filter(|_| path.ends_with(".js")) else {
                continue;
            };
            // Tests of the harness name what no map has, to see what becomes of it.
            if area == "self" {
                continue;
            }
            let text = root.read_text(&format!("/{path}")).unwrap();
            for (line, id) in named(&text) {
                if !maps.get(area).is_some_and(|ids| ids.contains(id)) {
                    unknown.push(format!(
                        "{path}:{line}: {area}/requirements.toml has no {id:?}"
                    ));
                }
            }
        }
        assert!(unknown.is_empty(), "{}", unknown.join("\n"));
    }
}
