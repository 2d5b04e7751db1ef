//! What a specification asks: the entries of an area's requirement map.

use serde::{Deserialize, Serialize};

use crate::profile::Holds;

/// One observable rule of a specification, which subtests name when they check it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Requirement {
    /// Its name, unique in its area.
    pub id: String,
    /// The section that states it.
    pub url: String,
    /// How binding it is.
    pub keyword: Keyword,
    /// The rule in one line.
    pub text: String,
    /// The profiles that it is a rule in.
    #[serde(flatten)]
    pub holds: Holds,
    /// Why no test can see it, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unobservable: Option<String>,
}

/// Whether a map lists nothing but what differs between profiles: then it is no list of what is asked,
/// and nothing can be said of how much of that is covered.
pub fn lists_changes_alone(map: &[Requirement]) -> bool {
    !map.is_empty() && map.iter().all(|one| one.holds != Holds::default())
}

/// How binding a requirement is (RFC 2119).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Keyword {
    /// A step of an algorithm, or a rule of Web IDL.
    Must,
    /// There can be reasons not to.
    Should,
    /// It is left to the implementation.
    May,
}

impl Keyword {
    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::May => "may",
        }
    }
}
