//! A query with `pipe=` in it, read and applied to a body.

#![no_main]

libfuzzer_sys::fuzz_target!(|query: &[u8]| winterproof_server::fuzzing::pipe(query));
