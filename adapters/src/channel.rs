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

use crate::output::Kept;

/// How long messages are let pile up in the channel before they are read: to be woken by each would
/// cost more than the message itself does. The end of the process ends the wait.
const GATHER: Duration = Duration::from_millis(4);

/// How much there is room for in the buffer, at least, when the channel is read.
const ROOM: usize = 16 * 1024;

/// No message is longer; the report hook cuts far below it.
const LONGEST_MESSAGE: usize = 1024 * 1024;

/// How much is kept of a line that does not end.
const LONGEST_LINE: usize = 4 * LONGEST_MESSAGE;

/// The near end of the channel, cut into lines.
#[derive(Debug)]
pub(crate) struct Channel {
    pipe: OwnedFd,
    key: String,
    /// Where that goes which is no message; nowhere when the pipe is the far end's alone.
    output: Option<Kept>,
    buffer: Vec<u8>,
    /// Where in the buffer the next line begins.
    start: usize,
    /// Up to where no newline was found.
    searched: usize,
}

impl Channel {
    /// A pipe whose messages begin with `key`.
    pub(crate) fn new(pipe: OwnedFd, key: &str, output: Option<Kept>) -> io::Result<Self> {
        ioctl_fionbio(&pipe, true)?;
        Ok(Self {
            pipe,
            key: key.to_owned(),
            output,
            buffer: Vec::with_capacity(ROOM),
            start: 0,
            searched: 0,
        })
    }

    /// Reads what is there, waiting until something is, and a little for what comes `soon` after it; 0
    /// at the end. Loses nothing when cancelled.
    pub(crate) async fn fill(&mut self, soon: bool) -> io::Result<usize> {
        self.buffer.drain(..self.start);
        self.searched -= self.start;
        self.start = 0;
        if self.buffer.len() > LONGEST_LINE {
            // No message is that long: somebody else writes. One of ours may have begun by now.
            let end = self.buffer.len() - LONGEST_MESSAGE;
            keep(self.output.as_ref(), &self.buffer[..end]);
            self.buffer.drain(..end);
            self.searched -= end;
        }
        self.buffer.reserve(ROOM);
        loop {
            match read(&self.pipe, spare_capacity(&mut self.buffer)) {
                Ok(count) => return Ok(count),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    // Watched only while nothing is there: each message wakes whoever watches.
                    let watched = pipe::Receiver::from_owned_fd(self.pipe.try_clone()?)?;
                    watched.readable().await?;
                    drop(watched);
                    if soon {
                        sleep(GATHER).await;
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The next message that has been read whole. Lines without the key are not from the host.
    pub(crate) fn message(&mut self) -> Option<Result<Message, WireError>> {
        loop {
            let Some(length) = self.buffer[self.searched..]
                .iter()
                .position(|&b| b == b'\n')
            else {
                self.searched = self.buffer.len();
                return None;
            };
            let end = self.searched + length;
            let line = &self.buffer[self.start..end];
            let message = Message::parse(line, &self.key);
            if let Some(output) = &self.output {
                // What stands before the key was written by somebody who did not end the line.
                let foreign = match &message {
                    None => &self.buffer[self.start..=end],
                    Some(_) => &line[..before(line, self.key.as_bytes())],
                };
                output.push(foreign);
            }
            self.start = end + 1;
            self.searched = self.start;
            if message.is_some() {
                return message;
            }
        }
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

impl Drop for Channel {
    /// A last line need not end.
    fn drop(&mut self) {
        while self.message().is_some() {}
        keep(self.output.as_ref(), &self.buffer[self.start..]);
    }
}

fn keep(output: Option<&Kept>, bytes: &[u8]) {
    if let Some(output) = output {
        output.push(bytes);
    }
}

/// How much stands before the key.
fn before(line: &[u8], key: &[u8]) -> usize {
    line.windows(key.len())
        .position(|window| window == key)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use super::*;

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
