//! The `// META: key=value` comments at the head of a test file, as far as pages around it need them.
//!
//! The suites have a reader of their own, which knows every key and objects to what is wrong. It is
//! not used here: a server knows files and no tests, and a page shall open for a file that has a
//! mistake in it too. To hand that reader in through [`crate::Files`] would make everybody who has
//! files know what META is.

use winterproof_model::meta::entries;

/// What the head of a test file says.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Meta {
    pub title: Option<String>,
    /// Scripts that come before the file.
    pub scripts: Vec<String>,
    /// Whether the file may take long.
    pub long: bool,
    /// The kinds of global objects it is for, if it says so.
    global: Option<String>,
}

impl Meta {
    /// Reads the comments before any code.
    pub fn read(text: &str) -> Self {
        let mut meta = Self::default();
        let pairs = entries(text).filter_map(|(_, entry)| entry.split_once('='));
        for (key, value) in pairs {
            let value = value.trim().to_owned();
            match key.trim() {
                "title" => meta.title = Some(value),
                "script" => meta.scripts.push(value),
                "timeout" => meta.long |= value == "long",
                "global" => meta.global = meta.global.or(Some(value)),
                _ => {}
            }
        }
        meta
    }

    /// Whether the file is for this kind of global object, such as `sharedworker`.
    pub fn is_for(&self, kind: &str) -> bool {
        let named = self.global.as_deref().unwrap_or_default();
        let named = match named {
            "" => "window,dedicatedworker",
            named => named,
        };
        let workers = ["dedicatedworker", "sharedworker", "serviceworker"];
        let mut names = named.split(',').map(str::trim);
        names.any(|name| name == kind || name == "worker" && workers.contains(&kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_stands_before_the_code() {
        let text = "// A licence.\n/* and\n more */\n\n//META: title = A <title>\n// META: script=a.js\r\n\
            // META: script=/b.js?c=d\n// META: timeout=long\n// META: nonsense\ncode();\n// META: title=late\n";
        let meta = Meta::read(text);
        assert_eq!(meta.title.as_deref(), Some("A <title>"));
        assert_eq!(meta.scripts, ["a.js", "/b.js?c=d"]);
        assert!(meta.long);
        assert!(!Meta::read("// META: timeout=short").long);
    }

    #[test]
    fn files_are_for_kinds_of_globals() {
        let is_for =
            |global: &str, kind| Meta::read(&format!("// META: global={global}")).is_for(kind);
        for kind in ["window", "dedicatedworker"] {
            assert!(Meta::read("").is_for(kind) && is_for("", kind));
        }
        assert!(!Meta::read("").is_for("sharedworker"));
        assert!(is_for("window, worker", "sharedworker"));
        assert!(is_for("worker", "serviceworker") && !is_for("worker", "window"));
        assert!(!is_for("worker", "dedicatedworker-module"));
        assert!(is_for("dedicatedworker-module", "dedicatedworker-module"));
        assert!(!is_for("jsshell", "window"));
    }
}
