//! What is known of the runtime behind a log.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::Scope;

/// Something that a test needs (`// META: requires=`) and a runtime may lack (`adapter.toml`).
///
/// The words in use are listed in CONTRIBUTING.md; each is lower case with dashes.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Capability(pub Cow<'static, str>);

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Which runtime a log is about, exactly enough to run it again.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct RuntimeInfo {
    /// The adapter's id, such as `node`.
    pub id: String,
    /// The adapter's version, counted up when the way of driving the runtime changes.
    pub adapter_version: u32,
    /// The name people know, such as `Node.js`.
    pub title: String,
    /// The WinterTC runtime key, where one is registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runtime_key: Option<String>,
    /// The runtime's own version, such as `26.10.0`.
    pub version: String,
    /// The JavaScript engine and its version, such as `V8 14.2.231`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
    /// Where the binary was found; empty for an engine inside winterproof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binary: Option<String>,
    /// SHA-256 of the binary, in lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binary_sha256: Option<String>,
    /// The options that it was asked for with and that are not as they are by default.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
    /// Command-line flags given to the runtime, in their order, and then each of its options as
    /// `NAME=VALUE`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    /// The environment variables that the adapter sets, and those of the user's that are set and that
    /// the manifest names because they change what the runtime does.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub environment: BTreeMap<String, String>,
    /// The scopes it can run tests in, best first.
    pub scopes: Vec<Scope>,
    /// What it offers of the things a test may require.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<Capability>,
    /// Known deviations of the host, declared in the adapter's manifest, each a sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<String>,
}

impl RuntimeInfo {
    /// Title, version and options, as reports show it.
    pub fn label(&self) -> String {
        let mut label = format!("{} {}", self.title, self.version);
        for (index, (name, value)) in self.options.iter().enumerate() {
            label.push_str(if index == 0 { "?" } else { "&" });
            label.push_str(&format!("{name}={value}"));
        }
        label
    }
}
