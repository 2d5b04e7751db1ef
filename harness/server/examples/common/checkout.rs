//! Our server on a checkout of web-platform-tests, as a run has it.

use std::borrow::Cow;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use winterproof_server::{Files, Hosts, Serving};
use winterproof_suites::SuiteRoot;

#[derive(Debug)]
struct Checkout(SuiteRoot);

impl Files for Checkout {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        self.0.read(path).ok()
    }

    fn has(&self, path: &str) -> bool {
        self.0.has(path)
    }

    fn list(&self, path: &str) -> Option<Vec<String>> {
        self.0.list(path)
    }

    fn changed(&self, path: &str) -> Option<SystemTime> {
        self.0.changed(path)
    }
}

/// What servers on this checkout have in common.
pub fn serving(checkout: &Path) -> Result<Serving, Box<dyn Error>> {
    let files = Arc::new(Checkout(SuiteRoot::open(checkout)?));
    Ok(Serving {
        hosts: Hosts::Local,
        ..Serving::new(files)?
    })
}
