//! What a process writes to standard output and standard error: read to the end, of which only the
//! last part is kept, so that no amount of it fills memory or blocks the process.

use std::io;
use std::mem;
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::io::ioctl_fionbio;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::net::unix::pipe;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How many bytes are kept.
const KEPT: usize = 8 * 1024;

/// How long after the end of the process a pipe may stay open (something it started may hold it).
const LINGER: Duration = Duration::from_millis(200);

/// The last lines of what a tool wrote, in which it says why it failed.
pub(crate) fn last_lines(output: &[u8]) -> String {
    const LINES: usize = 12;
    let text = String::from_utf8_lossy(output);
    let lines: Vec<&str> = text.trim().lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}

/// The last part of a stream.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept(Arc<Mutex<Part>>);

#[derive(Debug, Default)]
struct Part {
    bytes: Vec<u8>,
    dropped: u64,
}

impl Kept {
    fn part(&self) -> MutexGuard<'_, Part> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds what comes next.
    pub(crate) fn push(&self, new: &[u8]) {
        let mut part = self.part();
        part.bytes
            .extend_from_slice(&new[new.len().saturating_sub(KEPT)..]);
        part.dropped += new.len().saturating_sub(KEPT) as u64;
        let surplus = part.bytes.len().saturating_sub(KEPT);
        part.bytes.drain(..surplus);
        part.dropped += surplus as u64;
    }

    /// What there is, and how much is left out.
    pub(crate) fn text(&self) -> String {
        self.part().text()
    }

    /// How many bytes have come so far.
    pub(crate) fn total(&self) -> u64 {
        let part = self.part();
        part.dropped + part.bytes.len() as u64
    }

    /// What is kept of what came after the first `mark` bytes.
    pub(crate) fn since(&self, mark: u64) -> String {
        let part = self.part();
        let Some(before) = mark.checked_sub(part.dropped) else {
            return part.text();
        };
        let before = usize::try_from(before).unwrap_or(usize::MAX);
        let rest = part.bytes.get(before..).unwrap_or_default();
        String::from_utf8_lossy(rest).into_owned()
    }

    /// What there is, which is then gone.
    pub(crate) fn take(&self) -> String {
        mem::take(&mut *self.part()).text()
    }
}

impl Part {
    fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        if self.dropped == 0 {
            return text.into_owned();
        }
        format!("[{} bytes before this are left out]\n{text}", self.dropped)
    }
}

/// The last part of a stream, being read in the background.
#[derive(Debug)]
pub(crate) struct Tail {
    kept: Kept,
    reader: JoinHandle<()>,
}

impl Tail {
    pub(crate) fn of(mut stream: impl AsyncRead + Unpin + Send + 'static) -> Self {
        let kept = Kept::default();
        let shared = kept.clone();
        let reader = async move {
            let mut buffer = vec![0; 16 * 1024];
            while let Ok(count @ 1..) = stream.read(&mut buffer).await {
                shared.push(&buffer[..count]);
            }
        };
        Self::read_by(reader, kept)
    }

    /// What `reader` puts into `kept`.
    pub(crate) fn read_by(reader: impl Future<Output = ()> + Send + 'static, kept: Kept) -> Self {
        let reader = tokio::spawn(reader);
        Self { kept, reader }
    }

    /// What is kept, as it comes.
    pub(crate) fn kept(&self) -> Kept {
        self.kept.clone()
    }

    /// What is kept once the process has ended.
    pub(crate) async fn finish(&mut self) -> String {
        if timeout(LINGER, &mut self.reader).await.is_err() {
            self.reader.abort();
        }
        self.kept.text()
    }
}

/// The last part of what a process prints, taken in pieces: one that runs many tests prints for each.
#[derive(Debug)]
pub(crate) struct Printed {
    source: Arc<Source>,
    reader: JoinHandle<()>,
}

#[derive(Debug)]
struct Source {
    pipe: pipe::Receiver,
    kept: Kept,
    /// Held from when something is read until it is kept: then nothing is between the two.
    turn: Mutex<()>,
}

/// How much is read at once; whoever waits for their turn waits no longer than that takes.
const SPOONFUL: usize = 1024 * 1024;

impl Source {
    /// Reads what is there; whether there may be more later.
    fn read(&self) -> bool {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut buffer = vec![0; 16 * 1024];
        let mut count = 0;
        while count < SPOONFUL {
            match self.pipe.try_read(&mut buffer) {
                Ok(0) => return false,
                Ok(read) => {
                    self.kept.push(&buffer[..read]);
                    count += read;
                }
                Err(error) => return error.kind() == io::ErrorKind::WouldBlock,
            }
        }
        true
    }
}

impl Printed {
    /// Reads from `pipe` from now on.
    pub(crate) fn of(pipe: OwnedFd) -> io::Result<Self> {
        ioctl_fionbio(&pipe, true)?;
        let source = Arc::new(Source {
            pipe: pipe::Receiver::from_owned_fd(pipe)?,
            kept: Kept::default(),
            turn: Mutex::new(()),
        });
        let shared = Arc::clone(&source);
        let reader =
            tokio::spawn(
                async move { while shared.pipe.readable().await.is_ok() && shared.read() {} },
            );
        Ok(Self { source, reader })
    }

    /// What was printed before this, and not yet taken.
    pub(crate) fn take(&self) -> String {
        self.source.read();
        self.source.kept.take()
    }
}

impl Drop for Printed {
    fn drop(&mut self) {
        // Something that the process started may hold the pipe open.
        self.reader.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_end_is_kept() {
        let mut text = vec![b'x'; 100_000];
        text.extend_from_slice(b"the end");
        let mut tail = Tail::of(io::Cursor::new(text));
        let kept = tail.finish().await;
        assert!(kept.ends_with("the end"));
        assert!(kept.len() < KEPT + 100);
        assert!(kept.starts_with("[91815 bytes"), "{}", &kept[..40]);
    }
}
