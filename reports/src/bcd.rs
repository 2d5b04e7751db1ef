//! Which runtime has which member of which API, in the shape of MDN's browser-compat-data.
//!
//! ```json
//! { "__meta": { "winterproof_bcd": 1, "complete": true, "warnings": [] },
//!   "browsers": { "nodejs": { "name": "Node.js", "releases": { "26.1.0": { "engine": "V8" } } } },
//!   "api": { "URL": { "__compat": { "spec_url": "…", "support": {
//!     "nodejs": { "version_added": "≤20.20.2" }, "deno": { "version_added": null } } },
//!     "canParse_static": { "__compat": { "support": {} } } } } }
//! ```
//!
//! It is made of the suite `surface` alone, whose subtests look at every member of every interface,
//! and of results alone (`members` says which subtest proves what):
//!
//! | `version_added` | when |
//! |---|---|
//! | `"≤26.1.0"` | a subtest that can only pass where the member is there passed in that version; it may be older |
//! | `false` | the subtest that looks for the member failed in every version measured, and no other found it |
//! | `null` | unmeasured: not planned, skipped, lost in a crash, not finished, or logs that contradict each other |
//!
//! `version_removed` stands where a later version lacks it. `notes` tells which subtests of a member
//! that is there failed. Runtimes have the names that browser-compat-data has for them, where it has
//! any; Chromium and Firefox their major versions, as there; all others their exact version.
//!
//! Constructors, constants and event handlers are left out: the suite does not construct,
//! browser-compat-data lists no constants, and files handlers with their events.
//!
//! Source: <https://github.com/mdn/browser-compat-data/blob/main/schemas/compat-data-schema.md>

mod members;
mod versions;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::matrix::{Column, Matrix};
use crate::summary::{self, Outcome};
use crate::text::visible;
use members::{Found, Member, Presence};
use versions::{Measured, Support, support};

/// The version of the shape.
pub const BCD_VERSION: u32 = 1;

/// The area whose tests look at the shape of APIs.
const AREA: &str = "surface";

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "__meta")]
    meta: Meta,
    browsers: BTreeMap<&'a str, Browser>,
    #[serde(flatten)]
    features: BTreeMap<String, Feature<'a>>,
}

#[derive(Serialize)]
struct Meta {
    winterproof_bcd: u32,
    complete: bool,
    outcome: &'static str,
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct Browser {
    name: String,
    releases: BTreeMap<String, Release>,
}

#[derive(Serialize)]
struct Release {
    #[serde(skip_serializing_if = "Option::is_none")]
    engine: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    engine_version: Option<String>,
}

#[derive(Default, Serialize)]
struct Feature<'a> {
    #[serde(rename = "__compat", skip_serializing_if = "Option::is_none")]
    compat: Option<Compat<'a>>,
    #[serde(flatten)]
    members: BTreeMap<String, Self>,
}

#[derive(Serialize)]
struct Compat<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    spec_url: Option<String>,
    support: BTreeMap<&'a str, Support>,
}

/// Writes the document.
pub fn render(matrix: &Matrix<'_>) -> String {
    let names: Vec<String> = matrix.columns.iter().map(browser).collect();
    let document = Document {
        meta: Meta {
            winterproof_bcd: BCD_VERSION,
            complete: matrix.columns.iter().all(|c| c.log.is_complete()),
            outcome: Outcome::of_all(matrix).as_str(),
            warnings: summary::warnings(matrix),
        },
        browsers: browsers(matrix, &names),
        features: features(matrix, &names),
    };
    let mut text = serde_json::to_string_pretty(&document).expect("plain data");
    text.push('\n');
    text
}

/// What browser-compat-data calls a runtime, else the adapter's id; with the options that are not as
/// by default, for they make it another one.
fn browser(column: &Column<'_>) -> String {
    let runtime = &column.log.header.runtime;
    let mut name = match runtime.id.as_str() {
        "node" => "nodejs",
        "chromium" => "chrome",
        id => id,
    }
    .to_owned();
    for (at, (option, value)) in runtime.options.iter().enumerate() {
        let separator = if at == 0 { '?' } else { '&' };
        name.push_str(&format!("{separator}{option}={value}"));
    }
    visible(&name).into_owned()
}

/// The version as browser-compat-data writes it.
fn version(column: &Column<'_>) -> String {
    let runtime = &column.log.header.runtime;
    let version = visible(&runtime.version).into_owned();
    match runtime.id.as_str() {
        "chromium" | "firefox" => version.split('.').next().unwrap_or_default().to_owned(),
        _ => version,
    }
}

fn browsers<'a>(matrix: &Matrix<'_>, names: &'a [String]) -> BTreeMap<&'a str, Browser> {
    let mut browsers = BTreeMap::new();
    for (column, name) in matrix.columns.iter().zip(names) {
        let runtime = &column.log.header.runtime;
        let browser = browsers.entry(name.as_str()).or_insert_with(|| Browser {
            name: visible(&runtime.title).into_owned(),
            releases: BTreeMap::new(),
        });
        let engine = runtime.engine.as_deref().map(visible);
        let (engine, engine_version) = match engine.as_deref().map(|e| (e, e.split_once(' '))) {
            Some((_, Some((name, version)))) => (Some(name), Some(version)),
            Some((name, None)) => (Some(name), None),
            None => (None, None),
        };
        let release = Release {
            engine: engine.map(str::to_owned),
            engine_version: engine_version.map(str::to_owned),
        };
        browser.releases.insert(version(column), release);
    }
    browsers
}

/// The members that the matrix knows, as nested objects.
fn features<'a>(matrix: &Matrix<'_>, names: &'a [String]) -> BTreeMap<String, Feature<'a>> {
    let mut features = BTreeMap::from([("api".to_owned(), Feature::default())]);
    for (_, row) in matrix.rows().filter(|(area, _)| area.name == AREA) {
        for member in members::of(row) {
            let found: Vec<Found<'_>> = (0..matrix.columns.len())
                .map(|column| member.found(row, column))
                .collect();
            let mut keys = member.keys.iter();
            let top = keys.next().expect("a member stands somewhere").clone();
            let mut feature = features.entry(top).or_default();
            for key in keys {
                feature = feature.members.entry(key.clone()).or_default();
            }
            feature.compat = Some(Compat {
                spec_url: member.spec.map(|spec| visible(spec).into_owned()),
                support: supports(matrix, names, &member, &found),
            });
        }
    }
    features
}

fn supports<'a>(
    matrix: &Matrix<'_>,
    names: &'a [String],
    member: &Member<'_>,
    found: &[Found<'_>],
) -> BTreeMap<&'a str, Support> {
    let mut measured: BTreeMap<&str, Vec<Measured>> = BTreeMap::new();
    for ((column, name), found) in matrix.columns.iter().zip(names).zip(found) {
        measured.entry(name).or_default().push(Measured {
            version: version(column),
            presence: found.presence,
            note: note(member, found),
        });
    }
    let measured = measured.into_iter();
    measured
        .map(|(name, measured)| (name, support(measured)))
        .collect()
}

/// Which subtests of a member that is there did not pass.
fn note(member: &Member<'_>, found: &Found<'_>) -> Option<String> {
    if found.presence != Presence::There || found.failed.is_empty() {
        return None;
    }
    let failed: Vec<String> = found
        .failed
        .iter()
        .map(|name| visible(name).into())
        .collect();
    Some(format!(
        "{} of {} subtests about it failed: {}",
        failed.len(),
        member.evidence.len(),
        failed.join("; ")
    ))
}
