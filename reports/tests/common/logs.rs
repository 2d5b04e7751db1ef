//! The logs behind the committed fixtures: everything that a renderer may meet.

use winterproof_model::SubtestStatus::{Fail, Notrun, PreconditionFailed, Timeout};
use winterproof_model::{HarnessStatus, Scope, TestResult, Uncaught, Verdict};
use winterproof_reports::NamedLog;

use super::{End, LogBuilder, checks, ended, ok, pass, requirement, subtest, unexpected};

/// Names and messages that break careless writers.
const ODD: [&str; 6] = [
    "</script><script>alert(1)</script>",
    "]]> & <b>\"quotes\"</b> 'and' `ticks` | pipe \\ @name",
    "control \u{1}\u{8}\u{1b}[31mred\u{7f} and \u{fffe}\u{ffff}",
    "right to left \u{202e}sdrawkcab\u{202c} \u{5d0}\u{5d1}\u{5d2}",
    "lines\nand\ttabs\r\nand\u{2028}separators\u{2029}",
    "",
];

/// A complete run with something of everything.
pub fn alpha() -> LogBuilder {
    let mut flaky = ok(vec![
        subtest("settles", Timeout, "not in time", unexpected("PASS")),
        pass("starts"),
    ]);
    flaky.stderr_tail = "first attempt was slow\n".into();
    let mut crash_free = ok(vec![pass("one"), pass("two"), pass("three"), pass("four")]);
    crash_free.stdout_tail = "printed </script> by the test\n".into();
    let mut error = ended(
        HarnessStatus::Error,
        "ReferenceError: structuredClone is not defined",
        unexpected("OK"),
        vec![pass("before the error")],
    );
    error.stack = Some("at setup (clone.any.js:3:1)".into());
    error.uncaught.push(Uncaught {
        kind: "unhandledrejection".into(),
        message: "TypeError: nobody listens".into(),
        stack: Some("at async (clone.any.js:9:1)".into()),
    });
    error.missing.push("after the error".into());
    let odd = ODD
        .iter()
        .enumerate()
        .map(|(at, text)| match at % 2 {
            0 => subtest(text, Fail, text, unexpected("PASS")),
            _ => pass(text),
        })
        .collect();

    let map = vec![
        requirement("unused", None),
        requirement("parses-hosts", None),
        requirement("keeps-order", None),
    ];
    let mut log = LogBuilder::new("alpha", "Alpha", "1.4.0")
        .map("url", map)
        .test(
            "/url/constructor.any.js",
            ok(vec![
                checks(pass("parses a host"), &["parses-hosts"]),
                checks(pass("parses a host"), &["parses-hosts"]),
                subtest(
                    "percent-encodes",
                    Fail,
                    "assert_equals: path expected \"/%20\" but got \"/ \"",
                    Verdict::Expected,
                ),
                checks(
                    subtest(
                        "stable sort",
                        Fail,
                        "assert_array_equals: order differs",
                        Verdict::KnownIntermittent,
                    ),
                    &["keeps-order", "parses-hosts", "in-no-map"],
                ),
            ]),
        )
        .test("/url/odd.any.js?variant=1", ok(odd))
        .test("/streams/crash.any.js", crash_free)
        .slow()
        .test("/streams/flaky.any.js", flaky)
        .test(
            "/streams/flaky.any.js",
            ok(vec![pass("settles"), pass("starts")]),
        )
        .test("/html/clone.any.js", error)
        .test(
            "/fetch/deep/er/timeout.any.js",
            ended(
                HarnessStatus::Timeout,
                "the deadline of 10 s passed",
                Verdict::Expected,
                vec![
                    pass("quick"),
                    subtest("slow", Timeout, "did not end", Verdict::Expected),
                    subtest("later", Notrun, "did not start", Verdict::Expected),
                ],
            ),
        )
        .test(
            "/crypto/optional.any.js",
            ended(
                HarnessStatus::PreconditionFailed,
                "no Ed448",
                Verdict::Expected,
                vec![],
            ),
        )
        .test(
            "/crypto/digest.any.js",
            ok(vec![
                pass("SHA-256"),
                subtest(
                    "SHA3-256",
                    PreconditionFailed,
                    "no SHA-3",
                    Verdict::Expected,
                ),
                subtest(
                    "SHA-1 of a large input",
                    Fail,
                    "was expected to fail once",
                    Verdict::Expected,
                ),
            ]),
        )
        .test(
            "/crypto/tls.any.js",
            ended(
                HarnessStatus::Skip,
                "the runtime lacks the capability tls",
                Verdict::Expected,
                vec![],
            ),
        );
    let better = &mut log.records[8].result.subtests[0];
    better.verdict = Verdict::UnexpectedPass {
        expected: "FAIL".into(),
    };
    log.header.runtime.flags = vec!["--experimental".into(), "--label=<b>".into()];
    log.header.runtime.environment = [("FAKE_OPTIONS".into(), "--old \"a\"".into())].into();
    log.header.runtime.deviations = vec!["The host adds no `self`.".into()];
    log
}

