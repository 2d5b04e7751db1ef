//! The parts of our testharness.js that a test uses.
//!
//! The harness is one function whose statements are known by their indentation: two spaces. Each
//! declares names, or does something for the ones that are declared. A part is taken when its name
//! stands in what is taken already, so a part too many can come with, and never one too few.

use std::collections::{BTreeSet, HashMap};

/// A statement of the harness, with the comments above it.
struct Part {
    names: Vec<String>,
    text: String,
    uses: BTreeSet<String>,
}

/// The parts of `harness` that `script` needs, in their order, without comments.
pub(super) fn shaken(harness: &str, script: &str) -> String {
    let parts = parts(harness);
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, part) in parts.iter().enumerate() {
        for name in &part.names {
            by_name.entry(name).or_default().push(at);
        }
    }
    let mut taken = BTreeSet::new();
    let mut open = words(script);
    while let Some(word) = open.pop_first() {
        for &at in by_name.get(word.as_str()).into_iter().flatten() {
            if taken.insert(at) {
                open.extend(parts[at].uses.iter().cloned());
            }
        }
    }
    taken
        .into_iter()
        .map(|at| parts[at].text.as_str())
        .collect()
}

/// The names that the harness gives to tests.
pub(super) fn public(harness: &str) -> BTreeSet<String> {
    let start = harness
        .find("\n  assign(global,")
        .map_or(harness.len(), |at| at + 1);
    let list = &harness[start..];
    let list = list.split_once("{\n").map_or("", |(_, rest)| rest);
    words(list.split_once("\n  }").map_or(list, |(inside, _)| inside))
}

fn parts(harness: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for line in harness.lines() {
        let Some(inner) = line.strip_prefix("  ") else {
            // The function's own head and end.
            continue;
        };
        let comment = inner.trim_start().starts_with("//");
        if comment || inner.trim().is_empty() {
            continue;
        }
        let begins = !inner.starts_with([' ', '}', ')', ']']);
        if begins && !text.is_empty() {
            parts.extend(part(std::mem::take(&mut text)));
        }
        text.push_str(inner);
        text.push('\n');
    }
    parts.extend(part(text));
    parts
}

/// `None` for what tells the global object about names: here they are found without it.
fn part(text: String) -> Option<Part> {
    let names = declared(&text);
    let uses = words(&text);
    (!names.is_empty()).then_some(Part { names, text, uses })
}

/// The names that a statement declares, or the class that it gives something to.
fn declared(text: &str) -> Vec<String> {
    let mut words = text.split([' ', '(', ';', '\n']);
    let kind = match words.next() {
        Some("async") => words.next(),
        other => other,
    };
    match kind {
        Some("function" | "class") => words.next().map(str::to_owned).into_iter().collect(),
        Some("const" | "let") => {
            let left = text.split(" = ").next().unwrap_or_default();
            let left = left.trim_start_matches("const ").trim_start_matches("let ");
            let pattern = left.trim_matches(['{', '}', ' ', ';', '\n']);
            let name = |one: &str| one.rsplit(':').next().unwrap_or(one).trim().to_owned();
            pattern
                .split(',')
                .map(name)
                .filter(|name| !name.is_empty())
                .collect()
        }
        Some("assign") => {
            let class = words
                .next()
                .and_then(|word| word.strip_suffix(".prototype,"));
            class.map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The identifiers of a script, save those behind a dot, in lines of comments and in plain strings.
pub(super) fn words(script: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in script.lines() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let line = without_strings(line);
        let mut before = ' ';
        let mut word = String::new();
        let chars: Vec<char> = line.chars().chain([' ']).collect();
        for (at, &c) in chars.iter().enumerate() {
            if c.is_alphanumeric() || c == '_' || c == '$' {
                word.push(c);
                continue;
            }
            let spread =
                at >= word.len() + 3 && chars[at - word.len() - 3..at - word.len()] == ['.'; 3];
            if !word.is_empty() && (before != '.' || spread) {
                found.insert(word.clone());
            }
            word.clear();
            before = c;
        }
    }
    found
}

/// A line with nothing between its double quotes. Where there is a template, quotes may be its text.
fn without_strings(line: &str) -> String {
    if line.contains('`') {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('"') {
        let Some(end) = closing(&rest[at + 1..]) else {
            break;
        };
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = &rest[at + 1 + end + 1..];
    }
    out + rest
}

fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARNESS: &str = "// About it.\n(() => {\n  \"use strict\";\n\n  const global = globalThis;\n\
        \x20 const { is, keys: namesOf } = Object;\n  // Of a.\n  function a(x) {\n    // Comment.\n    return b(...more, x);\n  }\n\
        \x20 const more = [\n    1,\n  ];\n  function b() {\n    return is(unused.c, \"c\");\n  }\n  function c() {}\n\
        \x20 class D {}\n  assign(D.prototype, more);\n  if (global.x) {\n    a();\n  }\n  assign(global, { a, b, c });\n})();\n";

    #[test]
    fn what_is_used_is_taken_with_what_it_uses() {
        let text = shaken(HARNESS, "test(() => a(1));\n// c");
        assert_eq!(
            text,
            "const { is, keys: namesOf } = Object;\nfunction a(x) {\n  return b(...more, x);\n}\n\
             const more = [\n  1,\n];\nfunction b() {\n  return is(unused.c, \"c\");\n}\n"
        );
    }

    #[test]
    fn what_a_class_is_given_comes_with_it() {
        let text = shaken(HARNESS, "new D()");
        assert!(
            text.contains("class D {}\nassign(D.prototype, more);"),
            "{text}"
        );
        assert!(!text.contains("global"), "{text}");
    }
}
