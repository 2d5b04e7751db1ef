//! From which version to which a runtime has a member, of the versions that were measured.

use std::cmp::Ordering;

use serde::Serialize;

use super::members::Presence;

/// What one version showed of a member.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub(super) version: String,
    pub(super) presence: Presence,
    pub(super) note: Option<String>,
}

/// The support statement of one runtime: one range, or a list of them, the newest first.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Support {
    One(Statement),
    Several(Vec<Statement>),
}

#[derive(Debug, Serialize)]
pub(super) struct Statement {
    /// Null is unmeasured.
    version_added: Option<Added>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_removed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Added {
    In(String),
    /// False.
    Never(bool),
}

/// What the versions of one runtime come to.
pub(super) fn support(mut measured: Vec<Measured>) -> Support {
    measured.sort_by(|a, b| compare(&a.version, &b.version));
    let mut ranges: Vec<Statement> = Vec::new();
    let mut absent = false;
    for same in measured.chunk_by(|a, b| a.version == b.version) {
        let version = &same[0].version;
        let note = same.iter().find_map(|measured| measured.note.as_ref());
        let notes = note.map(|note| format!("{version}: {note}"));
        let open = ranges
            .last_mut()
            .filter(|range| range.version_removed.is_none());
        match (agreed(same), open) {
            (Presence::There, Some(range)) => range.notes = notes,
            (Presence::There, None) => ranges.push(Statement {
                version_added: Some(Added::In(format!("≤{version}"))),
                version_removed: None,
                notes,
            }),
            (Presence::Absent, Some(range)) => {
                range.version_removed = Some(format!("≤{version}"));
            }
            (Presence::Absent, None) => absent = true,
            (Presence::Unmeasured, _) => {}
        }
    }
    ranges.reverse();
    match ranges.len() {
        0 => Support::One(Statement {
            version_added: absent.then_some(Added::Never(false)),
            version_removed: None,
            notes: None,
        }),
        1 => Support::One(ranges.remove(0)),
        _ => Support::Several(ranges),
    }
}

/// What several logs of one version say together: nothing, if they contradict each other.
fn agreed(same: &[Measured]) -> Presence {
    let said = |presence| same.iter().any(|m| m.presence == presence);
    match (said(Presence::There), said(Presence::Absent)) {
        (true, false) => Presence::There,
        (false, true) => Presence::Absent,
        _ => Presence::Unmeasured,
    }
}

/// Numbers by value, and a pre-release before its release.
fn compare(a: &str, b: &str) -> Ordering {
    let parts = |version: &str| {
        let (release, pre) = version.split_once('-').unwrap_or((version, ""));
        let numbers: Vec<u64> = release.split('.').map(|n| n.parse().unwrap_or(0)).collect();
        (numbers, pre.is_empty(), pre.to_owned())
    };
    parts(a).cmp(&parts(b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(seen: &[(&str, Presence)]) -> String {
        let measured = seen.iter().map(|(version, presence)| Measured {
            version: (*version).to_owned(),
            presence: *presence,
            note: None,
        });
        serde_json::to_string(&support(measured.collect())).unwrap()
    }

    use Presence::{Absent, There, Unmeasured};

    #[test]
    fn unmeasured_is_never_false() {
        assert_eq!(of(&[("1", Unmeasured)]), r#"{"version_added":null}"#);
        assert_eq!(of(&[]), r#"{"version_added":null}"#);
        assert_eq!(of(&[("1", Absent)]), r#"{"version_added":false}"#);
        assert_eq!(
            of(&[("1", Absent), ("1", There)]),
            r#"{"version_added":null}"#
        );
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(
            of(&[("10.0.0", There), ("9.9.9", Absent)]),
            r#"{"version_added":"≤10.0.0"}"#
        );
        assert_eq!(
            of(&[("1.0.0", There), ("1.0.0-rc.1", Absent)]),
            r#"{"version_added":"≤1.0.0"}"#
        );
    }

    #[test]
    fn what_came_went_and_came_again_has_two_ranges() {
        let seen = [("1", There), ("2", Absent), ("3", Unmeasured), ("4", There)];
        assert_eq!(
            of(&seen),
            r#"[{"version_added":"≤4"},{"version_added":"≤1","version_removed":"≤2"}]"#
        );
    }
}
