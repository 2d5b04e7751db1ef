//! Which part of the tests this machine is to run: what the user says, or the variables with which
//! others tell the machines that share their work.

use std::env;
use std::fs::OpenOptions;
use std::path::Path;

use winterproof_model::Partition;

use crate::failure::Failure;

/// Bazel's: shards are counted from 0.
const BAZEL: (&str, &str) = ("TEST_TOTAL_SHARDS", "TEST_SHARD_INDEX");
/// GitLab's: jobs are counted from 1. Without `parallel` there is only the number of jobs, which is 1.
const GITLAB: (&str, &str) = ("CI_NODE_TOTAL", "CI_NODE_INDEX");
/// The file that tells Bazel that somebody minds its shards.
const STATUS_FILE: &str = "TEST_SHARD_STATUS_FILE";

/// A part of the tests, and who says so.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Share {
    pub partition: Partition,
    /// For people.
    pub source: String,
}

/// The part of the tests that is to be run, if it isn't all of them.
pub(crate) fn share(given: Option<Partition>) -> Result<Option<Share>, Failure> {
    share_by(given, |name| env::var(name).ok())
}

/// Tells Bazel that shards are minded, if it asks.
pub(crate) fn tell_bazel() -> Result<(), Failure> {
    let Some(path) = env::var_os(STATUS_FILE).filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let path = Path::new(&path);
    let touched = OpenOptions::new().create(true).append(true).open(path);
    touched.map(drop).map_err(|error| {
        Failure::new(format!(
            "failed to touch {}, which {STATUS_FILE} names: {error}",
            path.display()
        ))
    })
}

