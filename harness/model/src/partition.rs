//! A part of a run's tests, so that several machines can share a run.
//!
//! Which part a test is in follows from its id and from nothing else: not from the other tests, nor
//! from their order, the runtime or the machine.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::TestId;

/// The most parts there can be.
pub const MOST_SHARDS: u32 = 1000;

/// One of the parts that the tests of a run are in, by a hash of their ids.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Partition {
    shard: u32,
    of: u32,
}

/// Why a text or two numbers are no partition.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PartitionError {
    /// It looks otherwise.
    #[error("a partition is written like hash:3/8 (the third of eight), and not {0:?}")]
    Form(String),
    /// There is no such part.
    #[error("there is no shard {shard} of {of}: shards are counted from 1 to {of}")]
    Outside {
        /// The part.
        shard: u32,
        /// How many there are.
        of: u32,
    },
    /// There are none, or too many.
    #[error("{0} shards are asked for; there are 1 to {MOST_SHARDS}")]
    Number(u32),
}

impl Partition {
    /// The part `shard`, counted from 1, of `of` parts.
    pub fn new(shard: u32, of: u32) -> Result<Self, PartitionError> {
        if of == 0 || of > MOST_SHARDS {
            return Err(PartitionError::Number(of));
        }
        if shard == 0 || shard > of {
            return Err(PartitionError::Outside { shard, of });
        }
        Ok(Self { shard, of })
    }

    /// Which part it is, from 1.
    pub const fn shard(self) -> u32 {
        self.shard
    }

    /// How many parts there are.
    pub const fn of(self) -> u32 {
        self.of
    }

    /// Whether there is no other part.
    pub const fn is_whole(self) -> bool {
        self.of == 1
    }

    /// Whether the test is in this part.
    pub fn holds(self, id: &TestId) -> bool {
        self.shard_of(id) == self.shard
    }

    /// The part that the test is in, if there are as many as here.
    pub fn shard_of(self, id: &TestId) -> u32 {
        let hash = fnv_1a(id.as_str().as_bytes());
        let folded = (hash ^ (hash >> 32)) & 0xffff_ffff;
        // What remains is less than a u32 is large.
        (folded % u64::from(self.of)) as u32 + 1
    }
}

/// 64-bit FNV-1a. The number of a test's shard is public: it is documented and never changes.
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl FromStr for Partition {
    type Err = PartitionError;

    fn from_str(text: &str) -> Result<Self, PartitionError> {
        let form = || PartitionError::Form(text.to_owned());
        let number = |digits: &str| {
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| digits.parse().ok()).flatten()
        };
        let parts = text.strip_prefix("hash:").and_then(|it| it.split_once('/'));
        let (shard, of) = parts.ok_or_else(form)?;
        match (number(shard), number(of)) {
            (Some(shard), Some(of)) => Self::new(shard, of),
            _ => Err(form()),
        }
    }
}

impl TryFrom<String> for Partition {
    type Error = PartitionError;

    fn try_from(text: String) -> Result<Self, PartitionError> {
        text.parse()
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hash:{}/{}", self.shard, self.of)
    }
}

impl From<Partition> for String {
    fn from(partition: Partition) -> Self {
        partition.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_is_published() {
        // From the draft "The FNV Non-Cryptographic Hash Algorithm".
        assert_eq!(fnv_1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_test_stays_in_its_shard_for_ever() {
        let shards = |id: &str| {
            let id: TestId = id.parse().unwrap();
            [2, 3, 8, 100].map(|of| Partition::new(1, of).unwrap().shard_of(&id))
        };
        // docs/ci.md names the first.
        assert_eq!(shards("/url/host-ipv4.any.js"), [2, 3, 6, 98]);
        assert_eq!(shards("/url/host-ipv4.any.worker.html?a=b"), [2, 2, 6, 6]);
    }

    #[test]
    fn every_test_is_in_one_shard_and_they_are_of_a_size() {
        let ids: Vec<TestId> = (0..8000)
            .map(|n| format!("/area/test-{n}.any.js").parse().unwrap())
            .collect();
        for of in [1, 2, 3, 8, 64] {
            let mut sizes = vec![0_usize; of as usize];
            for id in &ids {
                let all = (1..=of).map(|shard| Partition::new(shard, of).unwrap());
                let own: Vec<_> = all.filter(|one| one.holds(id)).collect();
                assert_eq!(own.len(), 1);
                sizes[own[0].shard() as usize - 1] += 1;
            }
            let fair = ids.len() / of as usize;
            let even = |size: &usize| size.abs_diff(fair) < fair / 2 + 1;
            assert!(sizes.iter().all(even), "{of}: {sizes:?}");
        }
    }

    #[test]
    fn partitions_are_read_as_they_are_written() {
        let one: Partition = "hash:3/8".parse().unwrap();
        assert_eq!((one.shard(), one.of()), (3, 8));
        assert_eq!(one.to_string(), "hash:3/8");
        for text in [
            "",
            "3/8",
            "hash:",
            "hash:3",
            "hash:+3/8",
            "hash:3/8/1",
            "count:3/8",
        ] {
            let error = text.parse::<Partition>().unwrap_err();
            assert_eq!(error, PartitionError::Form(text.into()));
        }
        for (text, said) in [
            ("hash:0/8", "there is no shard 0 of 8"),
            ("hash:9/8", "there is no shard 9 of 8"),
            ("hash:1/0", "0 shards are asked for"),
            ("hash:1/1001", "1001 shards are asked for"),
        ] {
            let error = text.parse::<Partition>().unwrap_err().to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }
}
