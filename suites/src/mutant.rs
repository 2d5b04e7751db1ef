//! `AREA/mutants/ID.js`: faults to put into a runtime on purpose, to see whether the tests of an area
//! notice them.
//!
//! ```js
//! // META: fault=append() joins values with a comma alone.
//! // META: requirement=headers-append-combines
//! ```
//!
//! Behind its head, such a file is a script that puts the fault in, and throws where there is nothing
//! to put it into. `requirement` is an id of the area's `requirements.toml` and may repeat.

use winterproof_model::meta::entries;

use crate::requirements;
use crate::root::SuiteRoot;

/// What mutants share: a script that is evaluated before each of them, where a root has it.
pub const MUTATE: &str = "/resources/mutate.js";

/// A fault and the script that puts it in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mutant {
    /// The folder at the root whose tests should notice it, without slashes.
    pub area: String,
    /// Its name in the area: its file's, without the ending.
    pub id: String,
    /// What the runtime then does wrong, in one line.
    pub fault: String,
    /// The requirements that it breaks.
    pub requirements: Vec<String>,
    /// The text of the file.
    pub script: String,
}

impl Mutant {
    /// Its file's path inside the root.
    pub fn path(&self) -> String {
        format!("/{}/mutants/{}.js", self.area, self.id)
    }

    /// Area and id: the name by which people ask for it.
    pub fn name(&self) -> String {
        format!("{}/{}", self.area, self.id)
    }
}

/// Mutants that can't be used: everything that is wrong with their files, each with file and line.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct MutantError(Vec<String>);

impl SuiteRoot {
    /// The folders at the root which have mutants, sorted.
    pub fn areas_with_mutants(&self) -> Vec<String> {
        let names = self.list("/").unwrap_or_default();
        let folders = names.iter().filter_map(|name| name.strip_suffix('/'));
        folders
            .filter(|folder| !self.mutant_files(folder).is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The mutants of the area `area` (without slashes), sorted by id.
    pub fn mutants(&self, area: &str) -> Result<Vec<Mutant>, MutantError> {
        let known = match requirements::load(self, area) {
            Ok(map) => map.unwrap_or_default(),
            Err(error) => return Err(MutantError(vec![error.to_string()])),
        };
        let known: Vec<&str> = known.iter().map(|one| one.id.as_str()).collect();
        let mut mutants = Vec::new();
        let mut problems = Vec::new();
        for id in self.mutant_files(area) {
            let path = format!("/{area}/mutants/{id}.js");
            match self.read_text(&path) {
                Ok(text) => match read(area, id, text, &known) {
                    Ok(mutant) => mutants.push(mutant),
                    Err(wrong) => problems.extend(
                        wrong
                            .into_iter()
                            .map(|(line, problem)| format!("{path}:{line}: {problem}")),
                    ),
                },
                Err(error) => problems.push(error.to_string()),
            }
        }
        match problems.is_empty() {
            true => Ok(mutants),
            false => Err(MutantError(problems)),
        }
    }

    /// The ids of the files in an area's folder of mutants.
    fn mutant_files(&self, area: &str) -> Vec<String> {
        let names = self.list(&format!("/{area}/mutants")).unwrap_or_default();
        let ids = names.iter().filter_map(|name| name.strip_suffix(".js"));
        ids.map(str::to_owned).collect()
    }
}

/// Reads one file; `Err` holds what is wrong in which line.
fn read(
    area: &str,
    id: String,
    script: String,
    known: &[&str],
) -> Result<Mutant, Vec<(usize, String)>> {
    let mut problems = Vec::new();
    let mut fault = None;
    let mut requirements = Vec::new();
    for (line, entry) in entries(&script) {
        let (key, value) = entry.split_once('=').unwrap_or((entry, ""));
        match (key.trim(), value.trim()) {
            (key, "") => problems.push((line, format!("META needs key=value, found {key:?}"))),
            ("fault", text) => fault = Some(text.to_owned()),
            ("requirement", id) if known.contains(&id) => requirements.push(id.to_owned()),
            ("requirement", id) => problems.push((
                line,
                format!("/{area}/requirements.toml has no requirement {id:?}"),
            )),
            (key, _) => problems.push((
                line,
                format!("META {key} is unknown in a mutant; known are fault and requirement"),
            )),
        }
    }
    if problems.is_empty() {
        for (key, has) in [
            ("fault", fault.is_some()),
            ("requirement", !requirements.is_empty()),
        ] {
            if !has {
                problems.push((1, format!("a mutant has a META {key}")));
            }
        }
    }
    match fault {
        Some(fault) if problems.is_empty() => Ok(Mutant {
            area: area.to_owned(),
            id,
            fault,
            requirements,
            script,
        }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_says_its_fault_and_what_it_breaks() {
        let text = "// META: fault=It is off by one.\n// META: requirement=a\n// Why.\nthrow 1;\n"
            .to_owned();
        let mutant = read("x", "off".into(), text.clone(), &["a"]).unwrap();
        assert_eq!(mutant.fault, "It is off by one.");
        assert_eq!(mutant.requirements, ["a"]);
        assert_eq!(mutant.script, text);
        assert_eq!(
            (mutant.path().as_str(), mutant.name().as_str()),
            ("/x/mutants/off.js", "x/off")
        );
    }

    #[test]
    fn a_mistake_names_its_line() {
        let cases = [
            ("", 1, "has a META fault"),
            ("// META: fault=x\n", 1, "has a META requirement"),
            (
                "// META: fault=x\n// META: requirement=b\n",
                2,
                "no requirement \"b\"",
            ),
            ("// META: fault\n", 1, "key=value"),
            ("// META: title=x\n", 1, "META title is unknown"),
        ];
        for (text, line, part) in cases {
            let problems = read("x", "y".into(), text.to_owned(), &["a"]).unwrap_err();
            let found = problems
                .iter()
                .any(|(at, problem)| *at == line && problem.contains(part));
            assert!(found, "{text:?}: {problems:?}");
        }
    }

    #[test]
    fn our_own_can_be_read() {
        let root = SuiteRoot::embedded();
        for area in root.areas_with_mutants() {
            let mutants = root.mutants(&area).unwrap();
            assert!(!mutants.is_empty());
        }
    }
}
