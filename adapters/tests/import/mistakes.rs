//! Texts that are not of the format: each is refused with file, line and what is wrong.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;

use crate::Case;

fn refused(format: ImportFormat, path: &str, texts: &[&str]) -> String {
    let mut seen = String::new();
    for text in texts {
        let answer = Case::new(format).file(path, text).seen();
        assert!(answer.starts_with("refused: "), "{text}\n{answer}");
        seen.push_str(&format!("{}\n{}\n\n", text.escape_debug(), &answer[9..]));
    }
    seen
}

#[test]
fn of_json() {
    let deep = format!("{}1", "{\"a\":".repeat(200));
    assert_snapshot!(refused(
        ImportFormat::Deno,
        "url.json",
        &[
            "",
            "[]",
            "{",
            "{\n\"a\"",
            "{ \"a\": \n",
            "{ \"a\": tru }",
            "{ \"a\": 5 }",
            "{\n \"a.any.html\": { \"ignore\": 1 } }",
            "{\n \"a.any.html\": { \"flaky\": [] } }",
            "{\n \"a.any.html\": {\n \"expectedFailures\": \"one\" } }",
            "{\n \"a.any.html\": [\n \"one\",\n 2] }",
            "{ \"a\": true } x",
            "{ \"a\": true\n \"b\": true }",
            "{ \"a\": true,\n \"a\": false }",
            "{ \"a.any.html\": [\"one\"\n",
            "{ \"a.any.html\": [\"one\" \"two\"] }",
            "{ \"a\n\": true }",
            "{ \"\\u12\": true }",
            "{ \"\\u{110000}\": true }",
            "{ /* \"a\": true }",
            "{ ...other }",
            "{ [a]: true }",
            "{ \"a\": , }",
            &deep,
        ],
    ));
}

#[test]
fn of_status_files() {
    assert_snapshot!(refused(
        ImportFormat::Node,
        "status/url.json",
        &[
            "{ \"a.any.js\": true }",
            "{ \"a.any.js\": { \"fail\": true } }",
            "{ \"a.any.js\": { \"skip\": true } }",
            "{ \"a.any.js\": { \"requires\": \"small-icu\" } }",
            "{ \"a.any.js\": { \"fail\": { \"expected\": \"one\" } } }",
            "{ \"a.any.js\": { \"fail\": { \"expected\": [\n1] } } }",
            "{ \"a.any.js\": { \"fail\": { \"flaky\": [{}] } } }",
        ],
    ));
}

#[test]
fn of_configurations() {
    assert_snapshot!(refused(
        ImportFormat::Workerd,
        "src/wpt/url-test.ts",
        &[
            "",
            "{}",
            "const x = {};\nexport default x;",
            "export const x = {};",
            "export default config;",
            "import x from 'y';\nexport default {} satisfies X;\nx();",
            "import(`x`);",
            "export default { 'a.any.js': [] }",
            "export default { 'a.any.js': options }",
            "export default {\n ...others }",
            "export default {\n 'a.any.js': { expectedFailures:\n names } }",
            "export default {\n 'a.any.js': { expectedFailures: [\n'one' + two] } }",
            "export default {\n 'a.any.js': { expectedFailures: [\n`${one}`] } }",
            "export default {\n 'a.any.js': { expectedFailures: [\n...one] } }",
            "export default {\n 'a.any.js': { comment: 5 } }",
            "export default { 'a.any.js': { omittedTests: 'one' } }",
            "export default { 'a.any.js': { replace: (code) => {\n code } }",
            "export default { 'a.any.js': { expectedFailures: [/one\n/] } }",
            "export default { 'a.any.js': { expectedFailures: ['one\n'] } }",
        ],
    ));
}

#[test]
fn of_metadata() {
    let deep: String = (0..30)
        .map(|at| format!("{}[a]\n", " ".repeat(at)))
        .collect();
    assert_snapshot!(refused(
        ImportFormat::Wptrunner,
        "meta/a.any.js.ini",
        &[
            "[a.any.html",
            "[a.any.html] x",
            "expected",
            "  \nsome words: FAIL",
            ": FAIL",
            "[a.any.html]\n\texpected: FAIL",
            "[a.any.html]\n  expected: FAIL\n   bug: 1",
            "[a.any.html]\n    expected: FAIL\n  bug: 1",
            "[a.any.html]\n  expected: if os: FAIL",
            "[a.any.html]\n  expected:\n    if os = 1: FAIL",
            "[a.any.html]\n  expected:\n    if os == 1: ",
            "[a.any.html]\n  expected: [FAIL",
            "[a.any.html]\n  expected: \"FAIL",
            "[a.any.html]\n  expected: \"FAIL\" x",
            "[a.any.html]\n  expected: FAIL\n  expected: PASS",
            &deep,
        ],
    ));
}

#[test]
fn of_reports() {
    assert_snapshot!(refused(
        ImportFormat::Wptreport,
        "wptreport.json",
        &[
            "",
            "[]",
            "{}",
            "{\n\"results\": [\n{}] }",
            "{\"results\": [{\"test\": \"/a.any.js\", \"status\": \"OK\", \"subtests\": [{}]}]}",
            "{\"results\": [\n{\"test\": \"/a.any.js\", \"status\": \"OK\"",
        ],
    ));
}
