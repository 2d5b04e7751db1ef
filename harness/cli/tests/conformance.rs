//! The embedded suites on each runtime as tests of `cargo test` and `cargo nextest`: one trial a
//! test, named `runtime::/path`, green when every result is as its expectation says.
//!
//! A runtime that is not on this machine is said so on standard error and its trials are ignored.
//! With `CI` set, a machine checks for others and has to have certain runtimes, and their trials fail
//! where it does not: every engine in this build, every version that a manifest calls tested, and every
//! adapter that the variable `WINTERPROOF_REQUIRED` names (ids with commas between). What else happens
//! to be there is not tried then, and said so: a check ends alike on each machine.

use std::env;
use std::process::ExitCode;

use winterproof_adapters::{AdapterFolder, Manifest, Registry, RuntimeSpec, Shape};
use winterproof_conformance::{Conformance, Runtime};

/// The adapter that CONTRIBUTING.md shows. It has no expectations: only tests that any runtime passes
/// run on it.
const EXAMPLE: &str = "qjs";

fn main() -> ExitCode {
    engines(Conformance::new())
        .adapter("../../docs/examples/qjs")
        .runtimes(others)
        .on_request()
        .main()
}

/// The engines of this build.
fn engines(tests: Conformance) -> Conformance {
    let built_in = |id: &str| AdapterFolder::BuiltIn(id.to_owned());
    #[cfg(feature = "boa")]
    let tests = tests.engine(built_in("boa"), winterproof_boa::engine);
    #[cfg(any(feature = "deno_core", feature = "v8"))]
    let tests = tests.engine(built_in("deno_core"), winterproof_deno_core::engine);
    tests
}

/// The runtimes that are programs, and engines that are not in this build.
fn others(registry: &Registry) -> Vec<Runtime> {
    let here = |manifest: &Manifest| {
        registry
            .finds(&RuntimeSpec::of(&manifest.id))
            .unwrap_or(false)
    };
    let others = registry
        .manifests()
        .filter(|manifest| manifest.shape != Shape::Embedded || !here(manifest));
    others
        .flat_map(|manifest| {
            specs(registry, manifest).into_iter().map(|spec| {
                let runtime = Runtime::from(spec);
                let runtime = match manifest.id.as_str() {
                    EXAMPLE => runtime.tests(["smoke"]),
                    _ => runtime,
                };
                match env::var_os("CI").is_none() || required(manifest) {
                    true => runtime,
                    false => runtime.ignored(
                        "is not what this machine checks (WINTERPROOF_REQUIRED names what is)",
                    ),
                }
            })
        })
        .collect()
}

/// Whether a machine that checks for others has to have the runtime of `manifest`.
fn required(manifest: &Manifest) -> bool {
    let named = env::var("WINTERPROOF_REQUIRED").unwrap_or_default();
    !manifest.tested.is_empty() || named.split(',').any(|id| id.trim() == manifest.id)
}

/// The runtimes of an adapter to test: the versions that its expectations are about; where none of them
/// is installed, whatever is found, if this machine checks for nobody else.
fn specs(registry: &Registry, manifest: &Manifest) -> Vec<RuntimeSpec> {
    let found = RuntimeSpec::of(&manifest.id);
    let versions: Vec<RuntimeSpec> = manifest
        .tested
        .iter()
        .map(|version| RuntimeSpec {
            version: Some(version.clone()),
            ..found.clone()
        })
        .collect();
    let any = versions
        .iter()
        .any(|spec| registry.finds(spec).unwrap_or(false));
    if any || (env::var_os("CI").is_some() && !versions.is_empty()) {
        return versions;
    }
    vec![found]
}
