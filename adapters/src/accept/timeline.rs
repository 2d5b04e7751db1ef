//! The versions of a runtime, cut into spans: inside a span neither the logs nor the conditions of
//! existing entries tell one version from another.

use std::ops::Range;

use semver::{Comparator, Op, Version, VersionReq};

use crate::expectations::number;

/// The spans, from the oldest to the newest.
#[derive(Debug)]
pub(super) struct Timeline {
    /// Where each span but the first begins.
    starts: Vec<Version>,
    /// A version in each span.
    versions: Vec<String>,
}

impl Timeline {
    /// The spans for logs of those versions and entries with those conditions.
    ///
    /// `None` when a version has no numbers to be ordered by, and there are others.
    pub(super) fn new<'a>(
        versions: &[&str],
        conditions: impl Iterator<Item = &'a VersionReq>,
    ) -> Option<Self> {
        let numbers: Option<Vec<Version>> = versions.iter().map(|text| number(text)).collect();
        let Some(mut numbers) = numbers else {
            // Conditions never match a version without numbers: there is one span.
            let same = versions.windows(2).all(|pair| pair[0] == pair[1]);
            return same.then(|| Self {
                starts: Vec::new(),
                versions: vec![versions[0].to_owned()],
            });
        };
        let zero = Version::new(0, 0, 0);
        let mut starts: Vec<Version> = conditions
            .flat_map(|condition| &condition.comparators)
            .flat_map(bounds)
            .filter(|start| *start > zero)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        for pair in numbers.windows(2) {
            if !starts
                .iter()
                .any(|start| pair[0] < *start && *start <= pair[1])
            {
                starts.push(between(&pair[0], &pair[1]));
            }
        }
        starts.sort_unstable();
        starts.dedup();
        let versions = std::iter::once(&zero)
            .chain(&starts)
            .map(Version::to_string)
            .collect();
        Some(Self { starts, versions })
    }

    /// A version in each span.
    pub(super) fn versions(&self) -> &[String] {
        &self.versions
    }

    /// The span of that version.
    pub(super) fn span(&self, version: &str) -> usize {
        number(version).map_or(0, |version| {
            self.starts.partition_point(|start| *start <= version)
        })
    }

    /// The condition that holds in those spans only.
    pub(super) fn condition(&self, spans: &Range<usize>) -> Option<String> {
        let from = (spans.start > 0).then(|| format!(">={}", short(&self.starts[spans.start - 1])));
        let to = self
            .starts
            .get(spans.end - 1)
            .map(|end| format!("<{}", short(end)));
        match (from, to) {
            (Some(from), Some(to)) => Some(format!("{from}, {to}")),
            (from, to) => from.or(to),
        }
    }
}

/// The shortest version above `low` and not above `high`.
fn between(low: &Version, high: &Version) -> Version {
    if low.major < high.major {
        Version::new(high.major, 0, 0)
    } else if low.minor < high.minor {
        Version::new(high.major, high.minor, 0)
    } else {
        high.clone()
    }
}

fn short(version: &Version) -> String {
    match (version.major, version.minor, version.patch) {
        (major, 0, 0) => major.to_string(),
        (major, minor, 0) => format!("{major}.{minor}"),
        _ => version.to_string(),
    }
}

