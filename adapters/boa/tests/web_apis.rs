//! Some areas on Boa, as a repository of its own would test them. `harness/cli/tests/conformance.rs`
//! has them all.

use std::process::ExitCode;

use winterproof_conformance::Conformance;

fn main() -> ExitCode {
    Conformance::new()
        .engine(".", winterproof_boa::engine)
        .tests(["smoke", "url"])
        .main()
}
