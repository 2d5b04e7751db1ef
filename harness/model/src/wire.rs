//! What winterproof and the far end (the host inside a runtime) say to each other.
//!
//! Both directions are JSON Lines. The harness sends one [`Request`]; the far end answers with
//! [`Message`]s, each line with the request's key in front:
//!
//! ```text
//! -> {"wire":1,"type":"run","key":"5f...","test":"/url/a.any.js","scripts":[...],...}
//! <- 5f... {"type":"hello","wire":1,"version":"26.10.0",...}
//! <- 5f... {"type":"subtest","name":"...","status":"PASS"}
//! <- 5f... {"type":"done","status":"OK"}
//! ```
//!
//! The key is random and new for each request, and only the host knows it: whatever else a test
//! manages to write to the same channel is output, never a message.

use serde::{Deserialize, Serialize};

use crate::id::{Scope, TestId};
use crate::status::{HarnessStatus, SubtestStatus};

/// The version of the wire.
pub const WIRE_VERSION: u32 = 1;

/// What the harness asks of a far end.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Request {
    /// The version of the wire.
    pub wire: u32,
    /// What every line of the answer begins with: 32 hexadecimal digits.
    pub key: String,
    /// What to do.
    #[serde(flatten)]
    pub ask: Ask,
}

/// The things a far end can be asked to do.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Ask {
    /// Say hello and end.
    Hello,
    /// Say hello, run one test, say that it is done and end.
    Run(Box<Run>),
}

/// One test with all that is needed to run it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Run {
    /// The test.
    pub test: TestId,
    /// The scope to run it in.
    pub scope: Scope,
    /// The test's own title; the host leaves it in `META_TITLE`, from which testharness.js makes
    /// the names of subtests that have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Classic scripts, to be evaluated in this order in one global.
    pub scripts: Vec<Script>,
    /// How long the test may take, in milliseconds. The far end gives up by itself a little
    /// earlier than the harness would kill it, so that pending subtests get their names.
    pub timeout_ms: u64,
    /// What a relative URL is resolved against, such as `http://127.0.0.1:4321/url/a.any.js`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// Names that stand for the global object while the test runs, where the runtime has none of
    /// that name. Empty for our own suites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A classic script.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Script {
    /// Its path below the suite root, as stacks shall show it.
    pub url: String,
    /// Its text, or where it is.
    #[serde(flatten)]
    pub text: Text,
}

/// Where the text of a script is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Text {
    /// Here.
    Source(String),
    /// In a file on this machine, in UTF-8, at this absolute path: what many tests of a run share.
    /// It doesn't change while the run lasts.
    File(String),
}

impl Script {
    /// A script with its text.
    pub fn new(url: impl Into<String>, source: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            text: Text::Source(source.into()),
        }
    }
}

/// What a far end says.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Message {
    /// The far end is up.
    Hello(Hello),
    /// A subtest has been made and waits; sent so that one which never starts has a name.
    Created {
        /// The subtest's name.
        name: String,
    },
    /// A subtest runs; sent so that one which never ends has a name.
    Started {
        /// The subtest's name.
        name: String,
    },
    /// A subtest has ended.
    Subtest {
        /// The subtest's name.
        name: String,
        /// How it ended.
        status: SubtestStatus,
        /// Why it did not pass.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// The engine's own stack text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stack: Option<String>,
        /// The requirements that it says it checks, by id.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        requirements: Vec<String>,
    },
    /// Nothing caught an error or a rejection.
    Uncaught {
        /// `error` or `unhandledrejection`.
        kind: String,
        /// The error's text.
        message: String,
        /// The engine's own stack text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stack: Option<String>,
        /// Whether the test said beforehand that it wants such errors ignored.
        allowed: bool,
    },
    /// The test has ended; nothing after it counts.
    Done {
        /// How the test as a whole ended.
        status: HarnessStatus,
        /// Why the status is not OK.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// The engine's own stack text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stack: Option<String>,
    },
    /// The host itself is at fault: a mistake of the adapter's, not of the runtime's.
    Fault {
        /// What went wrong.
        message: String,
    },
}

/// Who is at the far end.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Hello {
    /// The version of the wire that the host speaks.
    pub wire: u32,
    /// The runtime's own version; empty where the host can't tell, and the program is asked instead.
    #[serde(default)]
    pub version: String,
    /// The JavaScript engine and its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
}

/// Why a line of a far end is not a message.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The other side speaks another version.
    #[error(
        "the other side speaks version {found} of the wire, this winterproof speaks version {WIRE_VERSION}; update the older of the two"
    )]
    Version {
        /// The version that the other side names.
        found: u32,
    },
    /// The line has the key and then something that is no message.
    #[error("not a message of the wire: {0}")]
    Malformed(String),
}

impl Request {
    /// The request as a line with the newline that ends it.
    pub fn to_line(&self) -> String {
        let mut line = serde_json::to_string(self).expect("a request is plain data");
        line.push('\n');
        line
    }

    /// Reads a request, at the far end.
    pub fn parse(line: &str) -> Result<Self, WireError> {
        #[derive(Deserialize)]
        struct Probe {
            wire: u32,
        }
        let malformed = |error: serde_json::Error| WireError::Malformed(error.to_string());
        let probe: Probe = serde_json::from_str(line).map_err(malformed)?;
        if probe.wire != WIRE_VERSION {
            return Err(WireError::Version { found: probe.wire });
        }
        serde_json::from_str(line).map_err(malformed)
    }
}

impl Message {
    /// The message as a line with its key in front and the newline that ends it.
    pub fn to_line(&self, key: &str) -> String {
        let json = serde_json::to_string(self).expect("a message is plain data");
        format!("{key} {json}\n")
    }

    /// Reads a line of the channel; `None` for a line without the key.
    ///
    /// What stands before the key was written by somebody else who did not end the line.
    pub fn parse(line: &[u8], key: &str) -> Option<Result<Self, WireError>> {
        let key = key.as_bytes();
        let json = match line.strip_prefix(key) {
            Some(rest) => rest,
            // To look for the key in all that a test writes would take longer than the writing.
            None if line.last() != Some(&b'}') => return None,
            None => {
                let at = line.windows(key.len()).position(|window| window == key)?;
                &line[at + key.len()..]
            }
        };
        let json = json.strip_prefix(b" ")?;
        Some(match serde_json::from_slice(json) {
            Ok(Self::Hello(hello)) if hello.wire != WIRE_VERSION => {
                Err(WireError::Version { found: hello.wire })
            }
            Ok(message) => Ok(message),
            Err(error) => Err(WireError::Malformed(error.to_string())),
        })
    }
}
