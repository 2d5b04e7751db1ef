//! Comparisons for programs.
//!
//! ```json
//! { "winterproof_comparison": 1,
//!   "green": false,
//!   "only_base": ["deno.jsonl"], "only_new": [],
//!   "comparisons": [{
//!     "base": "Node.js 22.23.3", "new": "Node.js 26.10.0", "green": false, "compared": 120,
//!     "base_profile": "latest", "new_profile": "latest", "outside_profile": 3,
//!     "same_suite": true, "base_complete": true, "new_complete": true,
//!     "counts": { "regression": 1, "now_unmeasured": 0, ... },
//!     "changes": [{ "kind": "regression", "test": "/url/a.any.js", "subtest": "name" | null,
//!                   "occurrence": 1, "base": SIDE | null, "new": SIDE | null }] }] }
//! ```
//!
//! SIDE is `{ "status": "FAIL", "message": "..." | null }`. `occurrence` counts subtests of the same
//! name in a test, from 1. A change that could break a reader raises `winterproof_comparison`.

use serde::Serialize;
use winterproof_model::Profile;

use super::{Change, Comparison, Kind, SetComparison, Side};

/// The version of the shape.
pub const COMPARISON_VERSION: u32 = 1;

#[derive(Serialize)]
struct SetJson<'a> {
    winterproof_comparison: u32,
    green: bool,
    only_base: &'a [&'a str],
    only_new: &'a [&'a str],
    comparisons: Vec<ComparisonJson<'a>>,
}

#[derive(Serialize)]
struct ComparisonJson<'a> {
    base: &'a str,
    new: &'a str,
    green: bool,
    compared: u64,
    base_profile: Profile,
    new_profile: Profile,
    outside_profile: u64,
    same_suite: bool,
    base_complete: bool,
    new_complete: bool,
    counts: Counts,
    changes: Vec<ChangeJson<'a>>,
}

#[derive(Serialize)]
struct Counts {
    regression: u64,
    now_unmeasured: u64,
    new_failing: u64,
    gone: u64,
    changed: u64,
    message: u64,
    fix: u64,
    new_passing: u64,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: &'static str,
    test: &'a str,
    subtest: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrence: Option<u32>,
    base: Option<SideJson<'a>>,
    new: Option<SideJson<'a>>,
}

#[derive(Serialize)]
struct SideJson<'a> {
    status: &'static str,
    message: Option<&'a str>,
}

/// Writes the comparisons of two sets as JSON, with a newline at the end.
pub fn json(set: &SetComparison<'_>) -> String {
    let json = SetJson {
        winterproof_comparison: COMPARISON_VERSION,
        green: set.is_green(),
        only_base: &set.only_base,
        only_new: &set.only_new,
        comparisons: set.comparisons.iter().map(one).collect(),
    };
    // There are no maps whose keys could fail.
    serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
}

fn one<'a>(comparison: &'a Comparison<'_>) -> ComparisonJson<'a> {
    let count = |kind| comparison.count(kind);
    ComparisonJson {
        base: &comparison.base,
        new: &comparison.new,
        green: comparison.is_green(),
        compared: comparison.compared,
        base_profile: comparison.profiles[0],
        new_profile: comparison.profiles[1],
        outside_profile: comparison.outside_profile,
        same_suite: comparison.same_suite,
        base_complete: comparison.base_complete,
        new_complete: comparison.new_complete,
        counts: Counts {
            regression: count(Kind::Regression),
            now_unmeasured: count(Kind::NowUnmeasured),
            new_failing: count(Kind::NewFailing),
            gone: count(Kind::Gone),
            changed: count(Kind::Changed),
            message: count(Kind::Message),
            fix: count(Kind::Fix),
            new_passing: count(Kind::NewPassing),
        },
        changes: comparison.changes.iter().map(change).collect(),
    }
}

fn change<'a>(change: &'a Change<'_>) -> ChangeJson<'a> {
    ChangeJson {
        kind: change.kind.as_str(),
        test: change.id.as_str(),
        subtest: change.subtest.map(|key| key.name),
        occurrence: change.subtest.map(|key| key.occurrence),
        base: change.base.as_ref().map(side),
        new: change.new.as_ref().map(side),
    }
}

fn side<'a>(side: &'a Side<'_>) -> SideJson<'a> {
    SideJson {
        status: side.status,
        message: side.message,
    }
}
