//! What has to be made of a host script before it can run: once, and kept in the user's cache folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio::process::Command;

use crate::cache;
use crate::group;
use crate::guard::temporary_folder;
use crate::manifest::Build;
use crate::output::last_lines;
use crate::process::indented;

/// How long a step may take.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// Makes what `build` describes, or finds it made. `known` is all that it is made of; `{out}` in the
/// steps stands for the folder to make it in, and `put_in` replaces the rest. `Err` says what failed.
pub(crate) async fn built(
    id: &str,
    build: &Build,
    known: &[Vec<u8>],
    put_in: impl Fn(&str) -> String,
) -> Result<PathBuf, String> {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    for part in known {
        add(part);
    }
    for word in build.steps.iter().flatten() {
        add(word.as_bytes());
    }
    for step in &build.versions {
        let step: Vec<String> = step.iter().map(|word| put_in(word)).collect();
        add(run(&step).await?.as_bytes());
    }
    let digest: String = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
    let folder = cache::folder().ok_or("there is no cache folder: set HOME or XDG_CACHE_HOME")?;
    let folder = folder.join("builds").join(id);
    let place = folder.join(&digest[..32]);
    let result = place.join(&build.result);
    if result.is_file() {
        return Ok(result);
    }
    let failed = |error: io::Error| format!("failed to make {}: {error}", place.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    let staging = tempfile::Builder::new()
        .prefix(".staging-")
        .tempdir_in(&folder)
        .map_err(failed)?;
    let out = staging.path().to_string_lossy().into_owned();
    for step in &build.steps {
        let step: Vec<String> = step
            .iter()
            .map(|word| put_in(word).replace("{out}", &out))
            .collect();
        run(&step).await?;
    }
    if !staging.path().join(&build.result).is_file() {
        return Err(format!("its steps made no {}", build.result));
    }
    // Somebody else may have made it meanwhile: theirs is as good.
    if fs::rename(staging.path(), &place).is_ok() {
        let _ = staging.keep();
    }
    Ok(result)
}

/// What a step says on standard output.
async fn run(step: &[String]) -> Result<String, String> {
    let (program, args) = step.split_first().ok_or("a step names no program")?;
    let name = Path::new(program).display();
    let failed = |error: io::Error| format!("failed to run {name}: {error}");
    // What it puts aside while it works, and would leave if it were killed.
    let aside = temporary_folder("build-").map_err(failed)?;
    let mut command = Command::new(program);
    command.args(args).env("TMPDIR", aside.path());
    let output = group::output(&mut command, PATIENCE).await;
    match output.map_err(failed)? {
        None => Err(format!(
            "{name} did not end within 10 minutes and was killed"
        )),
        Some(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Some(output) => Err(format!(
            "{name} failed ({}){}",
            output.status,
            indented(&last_lines(&output.stderr))
        )),
    }
}
