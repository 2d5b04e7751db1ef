//! winterproof's suites as tests of a runtime's own repository, for `cargo test` and `cargo nextest`.
//!
//! A test target without Rust's own harness (`harness = false`) has a `main()` such as
//!
//! ```no_run
//! # use winterproof_conformance::worker::*;
//! # use std::time::Instant;
//! # mod toy_engine { pub fn engine() -> impl winterproof_conformance::worker::Engine { super::Toy } }
//! # struct Toy;
//! # impl Engine for Toy {
//! #     type Realm = Toy;
//! #     fn version(&self) -> String { String::new() }
//! #     fn engine(&self) -> String { String::new() }
//! #     fn open(self, _: &Run, _: Host) -> Result<Toy, String> { Ok(self) }
//! # }
//! # impl Realm for Toy {
//! #     type Value = String;
//! #     fn evaluate(&mut self, _: &str, _: &str) -> Result<(), String> { Ok(()) }
//! #     fn call(&mut self, _: Call<'_, String>) -> Result<(), CallError> { Ok(()) }
//! #     fn microtasks(&mut self, _: Instant) -> Microtasks<String> { Microtasks::Drained }
//! #     fn task(&mut self, _: Instant) -> Task<String> { Task::Idle }
//! #     fn describe(&mut self, _: &String) -> Description { unreachable!() }
//! # }
//! use std::process::ExitCode;
//!
//! use winterproof_conformance::Conformance;
//!
//! fn main() -> ExitCode {
//!     Conformance::new()
//!         .engine("winterproof", toy_engine::engine)
//!         .tests(["smoke", "encoding"])
//!         .main()
//! }
//! ```
//!
//! and every test of these suites is a trial named `toy::/encoding/textencoder.any.js`, which is green
//! when each of its subtests ends as the expectations in the folder `winterproof` say. A test runs in a
//! process of its own, for which the binary starts itself again: an engine may crash, hang or eat memory.
//!
//! | a runtime that is | is |
//! |---|---|
//! | an engine to link with | an [`Engine`](worker::Engine), given to [`Conformance::engine`] |
//! | a program | a folder with a manifest, given to [`Conformance::adapter`], or one that winterproof knows; and named by [`Conformance::runtime`] |
//! | something else | an [`Adapter`], given to [`Conformance::runtime`] by [`Runtime::driven_by`] |
//!
//! # Environment
//!
//! | variable | meaning |
//! |---|---|
//! | `CI` | when it is set, the tests of a runtime that is missing fail, instead of being ignored |
//! | `WINTERPROOF_ACCEPT` | when it is set, the tests are run and the expectation files are brought up to date with how they end |
//! | `WINTERPROOF_LOGS` | a folder: the tests are run and a run log for each runtime is written there, for `winterproof report` and its kin |
//!
//! The last two are for `cargo test`: nextest starts a process for each test, and a run is made by one.
//!
//! # Exit codes
//!
//! 0: everything is as expected; 101: something is not; 96: set-up failed, and standard error says why.

mod describe;
mod logs;
mod problem;
mod runtime;
mod target;
mod trials;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::Arguments;
use winterproof_adapters::{AdapterFolder, Registry};
use winterproof_suites::SuiteRoot;
use winterproof_worker::Engine;

pub use runtime::Runtime;
pub use winterproof_adapters as adapters;
pub use winterproof_adapters::Adapter;
pub use winterproof_worker as worker;

use logs::Mode;
use problem::Problem;
use trials::Stage;

/// What deadlines are multiplied by unless somebody says otherwise: engines are slower without
/// optimization, machines of CI are busy, and a deadline is for hangs.
const PATIENCE: f64 = 4.0;

/// Which tests run on which runtimes: what a test target is made of.
///
/// Nothing is read and nothing fails before [`main`](Self::main), which tells what is wrong.
pub struct Conformance {
    pub(crate) engines: Vec<EngineHere>,
    pub(crate) folders: Vec<PathBuf>,
    pub(crate) runtimes: Vec<Runtime>,
    pub(crate) choose: Vec<Choose>,
    pub(crate) root: Option<PathBuf>,
    pub(crate) tests: Vec<String>,
    pub(crate) expectations: Vec<PathBuf>,
    pub(crate) on_request: bool,
    pub(crate) patience: f64,
}

