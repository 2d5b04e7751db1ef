//! Whole logs: what is written line by line is what the reader gives.

use proptest::prelude::*;
use winterproof_model::log::{Counter, Footer, Header, Line, RunLog, TestRecord};
use winterproof_model::merge::{Shard, merge};
use winterproof_model::{Partition, Stale, TestId};

use crate::{make, same};

/// A log as a recorder writes it: each test in turn, with all of its attempts.
#[derive(Clone, Debug)]
struct Written {
    header: Header,
    records: Vec<TestRecord>,
    with_footer: bool,
    stale: Vec<Stale>,
}

impl Written {
    fn footer(&self) -> Footer {
        let mut counter = Counter::new(self.header.planned.len());
        for record in &self.records {
            counter.add(record);
        }
        let totals = counter.totals();
        Footer {
            complete: totals.unmeasured == 0,
            duration_ms: 7,
            stale: self.stale.clone(),
            totals,
        }
    }

    /// What a run of one part of the tests would have written.
    fn shard(&self, partition: Partition) -> Self {
        let mut shard = self.clone();
        shard.header.settings.partition = Some(partition);
        shard.header.whole = Some(self.header.planned.len() as u64);
        shard.header.planned.retain(|id| partition.holds(id));
        shard.records.retain(|record| partition.holds(&record.id));
        shard
    }

    fn text(&self) -> String {
        let mut text = Line::Header(Box::new(self.header.clone())).to_text();
        for record in &self.records {
            text += &Line::Test(Box::new(record.clone())).to_text();
        }
        if self.with_footer {
            text += &Line::Footer(self.footer()).to_text();
        }
        text
    }
}

fn written() -> impl Strategy<Value = Written> {
    // A plan, and of how many tests from its start there are attempts, and how many.
    let plan = prop::collection::btree_set(make::id(), 0..4);
    let attempts = prop::collection::vec(0..3_u32, 4);
    (plan, attempts, any::<bool>()).prop_flat_map(|(plan, attempts, with_footer)| {
        let planned: Vec<TestId> = plan.into_iter().collect();
        let records: Vec<_> = planned
            .iter()
            .zip(attempts)
            .flat_map(|(id, most)| (1..=most).map(|attempt| make::record(id.clone(), attempt)))
            .collect();
        (make::header(planned), records).prop_map(move |(header, records)| Written {
            header,
            records,
            with_footer,
            stale: Vec::new(),
        })
    })
}

proptest! {
    #[test]
    fn lines(written in written()) {
        same(&written.header)?;
        same(&Line::Header(Box::new(written.header.clone())))?;
        for record in &written.records {
            same(record)?;
            same(&Line::Test(Box::new(record.clone())))?;
        }
        same(&written.footer())?;
        same(&Line::Footer(written.footer()))?;
    }

    #[test]
    fn logs(written in written()) {
        let log = RunLog::parse(written.text().as_bytes()).unwrap();
        prop_assert_eq!(&log.header, &written.header);
        let mut all: Vec<&TestRecord> = log.earlier.iter().chain(&log.tests).collect();
        all.sort_by_key(|record| (&record.id, record.attempt));
        let mut expected: Vec<&TestRecord> = written.records.iter().collect();
        expected.sort_by_key(|record| (&record.id, record.attempt));
        prop_assert_eq!(all, expected);
        prop_assert_eq!(log.totals(), written.footer().totals);
        let measured: Vec<&TestId> = log.tests.iter().map(|record| &record.id).collect();
        for id in &log.header.planned {
            prop_assert!(measured.contains(&id) != log.unmeasured.contains(id));
        }
        let complete = written.with_footer && log.unmeasured.is_empty();
        prop_assert_eq!(log.is_complete(), complete);
        prop_assert_eq!(log.footer, written.with_footer.then(|| written.footer()));
    }

    #[test]
    fn totals_count_last_attempts(written in written()) {
        let totals = written.footer().totals;
        let last: std::collections::BTreeMap<&TestId, &TestRecord> =
            written.records.iter().map(|record| (&record.id, record)).collect();
        prop_assert_eq!(totals.tests, last.len() as u64);
        prop_assert_eq!(totals.planned, totals.tests + totals.unmeasured);
        prop_assert_eq!(totals.statuses.values().sum::<u64>(), totals.tests);
        let subtests: usize = last.values().map(|record| record.result.subtests.len()).sum();
        prop_assert_eq!(totals.subtests.total(), subtests as u64);
        let unexpected = last.values().filter(|record| !record.result.is_expected()).count();
        prop_assert_eq!(totals.unexpected, unexpected as u64);
        let retried = written.records.iter().filter(|record| record.attempt == 2).count();
        prop_assert!(totals.flaky <= retried as u64);
    }

    #[test]
    fn shards_come_to_the_whole_or_are_refused(
        whole in written(),
        of in 1..5_u32,
        at: prop::sample::Index,
    ) {
        let mut whole = whole;
        whole.with_footer = true;
        // What matches no test is so for each shard.
        whole.stale = vec![Stale { place: "a.toml:1".into(), problem: "matches no test".into() }];
        whole.header.settings.partition = None;
        whole.header.whole = None;
        let logs: Vec<RunLog> = (1..=of)
            .map(|number| {
                let shard = whole.shard(Partition::new(number, of).unwrap());
                RunLog::parse(shard.text().as_bytes()).unwrap()
            })
            .collect();
        let mut shards: Vec<Shard<'_>> =
            logs.iter().map(|log| Shard { path: "log", log }).collect();
        shards.reverse();
        match merge(&shards) {
            Ok(text) => prop_assert_eq!(text, whole.text()),
            Err(error) => {
                prop_assert!(!whole.footer().complete, "{}", error);
                prop_assert!(error.to_string().contains("was interrupted"), "{}", error);
            }
        }
        let one = shards.remove(at.index(shards.len()));
        if !shards.is_empty() {
            prop_assert!(merge(&shards).unwrap_err().to_string().contains("is missing"));
        }
        shards.extend([one, one]);
        prop_assert!(merge(&shards).unwrap_err().to_string().contains("is also in"));
    }

    #[test]
    fn the_quick_way_reads_what_the_slow_way_reads(
        written in written(),
        at: prop::sample::Index,
        byte: u8,
    ) {
        for line in written.text().lines() {
            let mut bytes = line.as_bytes().to_vec();
            for _ in 0..2 {
                let quick = Line::parse(&bytes).map_err(|error| error.to_string());
                let slow = serde_json::from_slice::<Line>(&bytes).map_err(|error| error.to_string());
                prop_assert_eq!(quick, slow);
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let error = RunLog::parse(&bytes).unwrap_err().to_string();
        prop_assert!(error.contains("line 1") || error.contains("empty"), "{}", error);
    }

    #[test]
    fn one_changed_byte_never_panics_nor_hides(
        written in written(),
        at: prop::sample::Index,
        byte: u8,
    ) {
        let mut bytes = written.text().into_bytes();
        let at = at.index(bytes.len());
        let before = bytes[at];
        bytes[at] = byte;
        if let Ok(log) = RunLog::parse(&bytes) {
            // A change inside a text can't be noticed; the numbers must still be right.
            if let Some(footer) = &log.footer {
                prop_assert_eq!(&log.totals(), &footer.totals);
            }
            prop_assert!(log.tests.len() + log.unmeasured.len() == log.header.planned.len());
        } else {
            prop_assert_ne!(before, byte);
        }
    }
}
