//! A log that was cut off or tampered with.

use std::collections::BTreeMap;

use winterproof_model::log::{
    Counter, Footer, Header, HostInfo, LOG_VERSION, Line, LogError, RunLog, Settings, SuiteInfo,
    TestRecord,
};
use winterproof_model::{
    HarnessStatus, Profile, RuntimeInfo, Scope, SubtestResult, SubtestStatus, TestId, TestResult,
    Verdict,
};

fn id(name: &str) -> TestId {
    format!("/a/{name}.any.js").parse().unwrap()
}

pub fn header() -> Header {
    Header {
        winterproof_log: LOG_VERSION,
        harness_version: "0.1.0".into(),
        started: "2026-01-01T00:00:00Z".into(),
        suite: SuiteInfo {
            name: "suite".into(),
            revision: None,
            hash: "00".into(),
        },
        runtime: RuntimeInfo {
            id: "fake".into(),
            adapter_version: 1,
            title: "Fäke \"1\"".into(),
            runtime_key: None,
            version: "1.0.0".into(),
            engine: None,
            binary: None,
            binary_sha256: None,
            options: BTreeMap::new(),
            flags: vec![],
            environment: BTreeMap::new(),
            scopes: vec![Scope::Shell],
            capabilities: vec![],
            deviations: vec![],
        },
        host: HostInfo {
            os: "linux".into(),
            arch: "x86_64".into(),
        },
        settings: Settings {
            filters: vec![],
            jobs: 1,
            timeout_multiplier: 1.0,
            retries: 1,
            partition: None,
            wptserve: false,
        },
        profile: Profile::Latest,
        adapter_sha256: None,
        expectations_sha256: None,
        whole: None,
        planned: vec![id("one"), id("two"), id("three")],
        requirements: BTreeMap::new(),
    }
}

fn record(name: &str, attempt: u32, status: SubtestStatus) -> TestRecord {
    let mut result = TestResult::bare(HarnessStatus::Ok, "späße\n\"\u{1}\"");
    result.subtests.push(SubtestResult {
        name: "ünï 𝒳".into(),
        status,
        message: None,
        stack: None,
        requirements: Vec::new(),
        verdict: Verdict::Expected,
    });
    TestRecord {
        id: id(name),
        attempt,
        title: None,
        specs: vec![],
        slow: false,
        result,
    }
}

/// Header, four attempts at three tests, footer: a line each, without newlines.
fn lines() -> Vec<String> {
    let records = [
        record("one", 1, SubtestStatus::Pass),
        record("two", 1, SubtestStatus::Fail),
        record("two", 2, SubtestStatus::Pass),
        record("three", 1, SubtestStatus::Pass),
    ];
    let mut counter = Counter::new(3);
    for record in &records {
        counter.add(record);
    }
    let footer = Footer {
        complete: true,
        duration_ms: 5,
        stale: Vec::new(),
        totals: counter.totals(),
    };
    let mut lines = vec![Line::Header(Box::new(header()))];
    lines.extend(records.map(|record| Line::Test(Box::new(record))));
    lines.push(Line::Footer(footer));
    lines
        .iter()
        .map(|line| line.to_text().trim_end_matches('\n').to_owned())
        .collect()
}

