//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use winterproof_model::{Partition, Profile, Scope};
use winterproof_reports::Format;

use crate::exit;

/// Run Web API test suites in JavaScript runtimes and compare them.
///
/// Without a verb: `winterproof run`.
#[derive(Debug, Parser)]
#[command(version, after_help = exit::TABLE, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    #[command(flatten)]
    pub run: RunArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Run tests, write a log per runtime, and report.
    #[command(after_help = exit::TABLE)]
    Run(RunArgs),
    /// Run tests several times, in fresh processes, and tell which end in several ways.
    ///
    /// Each repetition is a run of its own, on runtimes that are started anew, with a log of its own
    /// in the folder: `winterproof accept` makes expectations of what ends in several ways.
    ///
    /// Exits with 100 if a test or subtest did not end in the same way each time. Whether it is as
    /// expected is of no matter.
    #[command(after_long_help = exit::TABLE)]
    VerifyStable(StableArgs),
    /// Write winterproof.toml, a file of settings for `run`, and an example for continuous integration.
    ///
    /// Writes into this folder, and nothing at all if one of the files is there already.
    #[command(after_long_help = exit::TABLE)]
    Init(InitArgs),
    /// Make a report of run logs.
    Report(ReportArgs),
    /// Put the logs of a run's shards together, as if one machine had run all tests.
    ///
    /// The logs are those of `run --partition hash:K/N`, one of each shard, all of one runtime. It is
    /// refused when a shard is missing, is there twice or was interrupted, and when the shards differ in
    /// anything that could change a result: tests, runtime, adapter, filters, flags, expectations.
    #[command(after_long_help = exit::TABLE)]
    Merge(MergeArgs),
    /// Compare two run logs, or two sets of them: regressions, fixes, new, gone, now unmeasured.
    ///
    /// Exits with 100 if something regressed or is no longer measured, if the new run is incomplete, or
    /// if no test was measured in both.
    #[command(after_long_help = exit::TABLE)]
    Compare(CompareArgs),
    /// Run again what a published run log claims, and tell whether it holds.
    ///
    /// Every log says which runtime, with the hash of its binary, ran which test files, with their hash, and
    /// how. The same is run here, and all of that and every result is compared. Nothing is verified of a log
    /// that is incomplete or measured nothing.
    ///
    /// Exits with 0 if everything is the same, and with 100 if something is not.
    #[command(after_long_help = exit::TABLE)]
    Verify(VerifyArgs),
    /// Tell which requirements of the specifications have a subtest, and which subtests have none.
    ///
    /// An area's requirement map (requirements.toml in its folder) lists what the specifications ask;
    /// subtests name the requirements that they check. Without logs, the areas that have a map are run
    /// on one runtime. A subtest counts whether it passes or not.
    ///
    /// Exits with 100 if a subtest names what no map has, or if an area has less than `--min`.
    #[command(after_long_help = exit::TABLE)]
    Coverage(CoverageArgs),
    /// Tell which faults of a runtime the tests of an area would not notice.
    ///
    /// An area's mutants (mutants/ID.js in its folder) are scripts that put one deliberate fault each
    /// into a runtime. The tests of the area run with one fault at a time, until a subtest that passes
    /// without it does not pass with it, twice. Mutants that no subtest notices show what is not tested.
    ///
    /// Exits with 100 if less than `--min` of an area's mutants are noticed.
    #[command(after_long_help = exit::TABLE)]
    Mutants(MutantsArgs),
    /// Write one file that shows one subtest without winterproof.
    ///
    /// It runs the test, and writes a script with the test's own scripts and those parts of testharness.js
    /// that they use. `node FILE`, `deno run FILE` or `bun FILE` then runs that subtest alone, prints what
    /// comes of it, and ends with 0 when it passes and with 1 when it does not.
    #[command(after_long_help = exit::TABLE)]
    Repro(ReproArgs),
    /// Bring the expectations of an adapter, or your own, up to date with run logs.
    ///
    /// Shows what would change in the adapter's expectations/*.toml, or in what `--expectations` names, as a
    /// diff; `--write` writes it.
    /// Give the logs of every version of the runtime that the expectations shall cover, together:
    /// what fails in some of the versions gets a condition on the version, and a version between two
    /// of them counts as the older one. Give several logs of a version to find what fails only now
    /// and then; that becomes `intermittent`.
    ///
    /// Only tests are touched that the logs measured and that did not end as expected: a run with a
    /// filter is fine, an interrupted one is refused. What fails no longer is removed, or kept for
    /// the versions where it still fails. Comments stay, and so do reasons that somebody wrote, as
    /// long as what they are about fails in the same way. Read each reason that comes from a failure
    /// message, and write a better one where you know it. Entries with conditions on os, arch or flags,
    /// `disabled` ones, and those in files for several runtimes are yours alone: they are never written.
    ///
    /// Exits with 100 if there is something to change and `--write` is not given.
    #[command(after_long_help = exit::TABLE)]
    Accept(AcceptArgs),
    /// Turn expectation files of another runner into ours.
    ///
    /// FORMAT is deno (expectations/*.json), node (test/wpt/status/**/*.json), workerd
    /// (src/wpt/**/*-test.ts), wptrunner (metadata, **/*.ini) or wptreport (the results in a
    /// wptreport.json, which become what is expected). Prints one expectation file, and tells how many
    /// tests and subtests carried over and, with its file and line, everything that did not.
    ///
    /// A file's own path tells which folder of web-platform-tests it is about, where it lies as its
    /// runner wants it; `--under` tells it otherwise.
    ///
    /// Exits with 4 if the files have no expectation that could carry over.
    #[command(after_long_help = exit::TABLE)]
    Import(ImportArgs),
    /// List the tests of a suite root.
    List(ListArgs),
    /// List the runtimes: known, found, version; or install some.
    #[command(after_help = exit::TABLE)]
    Runtimes(RuntimesArgs),
    /// Tell within seconds whether runtimes are wired, and if not, which step is broken.
    #[command(after_help = exit::TABLE)]
    Smoke(SmokeArgs),
    /// Start the server under the tests on a suite root, for a browser or curl.
    ///
    /// It answers on free ports of this machine only, over HTTP/1.1, HTTP/2, TLS and WebSocket, as it
    /// does for tests: with the conventions and handlers of web-platform-tests. It prints its origins
    /// and the authority to trust for TLS, then a line for each request, until Ctrl-C ends it.
    Serve(ServeArgs),
    /// The far end of the wire for an embedded engine; winterproof starts itself with it.
    #[command(hide = true)]
    Engine { name: String },
}

