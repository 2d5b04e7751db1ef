//! Suite roots: discovers test files in WPT's layout, reads their `META` comments and expands each
//! file to tests.
//!
//! Owns: what counts as a test file, what its header says, which tests it makes. One code path
//! serves our own suites (embedded in the binary), a web-platform-tests checkout and a vendor's own
//! folder. Does not own: which of the tests a runtime can run (`runner::plan`), or running them.

mod area;
mod beneath;
mod discover;
mod embedded;
mod expect;
mod meta;
mod mutant;
mod needs;
mod requirements;
mod root;
mod test;

pub use area::{Area, AreaError};
pub use discover::{DiscoverError, Discovered};
pub use expect::{ExpectedEnd, Header as ExpectHeader};
pub use meta::{Globals, Meta, MetaError};
pub use mutant::{MUTATE, Mutant, MutantError};
pub use needs::Needs;
pub use requirements::RequirementsError;
pub use root::{ReadError, RootError, SuiteRoot};
pub use test::{MetaScript, SourceFile, Test};

/// The path of the script which defines `test()` and its kin, in every root.
pub const TESTHARNESS: &str = "/resources/testharness.js";

/// The path of the script which reports to the host. WPT leaves it to whoever runs the tests, so
/// it is ours in every root.
pub const TESTHARNESSREPORT: &str = "/resources/testharnessreport.js";

/// The text of a [`TESTHARNESSREPORT`] for pages that people open: it shows results in the page.
pub fn page_report() -> String {
    let page = SuiteRoot::embedded()
        .read_text("/resources/page.js")
        .expect("page.js is embedded");
    page + &testharnessreport()
}

/// The text of our [`TESTHARNESSREPORT`].
pub fn testharnessreport() -> String {
    SuiteRoot::embedded()
        .read_text(TESTHARNESSREPORT)
        .expect("testharnessreport.js is embedded")
}
