//! What the page's script draws tests and subtests from: one JSON value, made small.
//!
//! Names, messages and stacks repeat thousands of times in a report, so texts live once in `strings`
//! and are referred to by number. A test's subtests are one letter each, in the order of the row's
//! known subtests:
//!
//! | letter | meaning |
//! |---|---|
//! | `P` `F` `T` `N` `O` | PASS, FAIL, TIMEOUT, NOTRUN, PRECONDITION_FAILED |
//! | `X` | outside the run's profile, however it ended |
//! | `L` | lost: known, and not reported by a test that was measured |
//! | `-` | not measured |
//!
//! The requirements that subtests name live once in `requirements`, and the combinations that occur in
//! `sets`, the first of which is empty; a test has the number of a set for each of its known subtests.
//!
//! Field names are short because they are written a hundred thousand times; each says its long name.
//!
//! The value is compressed (deflate) and then written in base64, so that a page about a million
//! subtests stays small, and nothing in it can be taken for markup.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::io::{BufWriter, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde::Serialize;
use winterproof_model::log::TestRecord;
use winterproof_model::{Foreseen, HarnessStatus, SubtestStatus, Verdict};

use crate::cell::measured;
use crate::matrix::{Entry, Matrix, Row};
use crate::text::{cut, tail, visible};

/// Characters of a message, and of a stack, that go into the page.
const TEXT: usize = 4_000;

#[derive(Serialize)]
struct Data<'a> {
    columns: Vec<&'a str>,
    strings: Vec<Cow<'a, str>>,
    /// Address and text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    requirements: Vec<(&'a str, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sets: Vec<Vec<usize>>,
    tests: Vec<Test<'a>>,
}

#[derive(Serialize)]
struct Test<'a> {
    /// The row's name.
    n: &'a str,
    /// The area's number.
    a: usize,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    t: Option<&'a str>,
    /// Sections of specifications.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    s: Vec<&'a str>,
    /// Known subtests.
    k: Vec<String>,
    /// The set of requirements of each known subtest, where one has any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    w: Vec<usize>,
    /// Columns, each with an entry a scope.
    c: Vec<Vec<EntryData<'a>>>,
}

#[derive(Default, Serialize)]
struct EntryData<'a> {
    /// The id, where it differs from the row's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// The status; absent when unmeasured.
    #[serde(skip_serializing_if = "Option::is_none")]
    st: Option<&'static str>,
    /// Subtests, a letter each.
    r: String,
    /// Subtests that passed.
    p: u64,
    /// Subtests that are scored.
    q: u64,
    /// The score in thousandths, rounded down.
    #[serde(skip_serializing_if = "Option::is_none")]
    sc: Option<u32>,
    /// Whether the test passed as a whole.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ok: bool,
    /// Milliseconds.
    d: u64,
    /// Message, stack and verdict of the test itself.
    #[serde(skip_serializing_if = "Note::is_empty")]
    h: Note<'a>,
    /// Message, stack and verdict of subtests, by place.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    x: BTreeMap<usize, Note<'a>>,
    /// Expected subtests that were not reported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mi: Vec<&'a str>,
    /// Uncaught errors: kind, message, stack.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    u: Vec<(&'a str, usize, Option<usize>)>,
    /// Standard output.
    #[serde(skip_serializing_if = "Option::is_none")]
    o: Option<usize>,
    /// Standard error.
    #[serde(skip_serializing_if = "Option::is_none")]
    e: Option<usize>,
    /// Attempts before the last: status, message.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ea: Vec<(&'static str, Option<usize>)>,
    /// Whether the attempts ended differently.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    f: bool,
    /// Whether it took more than 0.8 of its time.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sl: bool,
}

#[derive(Default, Serialize)]
struct Note<'a> {
    /// Message.
    #[serde(skip_serializing_if = "Option::is_none")]
    m: Option<usize>,
    /// Stack.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<usize>,
    /// The status that was expected, where the result is unexpected.
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<&'a str>,
    /// The profiles that it holds in, where it is outside the run's profile, and how it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    o: Option<String>,
    /// Why something else than the ideal was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    y: Option<usize>,
    /// The address where that is talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<&'a str>,
    /// Whether it is a known intermittent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    i: bool,
}

impl Note<'_> {
    fn is_empty(&self) -> bool {
        let texts = [self.m, self.s, self.y];
        texts.iter().all(Option::is_none) && self.v.is_none() && self.o.is_none() && !self.i
    }
}

