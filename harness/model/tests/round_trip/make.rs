//! Arbitrary values of everything that is written down.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use winterproof_model::log::{Header, HostInfo, LOG_VERSION, Settings, SuiteInfo, TestRecord};
use winterproof_model::partition::MOST_SHARDS;
use winterproof_model::wire::{Ask, Hello, Message, Request, Run, Script, Text, WIRE_VERSION};
use winterproof_model::{
    Capability, Expectation, ExpectedSubtest, Foreseen, HarnessStatus, Holds, Keyword, Partition,
    Profile, Reason, Requirement, RuntimeInfo, Scope, SubtestResult, SubtestStatus, TestId,
    TestResult, Uncaught, Verdict,
};

/// Any Unicode text, with what is special to JSON and to lines more often than chance has it.
pub fn text() -> impl Strategy<Value = String> {
    let special = select(vec![
        '"',
        '\\',
        '\n',
        '\r',
        '\t',
        '\0',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{2028}',
        '\u{feff}',
        '\u{fffd}',
        '\u{10ffff}',
        '{',
        '}',
        ':',
        '/',
        '?',
        '#',
        'é',
        '𝒳',
    ]);
    let character = prop_oneof![any::<char>(), special];
    vec(character, 0..24).prop_map(|characters| characters.into_iter().collect())
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    option::of(text())
}

/// Text that may stand in a path.
fn segment() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let inside = |c: &char| !c.is_control() && !"/?#".contains(*c);
        format!("p{}", text.chars().filter(inside).collect::<String>())
    })
}

pub fn scope() -> impl Strategy<Value = Scope> {
    select(Scope::ALL.to_vec())
}

pub fn harness_status() -> impl Strategy<Value = HarnessStatus> {
    select(HarnessStatus::ALL.to_vec())
}

pub fn status() -> impl Strategy<Value = SubtestStatus> {
    select(SubtestStatus::ALL.to_vec())
}

pub fn id() -> impl Strategy<Value = TestId> {
    let kind = prop_oneof![
        scope().prop_map(|scope| (".any.js", scope)),
        Just((".worker.js", Scope::DedicatedWorker)),
        Just((".window.js", Scope::Window)),
    ];
    let variant = option::of((select(vec!['?', '#']), text()));
    (vec(segment(), 1..4), kind, variant).prop_map(|(path, (suffix, scope), variant)| {
        let source = format!("/{}{suffix}", path.join("/"));
        let variant = variant.map_or_else(String::new, |(mark, text)| {
            let plain: String = text.chars().filter(|c| !c.is_control()).collect();
            format!("{mark}{plain}")
        });
        TestId::new(&source, scope, &variant).expect("it is made as ids are")
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    select(Profile::ALL.to_vec())
}

fn holds() -> impl Strategy<Value = Holds> {
    (option::of(profile()), option::of(profile())).prop_map(|(since, until)| Holds { since, until })
}

pub fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        Just(Verdict::Expected),
        Just(Verdict::KnownIntermittent),
        Just(Verdict::Disabled),
        text().prop_map(|expected| Verdict::Unexpected { expected }),
        text().prop_map(|expected| Verdict::UnexpectedPass { expected }),
        holds().prop_map(Verdict::OutsideProfile),
    ]
}

pub fn subtest() -> impl Strategy<Value = SubtestResult> {
    (text(), status(), maybe(), maybe(), texts(), verdict()).prop_map(
        |(name, status, message, stack, requirements, verdict)| SubtestResult {
            name,
            status,
            message,
            stack,
            requirements,
            verdict,
        },
    )
}

pub fn subtests(most: usize) -> impl Strategy<Value = Vec<SubtestResult>> {
    vec(subtest(), 0..most)
}

pub fn uncaught() -> impl Strategy<Value = Uncaught> {
    (text(), text(), maybe()).prop_map(|(kind, message, stack)| Uncaught {
        kind,
        message,
        stack,
    })
}

pub fn result() -> impl Strategy<Value = TestResult> {
    let end = (harness_status(), maybe(), maybe(), verdict(), any::<u64>());
    let rest = (subtests(4), vec(uncaught(), 0..3), texts(), text(), text());
    (end, rest, vec(foreseen(), 0..3)).prop_map(
        |(
            (status, message, stack, verdict, duration_ms),
            (subtests, uncaught, missing, stdout_tail, stderr_tail),
            mut foreseen,
        )| {
            let there = |at: &usize| *at < subtests.len();
            for one in &mut foreseen {
                one.subtests.retain(there);
            }
            TestResult {
                status,
                message,
                stack,
                verdict,
                duration_ms,
                subtests,
                uncaught,
                missing,
                foreseen,
                stdout_tail,
                stderr_tail,
            }
        },
    )
}

fn foreseen() -> impl Strategy<Value = Foreseen> {
    (text(), maybe(), any::<bool>(), vec(0..4_usize, 0..4)).prop_map(
        |(reason, issue, test, subtests)| Foreseen {
            reason,
            issue,
            test,
            subtests,
        },
    )
}

fn reason() -> impl Strategy<Value = Reason> {
    (text(), maybe()).prop_map(|(text, issue)| Reason { text, issue })
}

pub fn expectation() -> impl Strategy<Value = Expectation> {
    let both = (any::<bool>(), any::<bool>());
    let subtest = (maybe(), status(), both, reason()).prop_map(
        |(name, status, (intermittent, loose), reason)| ExpectedSubtest {
            name,
            status,
            intermittent,
            loose,
            reason,
        },
    );
    let status = option::of((harness_status(), reason()));
    (option::of(reason()), status, vec(subtest, 0..4)).prop_map(|(disabled, status, subtests)| {
        Expectation {
            disabled,
            status,
            subtests,
        }
    })
}

