//! An expectation file, read and asked about a test.

#![no_main]

use winterproof_adapters::{Expectations, Situation};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut expectations = Expectations::default();
    match expectations.add("a.toml", text) {
        Ok(()) => {
            let id = "/url/a.any.js?x".parse().expect("it is an id");
            let situation = Situation {
                version: "24.1.0-pre",
                os: "linux",
                arch: "x86_64",
                flags: &["date=2026-01-01".to_owned()],
            };
            expectations.of(&id, &situation);
            expectations.watch(&situation, &[&id], &[]);
        }
        Err(error) => {
            let lines = 1 + text.matches('\n').count();
            assert!((1..=lines).contains(&error.line), "{error}");
        }
    }
});
