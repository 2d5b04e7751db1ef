//! The reason of a generated entry: one short line made of a failure message, the same line for the
//! same cause however a subtest came upon it.

use winterproof_model::SubtestStatus;

/// How long a reason may be, in characters.
const LIMIT: usize = 120;

/// How much of a function's source a reason shows, in characters.
const SOURCE: usize = 60;

/// What ends the reason of subtests that share an entry though each has a message of its own.
const OTHERS: &str = " other messages";

/// The reason of a subtest that ended so with that message, in a test with that message.
pub(super) fn of_subtest(
    status: SubtestStatus,
    message: Option<&str>,
    of_test: Option<&str>,
) -> String {
    let message = message.filter(|text| !text.trim().is_empty());
    match (status, message) {
        (_, Some(message)) => of(message),
        (SubtestStatus::Notrun, None) => of_test.map_or("it never started".into(), of),
        (SubtestStatus::Timeout, None) => of_test.map_or("it did not end in time".into(), of),
        (_, None) => "no message".into(),
    }
}

/// The reason behind a message.
pub(crate) fn of(message: &str) -> String {
    let message = message.trim();
    if let Some(reason) = wrong_error(message).or_else(|| no_error(message)) {
        return reason;
    }
    let message = message
        .strip_prefix("promise_test: Unhandled rejection with value: ")
        .unwrap_or(message);
    let message = match message.strip_prefix("object \"") {
        Some(rest) => rest.strip_suffix('"').unwrap_or(rest),
        None => message,
    };
    let line = one_line(message);
    let line = line
        .strip_suffix(" Reached unreachable code")
        .unwrap_or(&line);
    let line = match line.strip_suffix(" expected true got false") {
        Some(described) if described != "assert_true:" => described,
        _ => line,
    };
    let reason = undefined(line).unwrap_or_else(|| shorten(line, LIMIT));
    if reason.is_empty() {
        "no message".into()
    } else {
        reason
    }
}

/// The reason of several messages, of which `first` is one.
pub(super) fn of_several(first: &str, count: usize) -> String {
    let end = format!("; and {}{OTHERS}", count - 1);
    shorten(first, LIMIT - end.chars().count()) + &end
}

/// Whether [`of_several`] made the reason.
pub(super) fn is_of_several(reason: &str) -> bool {
    reason
        .strip_suffix(OTHERS)
        .and_then(|rest| rest.rsplit_once("; and "))
        .is_some_and(|(_, count)| count.parse::<usize>().is_ok())
}

/// `X is not defined`, whichever assertion or error said so.
fn undefined(line: &str) -> Option<String> {
    let mut rest = line;
    if let Some((assertion, description)) = line.split_once(": ")
        && assertion.starts_with("assert_")
    {
        rest = description;
    }
    let rest = rest.strip_prefix("ReferenceError: ").unwrap_or(rest);
    let (name, _) = rest.split_once(" is not defined")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "_$.".contains(c);
    (!name.is_empty() && name.chars().all(plain)).then(|| format!("{name} is not defined"))
}

/// An error, and another one was due.
fn wrong_error(message: &str) -> Option<String> {
    let (how, rest) = [" threw object \"", " rejected with object \""]
        .iter()
        .find_map(|how| Some((how, message.split_once(how)?.1)))?;
    let (seen, due) = if let Some((seen, due)) = rest.split_once("\" that is not a DOMException ") {
        (seen, due.split(':').next()?)
    } else {
        let (seen, due) = rest.split_once("\") expected instance of function ")?;
        let (seen, _) = seen.rsplit_once("\" (\"")?;
        (seen, due.rsplit_once("(\"")?.1.strip_suffix("\")")?)
    };
    let how = how.trim_start().trim_end_matches(" object \"");
    let end = format!(", expected {}", one_line(due));
    let start = format!("{how} {}", one_line(seen));
    Some(shorten(&start, LIMIT.saturating_sub(end.chars().count())) + &end)
}

