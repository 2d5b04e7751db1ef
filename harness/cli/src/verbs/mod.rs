//! One file per verb.

pub(crate) mod accept;
pub(crate) mod compare;
mod connected;
pub(crate) mod coverage;
pub(crate) mod engine;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod install;
pub(crate) mod list;
mod measure;
pub(crate) mod merge;
pub(crate) mod mutants;
mod quiet;
pub(crate) mod report;
pub(crate) mod repro;
pub(crate) mod run;
pub(crate) mod runtimes;
pub(crate) mod serve;
mod signals;
pub(crate) mod smoke;
pub(crate) mod verify;
pub(crate) mod verify_stable;

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use winterproof_adapters::{
    Adapter, AddError, Expectations, ExpectationsError, OwnExpectations, Registry, RuntimeSpec,
    Watched, watch_group, write_whole,
};
use winterproof_server::{Serving, Wptserve, WptserveError};
use winterproof_suites::SuiteRoot;

use crate::args::AdapterArgs;
use crate::engines;
use crate::failure::Failure;

/// The suite root that the user means.
fn root(path: Option<&Path>) -> Result<SuiteRoot, Failure> {
    match path {
        None => Ok(SuiteRoot::embedded()),
        Some(path) => SuiteRoot::open(path).map_err(|error| {
            Failure::new(error).help(
                "`--root` takes a folder in web-platform-tests' layout; for WPT itself: \
                 git clone --depth 1 https://github.com/web-platform-tests/wpt",
            )
        }),
    }
}

/// How people know a root.
fn shown(root: &SuiteRoot) -> String {
    root.folder()
        .map_or("the embedded suites".into(), |f| f.display().to_string())
}

fn no_test_files(root: &SuiteRoot) {
    let root = shown(root);
    eprintln!("{root} has no test files (*.any.js, *.worker.js, *.window.js)");
}

/// Has servers ask the own wptserve of `root` for what they don't know, and starts that. It ends with
/// `serving`, and with what is returned, however winterproof ends.
fn pass_on(serving: &mut Serving, root: &SuiteRoot) -> Result<Option<Watched>, Failure> {
    let folder = root.folder().unwrap_or(Path::new(""));
    let wptserve = Wptserve::start(folder).map_err(|error| {
        let failure = Failure::new(&error);
        match error {
            WptserveError::NoPython => {
                failure.help("`--wptserve` needs Python 3; without it, winterproof needs none")
            }
            WptserveError::NoTools(_) => {
                failure.help("`--wptserve` needs a whole checkout of web-platform-tests as root")
            }
            WptserveError::Ended(_) | WptserveError::Late | WptserveError::Io(_) => {
                failure.help("`./wpt serve` in the root starts it without winterproof")
            }
        }
    })?;
    let watched = watch_group(wptserve.id());
    serving.wptserve = Some(Arc::new(wptserve));
    Ok(watched)
}

/// The adapter of a runtime that was asked for.
fn resolve(registry: &Registry, spec: &RuntimeSpec) -> Result<Arc<dyn Adapter>, Failure> {
    registry
        .resolve(spec)
        .map_err(|error| Failure::new(error).help("`winterproof runtimes` lists the runtimes"))
}

/// What is part of winterproof, and what the user brings.
fn registry(own: &AdapterArgs) -> Result<Registry, Failure> {
    let mut registry = Registry::built_in(engines::BUILT).map_err(Failure::new)?;
    for folder in &own.folders {
        registry.add(folder).map_err(|error| {
            let failure = Failure::new(&error);
            match error {
                AddError::NoFolder(_) | AddError::NoManifest(_) => failure.help(
                    "`--adapter` takes the folder of an adapter, the one with its adapter.toml; \
                     CONTRIBUTING.md shows how to make one",
                ),
                AddError::Io { .. } | AddError::Toml(_) => failure,
            }
        })?;
    }
    Ok(registry)
}

/// What is foreseen of the tests of `root` on the runtime of `adapter`.
fn expectations(
    root: &SuiteRoot,
    adapter: &dyn Adapter,
    own: &OwnExpectations,
) -> Result<Expectations, Failure> {
    winterproof_runner::expectations(root, adapter, own).map_err(|error| {
        let failure = Failure::new(&error);
        match error {
            ExpectationsError::NoRuntime { .. } => failure.help(
                "in a folder of expectations, each folder is named like the runtime that it is about",
            ),
            ExpectationsError::Io { path, source } if source.kind() == ErrorKind::NotFound => failure
                .help(format!(
                    "without it every test is expected to pass; `winterproof accept LOG... --expectations {path} --write` begins it"
                )),
            ExpectationsError::Io { .. } | ExpectationsError::Toml(_) => failure,
        }
    })
}

/// Writes a text into the file that the user names, or else to standard output.
fn write_or_print(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    match path {
        Some(path) => write_whole(path, text).map_err(|error| {
            Failure::new(format!("failed to write {}: {error}", path.display()))
        })?,
        None => print!("{text}"),
    }
    Ok(())
}

/// Runs asynchronous work on this thread: the harness itself has little to do at once, and children
/// that die with the thread which started them (Linux) live as long as the process.
fn block_on<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("failed to start: {error}")))?;
    let result = runtime.block_on(work);
    // What still runs in the background (a hash of a binary, say) is of no use to anybody.
    runtime.shutdown_background();
    Ok(result)
}
