//! The embedded suites on each runtime as tests of `cargo test` and `cargo nextest`: one trial a
//! test, named `runtime::/path`, green when every result is as its expectation says.
//!
//! A runtime that is not on this machine is said so on standard error and its trials are ignored.
//! With `CI` set, a machine checks for others and has to have certain runtimes, and their trials fail
//! where it does not: every engine in this build, every version that a manifest calls tested, and every
//! adapter that the variable `WINTERPROOF_REQUIRED` names (ids with commas between). What else happens
//! to be there is not tried then, and said so: a check ends alike on each machine.

use std::env;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::sync::OnceCell;
use winterproof_adapters::{Adapter, Expectations, Manifest, Registry, RuntimeSpec, Session};
use winterproof_model::{Profile, TestId, TestResult, Verdict};
use winterproof_runner::{
    Executor, Filters, Plan, Planned, UnknownHandlers, expectations, serving_tests,
};
use winterproof_suites::{Discovered, SuiteRoot};

#[path = "../src/engines.rs"]
mod engines;

/// Engines are slower without optimisation, and machines of CI are busy: a deadline is for hangs.
const PATIENCE: f64 = 4.0;

static TOKIO: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("tokio starts"));

fn main() -> ExitCode {
    // An embedded engine is this very binary, started again.
    let args: Vec<String> = env::args().collect();
    if let [_, verb, name] = args.as_slice()
        && verb == "engine"
    {
        engines::serve(name);
        panic!("this build has no engine {name}");
    }
    libtest_mimic::run(&Arguments::from_args(), trials()).exit_code()
}

/// The adapter that CONTRIBUTING.md shows. It has no expectations: only tests that any runtime passes
/// run on it. Where the tests come from an archive, the sources lie elsewhere than when they were built,
/// and whoever runs them says where.
fn example() -> PathBuf {
    let built = || env!("CARGO_MANIFEST_DIR").into();
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(built);
    Path::new(&here).join("../../docs/examples/qjs")
}

/// One runtime, connected when its first trial runs.
struct Target {
    spec: RuntimeSpec,
    adapter: Arc<dyn Adapter>,
    expectations: Expectations,
    session: OnceCell<Arc<dyn Session>>,
}

fn trials() -> Vec<Trial> {
    let root = SuiteRoot::embedded();
    let found = root
        .discover(&[])
        .expect("the embedded suites are readable");
    let serving = serving_tests(&root, &found).expect("keys can be made");
    let mut registry = Registry::built_in(engines::BUILT)
        .expect("the manifests are readable")
        .serving(serving.clone());
    registry.add(&example()).expect("the example is readable");
    let present = registry.present();
    // Tests on request run into their deadlines on purpose.
    let executor = |patience| Arc::new(Executor::new(&root, serving.clone(), patience));
    let (patient, strict) = (executor(PATIENCE), executor(1.0));
    let mut trials = Vec::new();
    let mut unknown = UnknownHandlers::of(&root);
    let targets = registry
        .manifests()
        .flat_map(|manifest| targets(&registry, manifest, &present));
    for (manifest, spec, is_here) in targets {
        let adapter = registry.resolve(&spec).expect("a manifest resolves");
        let expectations =
            expectations(&root, adapter.as_ref()).expect("expectations are readable");
        let (usual, on_request) = plans(&mut unknown, &found, adapter.as_ref());
        let left_out = left_out(manifest, &spec, is_here);
        if let Some(why) = &left_out {
            let count = usual.len() + on_request.len();
            eprintln!("SKIPPED: {spec} {why}; its {count} tests are ignored");
        }
        trials.push(all_used(&spec, &expectations, &usual, &on_request));
        let target = Arc::new(Target {
            spec,
            adapter,
            expectations,
            session: OnceCell::new(),
        });
        let spec = &target.spec;
        for (plan, executor) in [(usual, &patient), (on_request, &strict)] {
            for planned in plan {
                let name = format!("{spec}::{}", planned.test.id);
                let ignored = left_out.is_some() || planned.skip.is_some();
                let (target, executor) = (Arc::clone(&target), Arc::clone(executor));
                let trial = Trial::test(name, move || {
                    TOKIO.block_on(run(&planned, &target, &executor))
                });
                trials.push(trial.with_ignored_flag(ignored));
            }
        }
    }
    trials
}

/// Why the tests of a runtime are not tried, if they are not.
fn left_out(manifest: &Manifest, spec: &RuntimeSpec, is_here: bool) -> Option<String> {
    if env::var_os("CI").is_some() {
        let why = "is not what this machine checks (WINTERPROOF_REQUIRED names what is)";
        return (!required(manifest)).then(|| why.to_owned());
    }
    let command = manifest.installation(spec);
    let brings = command.map_or(String::new(), |command| format!("; `{command}` brings it"));
    (!is_here).then(|| format!("is not on this machine{brings}"))
}

