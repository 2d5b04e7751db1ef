//! Where the `// META: key=value` comments of a test file stand
//! (<https://web-platform-tests.org/writing-tests/testharness.html>).
//!
//! Owns: which lines are such comments. Does not own: what keys mean, or which there are.

/// What stands behind `META:` in the comments at the head of a test file, each with the number of its
/// line, from 1. They stand before any code; other comments and blank lines may stand between them.
pub fn entries(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_block = false;
    let lines = text.lines().map(str::trim).enumerate();
    let head = lines.map_while(move |(at, line)| {
        if in_block || line.starts_with("/*") {
            in_block = !line.contains("*/");
            return Some(None);
        }
        if line.is_empty() {
            return Some(None);
        }
        let entry = line.strip_prefix("//")?.trim_start().strip_prefix("META:");
        Some(entry.map(|entry| (at + 1, entry)))
    });
    head.flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_before_code() {
        let text = "// META: a=1\n/* // META: b=2\n// META: c=3 */\n\n // other\n//META:d\ncode\n// META: e=5";
        let found: Vec<_> = entries(text).collect();
        assert_eq!(found, [(1, " a=1"), (6, "d")]);
    }
}
