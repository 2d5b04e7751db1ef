//! Process groups that must not outlive winterproof, even when it is killed outright (SIGKILL).
//!
//! A small shell script watches over them. It hears on its standard input which groups come and go,
//! and kills those that are left when the other end of that pipe is gone, for whatever reason. That
//! reaches what tests start themselves too, which a death signal to the direct child does not.

use std::fs::File;
use std::io::Write;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use rustix::io::ioctl_fionbio;
use rustix::process::Pid;

/// `+GROUP` comes, `-GROUP` goes.
const SCRIPT: &str = r#"
trap '' HUP INT TERM
live=" "
while read -r sign group; do
  case $sign in
    +) live="$live$group " ;;
    -) live="${live%% $group *} ${live#* $group }" ;;
  esac
done
for group in $live; do kill -s KILL -- "-$group"; done
"#;

/// A process group that is watched over until this is dropped.
#[derive(Debug)]
pub(crate) struct Watched(Pid);

/// Has `group` killed if winterproof ends before what is returned is dropped.
pub(crate) fn watch(group: Pid) -> Watched {
    tell('+', group);
    Watched(group)
}

impl Drop for Watched {
    fn drop(&mut self) {
        tell('-', self.0);
    }
}

fn tell(sign: char, group: Pid) {
    static GUARD: OnceLock<Option<File>> = OnceLock::new();
    if let Some(mut guard) = GUARD.get_or_init(start).as_ref() {
        // A guard that somebody has ended is no reason to end the run. One write, so whole lines.
        let _ = guard.write_all(format!("{sign} {}\n", group.as_raw_nonzero()).as_bytes());
    }
}

/// Starts the guard in a group of its own, so that Ctrl-C does not reach it; `None` on a system
/// without `sh`, where a killed winterproof may leave processes behind.
fn start() -> Option<File> {
    let mut guard = Command::new("sh")
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .ok()?;
    let pipe = OwnedFd::from(guard.stdin.take()?);
    // A guard that was stopped must not stop the run.
    ioctl_fionbio(&pipe, true).ok()?;
    Some(pipe.into())
}