/// An engine in this binary: the folder of its adapter, and what serves a request and ends the process.
pub(crate) struct EngineHere {
    pub(crate) folder: AdapterFolder,
    serve: Box<dyn FnOnce()>,
}

pub(crate) type Choose = Box<dyn FnOnce(&Registry) -> Vec<Runtime>>;

impl Default for Conformance {
    fn default() -> Self {
        Self::new()
    }
}

impl Conformance {
    /// All of winterproof's own tests, on no runtime yet.
    pub fn new() -> Self {
        Self {
            engines: Vec::new(),
            folders: Vec::new(),
            runtimes: Vec::new(),
            choose: Vec::new(),
            root: None,
            tests: Vec::new(),
            expectations: Vec::new(),
            on_request: false,
            patience: PATIENCE,
        }
    }

    /// Tests an engine that is part of this binary.
    ///
    /// `folder` holds an `adapter.toml` with `shape = "embedded"` and, in `expectations/`, what is
    /// foreseen of the engine; a relative path begins at the package's folder. `engine` is called in
    /// the process of each test.
    ///
    /// ```toml
    /// id = "toy"                       # what names of tests begin with
    /// version = 1                      # counted up when the way of driving the engine changes
    /// title = "Toy"
    /// shape = "embedded"
    /// scopes = ["shell"]
    /// capabilities = ["console"]       # what tests may ask for
    /// ```
    pub fn engine<E: Engine>(
        mut self,
        folder: impl Into<AdapterFolder>,
        engine: impl FnOnce() -> E + 'static,
    ) -> Self {
        self.engines.push(EngineHere {
            folder: folder.into(),
            serve: Box::new(move || winterproof_worker::serve(engine())),
        });
        self
    }

    /// Makes the adapter in a folder known, as `winterproof run --adapter FOLDER` does: a manifest, and a
    /// host script, for a runtime that is a program. [`runtime`](Self::runtime) then names it by its id.
    /// A relative path begins at the package's folder.
    ///
    /// ```no_run
    /// # use winterproof_conformance::Conformance;
    /// let tests = Conformance::new()
    ///     .adapter("winterproof")
    ///     .runtime("toy=../../target/release/toy");
    /// ```
    pub fn adapter(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folders.push(folder.into());
        self
    }

    /// Tests a runtime: a text as `winterproof run -r` takes it, or a [`Runtime`] with more to say of it.
    ///
    /// ```no_run
    /// # use winterproof_conformance::{Conformance, Runtime};
    /// let tests = Conformance::new()
    ///     .runtime("node@26")
    ///     .runtime(Runtime::named("deno=./out/deno").called("deno-here").tests(["url"]));
    /// ```
    pub fn runtime(mut self, runtime: impl Into<Runtime>) -> Self {
        self.runtimes.push(runtime.into());
        self
    }

    /// Tests the runtimes that `choose` picks of those that are known.
    ///
    /// ```no_run
    /// # use winterproof_conformance::{Conformance, Runtime};
    /// let tests = Conformance::new().runtimes(|registry| {
    ///     let here = registry.present().into_iter();
    ///     here.map(Runtime::from).collect()
    /// });
    /// ```
    pub fn runtimes(mut self, choose: impl FnOnce(&Registry) -> Vec<Runtime> + 'static) -> Self {
        self.choose.push(Box::new(choose));
        self
    }

    /// Takes the tests from a folder in web-platform-tests' layout, instead of winterproof's own.
    /// A relative path begins at the package's folder.
    ///
    /// ```no_run
    /// # use winterproof_conformance::Conformance;
    /// let tests = Conformance::new().runtime("deno").root("../wpt").tests(["url", "encoding"]);
    /// ```
    pub fn root(mut self, folder: impl Into<PathBuf>) -> Self {
        self.root = Some(folder.into());
        self
    }

