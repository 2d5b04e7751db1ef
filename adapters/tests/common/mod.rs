//! What tests of every shape need.

pub mod processes;

use winterproof_model::Scope;
use winterproof_model::wire::Run;

pub fn job() -> Run {
    Run {
        test: "/a/b.any.js".parse().unwrap(),
        scope: Scope::Shell,
        title: None,
        scripts: Vec::new(),
        timeout_ms: 1000,
        base_url: None,
        aliases: Vec::new(),
    }
}