/// Adapters that are not part of winterproof.
#[derive(Args, Clone, Debug)]
pub(crate) struct AdapterArgs {
    /// The folder of an adapter of your own, with its adapter.toml: its runtime is known by its id
    /// from then on. Can be given several times.
    #[arg(long = "adapter", value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct RunArgs {
    /// Which tests: path prefixes or globs of test ids, such as `url` or `streams/**/tee*`. All
    /// when absent, save areas on request (`self`), which have to be named.
    #[arg(value_name = "FILTER")]
    pub filters: Vec<String>,

    /// A runtime: an id (see `winterproof runtimes`), ID@VERSION for an installed version, ID=PATH for
    /// a binary of yours, each with ?NAME=VALUE&... for its options. Can be given several times. When
    /// absent: every embedded runtime and every one found on this machine.
    #[arg(short, long = "runtime", value_name = "RUNTIME")]
    pub runtimes: Vec<String>,

    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// A file or folder with expectations of your own, for any suite root: a file, and the *.toml right in
    /// a folder, are for every runtime; those in a folder named like a runtime (`node/url.toml`) are for
    /// that one. They count before winterproof's own. Can be given several times.
    #[arg(long, value_name = "PATH")]
    pub expectations: Vec<PathBuf>,

    /// Passes requests for Python scripts that winterproof does not know how to answer for to the
    /// root's own wptserve, which is started for that: the root is a whole checkout of
    /// web-platform-tests, and Python 3 is in PATH.
    #[arg(long, requires = "root")]
    pub wptserve: bool,

    /// What the results are judged by: `2025-12` (the specifications as of the first edition of ECMA-429)
    /// or `latest`. What is outside the profile is shown apart.
    #[arg(long, value_name = "PROFILE", default_value_t = Profile::Latest)]
    pub profile: Profile,

    /// A file of settings. winterproof.toml in this folder, if there is one, when absent.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// The section [run.NAME] of the file of settings. `default`, if there is one, when absent.
    #[arg(short = 'P', long, value_name = "NAME")]
    pub run_profile: Option<String>,

    /// How many tests run at once. As many as there are processors when absent.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Multiplies the deadlines of tests (10 s, and 60 s with `timeout=long`).
    #[arg(long, value_name = "X", default_value = "1", value_parser = multiplier)]
    pub timeout_multiplier: f64,

    /// Further attempts, in fresh processes, at a test whose result is not as expected.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub retries: u32,

    /// Runs everything so many times, each in a log of its own, and tells which tests end in several
    /// ways.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub repeat: u16,

