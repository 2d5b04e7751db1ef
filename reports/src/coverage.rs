//! Which requirements have a subtest, and which subtests have a requirement.
//!
//! Everything comes from logs: their headers hold the requirement maps, their subtests the ids that
//! they name. Several logs are taken together, as far as tests go: what one runtime skips, another
//! may run. A subtest covers what it names whether it passes or not.

mod render;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;
use winterproof_model::log::RunLog;
use winterproof_model::requirement::lists_changes_alone;
use winterproof_model::{
    HarnessStatus, Profile, Requirement, SubtestResult, SubtestStatus, Verdict,
};

use crate::load::NamedLog;
use crate::text::tenths;
pub use render::{json, terminal};

/// How the requirement map of an area and the area's subtests fit together.
#[derive(Debug, Serialize)]
pub struct AreaCoverage {
    /// The area.
    pub area: String,
    /// The profile whose requirements count.
    pub profile: Profile,
    /// Requirements of the map.
    pub requirements: usize,
    /// Those of them that a test can see and that are rules in the profile.
    pub observable: usize,
    /// Observable ones that a subtest names.
    pub covered: usize,
    /// Covered of observable ones, in percent, rounded down to one digit.
    pub percent: f64,
    /// Subtests that were reported.
    pub subtests: usize,
    /// Why the figures are too low, where they are.
    pub partial: Partial,
    /// Observable requirements that no subtest names.
    pub without_subtest: Vec<Requirement>,
    /// Requirements that no test can see.
    pub unobservable: Vec<Requirement>,
    /// Requirements that no test can see, and that subtests name all the same.
    pub seen_all_the_same: Vec<String>,
    /// Requirements that are no rules in the profile.
    pub outside_profile: Vec<Requirement>,
    /// Subtests that name no requirement, by test.
    pub without_requirement: Vec<Nameless>,
    /// Ids that are not in the map.
    pub unknown: Vec<Unknown>,
}

/// What was not seen of an area.
#[derive(Debug, Default, Serialize)]
pub struct Partial {
    /// Tests that ran to their end in no log.
    pub tests: Vec<Unfinished>,
    /// Filters of the runs, where no run was of the whole area.
    pub filters: Vec<String>,
    /// Logs that hold another requirement map than the one that counts: the newest.
    pub older_maps: Vec<String>,
}

/// A test that did not run to its end.
#[derive(Debug, Serialize)]
pub struct Unfinished {
    /// The test.
    pub test: String,
    /// How it ended; `unmeasured` without a result.
    pub status: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// Subtests of a test that name no requirement.
#[derive(Debug, Serialize)]
pub struct Nameless {
    /// The test.
    pub test: String,
    /// All its subtests.
    pub of: usize,
    /// The names of those without a requirement.
    pub subtests: Vec<String>,
}

/// An id that is not in the map.
#[derive(Debug, Serialize)]
pub struct Unknown {
    /// The id.
    pub id: String,
    /// Where it is named: test and subtest.
    pub named_by: Vec<(String, String)>,
}

impl Partial {
    /// Whether nothing is known to be lacking.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty() && self.filters.is_empty() && self.older_maps.is_empty()
    }
}

/// How far the requirements of a profile are covered, for every area of which a log holds a requirement
/// map that lists more than what differs between profiles, sorted by name. The logs may be of any
/// profile.
pub fn coverage(logs: &[NamedLog], profile: Profile) -> Vec<AreaCoverage> {
    let maps = logs.iter().flat_map(|log| &log.log.header.requirements);
    let areas: BTreeSet<&String> = maps
        .filter(|(_, map)| !lists_changes_alone(map))
        .map(|(area, _)| area)
        .collect();
    areas
        .into_iter()
        .map(|area| of_area(area, logs, profile))
        .collect()
}

/// A subtest in every log that has it, and what it names in any of them.
struct Subtest<'a> {
    name: &'a str,
    ids: BTreeSet<&'a str>,
    /// It never ended, so nobody knows what it names.
    open: bool,
}

#[derive(Default)]
struct Test<'a> {
    subtests: Vec<Subtest<'a>>,
    /// By name and by which one of that name it is.
    places: HashMap<(&'a str, usize), usize>,
    finished: bool,
    unfinished: Option<Unfinished>,
}

impl<'a> Test<'a> {
    fn add(&mut self, reported: &'a [SubtestResult]) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for subtest in reported {
            let count = seen.entry(&subtest.name).or_default();
            *count += 1;
            let new = self.subtests.len();
            let at = *self.places.entry((&subtest.name, *count)).or_insert(new);
            if at == new {
                self.subtests.push(Subtest {
                    name: &subtest.name,
                    ids: BTreeSet::new(),
                    open: true,
                });
            }
            let one = &mut self.subtests[at];
            one.ids
                .extend(subtest.requirements.iter().map(String::as_str));
            let ended = !matches!(
                subtest.status,
                SubtestStatus::Timeout | SubtestStatus::Notrun
            );
            one.open &= !ended && subtest.requirements.is_empty();
        }
    }
}

