//! The `// META: key=value` comments at the head of a test file.
//!
//! WPT's keys are `title`, `script`, `variant`, `global`, `timeout` and `quic` (see
//! <https://web-platform-tests.org/writing-tests/testharness.html>). Ours are `spec` (a section
//! under test, may repeat), `requires` (a capability that the test needs, may repeat), `since` and
//! `until` (the first and the last profile that the test holds in). The comments stand before any code;
//! other comments and blank lines may stand between them.

use std::borrow::Cow;
use std::fmt;

use winterproof_model::meta::entries;
use winterproof_model::{Capability, Holds, Profile, Scope, UnknownProfile};

/// What the head of a test file says.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Meta {
    /// The title for people.
    pub title: Option<String>,
    /// Scripts to evaluate before the file, as they are written.
    pub scripts: Vec<String>,
    /// Query strings (with `?` or `#`) that each make a test of their own.
    pub variants: Vec<String>,
    /// The globals that the file is written for.
    pub globals: Globals,
    /// Whether the file gets the long time-out.
    pub long: bool,
    /// The sections of specifications under test, as URLs.
    pub specs: Vec<String>,
    /// What the runtime must offer.
    pub requires: Vec<Capability>,
    /// The profiles that the test holds in.
    pub holds: Holds,
}

/// The globals that an `.any.js` file is written for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Globals(Vec<String>);

impl Default for Globals {
    fn default() -> Self {
        Self(vec!["window".into(), "dedicatedworker".into()])
    }
}

impl Globals {
    const KNOWN: [&'static str; 18] = [
        "window",
        "window-module",
        "worker",
        "worker-module",
        "dedicatedworker",
        "dedicatedworker-module",
        "sharedworker",
        "sharedworker-module",
        "serviceworker",
        "serviceworker-module",
        "jsshell",
        "shadowrealm",
        "shadowrealm-in-window",
        "shadowrealm-in-shadowrealm",
        "shadowrealm-in-dedicatedworker",
        "shadowrealm-in-sharedworker",
        "shadowrealm-in-serviceworker",
        "shadowrealm-in-audioworklet",
    ];

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|global| global == name)
    }

    /// The scopes in which an `.any.js` file makes a test.
    ///
    /// A file for workers needs no DOM, so a runtime's own global can run it too ([`Scope::Shell`]).
    pub fn scopes(&self) -> Vec<Scope> {
        let worker = self.has("worker");
        let dedicated = worker || self.has("dedicatedworker");
        let mut scopes = Vec::new();
        let candidates = [
            (dedicated || self.has("jsshell"), Scope::Shell),
            (self.has("window"), Scope::Window),
            (dedicated, Scope::DedicatedWorker),
            (worker || self.has("sharedworker"), Scope::SharedWorker),
            (worker || self.has("serviceworker"), Scope::ServiceWorker),
        ];
        for (there, scope) in candidates {
            if there {
                scopes.push(scope);
            }
        }
        scopes
    }
}

impl fmt::Display for Globals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

/// What is wrong with the head of a test file, and in which line.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{path}:{line}: {problem}")]
pub struct MetaError {
    /// The file's path inside its root.
    pub path: String,
    /// Line number from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl Meta {
    /// Reads the head of the file at `path`.
    pub fn parse(path: &str, text: &str) -> Result<Self, MetaError> {
        let mut meta = Self::default();
        for (line, entry) in entries(text) {
            meta.entry(entry).map_err(|problem| MetaError {
                path: path.to_owned(),
                line,
                problem,
            })?;
        }
        Ok(meta)
    }