/// The versions at which a comparator begins or ceases to match.
fn bounds(comparator: &Comparator) -> Vec<Version> {
    let (major, minor, patch) = (comparator.major, comparator.minor, comparator.patch);
    let first = Version::new(major, minor.unwrap_or(0), patch.unwrap_or(0));
    let next_minor = |minor| Version::new(major, minor + 1, 0);
    let after = match (minor, patch) {
        (Some(minor), Some(patch)) => Version::new(major, minor, patch + 1),
        (Some(minor), None) => next_minor(minor),
        (None, _) => Version::new(major + 1, 0, 0),
    };
    match comparator.op {
        Op::Less | Op::GreaterEq => vec![first],
        Op::LessEq | Op::Greater => vec![after],
        Op::Tilde => vec![first, minor.map_or(after, next_minor)],
        Op::Caret => {
            let end = match (major, minor) {
                (0, None) | (1.., _) => Version::new(major + 1, 0, 0),
                (0, Some(0)) => after,
                (0, Some(minor)) => next_minor(minor),
            };
            vec![first, end]
        }
        _ => vec![first, after],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(versions: &[&str], conditions: &[&str]) -> Timeline {
        let conditions: Vec<VersionReq> = conditions.iter().map(|c| c.parse().unwrap()).collect();
        Timeline::new(versions, conditions.iter()).unwrap()
    }

    #[test]
    fn majors_are_told_apart_by_majors() {
        let timeline = timeline(&["24.1.0", "20.19.5", "22.3.1", "26.10.0"], &[]);
        let spans = ["20.19.5", "22.3.1", "24.1.0", "26.10.0"].map(|v| timeline.span(v));
        assert_eq!(spans, [0, 1, 2, 3]);
        let conditions = [0..4, 0..2, 2..4, 1..2].map(|spans| timeline.condition(&spans));
        let expected = [None, Some("<24"), Some(">=24"), Some(">=22, <24")];
        assert_eq!(conditions, expected.map(|c| c.map(str::to_owned)));
    }

    #[test]
    fn versions_are_ordered_by_the_numbers_that_conditions_see() {
        let one = timeline(&["156.0.8078.108", "155.0.7990.3"], &[]);
        assert_eq!(one.condition(&(0..1)).unwrap(), "<156");
        assert_eq!(one.span("155.0.7990.3"), 0);
        assert_eq!(one.span("156.0.8078.1"), 1);
        let two = timeline(&["2026-11-17", "2026-02-03"], &[]);
        let condition = two.condition(&(1..2)).unwrap();
        assert_eq!(condition, ">=2026.11");
        let condition: VersionReq = condition.parse().unwrap();
        let holds = |text| crate::expectations::applies(Some(&condition), number(text).as_ref());
        assert!(holds("2026-11-17") && !holds("2026-02-03"));
    }

    #[test]
    fn closer_versions_are_told_apart_by_what_differs() {
        let one = timeline(&["1.2.20", "1.3.1"], &[]);
        assert_eq!(one.condition(&(0..1)).unwrap(), "<1.3");
        let two = timeline(&["0.22.0", "0.22.3"], &[]);
        assert_eq!(two.condition(&(1..2)).unwrap(), ">=0.22.3");
    }

    #[test]
    fn conditions_begin_spans() {
        let timeline = timeline(&["26.1.0"], &[">=22, <24", "=20"]);
        assert_eq!(
            timeline.versions(),
            ["0.0.0", "20.0.0", "21.0.0", "22.0.0", "24.0.0"]
        );
        assert_eq!(timeline.span("26.1.0"), 4);
        let cases = [
            ("<=1.2", vec!["1.3.0"]),
            (">1.2.3", vec!["1.2.4"]),
            ("~1.2.3", vec!["1.2.3", "1.3.0"]),
            ("~1", vec!["1.0.0", "2.0.0"]),
            ("^1.2", vec!["1.2.0", "2.0.0"]),
            ("^0.2.3", vec!["0.2.3", "0.3.0"]),
            ("^0.0.3", vec!["0.0.3", "0.0.4"]),
            ("1.*", vec!["1.0.0", "2.0.0"]),
        ];
        for (condition, starts) in cases {
            let condition: VersionReq = condition.parse().unwrap();
            let found: Vec<String> = bounds(&condition.comparators[0])
                .iter()
                .map(Version::to_string)
                .collect();
            assert_eq!(found, starts, "{condition}");
        }
    }

    #[test]
    fn versions_without_numbers_stand_alone() {
        let condition: VersionReq = "<24".parse().unwrap();
        let alone = Timeline::new(&["today", "today"], [&condition].into_iter()).unwrap();
        assert_eq!(alone.versions(), ["today"]);
        assert_eq!((alone.span("today"), alone.condition(&(0..1))), (0, None));
        assert!(Timeline::new(&["today", "1.0.0"], [].into_iter()).is_none());
    }
}
