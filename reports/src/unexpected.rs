//! The list of what ended otherwise than foreseen, worst first.

use winterproof_model::{Foreseen, HarnessStatus, TestId};

use crate::matrix::{Entry, Matrix, SubtestKey, occurrences};

/// What ended otherwise than foreseen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum What<'a> {
    /// The test as a whole.
    Test,
    /// A subtest.
    Subtest(SubtestKey<'a>),
    /// A subtest which an expectation names and which was not reported.
    Missing(&'a str),
}

/// One result that ended otherwise than foreseen.
#[derive(Clone, Copy, Debug)]
pub struct Unexpected<'a> {
    /// The column.
    pub column: usize,
    /// The test.
    pub id: &'a TestId,
    /// Which part of it.
    pub what: What<'a>,
    /// How it ended.
    pub status: &'static str,
    /// How it was foreseen to end.
    pub expected: &'a str,
    /// Whether it ended better than foreseen: the expectation is out of date.
    pub better: bool,
    /// The message that came with it.
    pub message: Option<&'a str>,
    /// The engine's own stack text that came with it.
    pub stack: Option<&'a str>,
    /// Why something else than the ideal was foreseen.
    pub why: Option<&'a Foreseen>,
    rank: u8,
}

/// What stands for a status where a subtest was not reported.
pub(crate) const NOT_REPORTED: &str = "NOT REPORTED";

/// Everything unexpected in a matrix: crashes first, then timeouts, errors, subtests that were not
/// reported, subtests, and at last what went better than foreseen; within each by column and test.
pub fn unexpected<'a>(matrix: &Matrix<'a>) -> Vec<Unexpected<'a>> {
    let mut found = Vec::new();
    for (_, row) in matrix.rows() {
        for (column, entries) in row.entries.iter().enumerate() {
            for entry in entries {
                of_entry(column, entry, &mut found);
            }
        }
    }
    found.sort_by_key(|item| (item.rank, item.column));
    found
}

fn of_entry<'a>(column: usize, entry: &Entry<'a>, found: &mut Vec<Unexpected<'a>>) {
    let Some(record) = entry.record else { return };
    let result = &record.result;
    if result.is_expected() {
        return;
    }
    type Text = Option<String>;
    let mut push = |what, status, (expected, better), texts: (&'a Text, &'a Text), why, rank| {
        found.push(Unexpected {
            column,
            id: entry.id,
            what,
            status,
            expected,
            better,
            message: texts.0.as_deref(),
            stack: texts.1.as_deref(),
            why,
            rank: if better { 9 } else { rank },
        });
    };
    if let Some(verdict) = result.verdict.unexpected() {
        let rank = match result.status {
            HarnessStatus::Crash => 0,
            HarnessStatus::Timeout => 1,
            HarnessStatus::Error => 2,
            _ => 3,
        };
        push(
            What::Test,
            result.status.as_str(),
            verdict,
            (&result.message, &result.stack),
            result.reason(),
            rank,
        );
    }
    for name in &result.missing {
        push(
            What::Missing(name),
            NOT_REPORTED,
            ("a result", false),
            (&None, &None),
            None,
            4,
        );
    }
    let keys = occurrences(result.subtests.iter().map(|subtest| subtest.name.as_str()));
    let whys = result.reasons();
    for ((key, subtest), why) in keys.zip(&result.subtests).zip(whys) {
        if let Some(verdict) = subtest.verdict.unexpected() {
            let status = subtest.status.as_str();
            let texts = (&subtest.message, &subtest.stack);
            push(What::Subtest(key), status, verdict, texts, why, 5);
        }
    }
}
