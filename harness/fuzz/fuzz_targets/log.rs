//! A run log, read from its first line to its last.

#![no_main]

use winterproof_model::log::RunLog;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| match RunLog::parse(bytes) {
    Ok(log) => {
        let planned = log.header.planned.len();
        assert_eq!(log.tests.len() + log.unmeasured.len(), planned, "{log:?}");
        assert_eq!(log.tests.len(), log.lines.len(), "{log:?}");
        assert!(!log.is_complete() || log.unmeasured.is_empty(), "{log:?}");
    }
    Err(error) => assert!(!error.to_string().is_empty()),
});
