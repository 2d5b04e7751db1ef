//! Expectation files of other runners, written here in their formats: what becomes of each construct,
//! and what is said of what can't be carried over.

mod deno;
mod enabled;
mod known;
mod mistakes;
mod node;
mod workerd;
mod wptreport;
mod wptrunner;

use std::collections::BTreeMap;
use std::fmt::Write;

use winterproof_adapters::{
    Expectations, ImportFormat, ImportOptions, ImportSource, Imported, Situation, import,
};
use winterproof_model::{Scope, TestId};

/// Files to import, and what is told besides.
struct Case<'a> {
    format: ImportFormat,
    /// Paths, those inside the folder that is named, and texts.
    files: Vec<(&'a str, &'a str, &'a str)>,
    under: Option<&'a str>,
    reason: Option<&'a str>,
    scopes: &'a [Scope],
    known: Option<Vec<TestId>>,
    given: BTreeMap<String, String>,
}

impl<'a> Case<'a> {
    fn new(format: ImportFormat) -> Self {
        Self {
            format,
            files: Vec::new(),
            under: None,
            reason: None,
            scopes: &[Scope::Shell],
            known: None,
            given: BTreeMap::new(),
        }
    }

    fn file(mut self, path: &'a str, text: &'a str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.files.push((path, name, text));
        self
    }

    fn given(mut self, name: &str, value: &str) -> Self {
        self.given.insert(name.to_owned(), value.to_owned());
        self
    }

    fn run(&self) -> Result<Imported, String> {
        let sources: Vec<ImportSource<'_>> = self
            .files
            .iter()
            .map(|&(path, inside, text)| ImportSource { path, inside, text })
            .collect();
        let options = ImportOptions {
            under: self.under,
            reason: self.reason,
            scopes: self.scopes,
            known: self.known.as_deref(),
            given: &self.given,
        };
        import(self.format, &sources, &options).map_err(|error| {
            let help = error.help.as_ref().map(|help| format!("\nhelp: {help}"));
            format!("{error}{}", help.unwrap_or_default())
        })
    }

    /// What came of it, for snapshots. What was written has to be read by our own reader.
    fn seen(&self) -> String {
        let imported = match self.run() {
            Ok(imported) => imported,
            Err(error) => return format!("refused: {error}"),
        };
        let mut read = Expectations::default();
        read.add("out.toml", &imported.text)
            .unwrap_or_else(|error| panic!("{error}\n{}", imported.text));
        let mut seen = imported.text;
        let _ = writeln!(
            seen,
            "--- {} tests, {} subtests; {} pass",
            imported.tests, imported.subtests, imported.passing
        );
        for lost in &imported.lost {
            let _ = writeln!(seen, "lost: {lost}");
        }
        for name in &imported.unasked {
            let _ = writeln!(seen, "nobody asks for: {name}");
        }
        seen
    }
}

fn situation(os: &str) -> Situation<'_> {
    Situation {
        version: "1.0.0",
        os,
        arch: "x86_64",
        flags: &[],
    }
}

/// What is foreseen of a test, on Linux, by what a case writes.
fn foreseen(case: &Case<'_>, test: &str) -> winterproof_model::Expectation {
    let imported = case.run().unwrap();
    let mut read = Expectations::default();
    read.add("out.toml", &imported.text).unwrap();
    read.of(&test.parse().unwrap(), &situation("linux"))
}