/// No error, and one was due; the function's source may be of several lines.
fn no_error(message: &str) -> Option<String> {
    let (assertion, rest) = message.split_once(": function \"")?;
    let source = rest.strip_suffix("\" did not throw")?;
    let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(format!(
        "{assertion}: {} did not throw",
        shorten(&source, SOURCE)
    ))
}

/// The first line that says something, with single spaces, and nothing in it that can't be seen.
fn one_line(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let mut seen = String::new();
    for word in line.unwrap_or_default().split_whitespace() {
        if !seen.is_empty() {
            seen.push(' ');
        }
        for c in word.chars() {
            if is_invisible(c) {
                seen.extend(c.escape_unicode());
            } else {
                seen.push(c);
            }
        }
    }
    seen
}

/// Whether a character has no shape of its own, or turns the direction of the text around it.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cause_has_one_reason() {
        let same = [
            "URLPattern is not defined",
            "ReferenceError: URLPattern is not defined",
            "promise_test: Unhandled rejection with value: object \"ReferenceError: URLPattern is not defined\"",
            "assert_true: URLPattern is not defined: the global object has no URLPattern expected true got false",
            "assert_equals: URLPattern is not defined expected \"function\" but got \"undefined\"",
        ];
        for message in same {
            assert_eq!(of(message), "URLPattern is not defined");
        }
    }

    #[test]
    fn messages_lose_what_tells_nothing() {
        let cases = [
            (
                "assert_true: expected true got false",
                "assert_true: expected true got false",
            ),
            (
                "assert_true: the a of a B is not defined expected true got false",
                "assert_true: the a of a B is not defined",
            ),
            (
                "assert_unreached: Should have rejected: undefined Reached unreachable code",
                "assert_unreached: Should have rejected: undefined",
            ),
            ("\n  two\t words \n at line 1", "two words"),
            (
                "expected \"\u{feff}a\" but got \"a\"",
                "expected \"\\u{feff}a\" but got \"a\"",
            ),
            (
                "promise_test: Unhandled rejection with value: object \"Error: a\nb\"",
                "Error: a",
            ),
            (
                "promise_rejects_dom: the promise rejected with object \"DataError: bad\nkey\" that is not a DOMException OperationError: property \"code\" is equal to 0, expected 0",
                "rejected with DataError: bad, expected OperationError",
            ),
            (
                "assert_throws_js: function \"() => f()\" threw object \"Error: (\"x\")\" (\"Error\") expected instance of function \"function TypeError() { [native code] }\" (\"TypeError\")",
                "threw Error: (\"x\"), expected TypeError",
            ),
            (
                "assert_throws_js: function \"() => {\n  f();\n}\" did not throw",
                "assert_throws_js: () => { f(); } did not throw",
            ),
            ("", "no message"),
        ];
        for (message, reason) in cases {
            assert_eq!(of(message), reason);
        }
    }

    #[test]
    fn reasons_are_short_lines() {
        let long = "é".repeat(500);
        let thrown = format!(
            "promise_rejects_dom: the promise rejected with object \"{long}\" that is not a DOMException AbortError: x"
        );
        for message in [&long, &thrown] {
            assert_eq!(of(message).chars().count(), LIMIT);
        }
        assert!(of(&thrown).ends_with("…, expected AbortError"));
        let several = of_several(&long, 12);
        assert_eq!(several.chars().count(), LIMIT);
        assert!(several.ends_with("…; and 11 other messages"));
        assert!(is_of_several(&several));
        assert!(!is_of_several("and some other messages"));
    }

    #[test]
    fn what_has_no_message_has_a_reason() {
        assert_eq!(
            of_subtest(SubtestStatus::Notrun, None, None),
            "it never started"
        );
        assert_eq!(
            of_subtest(SubtestStatus::Notrun, Some(" "), Some("exit 1")),
            "exit 1"
        );
        assert_eq!(
            of_subtest(SubtestStatus::Timeout, None, None),
            "it did not end in time"
        );
        assert_eq!(
            of_subtest(SubtestStatus::Fail, None, Some("x")),
            "no message"
        );
    }
}
