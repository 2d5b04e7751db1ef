//! One file that shows one subtest without winterproof: the scripts of its test, the parts of our
//! testharness.js that they use, and a few lines which run that subtest alone.

mod shake;
mod templates;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::Duration;

use winterproof_model::Requirement;

pub(crate) use templates::{PORT, filled};

/// How the subtest is run and what comes of it.
const RUN: &str = include_str!("run.js");

/// What the harness defines as methods of `listeners`.
const LISTENERS: [&str; 4] = [
    "add_completion_callback",
    "add_result_callback",
    "add_start_callback",
    "add_test_state_callback",
];

/// What stands between the parts.
const RULE: &str = "// ------------------------------------------------------------------------------------------\n";

/// A script of the test: its path in the suite root, and its text.
pub(crate) struct Source {
    pub path: String,
    pub text: String,
}

/// Everything that goes into the file.
pub(crate) struct Repro<'a> {
    /// The test's id.
    pub test: &'a str,
    /// The test's own title.
    pub title: Option<&'a str>,
    /// The subtest's name.
    pub subtest: &'a str,
    /// What it checks, as far as it says so.
    pub requirements: Vec<&'a Requirement>,
    /// The sections that the whole test is about.
    pub specs: &'a [String],
    /// What was seen: status, runtime and message.
    pub seen: String,
    /// Whether the scripts ask the server of a run.
    pub serving: bool,
    /// How to run the file.
    pub commands: Vec<String>,
    /// The scripts, the test itself last.
    pub sources: Vec<Source>,
    /// How long it may take.
    pub timeout: Duration,
    /// Whether it is a test of web-platform-tests, which takes `self` for granted.
    pub aliased: bool,
}

impl Repro<'_> {
    /// The file, with those parts of `harness` that the test uses.
    pub(crate) fn text(&self, harness: &str) -> String {
        let scripts: String = self
            .sources
            .iter()
            .map(|one| format!("{}\n", one.text))
            .collect();
        let used = shake::words(&scripts);
        let public: BTreeSet<String> = shake::public(harness);
        let names = public.iter().map(String::as_str).chain(LISTENERS);
        let names: Vec<&str> = names.filter(|name| used.contains(*name)).collect();
        let (defining, others): (Vec<&str>, Vec<&str>) = names
            .into_iter()
            .partition(|name| ["test", "async_test", "promise_test"].contains(name));
        let mut out = self.head();
        out.push_str("(() => {\n");
        let strict = |source: &Source| is_strict(&source.text);
        if self.sources.iter().all(strict) {
            out.push_str("\"use strict\";\n");
        }
        for (key, value) in [
            ("SUBTEST", self.subtest),
            ("TITLE", self.title.unwrap_or_default()),
        ] {
            let _ = writeln!(out, "const {key} = {};", quoted(value));
        }
        let _ = writeln!(out, "const TIMEOUT = {};", self.timeout.as_millis());
        out.push_str("const harness = makeHarness();\n");
        if !others.is_empty() {
            let _ = writeln!(out, "const {{ {} }} = harness;", others.join(", "));
        }
        for name in &defining {
            let _ = writeln!(out, "const {name} = alone(harness.{name});");
        }
        if self.aliased {
            out.push_str("globalThis.self ??= globalThis;\n");
        }
        if used.contains("GLOBAL") {
            out.push_str(
                "globalThis.GLOBAL = { isWindow: () => false, isWorker: () => false, isShadowRealm: () => false };\n",
            );
        }
        out.push_str("run();\n\nfunction scripts() {\n");
        for source in &self.sources {
            let _ = write!(out, "{RULE}// {}\n\n{}\n", source.path, source.text.trim());
        }
        let _ = write!(out, "}}\n\n{RULE}{RUN}\n{RULE}");
        out.push_str("// The parts of winterproof's testharness.js that the test uses.\n\n");
        out.push_str("function makeHarness() {\n\"use strict\";\n");
        let listens = others.iter().any(|name| LISTENERS.contains(name));
        let mut roots = format!("{} {} {RUN}", defining.join(" "), others.join(" "));
        if listens {
            roots.push_str(" listeners");
        }
        out.push_str(&shake::shaken(harness, &roots));
        let mut given: Vec<&str> = [defining, others].concat();
        given.retain(|name| !LISTENERS.contains(name));
        given.extend(["tests", "uncaught", "withoutLoneSurrogates"]);
        given.sort_unstable();
        if listens {
            given.push("...listeners");
        }
        let _ = write!(out, "return {{ {} }};\n}}\n}})();\n", given.join(", "));
        out
    }

    fn head(&self) -> String {
        let mut lines = vec![
            match self.serving {
                false => "A subtest of winterproof on its own. It needs nothing but this file.",
                true => "A subtest of winterproof on its own. It needs the server below, started before.",
            }
            .to_owned(),
            String::new(),
            format!("test      {}", self.test),
            format!("subtest   {}", quoted(self.subtest)),
        ];
        for one in &self.requirements {
            lines.push(format!("expected  {} ({})", one.text, one.keyword.as_str()));
            lines.push(format!("          {}", one.url));
        }
        if self.requirements.is_empty() {
            lines.push("expected  PASS".to_owned());
            lines.extend(self.specs.iter().map(|spec| format!("          {spec}")));
        }
        lines.push(format!("seen      {}", self.seen));
        if self.serving {
            lines.push(format!("server    winterproof serve --port {PORT}"));
        }
        lines.extend(
            self.commands
                .iter()
                .map(|command| format!("run       {command}")),
        );
        lines.push(String::new());
        lines.push(
            "Exit code: 0 when it passes, 1 when it does not, 2 when there is no such subtest."
                .to_owned(),
        );
        let comment = |line: String| {
            // Foreign text stays in its line.
            let line: String = line
                .chars()
                .map(|c| if ends_line(c) { ' ' } else { c })
                .collect();
            format!("{}\n", format!("// {line}").trim_end())
        };
        lines.into_iter().map(comment).collect()
    }
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// As a string literal.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Whether a script begins with the directive.
fn is_strict(text: &str) -> bool {
    let code = |line: &&str| !line.is_empty() && !line.starts_with("//");
    text.lines()
        .map(str::trim)
        .find(code)
        .is_some_and(|line| line.starts_with("\"use strict\"") || line.starts_with("'use strict'"))
}
