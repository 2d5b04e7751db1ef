//! What a run is going to do with each test on one runtime.

use winterproof_adapters::Manifest;
use winterproof_model::{Capability, RuntimeInfo, Scope};
use winterproof_suites::{Discovered, Test};

use crate::filter::Filters;

/// The tests of a run in their order.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The tests.
    pub tests: Vec<Planned>,
    /// Filters that match no test.
    pub without: Vec<String>,
}

/// A test, and whether there is a reason not to run it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The test.
    pub test: Test,
    /// Why it is skipped.
    pub skip: Option<String>,
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

impl Plan {
    /// Plans the discovered tests that the filters want.
    ///
    /// Areas on request (`suite.toml`) are planned only when a filter names them.
    pub fn new<'a>(found: &Discovered, filters: &Filters, offer: impl Into<Offer<'a>>) -> Self {
        let runtime = offer.into();
        let mut tests = Vec::new();
        for file in &found.files {
            let area = file.path[1..].split('/').next().unwrap_or_default();
            let on_request = found.areas.get(area).is_some_and(|area| area.on_request);
            if on_request && !filters.name_area(area) {
                continue;
            }
            // A path with a control character makes no id; such a file can't be a test.
            tests.extend(file.expand(runtime.scopes).unwrap_or_default());
        }
        let ids: Vec<_> = tests.iter().map(|test| test.id.clone()).collect();
        let (wanted, without) = filters.choose(&ids);
        let mut tests: Vec<Planned> = tests
            .into_iter()
            .zip(wanted)
            .filter(|(_, wanted)| *wanted)
            .map(|(test, _)| Planned {
                skip: reason_to_skip(&test, runtime),
                test,
            })
            .collect();
        tests.sort_by(|a, b| a.test.id.cmp(&b.test.id));
        tests.dedup_by(|a, b| a.test.id == b.test.id);
        Self { tests, without }
    }
}

fn reason_to_skip(test: &Test, runtime: Offer<'_>) -> Option<String> {
    if let Some(globals) = test.file.foreign_globals() {
        return Some(format!("is for globals that no runtime offers: {globals}"));
    }
    if !runtime.scopes.contains(&test.scope) {
        let offered: Vec<&str> = runtime.scopes.iter().map(|scope| scope.as_str()).collect();
        return Some(format!(
            "needs the scope {}, {} offers {}",
            test.scope,
            runtime.id,
            offered.join(", ")
        ));
    }
    let meta = test.file.meta.as_ref().ok()?;
    let missing = meta
        .requires
        .iter()
        .find(|needed| !runtime.capabilities.contains(needed))?;
    Some(format!(
        "needs the capability {missing}, which {} does not declare",
        runtime.id
    ))
}
