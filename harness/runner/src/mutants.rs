//! Do the tests of an area notice a fault? Each mutant is put into the runtime by itself, and the
//! tests run until one tells it from the runtime as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use winterproof_adapters::Session;
use winterproof_model::wire::Script;
use winterproof_model::{HarnessStatus, SubtestStatus, TestId, TestResult};
use winterproof_suites::{MUTATE, Mutant, SuiteRoot, Test};

use crate::execute::{ExecuteError, Executor};
use crate::plan::Planned;
use crate::run::RunError;

/// How long a test may take under a fault, in milliseconds: that, and some times of what it takes
/// without. A fault that makes it wait forever need not be waited for as long as a slow runtime is.
const AT_LEAST: u64 = 2_000;
const TIMES: u64 = 5;

/// What came of a mutant.
#[derive(Clone, Debug)]
pub struct Mutation {
    /// The fault.
    pub mutant: Mutant,
    /// Whether a test noticed it.
    pub fate: Fate,
}

/// Whether a test noticed a fault.
#[derive(Clone, Debug)]
pub enum Fate {
    /// This one did, twice.
    Noticed(Notice),
    /// None did.
    Survived,
    /// The fault couldn't be put in: what it changes is not there, or the harness itself doesn't bear
    /// it. It says nothing about the tests.
    NotPutIn {
        /// What an empty test ended with.
        problem: String,
    },
}

/// How a fault was noticed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Notice {
    /// The test.
    pub test: TestId,
    /// The subtest that passes without the fault and not with it; `None` when only the test as a whole
    /// ended otherwise.
    pub subtest: Option<String>,
    /// Whether that subtest names a requirement which the fault breaks.
    pub named: bool,
    /// What it said.
    pub message: Option<String>,
}

/// A test that can notice something: what it does on the runtime as it is.
struct Baseline {
    test: Test,
    /// The subtests that pass, with the requirements they name.
    passes: BTreeMap<String, Vec<String>>,
    timeout_ms: u64,
}

impl Baseline {
    fn names_one_of(&self, ids: &[String]) -> bool {
        self.passes
            .values()
            .flatten()
            .any(|named| ids.contains(named))
    }

    /// How `result` differs from what this test does without a fault.
    fn notice(&self, result: &TestResult, broken: &[String]) -> Option<Notice> {
        // A subtest that is not reported because the whole test broke off noticed nothing itself.
        let failed = self.passes.iter().filter_map(|(name, requirements)| {
            let found = result.subtests.iter().find(|one| one.name == *name)?;
            (found.status != SubtestStatus::Pass).then(|| Notice {
                test: self.test.id.clone(),
                subtest: Some(name.clone()),
                named: requirements.iter().any(|id| broken.contains(id)),
                message: found.message.clone(),
            })
        });
        let whole = || Notice {
            test: self.test.id.clone(),
            subtest: None,
            named: false,
            message: result.message.clone(),
        };
        // Of several, the first that names what is broken says most.
        let best = failed.min_by_key(|one| !one.named);
        best.or_else(|| (!self.is_whole(result)).then(whole))
    }

    /// Whether the test ended, and told of every subtest.
    fn is_whole(&self, result: &TestResult) -> bool {
        let told = |name: &String| result.subtests.iter().any(|one| one.name == *name);
        result.status == HarnessStatus::Ok && self.passes.keys().all(told)
    }
}

/// What mutants are tried with.
pub struct Mutator {
    /// Runs tests of the root.
    pub executor: Executor,
    /// The runtime.
    pub session: Arc<dyn Session>,
    /// How many tests run at once.
    pub jobs: usize,
}

