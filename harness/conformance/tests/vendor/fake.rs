//! An engine that knows no JavaScript: it says of one test how it ended, as `FAKE` has it.

use std::env;
use std::process::exit;
use std::time::Instant;

use serde_json::json;
use winterproof_conformance::worker::{
    Call, CallError, Description, Engine, Host, Microtasks, Realm, Run, Task,
};

use crate::stage::TEST;

pub struct Fake;

impl Engine for Fake {
    type Realm = FakeRealm;

    fn version(&self) -> String {
        "1.2.3".to_owned()
    }

    fn engine(&self) -> String {
        "none".to_owned()
    }

    fn open(self, _: &Run, host: Host) -> Result<FakeRealm, String> {
        Ok(FakeRealm(host))
    }
}

pub struct FakeRealm(Host);

impl Realm for FakeRealm {
    type Value = String;

    fn evaluate(&mut self, url: &str, _: &str) -> Result<(), String> {
        if url != TEST {
            return Ok(());
        }
        let (status, message) = match env::var("FAKE").as_deref() {
            Ok("fail") => ("FAIL", Some("2 is not 1")),
            Ok("exit") => {
                eprintln!("giving up");
                exit(3);
            }
            _ => ("PASS", None),
        };
        let name = "the runtime computes";
        let subtest =
            json!({ "type": "subtest", "name": name, "status": status, "message": message });
        self.0.send(&subtest.to_string());
        self.0
            .send(&json!({ "type": "done", "status": "OK" }).to_string());
        self.0.completed();
        Ok(())
    }

    fn call(&mut self, _: Call<'_, String>) -> Result<(), CallError> {
        Ok(())
    }

    fn microtasks(&mut self, _: Instant) -> Microtasks<String> {
        Microtasks::Drained
    }

    fn task(&mut self, _: Instant) -> Task<String> {
        Task::Idle
    }

    fn describe(&mut self, value: &String) -> Description {
        Description {
            message: value.clone(),
            stack: None,
        }
    }
}