/// Texts, each once.
#[derive(Default)]
struct Strings<'a> {
    all: Vec<Cow<'a, str>>,
    index: HashMap<Cow<'a, str>, usize>,
}

impl<'a> Strings<'a> {
    fn put(&mut self, text: Cow<'a, str>) -> usize {
        let text = match text {
            Cow::Borrowed(text) => visible(text),
            Cow::Owned(text) => Cow::Owned(visible(&text).into_owned()),
        };
        let next = self.all.len();
        let at = *self.index.entry(text.clone()).or_insert(next);
        if at == next {
            self.all.push(text);
        }
        at
    }

    fn start(&mut self, text: Option<&'a String>) -> Option<usize> {
        text.map(|text| self.put(cut(text, TEXT)))
    }

    fn end(&mut self, text: &'a str) -> Option<usize> {
        (!text.is_empty()).then(|| self.put(tail(text, TEXT)))
    }

    fn note(
        &mut self,
        message: Option<&'a String>,
        stack: Option<&'a String>,
        verdict: &'a Verdict,
        why: Option<&'a Foreseen>,
    ) -> Note<'a> {
        Note {
            m: self.start(message),
            s: self.start(stack),
            v: verdict.unexpected().map(|(expected, _)| expected),
            o: None,
            y: self.start(why.map(|why| &why.reason)),
            l: why.and_then(|why| why.issue.as_deref()),
            i: *verdict == Verdict::KnownIntermittent,
        }
    }
}

/// Requirements, each once, and the sets of them that subtests name.
#[derive(Default)]
struct Requirements<'a> {
    all: Vec<(&'a str, String)>,
    index: HashMap<(&'a str, &'a str), Option<usize>>,
    sets: Vec<Vec<usize>>,
    set_index: HashMap<Vec<usize>, usize>,
}

impl<'a> Requirements<'a> {
    /// The number of a requirement; `None` when no log of the report has it in a map.
    fn number(&mut self, matrix: &Matrix<'a>, area: &'a str, id: &'a str) -> Option<usize> {
        if let Some(known) = self.index.get(&(area, id)) {
            return *known;
        }
        let maps = matrix
            .columns
            .iter()
            .filter_map(|column| column.log.header.requirements.get(area));
        let found = maps.flatten().find(|one| one.id == id);
        let number = found.map(|one| {
            self.all.push((&one.url, visible(&one.text).into_owned()));
            self.all.len() - 1
        });
        self.index.insert((area, id), number);
        number
    }

    fn set(&mut self, numbers: Vec<usize>) -> usize {
        if self.sets.is_empty() {
            self.sets.push(Vec::new());
            self.set_index.insert(Vec::new(), 0);
        }
        let next = self.sets.len();
        let at = *self.set_index.entry(numbers.clone()).or_insert(next);
        if at == next {
            self.sets.push(numbers);
        }
        at
    }

    /// The set of each known subtest of a row; empty when none has any.
    fn of_row(&mut self, matrix: &Matrix<'a>, area: &'a str, row: &Row<'a>) -> Vec<usize> {
        let mut named: Vec<Vec<usize>> = vec![Vec::new(); row.known.len()];
        for entry in row.entries.iter().flatten() {
            let Some(record) = entry.record else { continue };
            for (place, subtest) in entry.places.iter().zip(&record.result.subtests) {
                for id in &subtest.requirements {
                    let number = self.number(matrix, area, id);
                    named[*place].extend(number);
                }
            }
        }
        if named.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        let mut one = |mut numbers: Vec<usize>| {
            numbers.sort_unstable();
            numbers.dedup();
            self.set(numbers)
        };
        named.into_iter().map(&mut one).collect()
    }
}

/// The data as text for the page.
pub(crate) fn packed(matrix: &Matrix<'_>) -> String {
    // Level 6 takes twice the time of level 4 and makes the page a tenth smaller.
    let encoder = DeflateEncoder::new(Vec::new(), Compression::new(4));
    let mut out = BufWriter::new(encoder);
    serde_json::to_writer(&mut out, &data(matrix)).expect("the data is plain");
    out.flush().expect("a vector takes all");
    let encoder = out.into_inner().expect("it was flushed");
    STANDARD.encode(encoder.finish().expect("a vector takes all"))
}