    /// Only one part of the tests, such as hash:3/8 for the third of eight. Which part a test is in
    /// follows from its id alone; `winterproof merge` puts the logs together. When absent, what
    /// TEST_TOTAL_SHARDS and TEST_SHARD_INDEX (Bazel) or CI_NODE_TOTAL and CI_NODE_INDEX (GitLab) say;
    /// hash:1/1 runs all tests whatever they say.
    #[arg(long, value_name = "hash:K/N")]
    pub partition: Option<Partition>,

    /// Go on with the run whose logs are in the folder, after an interruption: tests with results are
    /// not run again. It is refused when tests, runtime, adapter, expectations, filters or flags are
    /// others.
    #[arg(long)]
    pub resume: bool,

    /// The folder for logs and reports.
    #[arg(long, value_name = "DIR", default_value = "winterproof-report")]
    pub out: PathBuf,

    /// A further format to write beside index.html and matrix.json: wptreport, junit, tap, markdown,
    /// annotations, badge, badge-svg or bcd. Can be given several times.
    #[arg(long = "format", value_name = "FORMAT", value_parser = format)]
    pub formats: Vec<Format>,

    /// A file to write each request to that the servers under the tests get, as JSON lines.
    #[arg(long, value_name = "FILE", hide = true)]
    pub record_requests: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct StableArgs {
    /// Which tests, as for `winterproof run`.
    #[arg(value_name = "FILTER")]
    pub filters: Vec<String>,

    /// A runtime, as for `winterproof run`. Can be given several times.
    #[arg(short, long = "runtime", value_name = "RUNTIME")]
    pub runtimes: Vec<String>,

    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// A file or folder with expectations of your own, as for `winterproof run`: what they call intermittent
    /// is told apart.
    #[arg(long, value_name = "PATH")]
    pub expectations: Vec<PathBuf>,

    /// What the results are judged by, as for `winterproof run`.
    #[arg(long, value_name = "PROFILE", default_value_t = Profile::Latest)]
    pub profile: Profile,

    /// How often each test is run.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(2..=1000))]
    pub repeat: u16,

    /// How many tests run at once. As many as there are processors when absent.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Multiplies the deadlines of tests (10 s, and 60 s with `timeout=long`).
    #[arg(long, value_name = "X", default_value = "1", value_parser = multiplier)]
    pub timeout_multiplier: f64,

    /// Go on after an interruption, as for `winterproof run`.
    #[arg(long)]
    pub resume: bool,

    /// The folder for the logs.
    #[arg(long, value_name = "DIR", default_value = "winterproof-stability")]
    pub out: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct InitArgs {
    /// Whose continuous integration the example is for: github, gitlab or none.
    #[arg(
        long,
        value_name = "NAME",
        default_value = "github",
        hide_possible_values = true
    )]
    pub ci: CiExample,
}

/// Whose continuous integration an example is for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CiExample {
    Github,
    Gitlab,
    None,
}

#[derive(Args, Debug)]
pub(crate) struct ReportArgs {
    /// Run logs; each becomes a column of the report.
    #[arg(value_name = "LOG", required = true)]
    pub logs: Vec<PathBuf>,

    /// html, json, wptreport, junit, tap, markdown, annotations, badge, badge-svg or bcd.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub format: Format,

    /// The folder in this checkout that the tests lie in, for annotations, which name their files.
    /// When absent: a folder named like the logs' suite root, `suites`, or this one.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// The file to write. Standard output when absent.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct MergeArgs {
    /// The logs of all shards of one runtime.
    #[arg(value_name = "LOG", required = true)]
    pub logs: Vec<PathBuf>,

    /// The file to write the log of the whole run to.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct CompareArgs {
    /// The run log to compare with, or a folder of logs, such as what `run --out` made.
    pub base: PathBuf,

    /// The run log, or the folder, that is compared. Logs of two folders meet by file name, then by
    /// runtime.
    pub new: PathBuf,

