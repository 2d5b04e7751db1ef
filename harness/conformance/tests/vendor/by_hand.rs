//! An adapter that is written by hand: its runtime is this very process.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use winterproof_conformance::adapters::{
    self, ConnectError, Ended, Execution, Expectations, ExpectationsError, Manifest, Session,
    SessionError, Signal,
};
use winterproof_conformance::worker::Run;
use winterproof_model::wire::Message;
use winterproof_model::{HarnessStatus, RuntimeInfo, SubtestStatus};

const MANIFEST: &str = "id = \"by-hand\"\nversion = 1\ntitle = \"By hand\"\nshape = \"process\"\n\
    scopes = [\"shell\"]\n";

pub struct Adapter(Manifest);

impl Adapter {
    pub fn new() -> Self {
        Self(Manifest::parse("by_hand.rs", MANIFEST).expect("it is a manifest"))
    }
}

#[async_trait]
impl adapters::Adapter for Adapter {
    fn manifest(&self) -> &Manifest {
        &self.0
    }

    fn expectations(&self) -> Result<Expectations, ExpectationsError> {
        Ok(Expectations::default())
    }

    async fn connect(&self) -> Result<Arc<dyn Session>, ConnectError> {
        Ok(Arc::new(Connected(RuntimeInfo {
            id: self.0.id.clone(),
            adapter_version: self.0.version,
            title: self.0.title.clone(),
            runtime_key: None,
            version: "1.0.0".to_owned(),
            engine: None,
            binary: None,
            binary_sha256: None,
            options: Default::default(),
            flags: Vec::new(),
            environment: Default::default(),
            scopes: self.0.scopes.clone(),
            capabilities: Vec::new(),
            deviations: Vec::new(),
        })))
    }

    async fn binary_sha256(&self) -> Option<String> {
        None
    }
}

struct Connected(RuntimeInfo);

#[async_trait]
impl Session for Connected {
    fn info(&self) -> &RuntimeInfo {
        &self.0
    }

    async fn start(&self, _: Run) -> Result<Box<dyn Execution>, SessionError> {
        let subtest = Message::Subtest {
            name: "the runtime computes".to_owned(),
            status: SubtestStatus::Fail,
            message: Some("it can't count".to_owned()),
            stack: None,
            requirements: Vec::new(),
        };
        let done = Message::Done {
            status: HarnessStatus::Ok,
            message: None,
            stack: None,
        };
        Ok(Box::new(Said([subtest, done].into())))
    }
}

struct Said(VecDeque<Message>);

#[async_trait]
impl Execution for Said {
    async fn next(&mut self) -> Result<Signal, SessionError> {
        Ok(self.0.pop_front().map_or(Signal::Ended, Signal::Message))
    }

    async fn end(&mut self, _: Duration) -> Ended {
        Ended::default()
    }
}
