//! Which entries are of use in a run of all tests: one that matches no test, or that names a subtest which
//! no test reports, is out of date or was never right, and nobody would notice.
//!
//! Entries whose conditions don't hold are not asked. Whether a test that is named by its whole id
//! reports a subtest is said by its verdict; here, entries about several tests are looked at.

use std::collections::HashSet;

use winterproof_model::log::TestRecord;
use winterproof_model::{HarnessStatus, Stale, TestId};

use super::entry::matches;
use super::{Expectations, Situation};

/// Hears of every result and tells at the end which entries were of no use.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    entries: Vec<Watched>,
}

#[derive(Clone, Debug)]
struct Watched {
    place: String,
    pattern: String,
    /// Whether there is a test for it.
    has_test: bool,
    /// The names that no test has reported.
    unseen: Vec<String>,
    /// The tests whose last attempt did not come to its end: they may have more subtests.
    cut: HashSet<TestId>,
}

impl Expectations {
    /// Watches the entries that hold in that situation, in a run of `tests`; `elsewhere` are the tests of
    /// other runtimes, which entries for several runtimes may be about.
    pub fn watch(
        &self,
        situation: &Situation<'_>,
        tests: &[&TestId],
        elsewhere: &[&TestId],
    ) -> Watch {
        let applying = self.entries.iter();
        let entries = applying
            .filter(|entry| entry.raw.applies(situation))
            .map(|entry| {
                let here = entry.is_about_any(tests.iter().copied());
                let there = entry.shared && entry.is_about_any(elsewhere.iter().copied());
                let names = entry.raw.names().filter(|_| entry.is_pattern() && here);
                Watched {
                    place: entry.place.clone(),
                    pattern: entry.raw.test.clone(),
                    has_test: here || there,
                    unseen: names.cloned().collect(),
                    cut: HashSet::new(),
                }
            });
        Watch {
            entries: entries.collect(),
        }
    }
}

impl Watch {
    /// The same for who does not hear of every test: only whether there is a test for each entry.
    #[must_use]
    pub fn without_subtests(mut self) -> Self {
        for entry in &mut self.entries {
            entry.unseen.clear();
        }
        self
    }

    /// Hears of one more attempt.
    pub fn hear(&mut self, record: &TestRecord) {
        let result = &record.result;
        for entry in &mut self.entries {
            if entry.unseen.is_empty() || !matches(&entry.pattern, record.id.as_str()) {
                continue;
            }
            entry
                .unseen
                .retain(|name| !result.subtests.iter().any(|seen| seen.name == *name));
            match result.status {
                HarnessStatus::Ok => entry.cut.remove(&record.id),
                _ => entry.cut.insert(record.id.clone()),
            };
        }
    }

    /// The entries that were of no use, once all tests have a result.
    pub fn stale(self) -> Vec<Stale> {
        let mut all = Vec::new();
        for entry in self.entries {
            let Watched { place, pattern, .. } = entry;
            if !entry.has_test {
                let problem = format!("{pattern} matches no test");
                all.push(Stale { place, problem });
                continue;
            }
            if !entry.cut.is_empty() {
                continue;
            }
            all.extend(entry.unseen.into_iter().map(|name| Stale {
                place: place.clone(),
                problem: format!("no test that {pattern} matches reported the subtest {name:?}"),
            }));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use winterproof_model::{SubtestResult, SubtestStatus, TestResult, Verdict};

    use super::*;

    const ENTRIES: &str = "\
[[expect]]
test = \"/gone.any.js\"
reason = \"r\"
all = \"FAIL\"

[[expect]]
test = \"/gone.any.js\"
os = \"macos\"
reason = \"r\"
all = \"FAIL\"

[[expect]]
test = \"/a/*\"
reason = \"r\"
fail = [\"here\", \"nowhere\"]

[[expect]]
test = \"/b/*\"
reason = \"r\"
fail = [\"lost\"]

[[expect]]
test = \"/a/x.any.js\"
reason = \"r\"
fail = [\"the verdict says it\"]
";

    fn record(id: &str, status: HarnessStatus, subtest: &str) -> TestRecord {
        let mut result = TestResult::bare(status, "");
        result.subtests.push(SubtestResult {
            name: subtest.into(),
            status: SubtestStatus::Fail,
            message: None,
            stack: None,
            requirements: Vec::new(),
            verdict: Verdict::Expected,
        });
        TestRecord {
            id: id.parse().unwrap(),
            attempt: 1,
            title: None,
            specs: Vec::new(),
            slow: false,
            result,
        }
    }

    #[test]
    fn what_is_of_no_use_is_told() {
        let mut expectations = Expectations::default();
        expectations.add("x.toml", ENTRIES).unwrap();
        let shared =
            "[[expect]]\ntest = \"/page.any.worker.html\"\nreason = \"r\"\nall = \"FAIL\"\n";
        expectations.add_shared("shared.toml", shared).unwrap();
        let situation = Situation {
            version: "1.0.0",
            os: "linux",
            arch: "x86_64",
            flags: &[],
        };
        let records = [
            record("/a/x.any.js", HarnessStatus::Ok, "other"),
            record("/a/y.any.js", HarnessStatus::Ok, "here"),
            record("/b/z.any.js", HarnessStatus::Crash, "other"),
        ];
        let ids: Vec<&TestId> = records.iter().map(|record| &record.id).collect();
        let elsewhere: TestId = "/page.any.worker.html".parse().unwrap();
        let stale = |elsewhere: &[&TestId]| {
            let mut watch = expectations.watch(&situation, &ids, elsewhere);
            records.iter().for_each(|record| watch.hear(record));
            let stale = watch.stale().into_iter();
            stale.map(|one| one.to_string()).collect::<Vec<_>>()
        };
        let gone = "x.toml:1: /gone.any.js matches no test";
        let nowhere = "x.toml:12: no test that /a/* matches reported the subtest \"nowhere\"";
        assert_eq!(stale(&[&elsewhere]), [gone, nowhere]);
        let shared = "shared.toml:1: /page.any.worker.html matches no test";
        assert_eq!(stale(&[]), [gone, nowhere, shared]);
        let shard = expectations.watch(&situation, &ids, &[&elsewhere]);
        let stale = shard.without_subtests().stale();
        assert_eq!(
            stale.iter().map(Stale::to_string).collect::<Vec<_>>(),
            [gone]
        );
    }
}