fn of_area(area: &str, logs: &[NamedLog], profile: Profile) -> AreaCoverage {
    let with_map = || {
        let has = |named: &&NamedLog| named.log.header.requirements.contains_key(area);
        logs.iter().filter(has)
    };
    let newest = with_map().max_by(|a, b| a.log.header.started.cmp(&b.log.header.started));
    let map: &[Requirement] = newest.map_or(&[], |named| &named.log.header.requirements[area]);
    let tests = tests_of(area, logs.iter().map(|named| &named.log), profile);
    let mut named: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    let mut without_requirement = Vec::new();
    for (name, test) in &tests {
        let mut nameless = Vec::new();
        for subtest in &test.subtests {
            for id in &subtest.ids {
                let place = (name.clone(), subtest.name.to_owned());
                named.entry(id).or_default().push(place);
            }
            if subtest.ids.is_empty() && !subtest.open {
                nameless.push(subtest.name.to_owned());
            }
        }
        if !nameless.is_empty() {
            without_requirement.push(Nameless {
                test: name.clone(),
                of: test.subtests.len(),
                subtests: nameless,
            });
        }
    }
    let (of_profile, outside_profile): (Vec<&Requirement>, Vec<&Requirement>) =
        map.iter().partition(|one| one.holds.within(profile));
    let (observable, unobservable): (Vec<&Requirement>, Vec<&Requirement>) = of_profile
        .into_iter()
        .partition(|one| one.unobservable.is_none());
    let is_named = |one: &&&Requirement| named.contains_key(one.id.as_str());
    let covered = observable.iter().filter(is_named).count();
    let known: BTreeSet<&str> = map.iter().map(|one| one.id.as_str()).collect();
    let share = covered as f64 / observable.len().max(1) as f64;
    AreaCoverage {
        area: area.to_owned(),
        profile,
        requirements: map.len(),
        observable: observable.len(),
        covered,
        percent: tenths(share) / 10.0,
        subtests: tests.values().map(|test| test.subtests.len()).sum(),
        without_subtest: observable
            .iter()
            .filter(|one| !is_named(one))
            .map(|one| Requirement::clone(one))
            .collect(),
        seen_all_the_same: unobservable
            .iter()
            .filter(is_named)
            .map(|one| one.id.clone())
            .collect(),
        unobservable: unobservable.into_iter().cloned().collect(),
        outside_profile: outside_profile.into_iter().cloned().collect(),
        without_requirement,
        partial: Partial {
            filters: filters(area, with_map().map(|named| &named.log)),
            older_maps: with_map()
                .filter(|named| named.log.header.requirements[area] != map)
                .map(|named| named.name.clone())
                .collect(),
            tests: tests
                .into_values()
                .filter(|test| !test.finished)
                .filter_map(|test| test.unfinished)
                .collect(),
        },
        unknown: named
            .into_iter()
            .filter(|(id, _)| !known.contains(id))
            .map(|(id, named_by)| Unknown {
                id: id.to_owned(),
                named_by,
            })
            .collect(),
    }
}

/// The tests of an area in any log, whatever scope they ran in. A test that is outside the profile has
/// nothing to add.
fn tests_of<'a>(
    area: &str,
    logs: impl Iterator<Item = &'a RunLog>,
    profile: Profile,
) -> BTreeMap<String, Test<'a>> {
    let mut tests: BTreeMap<String, Test<'a>> = BTreeMap::new();
    for log in logs {
        for record in log.tests.iter().filter(|record| record.id.area() == area) {
            if let Verdict::OutsideProfile(holds) = record.result.verdict
                && !holds.within(profile)
            {
                continue;
            }
            let name = record.id.row();
            let test = tests.entry(name.clone()).or_default();
            test.add(&record.result.subtests);
            match record.result.status {
                HarnessStatus::Ok => test.finished = true,
                status => {
                    test.unfinished.get_or_insert(Unfinished {
                        test: name,
                        status: status.to_string(),
                        message: record.result.message.clone(),
                    });
                }
            }
        }
        for id in log.unmeasured.iter().filter(|id| id.area() == area) {
            let test = tests.entry(id.row()).or_default();
            test.unfinished.get_or_insert(Unfinished {
                test: id.row(),
                status: "unmeasured".to_owned(),
                message: None,
            });
        }
    }
    tests
}

/// The filters of the runs, unless one of the runs was of the whole area.
fn filters<'a>(area: &str, logs: impl Iterator<Item = &'a RunLog>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for log in logs {
        let filters = &log.header.settings.filters;
        if filters.is_empty() || filters.iter().any(|one| one.trim_matches('/') == area) {
            return Vec::new();
        }
        for filter in filters {
            if !all.contains(filter) {
                all.push(filter.clone());
            }
        }
    }
    all
}
