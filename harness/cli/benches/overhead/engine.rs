//! What an embedded engine costs: it has no bare counterpart, so its times stand alone.

use std::io::{Seek, Write};
use std::process::Command;

use command_fds::{CommandFdExt, FdMapping};
use miette::{IntoDiagnostic, Result, bail};
use winterproof_model::Scope;
use winterproof_model::wire::{Ask, Request, Run, Script, WIRE_VERSION};
use winterproof_suites::{SuiteRoot, TESTHARNESS, testharnessreport};

use crate::pairs::median;
use crate::usage::{Cost, cost, milliseconds};
use crate::ways::{Winterproof, silent};

/// The file descriptor that an engine answers on.
const CHANNEL: i32 = 3;

/// Prints the cost of a test on the engine as a part of a whole run, and that of a start: an engine's
/// process which evaluates testharness.js and a test that does nothing.
pub(crate) fn print(engine: &str, tests: &[String], times: u16) -> Result<()> {
    let run = Winterproof::new(tests, engine, 1)?;
    run.run()?;
    let runs = repeat(times, || run.run())?;
    let log = run.log()?;
    let request = request()?;
    let starts = repeat(times, || start(engine, &request))?;
    println!("  {}", log.header.runtime.label());
    line("a test of a run", &runs, log.tests.len());
    line("a start", &starts, 1);
    Ok(())
}

fn repeat(times: u16, work: impl Fn() -> Result<Cost>) -> Result<Vec<Cost>> {
    (0..times).map(|_| work()).collect()
}

fn line(what: &str, costs: &[Cost], parts: usize) {
    #[expect(clippy::cast_precision_loss, reason = "there are few tests")]
    let part = |of: fn(&Cost) -> f64| median(costs.iter().map(of).collect()) / parts as f64;
    println!(
        "    {what}: CPU {:.1} ms, wall {:.1} ms",
        part(|cost| milliseconds(cost.cpu)),
        part(|cost| milliseconds(cost.wall)),
    );
}

fn request() -> Result<String> {
    let harness = SuiteRoot::embedded()
        .read_text(TESTHARNESS)
        .into_diagnostic()?;
    let run = Run {
        test: "/nothing.any.js".parse().into_diagnostic()?,
        scope: Scope::Shell,
        title: None,
        scripts: vec![
            Script::new(TESTHARNESS, harness),
            Script::new("/report.js", testharnessreport()),
            Script::new("/nothing.any.js", "test(() => {}, \"nothing\");\n"),
        ],
        timeout_ms: 10_000,
        base_url: None,
        aliases: Vec::new(),
    };
    let request = Request {
        wire: WIRE_VERSION,
        key: "0".repeat(32),
        ask: Ask::Run(Box::new(run)),
    };
    Ok(request.to_line())
}

fn start(engine: &str, request: &str) -> Result<Cost> {
    let mut stdin = tempfile::tempfile().into_diagnostic()?;
    stdin.write_all(request.as_bytes()).into_diagnostic()?;
    stdin.rewind().into_diagnostic()?;
    let answers = tempfile::tempfile().into_diagnostic()?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_winterproof"));
    silent(command.args(["engine", engine]));
    command
        .stdin(stdin)
        .fd_mappings(vec![FdMapping {
            parent_fd: answers.into(),
            child_fd: CHANNEL,
        }])
        .into_diagnostic()?;
    cost(|| match command.status().into_diagnostic()? {
        status if status.success() => Ok(()),
        status => bail!("the engine ended with {status}"),
    })
}
