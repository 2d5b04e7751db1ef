//! What a process writes to standard output and standard error: read to the end, of which only the
//! last part is kept, so that no amount of it fills memory or blocks the process.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How many bytes are kept.
const KEPT: usize = 8 * 1024;

/// How long after the end of the process a pipe may stay open (something it started may hold it).
const LINGER: Duration = Duration::from_millis(200);

#[derive(Debug, Default)]
struct Kept {
    bytes: Vec<u8>,
    dropped: u64,
}

impl Kept {
    fn push(&mut self, new: &[u8]) {
        self.bytes
            .extend_from_slice(&new[new.len().saturating_sub(KEPT)..]);
        self.dropped += new.len().saturating_sub(KEPT) as u64;
        let surplus = self.bytes.len().saturating_sub(KEPT);
        self.bytes.drain(..surplus);
        self.dropped += surplus as u64;
    }

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
    kept: Arc<Mutex<Kept>>,
    reader: JoinHandle<()>,
}

impl Tail {
    pub(crate) fn of(mut stream: impl AsyncRead + Unpin + Send + 'static) -> Self {
        let kept = Arc::new(Mutex::new(Kept::default()));
        let shared = Arc::clone(&kept);
        let reader = tokio::spawn(async move {
            let mut buffer = vec![0; 16 * 1024];
            while let Ok(count @ 1..) = stream.read(&mut buffer).await {
                let mut kept = shared.lock().unwrap_or_else(PoisonError::into_inner);
                kept.push(&buffer[..count]);
            }
        });
        Self { kept, reader }
    }

    /// What is kept once the process has ended.
    pub(crate) async fn finish(&mut self) -> String {
        if timeout(LINGER, &mut self.reader).await.is_err() {
            self.reader.abort();
        }
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.text()
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
