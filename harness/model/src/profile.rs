//! Profiles: the editions of the specifications that a run is judged by.
//!
//! ECMA-429 refers to living standards without a date, so the rules move on under the edition that
//! was published. Where a rule has changed, the profile says which one counts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An edition that a run is judged by. Later ones are greater.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
pub enum Profile {
    /// The specifications as they were when the first edition of ECMA-429 was published, in December
    /// 2025.
    #[serde(rename = "2025-12")]
    December2025,
    /// The specifications as they are now.
    #[default]
    #[serde(rename = "latest")]
    Latest,
}

impl Profile {
    /// Every profile, the oldest first.
    pub const ALL: [Self; 2] = [Self::December2025, Self::Latest];

    /// The name used on the command line, in logs and in suites.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::December2025 => "2025-12",
            Self::Latest => "latest",
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A name that no profile has.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("there is no profile {0:?}; the profiles are {all}", all = names())]
pub struct UnknownProfile(String);

/// The names of the profiles, for people.
fn names() -> String {
    Profile::ALL.map(Profile::as_str).join(" and ")
}

impl FromStr for Profile {
    type Err = UnknownProfile;

    fn from_str(name: &str) -> Result<Self, UnknownProfile> {
        let found = Self::ALL.into_iter().find(|one| one.as_str() == name);
        found.ok_or_else(|| UnknownProfile(name.to_owned()))
    }
}

/// The profiles that a rule holds in: all of them unless it says otherwise.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct Holds {
    /// The first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Profile>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Profile>,
}

impl Holds {
    /// Whether the rule holds in this profile.
    pub fn within(self, profile: Profile) -> bool {
        self.since.is_none_or(|since| since <= profile)
            && self.until.is_none_or(|until| profile <= until)
    }

    /// What is wrong with it, for people: it holds nowhere, or says what goes without saying.
    pub fn problem(self) -> Option<&'static str> {
        let (first, last) = (Profile::ALL[0], Profile::ALL[Profile::ALL.len() - 1]);
        if !Profile::ALL.into_iter().any(|profile| self.within(profile)) {
            Some("holds in no profile")
        } else if self.since == Some(first) || self.until == Some(last) {
            Some("holds since the first profile or until the last one, which goes without saying")
        } else {
            None
        }
    }
}

impl fmt::Display for Holds {
    /// `since latest`, `until 2025-12`, or `always`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.since, self.until) {
            (None, None) => f.write_str("always"),
            (Some(since), None) => write!(f, "since {since}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(since), Some(until)) => write!(f, "since {since} until {until}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(since: Option<Profile>, until: Option<Profile>) -> Holds {
        Holds { since, until }
    }

    #[test]
    fn names_are_read_back_and_others_refused() {
        for profile in Profile::ALL {
            assert_eq!(profile.to_string().parse(), Ok(profile));
            let json = serde_json::to_string(&profile).unwrap();
            assert_eq!(json, format!("\"{profile}\""));
        }
        let error = "2026".parse::<Profile>().unwrap_err().to_string();
        assert_eq!(
            error,
            "there is no profile \"2026\"; the profiles are 2025-12 and latest"
        );
        assert_eq!(Profile::default(), Profile::Latest);
    }

    #[test]
    fn a_rule_holds_from_and_to_its_bounds() {
        use Profile::{December2025, Latest};
        let cases = [
            (holds(None, None), [true, true], "always"),
            (holds(Some(Latest), None), [false, true], "since latest"),
            (
                holds(None, Some(December2025)),
                [true, false],
                "until 2025-12",
            ),
            (
                holds(Some(Latest), Some(December2025)),
                [false, false],
                "since latest until 2025-12",
            ),
        ];
        for (holds, within, shown) in cases {
            assert_eq!(Profile::ALL.map(|profile| holds.within(profile)), within);
            assert_eq!(holds.to_string(), shown);
        }
    }

    #[test]
    fn bounds_that_say_nothing_are_mistakes() {
        use Profile::{December2025, Latest};
        let problem = |since, until| holds(since, until).problem();
        assert_eq!(problem(None, None), None);
        assert_eq!(problem(Some(Latest), None), None);
        assert_eq!(problem(None, Some(December2025)), None);
        let nowhere = Some("holds in no profile");
        assert_eq!(problem(Some(Latest), Some(December2025)), nowhere);
        for idle in [(Some(December2025), None), (None, Some(Latest))] {
            let text = problem(idle.0, idle.1).unwrap();
            assert!(text.contains("goes without saying"), "{text}");
        }
    }
}
