//! The META comments of a test file.

#![no_main]

use winterproof_suites::Meta;

libfuzzer_sys::fuzz_target!(|text: &str| match Meta::parse("/a.any.js", text) {
    Ok(meta) => {
        let roots = meta.variants.iter().all(|variant| {
            variant.is_empty() || variant.starts_with('?') || variant.starts_with('#')
        });
        assert!(roots, "{meta:?}");
        meta.globals.scopes();
    }
    Err(error) => assert!((1..=text.lines().count()).contains(&error.line), "{error}"),
});
