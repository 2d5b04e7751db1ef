//! The committed logs are what the builders make; `UPDATE_FIXTURES=1` writes them anew.

mod common;

use std::fs;

use common::{fixtures, logs};

#[test]
fn committed_logs_are_up_to_date() {
    let all = [
        ("alpha.jsonl", logs::alpha()),
        ("beta.jsonl", logs::beta()),
        ("alpha-before.jsonl", logs::alpha_before()),
        ("gamma.jsonl", logs::gamma()),
        ("green.jsonl", logs::green()),
        ("nothing.jsonl", logs::nothing()),
        ("all-skipped.jsonl", logs::all_skipped()),
    ];
    for (name, log) in all {
        let path = fixtures().join(name);
        let text = log.text();
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(&path, &text).expect("the fixture can be written");
        }
        let committed = fs::read_to_string(&path).expect("the fixture is there");
        assert!(
            committed == text,
            "{name} differs: run with UPDATE_FIXTURES=1 and read the diff"
        );
    }
}
