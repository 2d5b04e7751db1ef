//! A test that is executed in a browser, from its first word until it is gone.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{RwLock, mpsc};
use tokio::time::{Instant, timeout_at};
use winterproof_model::wire::Message;

use super::hub::{Heard, Hub, Loss};
use super::session::Lane;
use crate::{Ended, Execution, SessionError, Signal};

/// How long the page may take to end a test.
const STOP: Duration = Duration::from_secs(3);

/// A test in a browser.
#[derive(Debug)]
pub(super) struct InBrowser {
    pub id: String,
    /// What it runs in.
    pub place: &'static str,
    /// Whether the page can't close its window.
    pub is_cut_off: bool,
    /// What stands in front of the address of each script of tests.
    pub prefix: String,
    pub hub: Arc<Hub>,
    pub browser: u64,
    pub key: String,
    pub heard: mpsc::Receiver<Heard>,
    pub lines: VecDeque<String>,
    pub was_heard: bool,
    pub ended: bool,
    pub loss: Option<Loss>,
    /// Held by each test in the browser.
    pub lanes: Arc<RwLock<()>>,
    pub _lane: Lane,
}

impl InBrowser {
    fn fault(&self, message: String) -> SessionError {
        SessionError::Fault {
            id: self.id.clone(),
            message,
        }
    }

    fn take_in(&mut self, heard: Option<Heard>) {
        match heard {
            Some(Heard::Lines(text)) => {
                self.was_heard = true;
                self.lines.extend(text.lines().map(str::to_owned));
            }
            Some(Heard::Lost(loss)) => {
                self.ended = true;
                self.loss = Some(loss);
            }
            None => self.ended = true,
        }
    }

    /// Has the browser started again as soon as no test is in it: it has a window that nobody can close.
    fn renew(&self) {
        let (lanes, hub) = (Arc::clone(&self.lanes), Arc::clone(&self.hub));
        let browser = self.browser;
        tokio::spawn(async move {
            let _all = lanes.write_owned().await;
            hub.lose(browser, "a window of the browser stayed open");
        });
    }

    /// Waits until `until` for the test to be gone, and says whether it is.
    async fn gone(&mut self, until: Instant) -> bool {
        while !self.ended {
            let last = format!("{}!ended", self.key);
            if self.lines.drain(..).any(|line| line == last) {
                self.ended = true;
                break;
            }
            match timeout_at(until, self.heard.recv()).await {
                Ok(heard) => self.take_in(heard),
                Err(_) => return false,
            }
        }
        true
    }
}

#[async_trait]
impl Execution for InBrowser {
    async fn next(&mut self) -> Result<Signal, SessionError> {
        loop {
            while let Some(line) = self.lines.pop_front() {
                match line.strip_prefix(&self.key) {
                    Some("!ended") => {
                        self.ended = true;
                        return Ok(Signal::Ended);
                    }
                    Some(rest) if rest.starts_with("!failed ") => {
                        let what = &rest["!failed ".len()..];
                        return Err(
                            self.fault(format!("its {} does not start: {what}", self.place))
                        );
                    }
                    _ => {}
                }
                let line = without_places(&line, &self.prefix);
                match Message::parse(line.as_bytes(), &self.key) {
                    Some(Ok(Message::Fault { message })) => return Err(self.fault(message)),
                    Some(Ok(message)) => return Ok(Signal::Message(message)),
                    Some(Err(source)) => {
                        return Err(SessionError::Wire {
                            id: self.id.clone(),
                            source,
                        });
                    }
                    None => {}
                }
            }
            if self.ended {
                return Ok(match &self.loss {
                    Some(loss) if loss.shared => Signal::Lost,
                    _ => Signal::Ended,
                });
            }
            let heard = self.heard.recv().await;
            self.take_in(heard);
        }
    }

    async fn end(&mut self, grace: Duration) -> Ended {
        let mut lost = false;
        if !self.gone(Instant::now() + grace).await {
            // Another test may keep the page from everything else.
            let shared = self.hub.is_shared(self.browser);
            lost = shared && !self.was_heard;
            self.hub.stop(&self.key);
            if !self.gone(Instant::now() + STOP).await {
                lost = shared;
                self.hub
                    .lose(self.browser, "the page of the browser did not end a test");
            } else if self.is_cut_off {
                self.renew();
            }
        }
        self.hub.forget(&self.key);
        self.ended = true;
        let loss = self.loss.take();
        Ended {
            // Whoever else has lost the browser meanwhile, it may have kept this test from ending.
            lost: lost || loss.as_ref().is_some_and(|loss| loss.shared),
            status: None,
            how: Some(match &loss {
                Some(loss) => loss.how.clone(),
                None => format!("the {} ended", self.place),
            }),
            stdout_tail: String::new(),
            stderr_tail: loss.map_or(String::new(), |loss| loss.stderr),
        }
    }
}

impl Drop for InBrowser {
    fn drop(&mut self) {
        if !self.ended {
            self.hub.stop(&self.key);
        }
        self.hub.forget(&self.key);
    }
}

/// The line with the paths of scripts as the suite root has them, for addresses are of one run.
fn without_places(line: &str, prefix: &str) -> String {
    let mut parts = line.split(prefix);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // The number of the script.
        text.push_str(part.find('/').map_or(part, |at| &part[at..]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths() {
        let line =
            "k {\"stack\":\"at a (http://x/.w/p/7.0/a/b.js:1:2)\\nat http://x/.w/p/s1/c.js:3\"}";
        assert_eq!(
            without_places(line, "http://x/.w/p/"),
            "k {\"stack\":\"at a (/a/b.js:1:2)\\nat /c.js:3\"}"
        );
        assert_eq!(without_places("k {}", "http://x/.w/p/"), "k {}");
    }
}
