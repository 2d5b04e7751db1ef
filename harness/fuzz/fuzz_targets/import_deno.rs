//! Deno's expectations, imported.

#![no_main]

mod imported;

use winterproof_adapters::ImportFormat;

libfuzzer_sys::fuzz_target!(|text: &str| {
    imported::check(ImportFormat::Deno, "expectations/url.json", text);
});