fn data<'a>(matrix: &'a Matrix<'_>) -> Data<'a> {
    let mut strings = Strings::default();
    let mut requirements = Requirements::default();
    let mut tests = Vec::new();
    for (at, area) in matrix.areas.iter().enumerate() {
        for row in &area.rows {
            let sets = requirements.of_row(matrix, area.name, row);
            tests.push(test(at, row, sets, &mut strings));
        }
    }
    Data {
        columns: matrix.columns.iter().map(|c| c.label.as_str()).collect(),
        strings: strings.all,
        requirements: requirements.all,
        sets: requirements.sets,
        tests,
    }
}

fn test<'a>(
    area: usize,
    row: &'a Row<'_>,
    sets: Vec<usize>,
    strings: &mut Strings<'a>,
) -> Test<'a> {
    let records = || row.entries.iter().flatten().filter_map(|e| e.record);
    let mut specs: Vec<&str> = Vec::new();
    for spec in records().flat_map(|record| &record.specs) {
        if !specs.contains(&spec.as_str()) {
            specs.push(spec);
        }
    }
    Test {
        n: &row.name,
        a: area,
        t: records().find_map(|record| record.title.as_deref()),
        s: specs,
        k: row
            .known
            .iter()
            .map(|key| visible(&key.text()).into_owned())
            .collect(),
        w: sets,
        c: row
            .entries
            .iter()
            .map(|entries| entries.iter().map(|e| entry(row, e, strings)).collect())
            .collect(),
    }
}

fn entry<'a>(row: &Row<'_>, entry: &Entry<'a>, strings: &mut Strings<'a>) -> EntryData<'a> {
    let id = entry.id.as_str();
    let mut data = EntryData {
        id: (id != row.name).then_some(id),
        r: letters(row.known.len(), entry),
        p: entry.score.subtests.passed(),
        q: entry.score.subtests.scored(),
        sc: entry
            .score
            .score
            .map(|score| (score * 1000.0 + 1e-9) as u32),
        ok: entry.score.passed,
        f: entry.flaky,
        ..EntryData::default()
    };
    let Some(record) = entry.record else {
        return data;
    };
    let result = &record.result;
    data.st = Some(result.status.as_str());
    data.d = result.duration_ms;
    data.sl = record.slow;
    data.h = strings.note(
        result.message.as_ref(),
        result.stack.as_ref(),
        &result.verdict,
        result.reason(),
    );
    let whys = result.reasons();
    for ((place, subtest), why) in entry.places.iter().zip(&result.subtests).zip(whys) {
        let mut note = strings.note(
            subtest.message.as_ref(),
            subtest.stack.as_ref(),
            &subtest.verdict,
            why,
        );
        if let Verdict::OutsideProfile(holds) = &subtest.verdict {
            note.o = Some(format!("holds {holds}; {}", subtest.status));
        }
        if !note.is_empty() {
            data.x.insert(*place, note);
        }
    }
    data.mi = result.missing.iter().map(String::as_str).collect();
    for uncaught in &result.uncaught {
        let message = strings.put(cut(&uncaught.message, TEXT));
        let stack = strings.start(uncaught.stack.as_ref());
        data.u.push((&uncaught.kind, message, stack));
    }
    data.o = strings.end(&result.stdout_tail);
    data.e = strings.end(&result.stderr_tail);
    for record in &entry.earlier {
        data.ea.push(attempt(record, strings));
    }
    data
}

/// An attempt that does not count any more: its status, and the first message that says why.
fn attempt<'a>(record: &'a TestRecord, strings: &mut Strings<'a>) -> (&'static str, Option<usize>) {
    let result = &record.result;
    let first = result
        .message
        .as_ref()
        .or_else(|| result.subtests.iter().find_map(|s| s.message.as_ref()));
    (result.status.as_str(), strings.start(first))
}

fn letters(known: usize, entry: &Entry<'_>) -> String {
    let unreported = match measured(entry.record) {
        None => b'-',
        Some(r) if r.result.status == HarnessStatus::PreconditionFailed => b'O',
        Some(_) => b'L',
    };
    let mut letters = vec![unreported; known];
    let subtests = entry
        .record
        .map_or(&[][..], |record| &record.result.subtests);
    for (place, subtest) in entry.places.iter().zip(subtests) {
        letters[*place] = match subtest.status {
            _ if subtest.verdict.is_outside_profile() => b'X',
            SubtestStatus::Pass => b'P',
            SubtestStatus::Fail => b'F',
            SubtestStatus::Timeout => b'T',
            SubtestStatus::Notrun => b'N',
            SubtestStatus::PreconditionFailed => b'O',
        };
    }
    String::from_utf8(letters).expect("letters are ASCII")
}