fn whole(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn parse(lines: &[String]) -> Result<RunLog, LogError> {
    RunLog::parse(whole(lines).as_bytes())
}

/// The line that an error names, and what it says of it.
#[track_caller]
fn corrupt(lines: &[String]) -> (usize, String) {
    match parse(lines) {
        Err(error @ LogError::Corrupt { .. }) => {
            let text = error.to_string();
            let LogError::Corrupt { line, problem } = error else {
                unreachable!()
            };
            assert_eq!(text, format!("line {line}: {problem}"));
            (line, problem)
        }
        other => panic!("not corrupt: {other:?}"),
    }
}

#[test]
fn the_log_itself_is_whole() {
    let log = parse(&lines()).unwrap();
    assert!(log.is_complete());
    assert_eq!((log.tests.len(), log.earlier.len()), (3, 1));
    assert_eq!(log.totals().flaky, 1);
}

#[test]
fn a_log_cut_anywhere_keeps_its_whole_lines() {
    let lines = lines();
    let text = whole(&lines);
    let end_of_header = lines[0].len();
    for cut in 0..text.len() {
        let bytes = &text.as_bytes()[..cut];
        let read = RunLog::parse(bytes);
        if cut < end_of_header {
            let error = read.expect_err("there is no header yet");
            match cut {
                0 => assert!(matches!(error, LogError::Empty)),
                _ => assert!(matches!(error, LogError::HeaderCut), "at {cut}: {error}"),
            }
            continue;
        }
        let log = read.unwrap_or_else(|error| panic!("cut at {cut}: {error}"));
        // A line whose newline alone is missing says all that it has to say.
        let ends = lines.iter().scan(0, |end, line| {
            *end += line.len() + 1;
            Some(*end - 1)
        });
        let kept = ends.filter(|&end| end <= cut).count();
        let records = log.tests.len() + log.earlier.len();
        assert_eq!(records, (kept - 1).min(4), "cut at {cut}");
        assert_eq!(log.footer.is_some(), kept == lines.len(), "cut at {cut}");
        assert_eq!(log.is_complete(), kept == lines.len(), "cut at {cut}");
        assert_eq!(log.tests.len() + log.unmeasured.len(), 3, "cut at {cut}");
    }
}

#[test]
fn what_is_no_log_is_told_apart() {
    let message = |bytes: &[u8]| RunLog::parse(bytes).unwrap_err().to_string();
    assert_eq!(
        message(b""),
        "the file is empty; a run log begins with a header"
    );
    for other in [
        "<!doctype html>\n",
        "\n",
        "{}\n",
        "{}",
        "[]\n",
        "{\"type\":\"test\"}\n",
        "\u{feff}{}\n",
        "Killed",
        "{\"type\":\"head\"}",
    ] {
        let text = message(other.as_bytes());
        let start = "line 1 is not the header of a winterproof run log: ";
        assert!(text.starts_with(start), "{other:?}: {text}");
    }
    assert!(message(&[0xff, 0xfe, b'\n']).starts_with("line 1 is not the header"));
    assert_eq!(
        message(lines()[0].split_at(40).0.as_bytes()),
        "line 1: the log ends inside its header; nothing was recorded"
    );
    let wrong_type = lines()[0].replace("\"header\"", "\"footer\"");
    assert!(matches!(
        parse(&[wrong_type]),
        Err(LogError::Corrupt { line: 1, .. } | LogError::NotALog(_))
    ));
}

#[test]
fn a_header_that_lacks_something_is_corrupt() {
    let mut lines = lines();
    lines[0] = lines[0].replace("\"harness_version\"", "\"other\"");
    let (line, problem) = corrupt(&lines);
    assert_eq!(line, 1);
    assert!(
        problem.contains("missing field `harness_version`"),
        "{problem}"
    );
}

#[test]
fn a_test_is_planned_once() {
    let mut lines = lines();
    lines[0] = lines[0].replace("/a/two.any.js", "/a/one.any.js");
    assert_eq!(
        corrupt(&lines),
        (1, "/a/one.any.js is planned twice".to_owned())
    );
}

#[test]
fn a_line_that_is_cut_in_the_middle_is_named() {
    for at in 1..5 {
        let mut lines = lines();
        let half = lines[at].floor_char_boundary(lines[at].len() / 2);
        lines[at].truncate(half);
        let (line, problem) = corrupt(&lines);
        assert_eq!(line, at + 1);
        assert!(problem.contains("EOF"), "{problem}");
        assert!(problem.ends_with(&format!("(column {half})")), "{problem}");
    }
}

#[test]
fn an_empty_line_is_named() {
    for at in 1..6 {
        let mut lines = lines();
        lines.insert(at, String::new());
        assert_eq!(corrupt(&lines).0, at + 1);
    }
}

#[test]
fn two_lines_in_one_are_named() {
    let mut lines = lines();
    let second = lines.remove(2);
    lines[1].push_str(&second);
    let (line, problem) = corrupt(&lines);
    assert_eq!(line, 2);
    assert!(problem.contains("trailing characters"), "{problem}");
}

#[test]
fn a_line_that_stands_twice_is_named() {
    for (at, part) in [
        (0, "a second header"),
        (1, "/a/one.any.js has attempt 1 where attempt 2 comes next"),
        (3, "/a/two.any.js has attempt 2 where attempt 3 comes next"),
        (5, "there is something after the footer"),
    ] {
        let mut lines = lines();
        lines.insert(at + 1, lines[at].clone());
        assert_eq!(corrupt(&lines), (at + 2, part.to_owned()));
    }
}

#[test]
fn lines_in_another_order_are_named() {
    let mut attempts = lines();
    attempts.swap(2, 3);
    assert_eq!(
        corrupt(&attempts),
        (
            3,
            "/a/two.any.js has attempt 2 where attempt 1 comes next".to_owned()
        )
    );
    let mut footer_early = lines();
    footer_early.swap(4, 5);
    assert_eq!(corrupt(&footer_early).0, 5);
    let mut header_late = lines();
    header_late.swap(0, 1);
    assert!(matches!(parse(&header_late), Err(LogError::NotALog(_))));
    // Which test ends first is chance: that order says nothing.
    let mut tests = lines();
    tests.swap(1, 4);
    assert!(parse(&tests).unwrap().is_complete());
}

#[test]
fn a_line_that_is_gone_is_noticed() {
    for at in 1..5 {
        let mut lines = lines();
        lines.remove(at);
        let (line, problem) = corrupt(&lines);
        // The first attempt of two is missed by the second; all else by the footer.
        let (expected, part) = match at {
            2 => (3, "attempt 2 where attempt 1 comes next"),
            _ => (5, "the footer states"),
        };
        assert_eq!(line, expected, "without line {}", at + 1);
        assert!(problem.contains(part), "{problem}");
    }
}

#[test]
fn numbers_that_were_changed_are_noticed_by_the_footer() {
    let mut status = lines();
    status[1] = status[1].replace("\"PASS\"", "\"FAIL\"");
    assert_eq!(corrupt(&status).0, 6);
    let mut verdict = lines();
    let unexpected = "\"verdict\":{\"is\":\"unexpected\",\"expected\":\"PASS\"}";
    verdict[1] = verdict[1].replace(
        "\"status\":\"PASS\"",
        &format!("\"status\":\"PASS\",{unexpected}"),
    );
    assert_eq!(corrupt(&verdict).0, 6);
    let mut total = lines();
    total[5] = total[5].replace("\"tests\":3", "\"tests\":4");
    assert_eq!(
        corrupt(&total),
        (
            6,
            "the footer states 4 tests and 3 subtests, 3 and 3 were recorded, or other totals differ"
                .to_owned()
        )
    );
}

#[test]
fn a_run_is_not_complete_because_the_footer_says_so() {
    let mut log = lines();
    let mut counter = Counter::new(3);
    counter.add(&record("one", 1, SubtestStatus::Pass));
    log.truncate(2);
    let footer = Footer {
        complete: true,
        duration_ms: 0,
        stale: Vec::new(),
        totals: counter.totals(),
    };
    log.push(Line::Footer(footer).to_text().trim_end().to_owned());
    assert_eq!(
        corrupt(&log),
        (
            3,
            "the footer calls the run complete, yet planned tests have no result".to_owned()
        )
    );
}

#[test]
fn a_test_that_was_not_planned_is_named() {
    let mut lines = lines();
    lines[4] = lines[4].replace("three", "four");
    assert_eq!(
        corrupt(&lines),
        (
            5,
            "/a/four.any.js is not in the plan of the header".to_owned()
        )
    );
}

#[test]
fn unknown_words_are_named() {
    let mut status = lines();
    status[1] = status[1].replace("\"PASS\"", "\"MAYBE\"");
    let (line, problem) = corrupt(&status);
    assert_eq!(line, 2);
    assert!(problem.contains("unknown variant `MAYBE`"), "{problem}");
    let mut kind = lines();
    kind[3] = kind[3].replace("\"test\"", "\"note\"");
    let (line, problem) = corrupt(&kind);
    assert_eq!(line, 4);
    assert!(problem.contains("unknown variant `note`"), "{problem}");
}
