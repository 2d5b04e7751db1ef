//! Logs of runs that never took place, as large as is asked for and the same each time.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use winterproof_model::log::{
    Counter, Footer, Header, HostInfo, Line, Settings, SuiteInfo, TestRecord,
};
use winterproof_model::{
    HarnessStatus, Profile, RuntimeInfo, Scope, SubtestResult, SubtestStatus, TestId, TestResult,
    Verdict,
};

const RUNTIMES: [&str; 12] = [
    "alder", "birch", "cedar", "ebony", "elder", "hazel", "larch", "maple", "olive", "rowan",
    "walnut", "willow",
];
const AREAS: [&str; 10] = [
    "crypto", "dom", "encoding", "fetch", "html", "streams", "surface", "url", "wasm", "xhr",
];
/// Subtests of a test, on average.
const SUBTESTS: usize = 40;

/// Numbers that look random (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// Writes one log a runtime, which together have that many results of subtests.
pub fn write(folder: &Path, subtests: usize) -> Vec<PathBuf> {
    let logs = RUNTIMES.iter().enumerate();
    logs.map(|(at, id)| {
        let path = folder.join(format!("{id}.jsonl"));
        let each = subtests / RUNTIMES.len() + usize::from(at < subtests % RUNTIMES.len());
        one(&path, id, at as u64, each);
        path
    })
    .collect()
}

fn one(path: &Path, id: &str, runtime: u64, subtests: usize) {
    let mut out = BufWriter::new(File::create(path).expect("a log"));
    let tests = subtests.div_ceil(SUBTESTS);
    let planned: Vec<TestId> = (0..tests).map(test_id).collect();
    let mut write = |line: Line| out.write_all(line.to_text().as_bytes()).expect("room");
    let mut counter = Counter::new(planned.len());
    write(Line::Header(Box::new(header(id, planned.clone()))));
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 + runtime);
    for (at, id) in planned.into_iter().enumerate() {
        let number = SUBTESTS.min(subtests - at * SUBTESTS);
        let retried = dice.roll(200) == 0;
        for attempt in 1..=(1 + u32::from(retried)) {
            let record = TestRecord {
                title: Some(format!("What {} is about", id.source())),
                specs: vec![format!(
                    "https://{}.spec.whatwg.org/#section-{at}",
                    id.area()
                )],
                id: id.clone(),
                attempt,
                slow: false,
                result: result(&id, at, number, &mut dice),
            };
            counter.add(&record);
            write(Line::Test(Box::new(record)));
        }
    }
    write(Line::Footer(Footer {
        complete: true,
        duration_ms: 60_000,
        stale: Vec::new(),
        totals: counter.totals(),
    }));
}

fn test_id(at: usize) -> TestId {
    let area = AREAS[at % AREAS.len()];
    let id = format!("/{area}/group-{}/behaviour-{at}.any.js", at % 37);
    id.parse().expect("a test id")
}

fn header(id: &str, planned: Vec<TestId>) -> Header {
    Header {
        winterproof_log: 1,
        harness_version: "0.1.0".into(),
        started: "2026-01-02T03:04:05Z".into(),
        suite: SuiteInfo {
            name: "million".into(),
            revision: Some("0123456789abcdef0123456789abcdef01234567".into()),
            hash: "a".repeat(64),
        },
        runtime: RuntimeInfo {
            id: id.into(),
            adapter_version: 1,
            title: format!("{}{}", id[..1].to_uppercase(), &id[1..]),
            runtime_key: None,
            version: "1.2.3".into(),
            engine: None,
            binary: None,
            binary_sha256: None,
            options: Default::default(),
            flags: Vec::new(),
            environment: Default::default(),
            scopes: vec![Scope::Shell],
            capabilities: Vec::new(),
            deviations: Vec::new(),
        },
        host: HostInfo {
            os: "linux".into(),
            arch: "x86_64".into(),
        },
        settings: Settings {
            wptserve: false,
            filters: Vec::new(),
            jobs: 2,
            timeout_multiplier: 1.0,
            retries: 1,
            partition: None,
        },
        profile: Profile::default(),
        adapter_sha256: None,
        expectations_sha256: None,
        whole: None,
        planned,
        requirements: Default::default(),
    }
}

/// One attempt: mostly passes, an eighth fails with message and stack, a few against expectation.
fn result(id: &TestId, test: usize, subtests: usize, dice: &mut Dice) -> TestResult {
    let crashed = dice.roll(300) == 0;
    let reported = if crashed { subtests / 2 } else { subtests };
    let (status, message) = match crashed {
        true => (
            HarnessStatus::Crash,
            Some("the process ended with signal 11".into()),
        ),
        false => (HarnessStatus::Ok, None),
    };
    TestResult {
        message,
        verdict: match crashed {
            true => unexpected("OK"),
            false => Verdict::Expected,
        },
        duration_ms: dice.roll(400),
        subtests: (0..reported)
            .map(|at| subtest(id, test, at, dice))
            .collect(),
        stderr_tail: match crashed {
            true => "Segmentation fault (core dumped)\n".into(),
            false => String::new(),
        },
        ..TestResult::bare(status, "")
    }
}

fn subtest(id: &TestId, test: usize, at: usize, dice: &mut Dice) -> SubtestResult {
    let name = format!(
        "case {at} of behaviour {test}: the result is \"{}\"",
        at * 7919 % 1000
    );
    let failed = dice.roll(8) == 0;
    SubtestResult {
        status: match failed {
            true => SubtestStatus::Fail,
            false => SubtestStatus::Pass,
        },
        message: failed.then(|| {
            let (expected, got) = (at * 31 % 97, dice.roll(97));
            format!("assert_equals: {name} expected {expected} but got {got}")
        }),
        stack: failed.then(|| {
            let (line, column) = (10 + at * 4, 3 + dice.roll(9));
            let source = id.source();
            format!(
                "    at check ({source}:{line}:{column})\n    at Test.step (/resources/testharness.js:\
                 412:25)\n    at test ({source}:{line}:1)\n    at {source}:{line}:1"
            )
        }),
        requirements: Vec::new(),
        verdict: match failed && dice.roll(20) == 0 {
            true => unexpected("PASS"),
            false => Verdict::Expected,
        },
        name,
    }
}

fn unexpected(expected: &str) -> Verdict {
    Verdict::Unexpected {
        expected: expected.into(),
    }
}
