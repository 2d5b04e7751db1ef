//! Logs of shards, one behind the other with an empty line between them, put together.

#![no_main]

use winterproof_model::log::RunLog;
use winterproof_model::merge::{Shard, merge};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let texts = text.split("\n\n").take(8);
    let Ok(logs) = texts
        .map(|text| RunLog::parse(text.as_bytes()))
        .collect::<Result<Vec<RunLog>, _>>()
    else {
        return;
    };
    let paths: Vec<String> = (0..logs.len()).map(|at| format!("{at}.jsonl")).collect();
    let shards: Vec<Shard<'_>> = paths
        .iter()
        .zip(&logs)
        .map(|(path, log)| Shard { path, log })
        .collect();
    match merge(&shards) {
        Ok(text) => {
            let whole = RunLog::parse(text.as_bytes()).expect("what is put together can be read");
            assert!(whole.is_complete());
            let tests: usize = logs.iter().map(|log| log.tests.len()).sum();
            assert_eq!(whole.tests.len(), tests);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
