//! When an entry holds: the situation of a run, and what entries ask of it.

use semver::VersionReq;
use serde::Deserialize;
use winterproof_model::RuntimeInfo;
use winterproof_model::log::Header;

use super::entry::{applies, number};

/// The words for operating systems, as run logs have them.
const SYSTEMS: [&str; 15] = [
    "aix",
    "android",
    "dragonfly",
    "freebsd",
    "fuchsia",
    "haiku",
    "illumos",
    "ios",
    "linux",
    "macos",
    "netbsd",
    "openbsd",
    "redox",
    "solaris",
    "windows",
];

/// The words for processor architectures, as run logs have them.
const ARCHITECTURES: [&str; 14] = [
    "aarch64",
    "arm",
    "loongarch64",
    "mips",
    "mips64",
    "powerpc",
    "powerpc64",
    "riscv32",
    "riscv64",
    "s390x",
    "sparc",
    "sparc64",
    "x86",
    "x86_64",
];

/// What stands before a flag that must not be there.
const NOT: char = '!';

/// What a run is a run of, as far as entries can ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The version of the runtime.
    pub version: &'a str,
    /// The operating system.
    pub os: &'a str,
    /// The processor architecture.
    pub arch: &'a str,
    /// The flags and options of the runtime, as [`RuntimeInfo`] has them.
    pub flags: &'a [String],
}

impl<'a> Situation<'a> {
    /// That of a runtime on this machine.
    pub fn here(runtime: &'a RuntimeInfo) -> Self {
        Self {
            version: &runtime.version,
            os: std::env::consts::OS,
            arch: std::env::consts::ARCH,
            flags: &runtime.flags,
        }
    }

    /// That of the run with this header.
    pub fn of(header: &'a Header) -> Self {
        Self {
            version: &header.runtime.version,
            os: &header.host.os,
            arch: &header.host.arch,
            flags: &header.runtime.flags,
        }
    }

    /// Whether the runtime has a flag: an argument of its command line, an option as NAME=VALUE, or one
    /// of the words that an option's value is a list of.
    fn has_flag(&self, wanted: &str) -> bool {
        self.flags.iter().any(|flag| {
            let words = flag.split_once('=').map_or("", |(_, value)| value);
            flag == wanted || words.split(',').any(|word| word == wanted)
        })
    }
}

/// One word or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "expected a string or a list of strings")]
pub(super) enum Words {
    One(String),
    Several(Vec<String>),
}

impl Words {
    fn all(&self) -> &[String] {
        match self {
            Self::One(word) => std::slice::from_ref(word),
            Self::Several(words) => words,
        }
    }

    fn has(&self, word: &str) -> bool {
        self.all().iter().any(|one| one == word)
    }
}

/// What an entry asks; all of it has to hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditions<'a> {
    pub(super) version: Option<&'a VersionReq>,
    /// Any of them.
    pub(super) os: Option<&'a Words>,
    /// Any of them.
    pub(super) arch: Option<&'a Words>,
    /// All of them.
    pub(super) flags: Option<&'a Words>,
}

impl Conditions<'_> {
    pub(super) fn hold_in(&self, situation: &Situation<'_>) -> bool {
        let flag = |flag: &String| match flag.strip_prefix(NOT) {
            Some(flag) => !situation.has_flag(flag),
            None => situation.has_flag(flag),
        };
        self.version
            .is_none_or(|asked| applies(Some(asked), number(situation.version).as_ref()))
            && self.os.is_none_or(|words| words.has(situation.os))
            && self.arch.is_none_or(|words| words.has(situation.arch))
            && self.flags.is_none_or(|words| words.all().iter().all(flag))
    }

    /// A word that stands for nothing, or no word at all.
    pub(super) fn problem(&self) -> Option<String> {
        let known = [
            ("os", self.os, &SYSTEMS[..], std::env::consts::OS),
            (
                "arch",
                self.arch,
                &ARCHITECTURES[..],
                std::env::consts::ARCH,
            ),
        ];
        for (key, words, known, here) in known {
            let words = words.map_or(&[][..], Words::all);
            let strange = |word: &&String| !known.contains(&word.as_str()) && *word != here;
            if let Some(word) = words.iter().find(strange) {
                let known = known.join(", ");
                return Some(format!("unknown {key} {word:?}; known are {known}"));
            }
        }
        let given = [("os", self.os), ("arch", self.arch), ("flags", self.flags)];
        for (key, words) in given {
            let Some(words) = words.map(Words::all) else {
                continue;
            };
            if words.is_empty() {
                return Some(format!("{key} is an empty list, which would never hold"));
            }
            let nothing = |word: &&String| word.trim_start_matches(NOT).trim().is_empty();
            if words.iter().any(|word| nothing(&word)) {
                return Some(format!("{key} has an empty word in it"));
            }
        }
        None
    }
}
