//! Messages cut out of a pipe, by their key.
//!
//! The pipe is the far end's alone (file descriptor 3), or one that a test writes to as well: the
//! standard output of engines that have nothing else. There, what is no message is output, and kept.

use std::io;
use std::os::fd::OwnedFd;
use std::time::Duration;

use rustix::buffer::spare_capacity;
use rustix::io::{Errno, ioctl_fionbio, read};
use tokio::net::unix::pipe;
use tokio::time::sleep;
use winterproof_model::wire::{Message, WireError};

use crate::lines::{Lines, ROOM};
use crate::output::Kept;

/// How long messages are let pile up in the channel before they are read: to be woken by each would
/// cost more than the message itself does. The end of the process ends the wait.
const GATHER: Duration = Duration::from_millis(4);

/// The near end of the channel.
#[derive(Debug)]
pub(crate) struct Channel {
    pipe: OwnedFd,
    lines: Lines,
    /// How much there was to read the last time.
    last: usize,
}

impl Channel {
    /// A pipe whose messages begin with `key`; what is no message goes to `output`.
    pub(crate) fn new(pipe: OwnedFd, key: &str, output: Option<Kept>) -> io::Result<Self> {
        ioctl_fionbio(&pipe, true)?;
        Ok(Self {
            pipe,
            lines: Lines::new(key, output),
            last: 0,
        })
    }

    /// Reads what is there, waiting until something is, and a little for what comes `soon` after it; 0
    /// at the end. Loses nothing when cancelled.
    pub(crate) async fn fill(&mut self, soon: bool) -> io::Result<usize> {
        let buffer = self.lines.room();
        loop {
            match read(&self.pipe, spare_capacity(buffer)) {
                Ok(count) => {
                    self.last = count;
                    return Ok(count);
                }
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    // Watched only while nothing is there: each message wakes whoever watches.
                    let watched = pipe::Receiver::from_owned_fd(self.pipe.try_clone()?)?;
                    watched.readable().await?;
                    drop(watched);
                    // Who fills the pipe is not to wait for us.
                    if soon && self.last < ROOM {
                        sleep(GATHER).await;
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The next message that has been read whole. Lines without the key are not from the host.
    pub(crate) fn message(&mut self) -> Option<Result<Message, WireError>> {
        self.lines.message()
    }

    /// Reads on to the end of what others write: a process whose output nobody reads would end by
    /// that. Messages no longer count.
    pub(crate) async fn drain(mut self) {
        loop {
            while self.message().is_some() {}
            if !matches!(self.fill(false).await, Ok(1..)) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use super::*;
    use crate::lines::LONGEST_LINE;

    const KEY: &str = "0123456789abcdef0123456789abcdef";

    /// What was said, and what is left of the output.
    async fn read(written: &[u8]) -> (Vec<String>, String) {
        let (near, far) = io::pipe().unwrap();
        let mut file = File::from(OwnedFd::from(far));
        let written = written.to_vec();
        let writer = std::thread::spawn(move || file.write_all(&written).unwrap());
        let output = Kept::default();
        let mut channel = Channel::new(near.into(), KEY, Some(output.clone())).unwrap();
        let mut said = Vec::new();
        loop {
            while let Some(message) = channel.message() {
                let Ok(Message::Created { name }) = message else {
                    panic!("{message:?}");
                };
                said.push(name);
            }
            if channel.fill(false).await.unwrap() == 0 {
                break;
            }
        }
        drop(channel);
        writer.join().unwrap();
        (said, output.text())
    }

    fn created(name: &str) -> String {
        let name = name.to_owned();
        Message::Created { name }.to_line(KEY)
    }

    #[tokio::test]
    async fn messages_are_told_from_output() {
        let text = format!(
            "a line\nunfinished{}\n\n{}the end",
            created("one"),
            created("two")
        );
        let (said, output) = read(text.as_bytes()).await;
        assert_eq!(said, ["one", "two"]);
        assert_eq!(output, "a line\nunfinished\n\nthe end");
    }

    #[tokio::test]
    async fn a_line_without_an_end_hides_no_message() {
        let mut text = vec![b'x'; 3 * LONGEST_LINE];
        text.extend_from_slice(created("behind it").as_bytes());
        let (said, output) = read(&text).await;
        assert_eq!(said, ["behind it"]);
        assert!(output.ends_with('x'));
        assert!(output.starts_with(&format!("[{} bytes", 3 * LONGEST_LINE - 8 * 1024)));
    }
}
