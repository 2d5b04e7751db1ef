//! What must not outlive winterproof, even when it is killed outright (SIGKILL): process groups, and
//! temporary folders.
//!
//! A small shell script watches over them. It hears on its standard input which groups come and go.
//! When the other end of that pipe is gone, for whatever reason, it kills those that are left and
//! removes the one folder that all temporary folders are in. That reaches what tests start themselves
//! too, which a death signal to the direct child does not.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use rustix::io::ioctl_fionbio;
use rustix::process::Pid;
use tempfile::{Builder, TempDir};

/// `+GROUP` comes (its leader says so, and then whoever started it), `-GROUP` goes. The folder is the
/// argument; what was killed just now may still be writing into it.
const SCRIPT: &str = r#"
trap '' HUP INT TERM
live=" "
while read -r sign group; do
  case $sign in
    +) case $live in *" $group "*) ;; *) live="$live$group " ;; esac ;;
    -) live="${live%% $group *} ${live#* $group }" ;;
  esac
done
for group in $live; do kill -s KILL -- "-$group"; done
for try in 1 2 3 4 5; do
  rm -rf -- "$1" && break
  sleep 1
done
"#;

/// The one that watches.
#[derive(Debug)]
struct Guard {
    pipe: File,
    /// What it removes at the end.
    folder: PathBuf,
}

/// A process group that is watched over until this is dropped.
#[derive(Debug)]
pub struct Watched(Pid);

/// Has `group` killed if winterproof ends before what is returned is dropped.
pub(crate) fn watch(group: Pid) -> Watched {
    tell('+', group);
    Watched(group)
}

/// The same for the group that the process with this number leads.
pub fn watch_group(leader: u32) -> Option<Watched> {
    Pid::from_raw(leader.cast_signed()).map(watch)
}

/// What has a process say, before it becomes the program that is started, that it leads a group of its
/// own: winterproof may be killed before it comes to saying so itself.
///
/// What is returned makes system calls alone and allocates nothing, as it has to between fork and exec.
/// Of a start that fails after that, the guard keeps the number of a process that is no more.
#[cfg(target_os = "linux")]
pub(crate) fn announcement() -> impl FnMut() -> io::Result<()> + Send + Sync + 'static {
    let guard = guard();
    move || {
        let Some(guard) = guard else { return Ok(()) };
        let mut line = [b' '; 16];
        line[15] = b'\n';
        let mut number = rustix::process::getpid().as_raw_nonzero().get();
        let mut at = 15;
        while number > 0 {
            at -= 1;
            // A digit fits.
            line[at] = b'0' + u8::try_from(number % 10).unwrap_or(0);
            number /= 10;
        }
        line[at - 2] = b'+';
        // As for `tell`: the run goes on without.
        let _ = rustix::io::write(&guard.pipe, &line[at - 2..]);
        Ok(())
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        tell('-', self.0);
    }
}

/// Makes a temporary folder whose name begins with `prefix`. It is removed when what is returned is
/// dropped, at the latest when winterproof ends.
pub fn temporary_folder(prefix: &str) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(prefix);
    match guard() {
        Some(guard) => builder.tempdir_in(&guard.folder),
        None => builder.tempdir(),
    }
}

fn tell(sign: char, group: Pid) {
    if let Some(guard) = guard() {
        // A guard that somebody has ended is no reason to end the run. One write, so whole lines.
        let line = format!("{sign} {}\n", group.as_raw_nonzero());
        let _ = (&guard.pipe).write_all(line.as_bytes());
    }
}

fn guard() -> Option<&'static Guard> {
    static GUARD: OnceLock<Option<Guard>> = OnceLock::new();
    GUARD.get_or_init(start).as_ref()
}

/// Starts the guard in a group of its own, so that Ctrl-C does not reach it; `None` on a system
/// without `sh` or room for a folder, where a killed winterproof may leave something behind.
fn start() -> Option<Guard> {
    let folder = Builder::new().prefix("winterproof-").tempdir().ok()?;
    let mut guard = Command::new("sh")
        .args(["-c", SCRIPT, "sh"])
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .ok()?;
    let pipe = OwnedFd::from(guard.stdin.take()?);
    // A guard that was stopped must not stop the run.
    ioctl_fionbio(&pipe, true).ok()?;
    Some(Guard {
        pipe: pipe.into(),
        folder: folder.keep(),
    })
}
