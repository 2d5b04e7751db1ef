//! The shape "browser": one process for all tests of a run, with a page that fetches them.
//!
//! The page and the tests come from a web server of the session's own. The page asks what to do and
//! passes on what is said; each test runs in a worker of its own, whose end ends the test, or, in the
//! scope `window`, in a frame of its own. Where that would not do (another origin than the page's,
//! headers that are about windows, web-platform-tests' own windows), the page opens a window for the
//! test, which speaks for itself. Whatever the page can't end takes the browser with it, which is then
//! started again, and the tests that ran beside are executed once more.
//!
//! Owns: the browser's process, its profile, the page and what it is told. Does not own: what happens
//! inside a worker or a document, but for `worker.js` and `document.js`; the rest is the far end of every
//! script host.

mod display;
mod execution;
mod hub;
mod launch;
mod routes;
mod session;

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use winterproof_server::{Files, Serving};

use crate::digest::sha256;
use crate::expectations::{Expectations, ExpectationsError};
use crate::find::binary;
use crate::folder::AdapterFolder;
use crate::manifest::Manifest;
use crate::spec::RuntimeSpec;
use crate::{Adapter, ConnectError, Session};
use session::BrowserSession;

/// A suite root without files.
#[derive(Debug)]
struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _path: &str) -> Option<Cow<'static, [u8]>> {
        None
    }
}

/// An adapter whose runtime is a browser on this machine.
#[derive(Clone, Debug)]
pub(crate) struct BrowserAdapter {
    pub folder: AdapterFolder,
    pub manifest: Manifest,
    pub spec: RuntimeSpec,
    /// `None` where there is nothing to serve.
    pub serving: Option<Serving>,
    pub hello: Duration,
}

impl BrowserAdapter {
    fn binary(&self) -> Result<PathBuf, ConnectError> {
        binary(&self.manifest, &self.spec)
    }
}

#[async_trait]
impl Adapter for BrowserAdapter {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn expectations(&self) -> Result<Expectations, ExpectationsError> {
        Expectations::load(&self.folder)
    }

    fn sha256(&self) -> Option<String> {
        self.folder.sha256(&self.manifest)
    }

    async fn connect(&self) -> Result<Arc<dyn Session>, ConnectError> {
        let binary = self.binary()?;
        let serving = match &self.serving {
            Some(serving) => serving.clone(),
            None => Serving::new(Arc::new(NoFiles)).map_err(|error| ConnectError::Start {
                binary: binary.display().to_string(),
                source: io::Error::other(error),
            })?,
        };
        let session = BrowserSession::connect(binary, &self.manifest, &serving, self.hello).await?;
        Ok(Arc::new(session))
    }

    async fn binary_sha256(&self) -> Option<String> {
        sha256(self.binary().ok()?).await
    }
}
