//! A run of many tests that do nothing: what is left is the runtime's start and winterproof's own
//! work.

use std::fs;
use std::path::Path;

use miette::{IntoDiagnostic, Result};
use tempfile::TempDir;
use winterproof_suites::{SuiteRoot, TESTHARNESS};

use crate::pairs::median;
use crate::usage::{Cost, milliseconds};
use crate::ways::Winterproof;

/// Enough for what a run costs once to weigh little.
const TESTS: usize = 200;

pub(crate) fn print(runtime: &str, times: u16, jobs: usize) -> Result<()> {
    let (one, many) = (root(1)?, root(TESTS)?);
    let measure = |root: &TempDir, tests: usize| -> Result<Vec<Cost>> {
        let way = Winterproof::of_root(root.path(), runtime, jobs)?;
        let run = || {
            let cost = way.run()?;
            way.all_ok(tests)?;
            Ok(cost)
        };
        // The first one fills caches.
        run()?;
        (0..times).map(|_| run()).collect()
    };
    let (one, many) = (measure(&one, 1)?, measure(&many, TESTS)?);
    let of = |costs: &[Cost], part: fn(&Cost) -> f64| median(costs.iter().map(part).collect());
    let cpu = |cost: &Cost| milliseconds(cost.cpu);
    let wall = |cost: &Cost| milliseconds(cost.wall);
    #[expect(clippy::cast_precision_loss, reason = "there are few tests")]
    let further = (TESTS - 1) as f64;
    println!(
        "  {runtime}: a run of one CPU {:.0} ms, wall {:.0} ms; each further test CPU {:.1} ms, wall {:.1} ms; \
         {:.1} tests a second in a run of {TESTS}",
        of(&one, cpu),
        of(&one, wall),
        (of(&many, cpu) - of(&one, cpu)) / further,
        (of(&many, wall) - of(&one, wall)) / further,
        1000.0 * (further + 1.0) / of(&many, wall),
    );
    Ok(())
}

/// A suite root with that many tests.
fn root(tests: usize) -> Result<TempDir> {
    let folder = tempfile::tempdir().into_diagnostic()?;
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/")))?;
        fs::write(path, text)
    };
    let harness = SuiteRoot::embedded()
        .read_text(TESTHARNESS)
        .into_diagnostic()?;
    write(TESTHARNESS.trim_start_matches('/'), &harness).into_diagnostic()?;
    for number in 0..tests {
        let path = format!("nothing/{number}.any.js");
        write(&path, "test(() => {}, \"nothing\");\n").into_diagnostic()?;
    }
    Ok(folder)
}