fn share_by(
    given: Option<Partition>,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<Share>, Failure> {
    let share = match given {
        Some(partition) => Some(Share {
            partition,
            source: overruling(&variable),
        }),
        None => match from(BAZEL, 0, "Bazel", &variable)? {
            Some(share) => Some(share),
            None => from(GITLAB, 1, "GitLab", &variable)?,
        },
    };
    Ok(share.filter(|share| !share.partition.is_whole()))
}

fn set(variable: &impl Fn(&str) -> Option<String>, name: &str) -> Option<String> {
    variable(name).filter(|value| !value.is_empty())
}

/// That the command line says it, and what it says it against.
fn overruling(variable: &impl Fn(&str) -> Option<String>) -> String {
    let names = [BAZEL, GITLAB].map(|(total, index)| [total, index]);
    let overruled: Vec<String> = names
        .iter()
        .flatten()
        .filter_map(|name| Some(format!("{name}={}", set(variable, name)?)))
        .collect();
    match overruled.is_empty() {
        true => "--partition".to_owned(),
        false => format!("--partition, and not {}", overruled.join(" ")),
    }
}

/// What a pair of variables says, which counts shards from `first`.
fn from(
    (total_name, index_name): (&str, &str),
    first: u32,
    whose: &str,
    variable: &impl Fn(&str) -> Option<String>,
) -> Result<Option<Share>, Failure> {
    let (total, index) = (set(variable, total_name), set(variable, index_name));
    let said = || {
        let both = [(total_name, &total), (index_name, &index)];
        let all = both.map(|(name, value)| match value {
            Some(value) => format!("{name}={value}"),
            None => format!("no {name}"),
        });
        all.join(" ")
    };
    let wrong = |problem: &str| {
        Failure::new(format!("{} of the environment: {problem}", said())).help(
            "`--partition hash:K/N` says which part to run, whatever the environment says; \
             `--partition hash:1/1` runs all tests",
        )
    };
    let number = |value: &str| value.parse::<u32>().map_err(|_| wrong("not numbers"));
    let (total, index) = match (&total, &index) {
        (None, None) => return Ok(None),
        (Some(total), None) if number(total)? <= 1 => return Ok(None),
        (Some(total), Some(index)) => (number(total)?, number(index)?),
        _ => return Err(wrong("one says nothing without the other")),
    };
    if index < first {
        return Err(wrong(&format!("{whose} counts from {first}")));
    }
    let partition = Partition::new((index - first).saturating_add(1), total)
        .map_err(|error| wrong(&error.to_string()))?;
    Ok(Some(Share {
        partition,
        source: format!("{} of the environment, as {whose} counts", said()),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The partition, and who says so.
    fn said(given: Option<&str>, environment: &[(&str, &str)]) -> Result<(String, String), String> {
        let given = given.map(|text| text.parse().unwrap());
        let variable = |name: &str| {
            let found = environment.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        match share_by(given, variable) {
            Ok(Some(share)) => Ok((share.partition.to_string(), share.source)),
            Ok(None) => Ok(("all".into(), String::new())),
            Err(failure) => Err(failure.to_string()),
        }
    }

    fn partition(given: Option<&str>, environment: &[(&str, &str)]) -> String {
        said(given, environment).unwrap().0
    }

    const OF_BAZEL: [(&str, &str); 2] = [("TEST_TOTAL_SHARDS", "8"), ("TEST_SHARD_INDEX", "0")];
    const OF_GITLAB: [(&str, &str); 2] = [("CI_NODE_TOTAL", "4"), ("CI_NODE_INDEX", "4")];

    #[test]
    fn each_counts_in_its_own_way() {
        assert_eq!(partition(None, &OF_BAZEL), "hash:1/8");
        assert_eq!(partition(None, &OF_GITLAB), "hash:4/4");
        let (_, source) = said(None, &OF_BAZEL).unwrap();
        assert_eq!(
            source,
            "TEST_TOTAL_SHARDS=8 TEST_SHARD_INDEX=0 of the environment, as Bazel counts"
        );
    }

    #[test]
    fn nearer_ones_win() {
        let both = [OF_GITLAB, OF_BAZEL].concat();
        assert_eq!(partition(None, &both), "hash:1/8");
        assert_eq!(partition(Some("hash:2/3"), &both), "hash:2/3");
        let (_, source) = said(Some("hash:2/3"), &OF_GITLAB).unwrap();
        assert_eq!(
            source,
            "--partition, and not CI_NODE_TOTAL=4 CI_NODE_INDEX=4"
        );
        assert_eq!(said(Some("hash:2/3"), &[]).unwrap().1, "--partition");
        assert_eq!(partition(Some("hash:1/1"), &OF_GITLAB), "all");
    }

    #[test]
    fn where_nothing_is_shared_all_is_run() {
        assert_eq!(partition(None, &[]), "all");
        // GitLab sets this one in every job.
        assert_eq!(partition(None, &[("CI_NODE_TOTAL", "1")]), "all");
        assert_eq!(partition(None, &[("TEST_TOTAL_SHARDS", "0")]), "all");
        let empty = [("TEST_TOTAL_SHARDS", ""), ("TEST_SHARD_INDEX", "")];
        assert_eq!(partition(None, &empty), "all");
        let alone = [("TEST_TOTAL_SHARDS", "1"), ("TEST_SHARD_INDEX", "0")];
        assert_eq!(partition(None, &alone), "all");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let cases: [(&[(&str, &str)], &str); 6] = [
            (
                &[("CI_NODE_TOTAL", "4"), ("CI_NODE_INDEX", "0")],
                "CI_NODE_TOTAL=4 CI_NODE_INDEX=0 of the environment: GitLab counts from 1",
            ),
            (
                &[("CI_NODE_TOTAL", "4"), ("CI_NODE_INDEX", "5")],
                "there is no shard 5 of 4",
            ),
            (
                &[("TEST_TOTAL_SHARDS", "8"), ("TEST_SHARD_INDEX", "8")],
                "there is no shard 9 of 8",
            ),
            (
                &[("TEST_TOTAL_SHARDS", "8")],
                "TEST_TOTAL_SHARDS=8 no TEST_SHARD_INDEX of the environment: one says nothing",
            ),
            (&[("TEST_SHARD_INDEX", "1")], "one says nothing without"),
            (
                &[("CI_NODE_TOTAL", "many"), ("CI_NODE_INDEX", "1")],
                "not numbers",
            ),
        ];
        for (environment, expected) in cases {
            let problem = said(None, environment).unwrap_err();
            assert!(problem.contains(expected), "{problem}");
        }
    }
}