/// An interrupted run with a crash that lost subtests.
pub fn beta() -> LogBuilder {
    let mut crash = ended(
        HarnessStatus::Crash,
        "the process ended with signal 11 (SIGSEGV)",
        unexpected("OK"),
        vec![pass("one"), pass("two")],
    );
    crash.stderr_tail = "Segmentation fault\n".into();
    let mut log = LogBuilder::new("beta", "Beta", "0.9.0-rc.1")
        .test(
            "/url/constructor.any.js",
            ok(vec![
                pass("parses a host"),
                subtest("parses a host", Fail, "other\nmessage", unexpected("PASS")),
                pass("percent-encodes"),
                pass("stable sort"),
            ]),
        )
        .test("/streams/crash.any.js", crash)
        .test(
            "/streams/flaky.any.js",
            ok(vec![pass("settles"), pass("starts")]),
        )
        .plan("/html/clone.any.js")
        .plan("/crypto/optional.any.js")
        .test(
            "/crypto/digest.any.js",
            ok(vec![
                pass("SHA-256"),
                pass("SHA3-256"),
                pass("SHA-1 of a large input"),
            ]),
        )
        .plan("/crypto/tls.any.js")
        .plan("/fetch/deep/er/timeout.any.js");
    log.header.suite.hash = "b".repeat(64);
    log.header.settings.filters = vec!["not odd".into()];
    log.end = End::Cut;
    log
}

/// An earlier version of alpha, to compare with.
pub fn alpha_before() -> LogBuilder {
    LogBuilder::new("alpha", "Alpha", "1.3.0")
        .test(
            "/url/constructor.any.js",
            ok(vec![
                pass("parses a host"),
                subtest("parses a host", Fail, "got \"A\"", Verdict::Expected),
                subtest(
                    "percent-encodes",
                    Fail,
                    "assert_equals: path expected \"/%20\" but got \"/+\"",
                    Verdict::Expected,
                ),
                pass("stable sort"),
                pass("renamed since"),
            ]),
        )
        .test("/streams/crash.any.js", ok(vec![pass("one"), pass("two")]))
        .test(
            "/html/clone.any.js",
            ok(vec![pass("before the error"), pass("after the error")]),
        )
        .test("/crypto/tls.any.js", ok(vec![pass("handshake")]))
        .test("/crypto/removed.any.js", ok(vec![pass("old")]))
        .test(
            "/fetch/deep/er/timeout.any.js",
            ok(vec![pass("quick"), pass("slow"), pass("later")]),
        )
}

/// A browser: the same files in two scopes.
pub fn gamma() -> LogBuilder {
    let mut log = LogBuilder::new("gamma", "Gamma", "140.0")
        .test(
            "/url/constructor.any.worker.html",
            ok(vec![pass("parses a host"), pass("parses a host")]),
        )
        .test(
            "/url/constructor.any.html",
            ok(vec![
                pass("parses a host"),
                pass("parses a host"),
                pass("percent-encodes"),
                pass("stable sort"),
            ]),
        )
        .test("/root.any.html", ok(vec![pass("at the root")]));
    log.header.runtime.scopes = vec![Scope::Window, Scope::DedicatedWorker];
    log
}

/// Everything passes, nothing is special.
pub fn green() -> LogBuilder {
    LogBuilder::new("delta", "Delta", "2.0.0").test("/url/a.any.js", ok(vec![pass("works")]))
}

/// A plan without tests.
pub fn nothing() -> LogBuilder {
    LogBuilder::new("delta", "Delta", "2.0.0")
}

/// Every test was skipped.
pub fn all_skipped() -> LogBuilder {
    LogBuilder::new("delta", "Delta", "2.0.0").test(
        "/url/a.any.js",
        ended(HarnessStatus::Skip, "no url", Verdict::Expected, vec![]),
    )
}

/// What the suite `surface` reports of URL where everything is as it should be.
pub fn url_shape() -> TestResult {
    ok([
        "URL is a writable, configurable property of the global object, not enumerable",
        "URL is a constructor",
        "URL.length is 1",
        "URL.prototype.href is an enumerable, configurable accessor",
        "the getter of URL.prototype.href has the name \"get href\" and length 0",
        "URL.prototype.toJSON is a writable, enumerable, configurable method",
        "URL.prototype.toJSON.length is 0",
        "URL.canParse is a writable, enumerable, configurable method",
        "URL.canParse.length is 1",
    ]
    .map(pass)
    .into())
}

/// A complete run of shapes, everything as expected.
pub fn shapes() -> LogBuilder {
    LogBuilder::new("node", "Node.js", "24.0.0")
        .test("/surface/url/URL.any.js", url_shape())
        .test(
            "/surface/globals/functions.any.js",
            ok(vec![
                pass("fetch is a writable, enumerable, configurable function"),
                pass("fetch.length is 1"),
            ]),
        )
        .test("/url/a.any.js", ok(vec![pass("works")]))
}

/// A member that came, one with a wrong length, and one that was not measured at last; beside a runtime
/// of which nothing is known.
pub fn shapes_through_time() -> Vec<NamedLog> {
    let version = |version: &str, result: TestResult| {
        let log = LogBuilder::new("node", "Node.js", version);
        log.test("/surface/url/URL.any.js", result)
            .named(&format!("node-{version}.jsonl"))
    };
    let mut old = url_shape();
    for absent in &mut old.subtests[7..] {
        absent.status = Fail;
        absent.verdict = Verdict::Expected;
    }
    let mut new = url_shape();
    new.subtests[6].status = Fail;
    let mut crashed = ended(
        HarnessStatus::Crash,
        "the process ended with signal 6 (SIGABRT)",
        Verdict::Expected,
        url_shape().subtests[..5].to_vec(),
    );
    crashed.subtests[3].status = Fail;
    crashed.subtests[4].status = Fail;
    let mut workerd = LogBuilder::new("workerd", "workerd", "2026-11-17")
        .test("/surface/url/URL.any.js", crashed);
    workerd.header.runtime.options = [("date".to_owned(), "2024-01-01".to_owned())].into();
    vec![
        version("22.0.0", new),
        version("9.0.0", old),
        workerd.named("workerd.jsonl"),
        LogBuilder::new("deno", "Deno", "2.9.0")
            .plan("/surface/url/URL.any.js")
            .named("deno.jsonl"),
    ]
}
