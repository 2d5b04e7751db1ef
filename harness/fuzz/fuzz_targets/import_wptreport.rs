//! A report of results, imported.

#![no_main]

mod imported;

use winterproof_adapters::ImportFormat;

libfuzzer_sys::fuzz_target!(|text: &str| {
    imported::check(ImportFormat::Wptreport, "wptreport.json", text);
});
