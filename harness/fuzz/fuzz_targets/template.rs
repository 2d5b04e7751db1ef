//! A template, filled in.

#![no_main]

libfuzzer_sys::fuzz_target!(|template: &[u8]| winterproof_server::fuzzing::template(template));
