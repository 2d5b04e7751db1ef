//! Whether two logs are of the same: the same tests, on the same runtime, in the same way.
//!
//! Owns: what has to be the same for results to stand in one log. When and with how many jobs they
//! were measured does not count, nor which part of the tests it was.

use std::fmt;

use crate::log::Header;
use crate::partition::Partition;

/// Something that is one thing in one header and another in the other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Difference {
    /// What it is, to stand behind "the".
    pub what: &'static str,
    /// What it is in the first header.
    pub one: String,
    /// What it is in the second.
    pub other: String,
}

/// Longer values tell nobody anything.
const LONGEST: usize = 90;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let long = self.one.len().max(self.other.len()) > LONGEST;
        if long {
            return write!(f, "{}", self.what);
        }
        write!(f, "{} ({} and {})", self.what, self.one, self.other)
    }
}

/// What keeps results under these two headers from standing in one log.
pub fn differences(one: &Header, other: &Header) -> Vec<Difference> {
    let pairs = facts(one).into_iter().zip(facts(other));
    pairs
        .filter(|((_, one), (_, other))| one != other)
        .map(|((what, one), (_, other))| Difference { what, one, other })
        .collect()
}

/// In what the run of one header is not that of the other, each to stand behind "the": besides what keeps
/// results from standing in one log, another part of the tests, or other tests in it.
pub fn unlike(one: &Header, other: &Header) -> Vec<String> {
    let different = differences(one, other);
    let mut all: Vec<String> = different.iter().map(ToString::to_string).collect();
    let (part, other_part) = (one.settings.partition, other.settings.partition);
    if part != other_part {
        let shown = |it: Option<Partition>| it.map_or("none".to_owned(), String::from);
        all.push(format!(
            "partition ({} and {})",
            shown(part),
            shown(other_part)
        ));
    } else if one.planned != other.planned {
        all.push("plan".to_owned());
    }
    all
}

/// What has to be the same, always in this order.
fn facts(header: &Header) -> Vec<(&'static str, String)> {
    let runtime = &header.runtime;
    let settings = &header.settings;
    let suite = &header.suite;
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    // The same binary may lie elsewhere on another machine; without a hash its path has to do.
    let binary = runtime.binary_sha256.as_ref().or(runtime.binary.as_ref());
    vec![
        ("version of winterproof", header.harness_version.clone()),
        ("suite", suite.name.clone()),
        ("suite's revision", or_none(&suite.revision)),
        ("suite's hash", suite.hash.clone()),
        (
            "number of tests of the whole plan",
            header.all().to_string(),
        ),
        ("requirement maps", json(&header.requirements)),
        ("runtime", runtime.id.clone()),
        ("runtime's version", runtime.version.clone()),
        ("runtime's engine", or_none(&runtime.engine)),
        ("runtime's binary", or_none(&binary.cloned())),
        ("runtime's options", json(&runtime.options)),
        ("runtime's flags", json(&runtime.flags)),
        ("runtime's environment", json(&runtime.environment)),
        ("adapter's version", runtime.adapter_version.to_string()),
        ("adapter's files", or_none(&header.adapter_sha256)),
        ("adapter's scopes", json(&runtime.scopes)),
        ("adapter's capabilities", json(&runtime.capabilities)),
        ("adapter's deviations", json(&runtime.deviations)),
        ("profile", header.profile.to_string()),
        ("expectations", or_none(&header.expectations_sha256)),
        (
            "operating system",
            format!("{} {}", header.host.os, header.host.arch),
        ),
        ("filters", json(&settings.filters)),
        (
            "time-out multiplier",
            settings.timeout_multiplier.to_string(),
        ),
        ("number of retries", settings.retries.to_string()),
        ("use of wptserve", settings.wptserve.to_string()),
    ]
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("a part of a header is plain data")
}
