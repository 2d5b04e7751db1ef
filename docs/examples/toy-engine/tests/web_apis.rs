//! winterproof's tests of these areas on the engine of this crate.

use std::process::ExitCode;

use winterproof_conformance::Conformance;

fn main() -> ExitCode {
    Conformance::new()
        .engine("winterproof", toy_engine::engine)
        .tests(["smoke", "encoding"])
        .main()
}