/// Whether a machine that checks for others has to have the runtime of `manifest`.
fn required(manifest: &Manifest) -> bool {
    let named = env::var("WINTERPROOF_REQUIRED").unwrap_or_default();
    engines::BUILT.contains(&manifest.id.as_str())
        || !manifest.tested.is_empty()
        || named.split(',').any(|id| id.trim() == manifest.id)
}

/// The runtimes of an adapter to test, and whether they are here: the versions that its expectations
/// are about; where none of them is installed, whatever is found, if this machine checks for nobody
/// else.
fn targets<'a>(
    registry: &Registry,
    manifest: &'a Manifest,
    present: &[RuntimeSpec],
) -> Vec<(&'a Manifest, RuntimeSpec, bool)> {
    let found = RuntimeSpec::of(&manifest.id);
    let installed = registry.installed(manifest);
    let versions: Vec<_> = manifest
        .tested
        .iter()
        .map(|version| {
            let spec = RuntimeSpec {
                version: Some(version.clone()),
                ..found.clone()
            };
            let is_here = installed.iter().any(|one| one.is(manifest, version));
            (manifest, spec, is_here)
        })
        .collect();
    let any = versions.iter().any(|(_, _, is_here)| *is_here);
    if any || (env::var_os("CI").is_some() && !versions.is_empty()) {
        return versions;
    }
    let is_here = present.contains(&found);
    vec![(manifest, found, is_here)]
}

/// The tests that run by default, and those that run only when they are asked for.
fn plans(
    unknown: &mut UnknownHandlers<'_>,
    found: &Discovered,
    adapter: &dyn Adapter,
) -> (Vec<Planned>, Vec<Planned>) {
    let areas = found.areas.values().filter(|area| area.on_request);
    let names: Vec<String> = areas.map(|area| area.name.clone()).collect();
    let asked = Filters::parse(&names).expect("a folder is a filter");
    let some = match adapter.manifest().id.as_str() {
        "qjs" => vec!["smoke".to_owned()],
        _ => Vec::new(),
    };
    let some = Filters::parse(&some).expect("a folder is a filter");
    let usual = Plan::new(found, &some, adapter.manifest(), Profile::Latest, unknown);
    let on_request = Plan::new(found, &asked, adapter.manifest(), Profile::Latest, unknown);
    (usual.tests, on_request.tests)
}

/// An expectation which matches no test is a mistake, and would never be noticed.
fn all_used(
    spec: &RuntimeSpec,
    expectations: &Expectations,
    usual: &[Planned],
    rest: &[Planned],
) -> Trial {
    let ids: Vec<TestId> = usual
        .iter()
        .chain(rest)
        .map(|planned| planned.test.id.clone())
        .collect();
    let unused = expectations.unused(&ids);
    Trial::test(format!("{spec}::expectations"), move || {
        match unused.as_slice() {
            [] => Ok(()),
            _ => Err(format!("expectations that match no test: {}", unused.join(", ")).into()),
        }
    })
}

async fn run(planned: &Planned, target: &Target, executor: &Executor) -> Result<(), Failed> {
    let session = target
        .session
        .get_or_try_init(|| target.adapter.connect())
        .await?;
    let result = executor
        .execute(planned, session.as_ref(), &target.expectations)
        .await?;
    if result.is_expected() {
        return Ok(());
    }
    Err(describe(planned, target, &result).into())
}

fn describe(planned: &Planned, target: &Target, result: &TestResult) -> String {
    let mut text = String::new();
    let shown = |message: &Option<String>| message.clone().unwrap_or_default();
    if let Some(expected) = unexpected(&result.verdict) {
        let why = shown(&result.message);
        let _ = writeln!(text, "{} (expected {expected}): {why}", result.status);
    }
    for subtest in &result.subtests {
        if let Some(expected) = unexpected(&subtest.verdict) {
            let (name, why) = (&subtest.name, shown(&subtest.message));
            let _ = writeln!(
                text,
                "{} (expected {expected}): {name}: {why}",
                subtest.status
            );
        }
    }
    for name in &result.missing {
        let _ = writeln!(text, "not reported: {name}");
    }
    if !result.stderr_tail.is_empty() {
        let _ = writeln!(text, "standard error of the test:\n{}", result.stderr_tail);
    }
    let (id, runtime) = (&planned.test.id, &target.spec);
    let _ = write!(
        text,
        "run it alone: cargo run --release -- run '{id}' -r {runtime}"
    );
    text
}

fn unexpected(verdict: &Verdict) -> Option<&str> {
    match verdict {
        Verdict::Unexpected { expected } | Verdict::UnexpectedPass { expected } => Some(expected),
        Verdict::Expected | Verdict::KnownIntermittent | Verdict::OutsideProfile(_) => None,
    }
}
