//! The tests of each runtime as trials of libtest-mimic.

use std::sync::Arc;

use libtest_mimic::{Failed, Trial};
use tokio::runtime::Runtime;
use winterproof_model::{Profile, TestId, Verdict};
use winterproof_runner::{
    Executor, Filters, Plan, Planned, UnknownHandlers, serving_tests, without_anywhere,
};
use winterproof_server::Serving;
use winterproof_suites::{Discovered, SuiteRoot};

use crate::Conformance;
use crate::describe::describe;
use crate::problem::Problem;
use crate::target::{Target, targets};

/// Everything that tests are made of.
pub(crate) struct Stage {
    pub(crate) root: SuiteRoot,
    pub(crate) found: Discovered,
    pub(crate) serving: Serving,
    pub(crate) targets: Vec<Arc<Target>>,
    pub(crate) patience: f64,
    /// The areas to run although nobody names them.
    on_request: Filters,
    /// Whether all tests of the root were looked for, and not just those that are run.
    whole: bool,
}

impl Stage {
    pub(crate) fn new(root: SuiteRoot, asked: &mut Conformance) -> Result<Self, Problem> {
        let prefixes = prefixes(&root, asked)?;
        let found = root.discover(&prefixes)?;
        let serving = serving_tests(&root, &found)?;
        let targets = targets(asked, &root, &serving)?;
        let on_request: Vec<String> = match asked.on_request {
            true => areas_on_request(&found),
            false => Vec::new(),
        };
        Ok(Self {
            root,
            found,
            serving,
            targets,
            patience: asked.patience,
            on_request: Filters::parse(&on_request)?,
            whole: prefixes.is_empty(),
        })
    }

    /// The trials, runtime by runtime: first whether each expectation is about some test, where all tests
    /// are known, then the tests.
    pub(crate) fn trials(self) -> Result<Vec<Trial>, Problem> {
        // Trials come back when the process has nothing else to do.
        let tokio: &Runtime = Box::leak(Box::new(threads()?));
        let stage = Arc::new(self);
        // Tests on request run into their deadlines on purpose.
        let executor = |patience| Executor::new(&stage.root, stage.serving.clone(), patience);
        let (patient, strict) = (executor(stage.patience), executor(1.0));
        let (patient, strict) = (Arc::new(patient), Arc::new(strict));
        let mut trials = Vec::new();
        for (target, tests) in stage.targets.iter().zip(stage.plans()?) {
            let disabled = |planned: &Planned| {
                let expectations = &target.expectations;
                planned.skip.is_none() && expectations.disabled_here(&planned.test.id).is_some()
            };
            let off: Vec<bool> = tests.iter().map(disabled).collect();
            let (name, count) = (&target.name, tests.len());
            match &target.left_out {
                Some(why) => eprintln!("SKIPPED: {name} {why}; its {count} tests are ignored"),
                None => match off.iter().filter(|off| **off).count() {
                    0 => {}
                    off => eprintln!(
                        "NOT RUN: {name}: {off} of {count} tests are disabled by expectations and ignored"
                    ),
                },
            }
            if stage.whole {
                let (asked, one) = (Arc::clone(&stage), Arc::clone(target));
                let name = format!("{}::expectations", target.name);
                trials.push(Trial::test(name, move || asked.all_used(&one)));
            }
            for (planned, off) in tests.into_iter().zip(off) {
                let executor = match stage.is_on_request(&planned.test.id) {
                    true => Arc::clone(&strict),
                    false => Arc::clone(&patient),
                };
                let ignored = target.left_out.is_some() || planned.skip.is_some() || off;
                let name = format!("{}::{}", target.name, planned.test.id);
                let target = Arc::clone(target);
                let trial = Trial::test(name, move || {
                    tokio.block_on(run(&planned, &target, &executor))
                });
                trials.push(trial.with_ignored_flag(ignored));
            }
        }
        Ok(trials)
    }

    /// What is to be run on each runtime.
    fn plans(&self) -> Result<Vec<Vec<Planned>>, Problem> {
        let mut unknown = UnknownHandlers::of(&self.root);
        let targets = self.targets.iter();
        let mut plans: Vec<Plan> = targets
            .map(|target| self.plan(&target.tests, target, &mut unknown))
            .collect();
        if let Some(filter) = without_anywhere(&plans).into_iter().next() {
            return Err(Problem::NoTest(filter));
        }
        if !self.on_request.is_empty() {
            for (plan, target) in plans.iter_mut().zip(&self.targets) {
                let asked = self.plan(&self.on_request, target, &mut unknown).tests;
                plan.tests.retain(|one| !self.is_on_request(&one.test.id));
                plan.tests.extend(asked);
            }
        }
        Ok(plans.into_iter().map(|plan| plan.tests).collect())
    }

    fn plan(&self, tests: &Filters, target: &Target, unknown: &mut UnknownHandlers<'_>) -> Plan {
        let manifest = target.adapter.manifest();
        Plan::new(&self.found, tests, manifest, Profile::Latest, unknown)
    }

    fn is_on_request(&self, id: &TestId) -> bool {
        let area = self.found.areas.get(id.area());
        area.is_some_and(|area| area.on_request)
    }

    /// An expectation which matches no test, of those that are run or not, is a mistake, and would never
    /// be noticed.
    fn all_used(&self, target: &Target) -> Result<(), Failed> {
        let mut unknown = UnknownHandlers::of(&self.root);
        let mut ids: Vec<TestId> = Vec::new();
        for filters in [Vec::new(), areas_on_request(&self.found)] {
            let plan = self.plan(&Filters::parse(&filters)?, target, &mut unknown);
            ids.extend(plan.tests.into_iter().map(|planned| planned.test.id));
        }
        match target.expectations.unused(&ids).as_slice() {
            [] => Ok(()),
            unused => Err(format!("expectations that match no test: {}", unused.join(", ")).into()),
        }
    }
}

/// What to look for in the root: all of winterproof's own, and of a folder, which may be big, no more
/// than is asked for.
fn prefixes(root: &SuiteRoot, asked: &Conformance) -> Result<Vec<String>, Problem> {
    let own = asked.runtimes.iter().any(|one| !one.tests.is_empty()) || !asked.choose.is_empty();
    if root.folder().is_none() || own {
        return Ok(Vec::new());
    }
    Ok(Filters::parse(&asked.tests)?.prefixes())
}

fn areas_on_request(found: &Discovered) -> Vec<String> {
    let areas = found.areas.values().filter(|area| area.on_request);
    areas.map(|area| area.name.clone()).collect()
}

pub(crate) fn threads() -> Result<Runtime, Problem> {
    Runtime::new().map_err(Problem::Threads)
}

async fn run(planned: &Planned, target: &Target, executor: &Executor) -> Result<(), Failed> {
    let session = target.session().await?;
    let result = executor
        .execute(planned, session.as_ref(), &target.expectations)
        .await?;
    if result.verdict == Verdict::Disabled {
        let why = result.message.as_deref().unwrap_or_default();
        eprintln!("NOT RUN: {}::{}: {why}", target.name, planned.test.id);
    }
    match result.is_expected() {
        true => Ok(()),
        false => Err(describe(&target.name, &planned.test.id, &result).into()),
    }
}
