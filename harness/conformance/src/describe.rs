//! What a failing trial says.

use std::env;
use std::fmt::Write;

use winterproof_model::{TestId, TestResult};

/// Everything about a test that is not as expected, a line each, and how to run it alone.
pub(crate) fn describe(runtime: &str, id: &TestId, result: &TestResult) -> String {
    let mut text = String::new();
    let shown = |message: &Option<String>| message.clone().unwrap_or_default();
    if let Some((expected, _)) = result.verdict.unexpected() {
        let why = shown(&result.message);
        let _ = writeln!(text, "{} (expected {expected}): {why}", result.status);
    }
    for subtest in &result.subtests {
        if let Some((expected, _)) = subtest.verdict.unexpected() {
            let (name, why) = (&subtest.name, shown(&subtest.message));
            let status = subtest.status;
            let _ = writeln!(text, "{status} (expected {expected}): {name}: {why}");
        }
    }
    for name in &result.missing {
        let _ = writeln!(text, "not reported: {name}");
    }
    if !result.stderr_tail.is_empty() {
        let _ = writeln!(text, "standard error of the test:\n{}", result.stderr_tail);
    }
    let command = command().unwrap_or_default();
    let _ = write!(text, "run it alone: {command} --exact '{runtime}::{id}'");
    text
}

/// What runs this test target again. Cargo puts a dash and a hash behind its name.
fn command() -> Option<String> {
    let binary = env::current_exe().ok()?;
    let name = binary.file_stem()?.to_str()?;
    let (Some(package), Some((target, _))) =
        (env::var("CARGO_PKG_NAME").ok(), name.rsplit_once('-'))
    else {
        return Some(binary.display().to_string());
    };
    let profile = match cfg!(debug_assertions) {
        true => "",
        false => " --release",
    };
    Some(format!(
        "cargo test{profile} -p {package} --test {target} --"
    ))
}
