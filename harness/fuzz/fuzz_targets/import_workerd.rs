//! A configuration of workerd's tests, imported.

#![no_main]

mod imported;

use winterproof_adapters::ImportFormat;

libfuzzer_sys::fuzz_target!(|text: &str| {
    imported::check(ImportFormat::Workerd, "src/wpt/url-test.ts", text);
});