pub fn runtime() -> impl Strategy<Value = RuntimeInfo> {
    let names = (text(), any::<u32>(), text(), maybe(), text(), maybe());
    let rest = (
        maybe(),
        maybe(),
        btree_map(text(), text(), 0..3),
        texts(),
        btree_map(text(), text(), 0..3),
        vec(scope(), 0..3),
        vec(text().prop_map(|text| Capability(text.into())), 0..3),
        texts(),
    );
    (names, rest).prop_map(
        |(
            (id, adapter_version, title, runtime_key, version, engine),
            (binary, binary_sha256, options, flags, environment, scopes, capabilities, deviations),
        )| RuntimeInfo {
            id,
            adapter_version,
            title,
            runtime_key,
            version,
            engine,
            binary,
            binary_sha256,
            options,
            flags,
            environment,
            scopes,
            capabilities,
            deviations,
        },
    )
}

pub fn settings() -> impl Strategy<Value = Settings> {
    // What people write. The reader is exact up to 15 digits; more are of no use in a deadline.
    let multiplier = (10..=1_000_000_u32).prop_map(|thousandths| f64::from(thousandths) / 1000.0);
    let partition = (1..=MOST_SHARDS)
        .prop_flat_map(|of| (1..=of).prop_map(move |shard| Partition::new(shard, of).ok()));
    let partition = option::of(partition).prop_map(Option::flatten);
    (
        texts(),
        any::<usize>(),
        multiplier,
        any::<(u32, bool)>(),
        partition,
    )
        .prop_map(
            |(filters, jobs, timeout_multiplier, (retries, wptserve), partition)| Settings {
                filters,
                jobs,
                timeout_multiplier,
                retries,
                partition,
                wptserve,
            },
        )
}

/// A header for that plan.
pub fn header(planned: Vec<TestId>) -> impl Strategy<Value = Header> {
    let suite = (text(), maybe(), text()).prop_map(|(name, revision, hash)| SuiteInfo {
        name,
        revision,
        hash,
    });
    let host = (text(), text()).prop_map(|(os, arch)| HostInfo { os, arch });
    let texts = (text(), text());
    let maps = btree_map(text(), vec(requirement(), 0..3), 0..3);
    let rest = (
        settings(),
        profile(),
        maps,
        maybe(),
        maybe(),
        option::of(any::<u64>()),
    );
    (texts, suite, runtime(), host, rest).prop_map(
        move |((harness_version, started), suite, runtime, host, rest)| {
            let (settings, profile, requirements, adapter_sha256, expectations_sha256, whole) =
                rest;
            Header {
                winterproof_log: LOG_VERSION,
                harness_version,
                started,
                suite,
                runtime,
                host,
                settings,
                profile,
                adapter_sha256,
                expectations_sha256,
                whole,
                planned: planned.clone(),
                requirements,
            }
        },
    )
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let keyword = prop_oneof![
        Just(Keyword::Must),
        Just(Keyword::Should),
        Just(Keyword::May)
    ];
    (text(), text(), keyword, text(), holds(), maybe()).prop_map(
        |(id, url, keyword, text, holds, unobservable)| Requirement {
            id,
            url,
            keyword,
            text,
            holds,
            unobservable,
        },
    )
}

/// What was seen of that attempt.
pub fn record(id: TestId, attempt: u32) -> impl Strategy<Value = TestRecord> {
    (maybe(), texts(), any::<bool>(), result()).prop_map(move |(title, specs, slow, result)| {
        TestRecord {
            id: id.clone(),
            attempt,
            title,
            specs,
            slow,
            result,
        }
    })
}

fn script() -> impl Strategy<Value = Script> {
    let content = prop_oneof![text().prop_map(Text::Source), text().prop_map(Text::File)];
    (text(), content).prop_map(|(url, text)| Script { url, text })
}

pub fn request() -> impl Strategy<Value = Request> {
    let run = (
        id(),
        scope(),
        maybe(),
        vec(script(), 0..4),
        any::<u64>(),
        maybe(),
        texts(),
    )
        .prop_map(
            |(test, scope, title, scripts, timeout_ms, base_url, aliases)| Run {
                test,
                scope,
                title,
                scripts,
                timeout_ms,
                base_url,
                aliases,
            },
        );
    let ask = prop_oneof![
        Just(Ask::Hello),
        run.prop_map(|run| Ask::Run(Box::new(run)))
    ];
    (key(), ask).prop_map(|(key, ask)| Request {
        wire: WIRE_VERSION,
        key,
        ask,
    })
}

/// What a line begins with.
pub fn key() -> impl Strategy<Value = String> {
    any::<u128>().prop_map(|number| format!("{number:032x}"))
}

pub fn message() -> impl Strategy<Value = Message> {
    prop_oneof![
        (text(), maybe()).prop_map(|(version, engine)| Message::Hello(Hello {
            wire: WIRE_VERSION,
            version,
            engine,
        })),
        text().prop_map(|name| Message::Created { name }),
        text().prop_map(|name| Message::Started { name }),
        (text(), status(), maybe(), maybe(), texts()).prop_map(
            |(name, status, message, stack, requirements)| {
                Message::Subtest {
                    name,
                    status,
                    message,
                    stack,
                    requirements,
                }
            }
        ),
        (text(), text(), maybe(), any::<bool>()).prop_map(|(kind, message, stack, allowed)| {
            Message::Uncaught {
                kind,
                message,
                stack,
                allowed,
            }
        }),
        (harness_status(), maybe(), maybe()).prop_map(|(status, message, stack)| Message::Done {
            status,
            message,
            stack,
        }),
        text().prop_map(|message| Message::Fault { message }),
    ]
}
