//! A status file of Node.js, imported.

#![no_main]

mod imported;

use winterproof_adapters::ImportFormat;

libfuzzer_sys::fuzz_target!(|text: &str| {
    imported::check(ImportFormat::Node, "status/url.json", text);
});
