//! What a process writes to standard output and standard error: read to the end, of which only the
//! last part is kept, so that no amount of it fills memory or blocks the process.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How many bytes are kept.
const KEPT: usize = 8 * 1024;

/// How long after the end of the process a pipe may stay open (something it started may hold it).
const LINGER: Duration = Duration::from_millis(200);

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
        let part = self.part();
        let text = String::from_utf8_lossy(&part.bytes);
        if part.dropped == 0 {
            return text.into_owned();
        }
        format!("[{} bytes before this are left out]\n{text}", part.dropped)
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

    /// What is kept once the process has ended.
    pub(crate) async fn finish(&mut self) -> String {
        if timeout(LINGER, &mut self.reader).await.is_err() {
            self.reader.abort();
        }
        self.kept.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_end_is_kept() {
        let mut text = vec![b'x'; 100_000];
        text.extend_from_slice(b"the end");
        let mut tail = Tail::of(std::io::Cursor::new(text));
        let kept = tail.finish().await;
        assert!(kept.ends_with("the end"));
        assert!(kept.len() < KEPT + 100);
        assert!(kept.starts_with("[91815 bytes"), "{}", &kept[..40]);
    }
}
