//! What a run is going to do with each test on one runtime.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use winterproof_adapters::Manifest;
use winterproof_model::{
    Capability, HarnessStatus, Holds, Profile, Requirement, RuntimeInfo, Scope, TestId, Verdict,
};
use winterproof_server::answers_for;
use winterproof_suites::{Discovered, SuiteRoot, Test};

use crate::filter::Filters;

/// The tests of a run in their order.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The tests.
    pub tests: Vec<Planned>,
    /// What they are judged by.
    pub profile: Profile,
    /// Filters that match no test.
    pub without: Vec<String>,
    /// Tests of areas on request that nobody asks for.
    pub on_request: Vec<TestId>,
    /// The requirement maps of their areas, by area.
    pub requirements: BTreeMap<String, Arc<[Requirement]>>,
}

/// A test, and whether there is a reason not to run it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The test.
    pub test: Test,
    /// Why it is not run.
    pub skip: Option<Skip>,
    /// The requirements of its area that are no rules in the run's profile.
    pub outside: Arc<Outside>,
}

/// Requirements that are no rules in a profile, by id, and the profiles that they are rules in.
pub type Outside = BTreeMap<String, Holds>;

/// Why a test is not run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Skip {
    /// What it ends with: [`HarnessStatus::Skip`] when the runtime lacks what the test needs, or when
    /// the test is outside the profile, [`HarnessStatus::PreconditionFailed`] when we or this machine
    /// lack something.
    pub status: HarnessStatus,
    /// What is lacking.
    pub reason: String,
    /// How that is judged.
    pub verdict: Verdict,
}

/// What a runtime offers to tests.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The adapter's id.
    pub id: &'a str,
    /// The scopes, best first.
    pub scopes: &'a [Scope],
    /// What a test may require.
    pub capabilities: &'a [Capability],
}

impl<'a> From<&'a RuntimeInfo> for Offer<'a> {
    fn from(info: &'a RuntimeInfo) -> Self {
        Self {
            id: &info.id,
            scopes: &info.scopes,
            capabilities: &info.capabilities,
        }
    }
}

impl<'a> From<&'a Manifest> for Offer<'a> {
    fn from(manifest: &'a Manifest) -> Self {
        Self {
            id: &manifest.id,
            scopes: &manifest.scopes,
            capabilities: &manifest.capabilities,
        }
    }
}

/// The filters that match nothing on any runtime, which is a mistake; on one of them it is not.
pub fn without_anywhere<'a>(plans: impl IntoIterator<Item = &'a Plan>) -> Vec<String> {
    let mut plans = plans.into_iter();
    let mut all = plans.next().map_or(Vec::new(), |plan| plan.without.clone());
    plans.for_each(|plan| all.retain(|filter| plan.without.contains(filter)));
    all
}

impl Plan {
    /// Plans the discovered tests that the filters want.
    ///
    /// Areas on request (`suite.toml`) are planned only when a filter names them. `unknown` remembers
    /// what it has seen of test files, for the plans of other runtimes.
    pub fn new<'a>(
        found: &Discovered,
        filters: &Filters,
        offer: impl Into<Offer<'a>>,
        profile: Profile,
        unknown: &mut UnknownHandlers<'_>,
    ) -> Self {
        let runtime = offer.into();
        let mut tests = Vec::new();
        let mut left = Vec::new();
        for file in &found.files {
            let area = file.path[1..].split('/').next().unwrap_or_default();
            let on_request = found.areas.get(area).is_some_and(|area| area.on_request);
            // A path with a control character makes no id; such a file can't be a test.
            let of_file = file.expand(runtime.scopes).unwrap_or_default();
            match on_request && !filters.name_area(area) {
                true => left.extend(of_file.into_iter().map(|test| test.id)),
                false => tests.extend(of_file),
            }
        }
        let ids: Vec<_> = tests.iter().map(|test| test.id.clone()).collect();
        let (wanted, without) = filters.choose(&ids);
        let outside = outside(found, profile);
        let mut tests: Vec<Planned> = tests
            .into_iter()
            .zip(wanted)
            .filter(|(_, wanted)| *wanted)
            .map(|(test, _)| Planned {
                skip: reason_to_skip(&test, runtime)
                    .or_else(|| outside_profile(&test, profile))
                    .or_else(|| lack(&test, unknown)),
                outside: outside.get(test.id.area()).cloned().unwrap_or_default(),
                test,
            })
            .collect();
        tests.sort_by(|a, b| a.test.id.cmp(&b.test.id));
        tests.dedup_by(|a, b| a.test.id == b.test.id);
        let mut requirements = found.requirements.clone();
        requirements.retain(|area, _| tests.iter().any(|one| one.test.id.area() == area));
        Self {
            tests,
            profile,
            without,
            on_request: left,
            requirements,
        }
    }
}

