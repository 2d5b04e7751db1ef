//! Processes that lead a process group of their own, which is ended as a whole: what they start goes
//! with them, however winterproof itself ends.

use std::io;
use std::process::{Output, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::{Child, Command};
use tokio::time::timeout;

#[cfg(target_os = "linux")]
use crate::guard::announcement;
use crate::guard::{Watched, watch};

/// A process group; dropping it kills all that is left of it.
#[derive(Debug)]
pub(crate) struct Group(Option<(Pid, Watched)>);

/// Starts a process at the head of a group of its own. On Linux it also dies with the thread that
/// starts it, and its group with winterproof from its first moment on.
pub(crate) fn spawn(command: &mut Command) -> io::Result<(Child, Group)> {
    command.process_group(0).kill_on_drop(true);
    die_with_parent(command);
    let child = command.spawn()?;
    let leader = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
    Ok((child, Group(leader.map(|leader| (leader, watch(leader))))))
}

/// What a process without input writes until it ends; `None` when it does not within `patience`. By
/// then all of its group is gone.
pub(crate) async fn output(
    command: &mut Command,
    patience: Duration,
) -> io::Result<Option<Output>> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let (child, group) = spawn(command)?;
    let output = timeout(patience, child.wait_with_output()).await;
    drop(group);
    output.ok().transpose()
}

impl Group {
    /// Sends a signal to all processes of the group; they may have ended by themselves.
    pub(crate) fn signal(&self, signal: Signal) {
        if let Some((leader, _)) = self.0 {
            let _ = kill_process_group(leader, signal);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal(Signal::KILL);
    }
}

#[cfg(target_os = "linux")]
fn die_with_parent(command: &mut Command) {
    let mut announce = announcement();
    #[expect(
        unsafe_code,
        reason = "pre_exec is unsafe by nature; what is called there is safe to call"
    )]
    // SAFETY: between fork and exec only async-signal-safe system calls are made, and nothing is
    // allocated.
    unsafe {
        command.pre_exec(move || {
            rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
            announce()
        });
    }
}

#[cfg(not(target_os = "linux"))]
fn die_with_parent(_command: &mut Command) {}
