//! Coverage for people at a prompt, and for programs.

use std::fmt::Write;

use winterproof_model::Profile;

use super::{AreaCoverage, Partial};
use crate::text::{grouped, one_line, percent, plural};

/// How many of each list are shown, where not all are.
const SHOWN: usize = 20;
/// How many subtests of a test are shown, where not all are.
const NAMES: usize = 3;
/// Longest name and text, in characters.
const TEXT: usize = 160;

/// The coverage of each area, in full or with the beginnings of the lists.
pub fn terminal(areas: &[AreaCoverage], all: bool) -> String {
    let mut out = String::new();
    for (at, area) in areas.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        one(area, all, &mut out);
    }
    if areas.len() > 1 {
        let covered: usize = areas.iter().map(|area| area.covered).sum();
        let observable: usize = areas.iter().map(|area| area.observable).sum();
        let _ = writeln!(out, "\nall areas: {}", rate(covered, observable));
        let partial: Vec<&str> = areas
            .iter()
            .filter(|area| !area.partial.is_empty())
            .map(|area| area.area.as_str())
            .collect();
        if !partial.is_empty() {
            let _ = writeln!(out, "!! PARTIAL, see above: {}", partial.join(", "));
        }
    }
    out
}

/// The coverage as JSON.
pub fn json(areas: &[AreaCoverage]) -> String {
    let mut text = serde_json::to_string_pretty(areas).expect("the data is plain");
    text.push('\n');
    text
}

fn rate(covered: usize, observable: usize) -> String {
    let share = match observable {
        0 => "no requirement is observable".to_owned(),
        _ => percent(covered as f64 / observable as f64),
    };
    format!(
        "{share}, {} of {} have a subtest",
        grouped(covered as u64),
        plural(observable as u64, "observable requirement")
    )
}

fn one(area: &AreaCoverage, all: bool, out: &mut String) {
    let _ = writeln!(
        out,
        "{}: {}",
        area.area,
        rate(area.covered, area.observable)
    );
    partial(&area.partial, all, out);
    let nameless: usize = area
        .without_requirement
        .iter()
        .map(|one| one.subtests.len())
        .sum();
    let _ = writeln!(
        out,
        "  {}, {} of them not observable; {}, {} of them without a requirement",
        plural(area.requirements as u64, "requirement"),
        grouped(area.unobservable.len() as u64),
        plural(area.subtests as u64, "subtest"),
        grouped(nameless as u64),
    );
    if area.profile != Profile::Latest || !area.outside_profile.is_empty() {
        let outside = match area.outside_profile.len() {
            1 => "1 requirement is".to_owned(),
            number => format!("{} requirements are", grouped(number as u64)),
        };
        let _ = writeln!(out, "  profile {}: {outside} outside it", area.profile);
    }
    let lines = area.unknown.iter().map(|unknown| {
        let places: Vec<String> = unknown
            .named_by
            .iter()
            .take(if all { usize::MAX } else { 1 })
            .map(|(test, subtest)| format!("{test} {:?}", one_line(subtest, TEXT)))
            .collect();
        let more = unknown.named_by.len() - places.len();
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        format!(
            "{:?}: {}{more}",
            one_line(&unknown.id, TEXT),
            places.join(", ")
        )
    });
    list("Ids that the map does not have", lines, true, out);
    let lines = area.without_subtest.iter().map(|one| {
        format!(
            "{} ({}): {} {}",
            one.id,
            one.keyword.as_str(),
            one.text,
            one.url
        )
    });
    list("Requirements without a subtest", lines, all, out);
    let lines = area.without_requirement.iter().map(|test| {
        let shown = if all { usize::MAX } else { NAMES };
        let mut lines = vec![format!(
            "{}: {} of {}",
            test.test,
            test.subtests.len(),
            test.of
        )];
        let names = test.subtests.iter().take(shown);
        lines.extend(names.map(|name| format!("{:?}", one_line(name, TEXT))));
        if test.subtests.len() > shown {
            lines.push(format!("and {} more", test.subtests.len() - shown));
        }
        lines.join("\n      ")
    });
    list("Subtests without a requirement", lines, all, out);
    let lines = area.unobservable.iter().map(|one| {
        let reason = one.unobservable.as_deref().unwrap_or_default();
        let named = match area.seen_all_the_same.contains(&one.id) {
            true => " (a subtest names it all the same)",
            false => "",
        };
        format!("{}: {reason}{named}", one.id)
    });
    list("Not observable", lines, all, out);
    let lines = area.outside_profile.iter().map(|one| {
        let (id, holds, text) = (&one.id, one.holds, &one.text);
        format!("{id} ({holds}): {text}")
    });
    list("Outside the profile", lines, all, out);
}

/// What makes the figures too low: nobody shall overlook it.
fn partial(partial: &Partial, all: bool, out: &mut String) {
    if !partial.tests.is_empty() {
        let _ = writeln!(
            out,
            "!! PARTIAL: {} did not run to the end; what only they check is missing here",
            plural(partial.tests.len() as u64, "test")
        );
        let shown = if all { usize::MAX } else { SHOWN };
        for test in partial.tests.iter().take(shown) {
            let message = one_line(test.message.as_deref().unwrap_or_default(), TEXT);
            let line = format!("!!   {}: {} {message}", test.test, test.status);
            let _ = writeln!(out, "{}", line.trim_end());
        }
        let left = partial.tests.len().saturating_sub(shown);
        if left > 0 {
            let _ = writeln!(out, "!!   and {left} more (--all shows them)");
        }
    }
    if !partial.filters.is_empty() {
        let _ = writeln!(
            out,
            "!! PARTIAL: only a part of the area was run: {}",
            partial.filters.join(" ")
        );
    }
    if !partial.older_maps.is_empty() {
        let _ = writeln!(
            out,
            "!! The logs hold different requirement maps. The newest counts; another is in {}",
            partial.older_maps.join(", ")
        );
    }
}

fn list(title: &str, lines: impl Iterator<Item = String>, all: bool, out: &mut String) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n  {title}:");
    let shown = if all { lines.len() } else { SHOWN };
    for line in lines.iter().take(shown) {
        let _ = writeln!(out, "    {line}");
    }
    if lines.len() > shown {
        let _ = writeln!(
            out,
            "    and {} more (--all shows them)",
            lines.len() - shown
        );
    }
}
