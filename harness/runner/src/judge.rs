//! A result against what was foreseen.

use winterproof_model::{
    Expectation, ExpectedSubtest, Foreseen, HarnessStatus, Reason, SubtestStatus, TestResult,
    Verdict,
};

use crate::plan::Outside;

/// Gives the test and each of its subtests a verdict, and notes why what is not ideal was foreseen.
///
/// What can't be measured for a declared reason is as foreseen: SKIP, and PRECONDITION_FAILED of an
/// optional feature.
pub fn judge(result: &mut TestResult, expectation: &Expectation) {
    let expected = expectation
        .status
        .as_ref()
        .map_or(HarnessStatus::Ok, |(status, _)| *status);
    result.verdict = match result.status {
        seen if seen == expected => Verdict::Expected,
        HarnessStatus::Skip | HarnessStatus::PreconditionFailed => Verdict::Expected,
        HarnessStatus::Ok => Verdict::UnexpectedPass {
            expected: expected.to_string(),
        },
        _ => Verdict::Unexpected {
            expected: expected.to_string(),
        },
    };
    let mut reasons = Reasons::default();
    if let Some((_, reason)) = &expectation.status {
        reasons.of(reason).test = true;
    }
    let crashed = result.status == HarnessStatus::Crash && expected == HarnessStatus::Crash;
    for (at, subtest) in result.subtests.iter_mut().enumerate() {
        let entry = entry(expectation, &subtest.name);
        let verdict = verdict(subtest.status, entry);
        // How far a test comes before it crashes as foreseen may be otherwise each time.
        let by_chance = matches!(subtest.status, SubtestStatus::Notrun)
            || matches!(&verdict, Verdict::UnexpectedPass { expected }
                if expected == SubtestStatus::Notrun.as_str());
        subtest.verdict = match crashed && by_chance {
            true => Verdict::Expected,
            false => verdict,
        };
        if let Some(entry) = entry.filter(|entry| entry.status != SubtestStatus::Pass) {
            reasons.of(&entry.reason).subtests.push(at);
        }
    }
    result.foreseen = reasons.0;
    // A test that ended in another way may well have lost some, and no two times the same.
    if result.status == HarnessStatus::Ok {
        result.missing = missing(result, expectation);
    }
}

/// The reasons of a result, each once, in the order of what they are about.
#[derive(Default)]
struct Reasons(Vec<Foreseen>);

impl Reasons {
    fn of(&mut self, reason: &Reason) -> &mut Foreseen {
        let same = |one: &Foreseen| one.reason == reason.text && one.issue == reason.issue;
        let at = self.0.iter().position(same).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push(Foreseen {
                reason: reason.text.clone(),
                issue: reason.issue.clone(),
                test: false,
                subtests: Vec::new(),
            });
        }
        &mut self.0[at]
    }
}

/// Takes the subtests out of judgement that check what is no rule in the run's profile: one
/// requirement of that kind is enough.
pub fn leave_out(result: &mut TestResult, outside: &Outside) {
    if outside.is_empty() {
        return;
    }
    for subtest in &mut result.subtests {
        let mut named = subtest.requirements.iter();
        if let Some(holds) = named.find_map(|id| outside.get(id)) {
            subtest.verdict = Verdict::OutsideProfile(*holds);
        }
    }
}

/// The entry that counts for the subtest of that name.
fn entry<'a>(expectation: &'a Expectation, name: &str) -> Option<&'a ExpectedSubtest> {
    let entries = &expectation.subtests;
    let named = entries.iter().rfind(|it| it.name.as_deref() == Some(name));
    named.or_else(|| entries.iter().rfind(|it| it.name.is_none()))
}

fn verdict(seen: SubtestStatus, entry: Option<&ExpectedSubtest>) -> Verdict {
    let expected = entry.map_or(SubtestStatus::Pass, |entry| entry.status);
    let intermittent = entry.is_some_and(|entry| entry.intermittent);
    match seen {
        _ if intermittent && (seen == expected || seen == SubtestStatus::Pass) => {
            Verdict::KnownIntermittent
        }
        _ if seen == expected => Verdict::Expected,
        SubtestStatus::PreconditionFailed => Verdict::Expected,
        SubtestStatus::Pass => Verdict::UnexpectedPass {
            expected: expected.to_string(),
        },
        _ => Verdict::Unexpected {
            expected: expected.to_string(),
        },
    }
}