    /// text, markdown (for a comment on a pull request; below 1 MiB) or json.
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true
    )]
    pub format: ComparisonFormat,

    /// The file to write. Standard output when absent.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ComparisonFormat {
    Text,
    Markdown,
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct VerifyArgs {
    /// The run log, or a folder of logs, such as what `run --out` made.
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,

    /// The runtime to run it on, as for `winterproof run`, where it is not the one that the log names.
    #[arg(short, long, value_name = "RUNTIME")]
    pub runtime: Option<String>,

    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// The suite root, for a log of tests that are not the embedded ones.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// A file or folder with expectations, for a log of a run with them. Can be given several times.
    #[arg(long, value_name = "PATH")]
    pub expectations: Vec<PathBuf>,

    /// How many tests run at once. As many as there are processors when absent.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

#[derive(Args, Debug)]
pub(crate) struct CoverageArgs {
    /// Areas, such as `fetch`. All that have a requirement map when absent.
    #[arg(value_name = "AREA")]
    pub areas: Vec<String>,

    /// A run log to read instead of running tests. Can be given several times: what one runtime
    /// skips, another may run.
    #[arg(long = "log", value_name = "LOG", conflicts_with_all = ["runtime", "root", "jobs", "folders"])]
    pub logs: Vec<PathBuf>,

    /// The runtime that runs the tests, as for `winterproof run`. The first of node, deno, bun and boa
    /// that is found when absent.
    #[arg(short, long, value_name = "RUNTIME")]
    pub runtime: Option<String>,

    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// How many tests run at once. As many as there are processors when absent.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// The profile whose requirements count: `2025-12` or `latest`. That of the logs when absent, and
    /// `latest` without logs.
    #[arg(long, value_name = "PROFILE")]
    pub profile: Option<Profile>,

    /// Fail when less than that share of an area's observable requirements has a subtest.
    #[arg(long, value_name = "PERCENT", value_parser = percentage)]
    pub min: Option<f64>,

    /// Lists in full.
    #[arg(long, visible_alias = "verbose")]
    pub all: bool,

    /// text or json.
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true
    )]
    pub format: Printed,
}

/// How coverage and mutants are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Printed {
    Text,
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct MutantsArgs {
    /// Mutants: areas such as `fetch`, names such as `fetch/headers-no-sort`, or globs of those. All when
    /// absent.
    #[arg(value_name = "MUTANT")]
    pub mutants: Vec<String>,

    /// The runtime that the faults are put into, as for `winterproof run`. The first of node, deno, bun
    /// and boa that is found when absent.
    #[arg(short, long, value_name = "RUNTIME")]
    pub runtime: Option<String>,

    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// How many tests run at once. As many as there are processors when absent.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Fail when less than that share of an area's mutants is noticed.
    #[arg(long, value_name = "PERCENT", default_value = "100", value_parser = percentage)]
    pub min: f64,

    /// Lists those that are noticed too, each with the subtest that did.
    #[arg(long, visible_alias = "verbose")]
    pub all: bool,

    /// text or json.
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true
    )]
    pub format: Printed,
}

#[derive(Args, Debug)]
pub(crate) struct ReproArgs {
    /// The test, such as `url/host-ipv4.any.js`.
    pub test: String,

    /// The whole name of the subtest.
    pub subtest: String,

    /// The runtime that runs the test, as for `winterproof run`. The first of node, deno, bun and boa that
    /// is found when absent.
    #[arg(short, long, value_name = "RUNTIME")]
    pub runtime: Option<String>,

    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// The profile that the test holds in: `2025-12` or `latest`.
    #[arg(long, value_name = "PROFILE", default_value_t = Profile::Latest)]
    pub profile: Profile,

    /// The file to write. Named after the test and the subtest, in this folder, when absent.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct AcceptArgs {
    /// Run logs, all of one runtime and one suite root.
    #[arg(value_name = "LOG", required = true)]
    pub logs: Vec<PathBuf>,

    /// The adapter's folder, for logs of the embedded suites. `adapters/<runtime>` when absent.
    #[arg(long, visible_alias = "adapter", value_name = "ADAPTER_FOLDER")]
    pub to: Option<PathBuf>,

    /// Expectations of your own instead, for logs of any root: a file (FILE.toml), or a folder, in whose
    /// folder RUNTIME/ the files are. It is made if it is not there.
    #[arg(long, value_name = "PATH", conflicts_with = "to")]
    pub expectations: Option<PathBuf>,

