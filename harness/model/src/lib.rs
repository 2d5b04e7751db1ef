//! The words of winterproof, and nothing else: no I/O, no clocks, no knowledge of any other crate.
//!
//! # Glossary
//!
//! Words follow web-platform-tests (WPT) and cargo-nextest. A new noun enters this list first.
//!
//! - **suite root**: a folder in WPT's layout; ours (embedded), a web-platform-tests checkout, a
//!   vendor's own.
//! - **area**: the first folder of a test's path below its suite root, such as `url`.
//! - **test**: one test file in one scope and one variant, named by a [`TestId`].
//! - **subtest**: one `test()`, `async_test()` or `promise_test()` inside a test.
//! - **scope**: the kind of global object that a test runs in ([`Scope`]).
//! - **variant**: the query string that a test file declares with `// META: variant=`.
//! - **runtime**: a JavaScript implementation under test, described by [`RuntimeInfo`].
//! - **adapter**: what winterproof knows about driving one runtime.
//! - **host**: the script inside a runtime that evaluates a test; the **far end** of the wire.
//! - **job**: a test that a runtime is going to execute; everything it needs is in [`wire::Run`].
//! - **alias**: a global name that a host adds for WPT's tests only (such as `self`).
//! - **capability**: something a test needs and a runtime may lack ([`Capability`]).
//! - **requirement**: one observable rule of a specification ([`Requirement`]); an area's **requirement
//!   map** lists them, and subtests name those that they check.
//! - **profile**: the edition of the specifications that a run is judged by ([`Profile`]); what holds in
//!   some of them only says in which ([`Holds`]), and elsewhere is **outside the profile**.
//! - **result**: what was seen ([`TestResult`], [`SubtestResult`]).
//! - **expectation**: what was foreseen ([`Expectation`]), with a reason; it stands in **entries** of
//!   files, whose **conditions** say in which situation they hold. An entry that is of no use in a run of
//!   all tests is **stale** ([`Stale`]); a test that an entry keeps from being run is **disabled**.
//! - **verdict**: result against expectation ([`Verdict`]).
//! - **attempt**: one execution of a test; a retry is a further attempt in a fresh process.
//! - **run log**: the JSON Lines file of one run of one runtime ([`log`]).
//! - **partition**: the tests of a run in several parts by a hash of their ids ([`Partition`]); a
//!   **shard** is one of the parts, and its log.
//! - **flake**: a test whose attempts ended differently; **slow**: one that took more than 0.8 of its
//!   time.
//! - **unmeasured**: planned and without a result: neither a pass nor a fail, always counted.

pub mod event;
pub mod expectation;
pub mod id;
mod line;
pub mod log;
pub mod merge;
pub mod meta;
pub mod partition;
pub mod profile;
pub mod requirement;
pub mod result;
pub mod runtime;
pub mod same;
pub mod status;
pub mod wire;

pub use event::Event;
pub use expectation::{Expectation, ExpectedSubtest, Foreseen, Reason, Stale, Verdict};
pub use id::{Scope, TestId, TestIdError};
pub use partition::{Partition, PartitionError};
pub use profile::{Holds, Profile, UnknownProfile};
pub use requirement::{Keyword, Requirement};
pub use result::{Counts, SubtestResult, TestResult, Uncaught};
pub use runtime::{Capability, RuntimeInfo};
pub use status::{HarnessStatus, SubtestStatus};