    fn entry(&mut self, entry: &str) -> Result<(), String> {
        let Some((key, value)) = entry.split_once('=') else {
            return Err(format!("META needs key=value, found {:?}", entry.trim()));
        };
        let (key, value) = (key.trim(), value.trim());
        if value.is_empty() && key != "variant" {
            return Err(format!("META {key} has no value"));
        }
        match key {
            "title" => self.title = Some(value.to_owned()),
            "script" => self.scripts.push(value.to_owned()),
            "spec" => self.specs.push(spec(value)?),
            "requires" => self.requires.push(capability(value)?),
            "since" => self.holds(|holds| &mut holds.since, value)?,
            "until" => self.holds(|holds| &mut holds.until, value)?,
            "variant" => self.variants.push(variant(value)?),
            "global" => self.globals = globals(value)?,
            "timeout" if value == "long" => self.long = true,
            "timeout" => {
                return Err(format!(
                    "META timeout is \"long\" or absent, found {value:?}"
                ));
            }
            // Which transport a browser test wants; nothing here depends on it.
            "quic" => {}
            _ => {
                return Err(format!(
                    "META {key} is unknown; known are title, script, variant, global, timeout, spec, requires, since and until"
                ));
            }
        }
        Ok(())
    }

    fn holds(
        &mut self,
        bound: fn(&mut Holds) -> &mut Option<Profile>,
        name: &str,
    ) -> Result<(), String> {
        let profile = name
            .parse()
            .map_err(|error: UnknownProfile| error.to_string())?;
        *bound(&mut self.holds) = Some(profile);
        match self.holds.problem() {
            None => Ok(()),
            Some(problem) => Err(format!("the test {problem}")),
        }
    }
}

fn spec(value: &str) -> Result<String, String> {
    if value.starts_with("https://") {
        Ok(value.to_owned())
    } else {
        Err(format!("META spec is an https URL, found {value:?}"))
    }
}

fn capability(value: &str) -> Result<Capability, String> {
    if value
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        Ok(Capability(Cow::Owned(value.to_owned())))
    } else {
        Err(format!(
            "META requires is one capability in lower case with dashes, found {value:?}"
        ))
    }
}

fn variant(value: &str) -> Result<String, String> {
    if value.is_empty() || value.starts_with(['?', '#']) {
        Ok(value.to_owned())
    } else {
        Err(format!("META variant begins with ? or #, found {value:?}"))
    }
}

fn globals(value: &str) -> Result<Globals, String> {
    let mut names = Vec::new();
    for name in value.split(',') {
        let name = name.trim();
        if !Globals::KNOWN.contains(&name) {
            return Err(format!(
                "META global names {name:?}, which is no known global"
            ));
        }
        names.push(name.to_owned());
    }
    Ok(Globals(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_key() {
        let text = "// Some licence.\n/* and\n more */\n\n// META: title=A title\n//META: script=a.js\n\
            // META: script=/b.js\n// META: variant=?1-2\n// META: variant=\n// META: global=window,worker\n\
            // META: timeout=long\n// META: spec=https://x/#y\n// META: requires=timers\n// META: since=latest\n'use strict';\n\
            // META: title=too late\n";
        let meta = Meta::parse("/a.any.js", text).unwrap();
        assert_eq!(meta.title.as_deref(), Some("A title"));
        assert_eq!(meta.scripts, ["a.js", "/b.js"]);
        assert_eq!(meta.variants, ["?1-2", ""]);
        assert_eq!(meta.globals.scopes().len(), 5);
        assert!(meta.long);
        assert_eq!(meta.specs, ["https://x/#y"]);
        assert_eq!(meta.requires, [Capability("timers".into())]);
        assert_eq!(meta.holds.to_string(), "since latest");
    }

    #[test]
    fn a_mistake_names_its_line() {
        let cases = [
            ("// META: title", "key=value"),
            ("// META: timeout=short", "\"long\""),
            ("// META: variant=1-2", "begins with"),
            ("// META: global=window,nowhere", "nowhere"),
            ("// META: scirpt=a.js", "unknown"),
            ("// META: script=", "no value"),
            ("// META: spec=url.spec.whatwg.org", "https"),
            ("// META: requires=Time Machine", "capability"),
            ("// META: since=2026", "the profiles are 2025-12 and latest"),
            ("// META: until=latest", "without saying"),
        ];
        for (line, part) in cases {
            let error = Meta::parse("/a.any.js", &format!("\n{line}\n")).unwrap_err();
            assert_eq!(error.line, 2, "{line}");
            assert!(error.problem.contains(part), "{}", error.problem);
            assert!(error.to_string().starts_with("/a.any.js:2: "));
        }
    }
}
