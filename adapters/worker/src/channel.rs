//! What the host says: lines on the channel, each with the request's key in front.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::io::Write;
use std::process::exit;
use std::rc::Rc;

use winterproof_model::wire::Message;

/// The host's side of `globalThis.__winterproof__`; copies share one channel.
#[derive(Clone)]
pub struct Host(Rc<Inner>);

struct Inner {
    key: String,
    channel: RefCell<Box<dyn Write>>,
    completed: Cell<bool>,
}

impl fmt::Debug for Host {
    // The key stays out of sight.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Host").finish_non_exhaustive()
    }
}

impl Host {
    pub(crate) fn new(key: String, channel: impl Write + 'static) -> Self {
        Self(Rc::new(Inner {
            key,
            channel: RefCell::new(Box::new(channel)),
            completed: Cell::new(false),
        }))
    }

    /// Writes one or more whole messages without their key, separated by newlines.
    pub fn send(&self, text: &str) {
        let key = &self.0.key;
        let mut lines = String::with_capacity(text.len() + key.len() + 2);
        for message in text.split('\n') {
            lines.extend([key, " ", message, "\n"]);
        }
        self.write(&lines);
    }

    /// Notes that the test has ended.
    pub fn completed(&self) {
        self.0.completed.set(true);
    }

    pub(crate) fn is_completed(&self) -> bool {
        self.0.completed.get()
    }

    pub(crate) fn say(&self, message: &Message) {
        self.write(&message.to_line(&self.0.key));
    }

    // One write per call and no buffer: what was said before a crash has been heard.
    fn write(&self, lines: &str) {
        if let Err(error) = self.0.channel.borrow_mut().write_all(lines.as_bytes()) {
            eprintln!("winterproof: nobody listens on the channel: {error}");
            exit(2);
        }
    }
}