/// The names that an expectation lists and the test did not report.
fn missing(result: &TestResult, expectation: &Expectation) -> Vec<String> {
    let mut missing: Vec<String> = expectation
        .subtests
        .iter()
        .filter(|entry| !entry.loose)
        .filter_map(|entry| entry.name.clone())
        .filter(|name| !result.subtests.iter().any(|subtest| subtest.name == *name))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use winterproof_model::{Holds, Profile, SubtestResult};

    fn because() -> Reason {
        Reason {
            text: "because".into(),
            issue: None,
        }
    }

    fn expect(name: Option<&str>, status: SubtestStatus, intermittent: bool) -> ExpectedSubtest {
        ExpectedSubtest {
            name: name.map(str::to_owned),
            status,
            intermittent,
            loose: false,
            reason: because(),
        }
    }

    fn judged(seen: SubtestStatus, subtests: Vec<ExpectedSubtest>) -> Verdict {
        let mut result = TestResult::bare(HarnessStatus::Ok, "");
        result.subtests.push(SubtestResult {
            name: "s".into(),
            status: seen,
            message: None,
            stack: None,
            requirements: Vec::new(),
            verdict: Verdict::Expected,
        });
        judge(
            &mut result,
            &Expectation {
                subtests,
                ..Expectation::default()
            },
        );
        result.subtests[0].verdict.clone()
    }

    #[test]
    fn subtests_are_judged_by_the_last_entry_that_names_them() {
        use SubtestStatus::{Fail, Notrun, Pass, PreconditionFailed, Timeout};
        let unexpected = |expected: &str| Verdict::Unexpected {
            expected: expected.into(),
        };
        let better = |expected: &str| Verdict::UnexpectedPass {
            expected: expected.into(),
        };
        assert_eq!(judged(Pass, vec![]), Verdict::Expected);
        assert_eq!(judged(Fail, vec![]), unexpected("PASS"));
        assert_eq!(judged(PreconditionFailed, vec![]), Verdict::Expected);
        assert_eq!(
            judged(Fail, vec![expect(Some("s"), Fail, false)]),
            Verdict::Expected
        );
        assert_eq!(
            judged(Pass, vec![expect(Some("s"), Fail, false)]),
            better("FAIL")
        );
        assert_eq!(
            judged(Timeout, vec![expect(None, Fail, false)]),
            unexpected("FAIL")
        );
        let exempt = vec![expect(Some("s"), Pass, false), expect(None, Fail, false)];
        assert_eq!(judged(Pass, exempt), Verdict::Expected);
        let flaky = || vec![expect(Some("s"), Fail, true)];
        assert_eq!(judged(Pass, flaky()), Verdict::KnownIntermittent);
        assert_eq!(judged(Fail, flaky()), Verdict::KnownIntermittent);
        assert_eq!(judged(Notrun, flaky()), unexpected("FAIL"));
    }

    #[test]
    fn what_is_no_rule_in_the_profile_is_not_judged() {
        let since = Holds {
            since: Some(Profile::Latest),
            until: None,
        };
        let outside = Outside::from([("new".to_owned(), since)]);
        for (ids, seen, left_out) in [
            (vec!["new"], SubtestStatus::Fail, true),
            (vec!["old", "new"], SubtestStatus::Pass, true),
            (vec!["old"], SubtestStatus::Fail, false),
            (vec![], SubtestStatus::Fail, false),
        ] {
            let mut result = TestResult::bare(HarnessStatus::Ok, "");
            result.subtests.push(SubtestResult {
                name: "s".into(),
                status: seen,
                message: None,
                stack: None,
                requirements: ids.iter().map(|id| (*id).to_owned()).collect(),
                verdict: Verdict::Expected,
            });
            judge(&mut result, &Expectation::default());
            leave_out(&mut result, &outside);
            let verdict = &result.subtests[0].verdict;
            assert_eq!(
                *verdict == Verdict::OutsideProfile(since),
                left_out,
                "{ids:?}"
            );
            assert_eq!(result.is_expected(), left_out, "{ids:?}");
            assert_eq!(result.subtests[0].status, seen, "what was seen stays");
        }
    }

    #[test]
    fn a_listed_subtest_that_is_not_reported_is_missing() {
        let mut result = TestResult::bare(HarnessStatus::Ok, "");
        let subtests = vec![expect(Some("gone"), SubtestStatus::Fail, false)];
        judge(
            &mut result,
            &Expectation {
                subtests,
                ..Expectation::default()
            },
        );
        assert_eq!(result.missing, ["gone"]);
        assert!(!result.is_expected());
    }

    #[test]
    fn of_several_tests_one_need_not_report_what_is_listed() {
        let mut result = TestResult::bare(HarnessStatus::Ok, "");
        let loose = ExpectedSubtest {
            loose: true,
            ..expect(Some("elsewhere"), SubtestStatus::Fail, false)
        };
        let expectation = Expectation {
            subtests: vec![loose],
            ..Expectation::default()
        };
        judge(&mut result, &expectation);
        assert!(result.is_expected(), "{result:?}");
    }

    #[test]
    fn reasons_stand_with_what_they_are_about() {
        use SubtestStatus::{Fail, Pass};
        let mut result = TestResult::bare(HarnessStatus::Timeout, "");
        for (name, status) in [("a", Fail), ("b", Pass), ("c", Fail), ("d", Pass)] {
            result.subtests.push(SubtestResult {
                name: name.into(),
                status,
                message: None,
                stack: None,
                requirements: Vec::new(),
                verdict: Verdict::Expected,
            });
        }
        let other = Reason {
            text: "other".into(),
            issue: Some("https://example.com/1".into()),
        };
        let expectation = Expectation {
            disabled: None,
            status: Some((HarnessStatus::Timeout, because())),
            subtests: vec![
                expect(None, Fail, false),
                expect(Some("b"), Pass, false),
                ExpectedSubtest {
                    reason: other,
                    ..expect(Some("c"), Fail, false)
                },
            ],
        };
        judge(&mut result, &expectation);
        let told = |reason: Option<&Foreseen>| reason.map(Foreseen::text);
        assert_eq!(told(result.reason()).as_deref(), Some("because"));
        let because = || Some("because".to_owned());
        let other = Some("other (https://example.com/1)".to_owned());
        // The last one is better than foreseen: the reason tells of which entry that is.
        let reasons: Vec<_> = result.reasons().map(told).collect();
        assert_eq!(reasons, [because(), None, other, because()]);
    }

    #[test]
    fn a_crash_that_is_foreseen_takes_what_it_takes() {
        use SubtestStatus::{Fail, Notrun, Pass};
        let foreseen = || Expectation {
            disabled: None,
            status: Some((HarnessStatus::Crash, because())),
            subtests: vec![expect(Some("lost"), Notrun, false)],
        };
        for (status, name, seen, is_expected) in [
            (HarnessStatus::Crash, "lost", Notrun, true),
            (HarnessStatus::Crash, "lost", Pass, true),
            (HarnessStatus::Crash, "other", Notrun, true),
            (HarnessStatus::Crash, "other", Fail, false),
            (HarnessStatus::Timeout, "other", Notrun, false),
        ] {
            let mut result = TestResult::bare(status, "");
            result.subtests.push(SubtestResult {
                name: name.into(),
                status: seen,
                message: None,
                stack: None,
                requirements: Vec::new(),
                verdict: Verdict::Expected,
            });
            judge(&mut result, &foreseen());
            let verdict = &result.subtests[0].verdict;
            assert_eq!(*verdict == Verdict::Expected, is_expected, "{name} {seen}");
        }
    }

    #[test]
    fn a_status_is_judged() {
        let mut result = TestResult::bare(HarnessStatus::Crash, "");
        judge(&mut result, &Expectation::default());
        assert_eq!(
            result.verdict,
            Verdict::Unexpected {
                expected: "OK".into()
            }
        );
        let crash = Expectation {
            disabled: None,
            status: Some((HarnessStatus::Crash, because())),
            subtests: vec![],
        };
        judge(&mut result, &crash);
        assert_eq!(result.verdict, Verdict::Expected);
        result.status = HarnessStatus::Ok;
        judge(&mut result, &crash);
        assert_eq!(
            result.verdict,
            Verdict::UnexpectedPass {
                expected: "CRASH".into()
            }
        );
    }
}