/// The requirements of each area that are no rules in `profile`.
fn outside(found: &Discovered, profile: Profile) -> HashMap<&str, Arc<Outside>> {
    let maps = found.requirements.iter();
    maps.map(|(area, map)| {
        let outside = map.iter().filter(|one| !one.holds.within(profile));
        let outside = outside.map(|one| (one.id.clone(), one.holds)).collect();
        (area.as_str(), Arc::new(outside))
    })
    .collect()
}

/// A whole test that is no rule in `profile`.
fn outside_profile(test: &Test, profile: Profile) -> Option<Skip> {
    let holds = test.file.meta.as_ref().ok()?.holds;
    (!holds.within(profile)).then(|| Skip {
        status: HarnessStatus::Skip,
        reason: format!("holds {holds}, and the run's profile is {profile}"),
        verdict: Verdict::OutsideProfile(holds),
    })
}

/// What the runtime lacks.
fn reason_to_skip(test: &Test, runtime: Offer<'_>) -> Option<Skip> {
    let skip = |reason| {
        Some(Skip {
            status: HarnessStatus::Skip,
            reason,
            verdict: Verdict::Expected,
        })
    };
    if let Some(globals) = test.file.foreign_globals() {
        return skip(format!("is for globals that no runtime offers: {globals}"));
    }
    if !runtime.scopes.contains(&test.scope) {
        let offered: Vec<&str> = runtime.scopes.iter().map(|scope| scope.as_str()).collect();
        return skip(format!(
            "needs the scope {}, {} offers {}",
            test.scope,
            runtime.id,
            offered.join(", ")
        ));
    }
    let meta = test.file.meta.as_ref().ok()?;
    let needs = test.needs();
    let mut required: Vec<&str> = meta.requires.iter().map(|one| &*one.0).collect();
    if needs.http2 {
        required.push("http2");
    }
    let declares = |name: &str| runtime.capabilities.iter().any(|one| one.0 == name);
    let missing = required.into_iter().find(|needed| !declares(needed))?;
    skip(format!(
        "needs the capability {missing}, which {} does not declare",
        runtime.id
    ))
}

/// What the server, the machine or the harness lacks.
fn lack(test: &Test, unknown: &mut UnknownHandlers<'_>) -> Option<Skip> {
    let skip = |reason| {
        Some(Skip {
            status: HarnessStatus::PreconditionFailed,
            reason,
            verdict: Verdict::Expected,
        })
    };
    if test.needs().testdriver {
        return skip("needs testdriver.js, and nobody drives the browser from outside".to_owned());
    }
    match unknown.named_by(test) {
        [] => None,
        unknown => {
            let unknown = unknown.join(", ");
            skip(format!("needs {unknown}, which the server does not know"))
        }
    }
}

/// The Python scripts that tests name and the server does not answer for.
#[derive(Debug)]
pub struct UnknownHandlers<'a> {
    root: &'a SuiteRoot,
    /// Whether somebody else answers for scripts that the server does not know.
    passed_on: bool,
    /// By test file.
    known: HashMap<String, Vec<String>>,
}

impl<'a> UnknownHandlers<'a> {
    /// Of the tests of `root`.
    pub fn of(root: &'a SuiteRoot) -> Self {
        Self {
            root,
            passed_on: false,
            known: HashMap::new(),
        }
    }

    /// Those that remain where the checkout's own server is asked for what ours does not know: what
    /// speaks over a WebSocket.
    pub fn passed_on(self, passed_on: bool) -> Self {
        Self { passed_on, ..self }
    }

    /// Those that this test names, sorted.
    pub fn named_by(&mut self, test: &Test) -> &[String] {
        // Our own suites need nothing that our own server does not have.
        if self.root.folder().is_none() {
            return &[];
        }
        let look = || {
            let named = self.root.handlers(&test.file).into_iter();
            let passed_on = |name: &str| self.passed_on && !name.ends_with("_wsh.py");
            named
                .filter(|name| !answers_for(name) && !passed_on(name))
                .collect()
        };
        let path = test.file.path.clone();
        self.known.entry(path).or_insert_with(look)
    }
}
