//! The web server of a web-platform-tests checkout, in a process of its own.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde::Deserialize;

const DRIVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/common/wptserve.py");

/// It runs until this is dropped.
#[derive(Debug)]
pub struct Wptserve {
    child: Child,
    /// Where it answers.
    pub ports: Ports,
}

/// The ports of a server, as templates know them.
#[derive(Clone, Debug, Deserialize)]
pub struct Ports {
    /// For HTTP.
    pub http: [u16; 2],
    /// For HTTP over TLS.
    pub https: [u16; 2],
    /// For HTTP/2.
    pub h2: [u16; 1],
}

impl Wptserve {
    /// Starts it with Python 3 and waits until it answers.
    pub fn start(checkout: &Path) -> io::Result<Self> {
        let mut child = Command::new("python3")
            .arg(DRIVER)
            .arg(checkout)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        let ports = serde_json::from_str(&line)
            .map_err(|_| io::Error::other("the checkout's wptserve did not start"))?;
        Ok(Self { child, ports })
    }
}

impl Wptserve {
    /// Its process.
    #[allow(
        dead_code,
        clippy::allow_attributes,
        reason = "not everybody looks at it"
    )]
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Wptserve {
    fn drop(&mut self) {
        // It ends with its standard input; what it started ends with it.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