    /// Write the files. Without it they are only shown.
    #[arg(long)]
    pub write: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ImportArgs {
    /// deno, node, workerd, wptrunner or wptreport.
    #[arg(hide_possible_values = true)]
    pub format: ForeignFormat,

    /// Files in that format, or folders of them.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// The folder of web-platform-tests that the files are about, such as `url` or `fetch/api`.
    #[arg(long, value_name = "PATH")]
    pub under: Option<String>,

    /// A scope that the tests will run in: shell (a runtime's own global), window, dedicatedworker,
    /// sharedworker or serviceworker. Can be given several times, best first.
    #[arg(long = "scope", value_name = "SCOPE", default_value = "shell", value_parser = scope)]
    pub scopes: Vec<Scope>,

    /// The tests that the entries have to be about: a folder in web-platform-tests' layout. Entries for
    /// whole files then are about the variants that there are, and what is about no test is told.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// The reason of what has none of its own. The name of the file when absent.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,

    /// What is so of the runtime, for conditions in wptrunner's metadata, such as `debug=false` or
    /// `product=servo`. Can be given several times.
    #[arg(long, value_name = "NAME=VALUE", value_parser = given)]
    pub given: Vec<(String, String)>,

    /// The file to write. Standard output when absent.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Whose expectations files are.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ForeignFormat {
    Deno,
    Node,
    Workerd,
    Wptrunner,
    Wptreport,
}

#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    /// Path prefixes or globs of test ids. All when absent.
    #[arg(value_name = "FILTER")]
    pub filters: Vec<String>,

    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// The profile that the tests hold in: `2025-12` or `latest`. As JSON, the others are listed as well,
    /// with `since` or `until`.
    #[arg(long, value_name = "PROFILE", default_value_t = Profile::Latest)]
    pub profile: Profile,

    /// Only tests that need something beyond their scope, each with what it needs: TLS, HTTP/2, a
    /// subdomain, somebody who drives the browser, and handlers that the server does not know.
    #[arg(long)]
    pub needs: bool,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct RuntimesArgs {
    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// As JSON.
    #[arg(long)]
    pub json: bool,

    #[command(subcommand)]
    pub verb: Option<RuntimesVerb>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RuntimesVerb {
    /// Bring runtimes to this machine, from npm.
    ///
    /// Each is fetched with your own npm client, so that the registries and proxies of its
    /// configuration hold, into your cache folder, one folder a version. It is kept only if it starts
    /// and answers. `-r ID@VERSION` names an installed version; without a version, what PATH has comes
    /// first, and then the newest that is installed.
    #[command(after_long_help = exit::TABLE)]
    Install(InstallArgs),
}

#[derive(Args, Debug)]
pub(crate) struct InstallArgs {
    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// What to install: an id, or ID@VERSION, where `22` stands for the newest 22.x.y.
    #[arg(value_name = "RUNTIME", required_unless_present = "tested")]
    pub runtimes: Vec<String>,

    /// Every version that winterproof's own expectations are about.
    #[arg(long, conflicts_with = "runtimes")]
    pub tested: bool,
}

#[derive(Args, Debug)]
pub(crate) struct SmokeArgs {
    #[command(flatten)]
    pub adapters: AdapterArgs,

    /// A runtime, as for `winterproof run`. Can be given several times. When absent: every embedded
    /// runtime and every one found on this machine.
    #[arg(short, long = "runtime", value_name = "RUNTIME")]
    pub runtimes: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ServeArgs {
    /// A folder in web-platform-tests' layout. The embedded suites when absent.
    #[arg(long, value_name = "PATH")]
    pub root: Option<PathBuf>,

    /// Passes requests for Python scripts that winterproof does not know how to answer for to the
    /// root's own wptserve, which is started for that: the root is a whole checkout of
    /// web-platform-tests, and Python 3 is in PATH.
    #[arg(long, requires = "root")]
    pub wptserve: bool,

    /// The first port for HTTP; the second is the next one, if nobody has it. A free one when 0; all
    /// others are free ones always.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub port: u16,

    /// A file to write each request to, as a JSON line.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
}

fn format(text: &str) -> Result<Format, String> {
    text.parse()
        .map_err(|error: winterproof_reports::ReportError| error.to_string())
}

fn scope(text: &str) -> Result<Scope, String> {
    let known = Scope::ALL.map(Scope::as_str);
    let found = Scope::ALL.into_iter().find(|scope| scope.as_str() == text);
    found.ok_or_else(|| format!("known are {}", known.join(", ")))
}

fn given(text: &str) -> Result<(String, String), String> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => (name.trim(), value.trim()),
        _ => return Err("NAME=VALUE is needed".to_owned()),
    };
    let systems: Vec<&str> = winterproof_adapters::import_systems().collect();
    match name == "os" && !systems.contains(&value) {
        true => Err(format!("of os, known are {}", systems.join(", "))),
        false => Ok((name.to_owned(), value.to_owned())),
    }
}

fn percentage(text: &str) -> Result<f64, String> {
    match text.trim_end_matches('%').parse::<f64>() {
        Ok(number) if (0.0..=100.0).contains(&number) => Ok(number),
        _ => Err("a number from 0 to 100 is needed".to_owned()),
    }
}

pub(crate) fn multiplier(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.01..=1000.0).contains(&number) => Ok(number),
        _ => Err("a number from 0.01 to 1000 is needed".to_owned()),
    }
}