impl Mutator {
    /// Puts each of `mutants` in and runs `tests` (those that their areas have) until one notices;
    /// `told` hears of each mutant as it ends. The answer is in the order of `mutants`.
    pub async fn try_all(
        self,
        root: &SuiteRoot,
        tests: Vec<Planned>,
        mutants: Vec<Mutant>,
        mut told: impl FnMut(&Mutation),
    ) -> Result<Vec<Mutation>, RunError> {
        let helper = root.read_text(MUTATE).ok();
        let helper = helper.map(|text| Script::new(MUTATE, text));
        let slots = Arc::new(Semaphore::new(self.jobs));
        let me = Arc::new(self);
        let baselines = Arc::new(me.baselines(tests, &slots).await?);
        let mut running = JoinSet::new();
        for (at, mutant) in mutants.into_iter().enumerate() {
            let (me, baselines) = (Arc::clone(&me), Arc::clone(&baselines));
            let (helper, slots) = (helper.clone(), Arc::clone(&slots));
            running.spawn(async move {
                let _slot = slots.acquire().await;
                let fate = me.fate(&mutant, helper, &baselines).await?;
                Ok::<_, ExecuteError>((at, Mutation { mutant, fate }))
            });
        }
        let mut mutations = Vec::new();
        while let Some(ended) = running.join_next().await {
            let (at, mutation) = ended??;
            told(&mutation);
            mutations.push((at, mutation));
        }
        mutations.sort_by_key(|(at, _)| *at);
        Ok(mutations.into_iter().map(|(_, one)| one).collect())
    }

    /// What the tests do without a fault. A test that can't be run or that doesn't end as it should is
    /// left out: it can notice nothing.
    async fn baselines(
        self: &Arc<Self>,
        tests: Vec<Planned>,
        slots: &Arc<Semaphore>,
    ) -> Result<Vec<Baseline>, RunError> {
        let mut running = JoinSet::new();
        for planned in tests.into_iter().filter(|one| one.skip.is_none()) {
            let (me, slots) = (Arc::clone(self), Arc::clone(slots));
            running.spawn(async move {
                let _slot = slots.acquire().await;
                let test = planned.test;
                let limit = me.executor.limit(&test);
                let result = me.executor.measure(&test, me.session.as_ref(), &[], limit);
                let result = result.await?;
                Ok::<_, ExecuteError>((test, result))
            });
        }
        let mut baselines = Vec::new();
        while let Some(ended) = running.join_next().await {
            let (test, result) = ended??;
            if result.status != HarnessStatus::Ok {
                continue;
            }
            let timeout_ms = AT_LEAST + TIMES * result.duration_ms;
            let passed = result.subtests.into_iter();
            let passes: BTreeMap<_, _> = passed
                .filter(|one| one.status == SubtestStatus::Pass)
                .map(|one| (one.name, one.requirements))
                .collect();
            baselines.push(Baseline {
                test,
                passes,
                timeout_ms,
            });
        }
        baselines.sort_by(|a, b| a.test.id.cmp(&b.test.id));
        Ok(baselines)
    }

    async fn fate(
        &self,
        mutant: &Mutant,
        helper: Option<Script>,
        baselines: &[Baseline],
    ) -> Result<Fate, ExecuteError> {
        let mut before: Vec<Script> = helper.into_iter().collect();
        // A function of its own: mutants are scripts in one global with the test's.
        let source = format!("(() => {{ {}\n}})();\n", mutant.script);
        before.push(Script::new(mutant.path(), source));
        let session = self.session.as_ref();
        let empty = self.executor.empty_test(session, &before).await?;
        if let Some(problem) = trouble(&empty) {
            return Ok(Fate::NotPutIn { problem });
        }
        let (first, rest): (Vec<_>, Vec<_>) = baselines
            .iter()
            .filter(|one| one.test.id.area() == mutant.area)
            .partition(|one| one.names_one_of(&mutant.requirements));
        for one in first.into_iter().chain(rest) {
            let run = || {
                self.executor
                    .measure(&one.test, session, &before, one.timeout_ms)
            };
            let broken = &mutant.requirements;
            if one.notice(&run().await?, broken).is_none() {
                continue;
            }
            // Once may be chance.
            if let Some(notice) = one.notice(&run().await?, broken) {
                return Ok(Fate::Noticed(notice));
            }
        }
        Ok(Fate::Survived)
    }
}

/// Why the harness is not itself any more, if it is not.
fn trouble(empty: &TestResult) -> Option<String> {
    let passed = matches!(empty.subtests.as_slice(), [one] if one.status == SubtestStatus::Pass);
    if empty.status == HarnessStatus::Ok && passed {
        return None;
    }
    let message = empty.subtests.iter().find_map(|one| one.message.clone());
    let message = empty.message.clone().or(message).unwrap_or_default();
    Some(format!("{} {message}", empty.status).trim_end().to_owned())
}
