//! The header of a run's log: everything needed to run the same again, and to tell whether another
//! run is the same.

use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use winterproof_adapters::{Adapter, Expectations, Situation};
use winterproof_model::log::{Header, HostInfo, LOG_VERSION, Settings as Recorded};
use winterproof_model::{Expectation, RuntimeInfo, TestId};
use winterproof_suites::SuiteRoot;

use crate::plan::Plan;
use crate::run::Settings;
use crate::scripts::suite_info;

/// The header for a run of `plan`, which is that of all shards; `wptserve` says whether what the server
/// does not know is passed on.
pub(crate) fn header(
    root: &SuiteRoot,
    settings: &Settings,
    wptserve: bool,
    adapter: &dyn Adapter,
    runtime: RuntimeInfo,
    expectations: &Expectations,
    plan: &Plan,
) -> Header {
    let ids = || plan.tests.iter().map(|planned| &planned.test.id);
    Header {
        winterproof_log: LOG_VERSION,
        harness_version: env!("CARGO_PKG_VERSION").to_owned(),
        started: OffsetDateTime::now_utc()
            .format(&Rfc3339)
            .unwrap_or_default(),
        suite: suite_info(root, plan),
        expectations_sha256: foreseen(expectations, ids(), &Situation::here(&runtime)),
        runtime,
        host: HostInfo {
            os: std::env::consts::OS.to_owned(),
            arch: std::env::consts::ARCH.to_owned(),
        },
        settings: Recorded {
            filters: settings.filters.clone(),
            jobs: settings.jobs,
            timeout_multiplier: settings.timeout_multiplier,
            retries: settings.retries,
            partition: settings.partition,
            wptserve,
        },
        profile: plan.profile,
        adapter_sha256: adapter.sha256(),
        whole: settings.partition.map(|_| plan.tests.len() as u64),
        planned: ids().filter(|id| settings.runs(id)).cloned().collect(),
        requirements: plan
            .requirements
            .iter()
            .map(|(area, map)| (area.clone(), map.to_vec()))
            .collect(),
    }
}

/// A hash over what is foreseen of these tests; none where that is the ideal of all of them.
fn foreseen<'a>(
    expectations: &Expectations,
    ids: impl Iterator<Item = &'a TestId>,
    situation: &Situation<'_>,
) -> Option<String> {
    let mut hasher = Sha256::new();
    let mut any = false;
    for id in ids {
        let expectation = expectations.of(id, situation);
        if expectation == Expectation::default() {
            continue;
        }
        any = true;
        let text = serde_json::to_string(&(id, expectation)).expect("expectations are plain data");
        hasher.update(text);
        hasher.update("\n");
    }
    let hex = |digest: &[u8]| digest.iter().map(|byte| format!("{byte:02x}")).collect();
    any.then(|| hex(&hasher.finalize()))
}
