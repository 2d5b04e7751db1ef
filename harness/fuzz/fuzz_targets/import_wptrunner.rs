//! A file of wptrunner's metadata, imported.

#![no_main]

mod imported;

use winterproof_adapters::ImportFormat;

libfuzzer_sys::fuzz_target!(|text: &str| {
    imported::check(ImportFormat::Wptrunner, "meta/url/a.any.js.ini", text);
});
