//! What a test needs of the server and of the runtime beyond its scope, as far as names and texts
//! tell before it runs.
//!
//! Flags in names are those of web-platform-tests
//! (<https://web-platform-tests.org/writing-tests/file-names.html>).

use std::collections::BTreeSet;

use crate::root::{SuiteRoot, resolve};
use crate::test::{SourceFile, Test};

/// What a test needs.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Needs {
    /// It comes from an origin with TLS (`.https.` in its name).
    pub https: bool,
    /// It does, or asks for one (`?wss`).
    pub tls: bool,
    /// It comes over HTTP/2 (`.h2.` in its name, `?wpt_flags=h2`).
    pub http2: bool,
    /// It comes from a subdomain (`.www.` in its name).
    pub subdomain: bool,
    /// Somebody has to drive the browser from outside while it runs.
    pub testdriver: bool,
}

/// The script which speaks to whoever drives the browser.
const TESTDRIVER: &str = "/resources/testdriver.js";

impl Test {
    /// What it needs.
    pub fn needs(&self) -> Needs {
        let name = self.file.path.rsplit('/').next().unwrap_or_default();
        let variant = self.id.variant();
        let flag = |wanted: &str| {
            let flags = variant.split(['?', '&', '#']);
            let mut flags = flags.filter_map(|part| part.strip_prefix("wpt_flags="));
            name.split('.').skip(1).any(|part| part == wanted) || flags.any(|one| one == wanted)
        };
        let http2 = flag("h2");
        let https = http2 || flag("https");
        let secure_socket = variant.split(['?', '&']).any(|part| part == "wss");
        let scripts = self.file.scripts();
        Needs {
            https,
            tls: https || secure_socket,
            http2,
            subdomain: flag("www"),
            testdriver: scripts
                .iter()
                .flatten()
                .any(|script| script.path == TESTDRIVER),
        }
    }
}

impl SuiteRoot {
    /// The Python scripts that a test file and the scripts beside it name, sorted: paths inside the
    /// root, or file names alone where the text puts the path together.
    pub fn handlers(&self, file: &SourceFile) -> BTreeSet<String> {
        let scripts = file.scripts().into_iter().flatten();
        let scripts = scripts.map(|script| script.path);
        let mut found = BTreeSet::new();
        for path in scripts.chain([file.path.clone()]) {
            let Ok(text) = self.read_text(&path) else {
                continue;
            };
            for name in python_names(&text) {
                // Addresses are relative to the test, whoever writes them.
                let inside = resolve(&file.path, name).filter(|inside| self.read(inside).is_ok());
                let name = name.rsplit('/').next().unwrap_or(name);
                found.insert(inside.unwrap_or_else(|| name.to_owned()));
            }
        }
        found
    }
}

/// What looks like the name of a Python script, with as much of a path as stands with it.
fn python_names(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    let words = text.split(move |c| !is_name(c));
    words.filter(|word| {
        let stem = word.strip_suffix(".py").unwrap_or_default();
        stem.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use winterproof_model::Scope;

    use super::*;
    use crate::Meta;

    fn needs(path: &str, text: &str) -> Vec<Needs> {
        let file = Arc::new(SourceFile {
            path: path.to_owned(),
            meta: Meta::parse(path, text),
            expect: None,
            bare: false,
            hash: [0; 32],
        });
        let tests = file.expand(&[Scope::Shell]).unwrap();
        tests.iter().map(Test::needs).collect()
    }

    #[test]
    fn names_tell_what_a_test_needs() {
        let none = Needs::default();
        let tls = Needs { tls: true, ..none };
        let https = Needs { https: true, ..tls };
        assert_eq!(needs("/a/https.any.js", ""), [none]);
        assert_eq!(needs("/a/b.https.any.js", ""), [https]);
        let http2 = Needs {
            http2: true,
            ..https
        };
        assert_eq!(needs("/a/b.h2.any.js", ""), [http2]);
        let variants = "// META: variant=\n// META: variant=?wss\n// META: variant=?wpt_flags=h2\n";
        assert_eq!(needs("/a/b.any.js", variants), [none, tls, http2]);
        let driven = "// META: script=/resources/testdriver.js\n";
        assert!(needs("/a/b.any.js", driven)[0].testdriver);
        assert!(needs("/a/b.www.any.js", "")[0].subdomain);
    }

    #[test]
    fn scripts_are_named_in_texts() {
        let text = "a('/b/c.py?x', `../d-e.py`, 'f.python', '.py', DIR + \"g_h.py#\"); i.py";
        let names: Vec<&str> = python_names(text).collect();
        assert_eq!(names, ["/b/c.py", "../d-e.py", "g_h.py", "i.py"]);
    }
}
