//! Names of tests, as web-platform-tests makes them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The kind of global object that a test runs in (WPT: the `global` of `// META: global=`).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// A JavaScript runtime's own global, no browser's (WPT calls it `jsshell`).
    Shell,
    /// A page's `Window`.
    Window,
    /// A `DedicatedWorkerGlobalScope`.
    DedicatedWorker,
    /// A `SharedWorkerGlobalScope`.
    SharedWorker,
    /// A `ServiceWorkerGlobalScope`.
    ServiceWorker,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 5] = [
        Self::Shell,
        Self::Window,
        Self::DedicatedWorker,
        Self::SharedWorker,
        Self::ServiceWorker,
    ];

    /// The name used in logs and in `adapter.toml`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shell => "shell",
            Self::Window => "window",
            Self::DedicatedWorker => "dedicatedworker",
            Self::SharedWorker => "sharedworker",
            Self::ServiceWorker => "serviceworker",
        }
    }

    /// What takes the place of `.any.js` in the id of a test in this scope.
    const fn any_suffix(self) -> &'static str {
        match self {
            Self::Shell => ".any.js",
            Self::Window => ".any.html",
            Self::DedicatedWorker => ".any.worker.html",
            Self::SharedWorker => ".any.sharedworker.html",
            Self::ServiceWorker => ".any.serviceworker.html",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The name of a test: the path below the suite root with a suffix for the scope, and the variant.
///
/// | file | scope | id |
/// |---|---|---|
/// | `url/a.any.js` | shell | `/url/a.any.js` |
/// | `url/a.any.js` | window | `/url/a.any.html` |
/// | `url/a.any.js`, variant `?x` | dedicated worker | `/url/a.any.worker.html?x` |
/// | `url/a.worker.js` | dedicated worker | `/url/a.worker.html` |
/// | `url/a.window.js` | window | `/url/a.window.html` |
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct TestId(String);

/// Why a text is not a test id.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum TestIdError {
    /// It does not begin with a slash.
    #[error("a test id begins with '/', this one does not: {0:?}")]
    NoSlash(String),
    /// It holds a control character, which no path of a test may hold.
    #[error("a test id holds no control characters, this one does: {0:?}")]
    Control(String),
    /// It names no kind of test file.
    #[error(
        "a test id ends like .any.js, .any.html, .any.worker.html, .worker.html or .window.html, this one does not: {0:?}"
    )]
    Suffix(String),
}

const WORKER: (&str, &str) = (".worker.js", ".worker.html");
const WINDOW: (&str, &str) = (".window.js", ".window.html");

impl TestId {
    /// The id of the test that `source` (a path with a leading slash) makes in `scope`.
    ///
    /// `variant` is empty or begins with `?` or `#`.
    pub fn new(source: &str, scope: Scope, variant: &str) -> Result<Self, TestIdError> {
        let path = if let Some(stem) = source.strip_suffix(".any.js") {
            format!("{stem}{}", scope.any_suffix())
        } else if let Some(stem) = source.strip_suffix(WORKER.0) {
            format!("{stem}{}", WORKER.1)
        } else if let Some(stem) = source.strip_suffix(WINDOW.0) {
            format!("{stem}{}", WINDOW.1)
        } else {
            return Err(TestIdError::Suffix(source.to_owned()));
        };
        Self::try_from(format!("{path}{variant}"))
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn split(&self) -> (&str, &str) {
        match self.0.find(['?', '#']) {
            Some(at) => self.0.split_at(at),
            None => (&self.0, ""),
        }
    }

    /// The variant with its leading `?` or `#`, or nothing.
    pub fn variant(&self) -> &str {
        self.split().1
    }

    /// The path without the variant.
    pub fn path(&self) -> &str {
        self.split().0
    }

    fn classify(path: &str) -> Option<(&str, &'static str, Scope)> {
        for scope in Scope::ALL {
            if let Some(stem) = path.strip_suffix(scope.any_suffix()) {
                return Some((stem, ".any.js", scope));
            }
        }
        if let Some(stem) = path.strip_suffix(WORKER.1) {
            return Some((stem, WORKER.0, Scope::DedicatedWorker));
        }
        let stem = path.strip_suffix(WINDOW.1)?;
        Some((stem, WINDOW.0, Scope::Window))
    }

    /// The scope that the id's suffix names.
    pub fn scope(&self) -> Scope {
        Self::classify(self.path()).map_or(Scope::Shell, |(_, _, scope)| scope)
    }

    /// The path of the file that the test comes from, with a leading slash.
    pub fn source(&self) -> String {
        match Self::classify(self.path()) {
            Some((stem, suffix, _)) => format!("{stem}{suffix}"),
            None => self.path().to_owned(),
        }
    }

    /// What the same test is called in every scope: source file and variant.
    ///
    /// Reports use it to put a server runtime and a browser into the same row.
    pub fn row(&self) -> String {
        format!("{}{}", self.source(), self.variant())
    }

    /// The first folder of the path, or an empty text for a file at the root.
    pub fn area(&self) -> &str {
        let mut parts = self.0[1..].split('/');
        let first = parts.next().unwrap_or_default();
        if parts.next().is_some() { first } else { "" }
    }
}

impl TryFrom<String> for TestId {
    type Error = TestIdError;

    fn try_from(text: String) -> Result<Self, TestIdError> {
        if !text.starts_with('/') {
            return Err(TestIdError::NoSlash(text));
        }
        if text.chars().any(char::is_control) {
            return Err(TestIdError::Control(text));
        }
        let id = Self(text);
        match Self::classify(id.path()) {
            Some(_) => Ok(id),
            None => Err(TestIdError::Suffix(id.0)),
        }
    }
}

impl FromStr for TestId {
    type Err = TestIdError;

    fn from_str(text: &str) -> Result<Self, TestIdError> {
        Self::try_from(text.to_owned())
    }
}

impl From<TestId> for String {
    fn from(id: TestId) -> Self {
        id.0
    }
}

impl fmt::Display for TestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_wpt() {
        let cases = [
            ("/u/a.any.js", Scope::Shell, "", "/u/a.any.js"),
            ("/u/a.any.js", Scope::Window, "?x", "/u/a.any.html?x"),
            (
                "/u/a.any.js",
                Scope::DedicatedWorker,
                "",
                "/u/a.any.worker.html",
            ),
            (
                "/u/a.worker.js",
                Scope::DedicatedWorker,
                "",
                "/u/a.worker.html",
            ),
            ("/u/a.window.js", Scope::Window, "#y", "/u/a.window.html#y"),
        ];
        for (source, scope, variant, id) in cases {
            let made = TestId::new(source, scope, variant).unwrap();
            assert_eq!(made.as_str(), id);
            assert_eq!(made.source(), source);
            assert_eq!(made.scope(), scope);
            assert_eq!(made.variant(), variant);
            assert_eq!(made.area(), "u");
        }
    }

    #[test]
    fn what_is_no_test_is_refused() {
        assert!(matches!(
            "u/a.any.js".parse::<TestId>(),
            Err(TestIdError::NoSlash(_))
        ));
        assert!(matches!(
            "/u/a.html".parse::<TestId>(),
            Err(TestIdError::Suffix(_))
        ));
        assert!(matches!(
            "/u/\na.any.js".parse::<TestId>(),
            Err(TestIdError::Control(_))
        ));
    }
}