    /// Runs these tests alone: areas, folders, files or globs, as `winterproof run` takes them. All
    /// tests are run when nothing is said, but for areas on request (`self`, the tests of the harness
    /// itself), which have to be named. A filter that matches no test fails the set-up.
    pub fn tests<T: Into<String>>(mut self, filters: impl IntoIterator<Item = T>) -> Self {
        self.tests.extend(filters.into_iter().map(Into::into));
        self
    }

    /// Reads what is foreseen of the runtimes from a file or folder of your own, as `winterproof run
    /// --expectations` does: for a [`root`](Self::root), about which no adapter's expectations are, and for
    /// a build of a runtime that winterproof knows in another version. It counts before what the adapters
    /// say. A relative path begins at the package's folder.
    ///
    /// ```no_run
    /// # use winterproof_conformance::Conformance;
    /// let tests = Conformance::new()
    ///     .runtime("deno=../../target/release/deno")
    ///     .root("../wpt")
    ///     .tests(["url"])
    ///     .expectations("wpt-expectations"); // such as wpt-expectations/deno/url.toml
    /// ```
    pub fn expectations(mut self, path: impl Into<PathBuf>) -> Self {
        self.expectations.push(path.into());
        self
    }

    /// Runs the areas on request too, whatever [`tests`](Self::tests) says. Their tests run into their
    /// deadlines on purpose, and [`patience`](Self::patience) is not for them.
    pub fn on_request(mut self) -> Self {
        self.on_request = true;
        self
    }

    /// Multiplies the deadlines of tests, which are 10 s, or 60 s for long ones. It is 4 when nothing is
    /// said.
    pub fn patience(mut self, times: f64) -> Self {
        self.patience = times;
        self
    }

    /// Is the test binary, from the command line to the exit code; the arguments are those of Rust's own
    /// test harness.
    ///
    /// Where the process was started as `engine ID`, by this function in another process, it serves one
    /// request with that engine. So nothing should come before it in `main()`.
    pub fn main(mut self) -> ExitCode {
        let args: Vec<_> = env::args_os().collect();
        if let [_, verb, id] = args.as_slice()
            && verb == "engine"
        {
            return failed(&self.serve(&id.to_string_lossy()));
        }
        let arguments = Arguments::from_args();
        match self.run(&arguments) {
            Ok(code) => code,
            Err(problem) => failed(&problem),
        }
    }

    /// Serves one request and ends the process; returns only when this binary has no such engine.
    fn serve(self, id: &str) -> Problem {
        for engine in self.engines {
            match here(engine.folder).manifest() {
                Ok(manifest) if manifest.id == id => (engine.serve)(),
                Ok(_) => {}
                Err(error) => return error.into(),
            }
        }
        Problem::NoEngine(id.to_owned())
    }

    fn run(&mut self, arguments: &Arguments) -> Result<ExitCode, Problem> {
        let root = match self.root.take() {
            None => SuiteRoot::embedded(),
            Some(folder) => SuiteRoot::open(&beside(&folder))?,
        };
        let stage = Stage::new(root, self)?;
        match Mode::asked_for() {
            Some(mode) if !arguments.list => mode.run(stage, arguments),
            _ => Ok(libtest_mimic::run(arguments, stage.trials()?).exit_code()),
        }
    }
}

/// Tells what went wrong, in a way that is no result of a test.
fn failed(problem: &Problem) -> ExitCode {
    eprintln!("winterproof: {problem}");
    ExitCode::from(96)
}

/// A path as seen from the package's folder: where the tests come from an archive, that lies elsewhere
/// than when they were built, and whoever runs them says where.
pub(crate) fn beside(path: &Path) -> PathBuf {
    match env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => Path::new(&package).join(path),
        None => path.to_owned(),
    }
}

pub(crate) fn here(folder: AdapterFolder) -> AdapterFolder {
    match folder {
        AdapterFolder::Disk(path) => AdapterFolder::Disk(beside(&path)),
        folder @ AdapterFolder::BuiltIn(_) => folder,
    }
}
