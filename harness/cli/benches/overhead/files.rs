//! The tests of the benchmark.

use miette::{IntoDiagnostic, Result, miette};
use winterproof_suites::{Meta, SuiteRoot};

/// The test that is also measured alone: it does as good as nothing.
pub(crate) const ONE: &str = "smoke/wired.any.js";

/// A spread over the areas, small files and large ones. Left out are files with variants (a bare
/// process runs a file once) and those that make RSA keys, which takes at random more or less time.
const FILES: &[&str] = &[
    "smoke/asynchronous",
    "smoke/failures",
    "smoke/helper",
    "smoke/promises",
    "smoke/wired",
    "url/constructor",
    "url/host-ipv4",
    "url/interface",
    "url/parser-path",
    "url/percent-encode-sets",
    "url/setter-protocol",
    "url/urlencoded",
    "url/urlsearchparams-methods",
    "url/urlsearchparams-sort",
    "encoding/label-matching",
    "encoding/shift_jis-decoder",
    "encoding/textdecoder-bom",
    "encoding/textdecoder-stream",
    "encoding/textencoder",
    "encoding/utf-16-decoder",
    "encoding/utf-8-decoder",
    "streams/piping/flow",
    "streams/queuing-strategies/strategies",
    "streams/readable-byte-streams/byob-reader",
    "streams/readable-streams/default-reader",
    "streams/readable-streams/tee",
    "streams/transform-streams/backpressure",
    "streams/writable-streams/abort",
    "streams/writable-streams/write",
    "crypto/aes/gcm",
    "crypto/digest/vectors",
    "crypto/ec/ecdsa",
    "crypto/hmac/sign-verify",
    "crypto/interface/crypto",
    "crypto/random/get-random-values",
    "fetch/body/text",
    "fetch/data-urls/response",
    "fetch/form-data/urlencoded",
    "fetch/headers/methods",
    "fetch/request/defaults",
    "fetch/response/constructor",
];

/// The paths of [`FILES`] inside the embedded root.
pub(crate) fn files() -> Result<Vec<String>> {
    let root = SuiteRoot::embedded();
    FILES
        .iter()
        .map(|name| {
            let path = format!("{name}.any.js");
            match root.read(&format!("/{path}")) {
                Ok(_) => Ok(path),
                Err(error) => Err(miette!(
                    "the list of this benchmark is out of date: {error}"
                )),
            }
        })
        .collect()
}

/// The paths of all test files of `areas` that run in every scope and have no variants, sorted.
pub(crate) fn of_areas(areas: &[String]) -> Result<Vec<String>> {
    let prefixes: Vec<_> = areas.iter().map(|area| format!("/{area}/")).collect();
    let found = SuiteRoot::embedded()
        .discover(&prefixes)
        .into_diagnostic()?;
    let plain = |meta: &Meta| meta.variants.is_empty();
    let mut paths: Vec<_> = found
        .files
        .iter()
        .filter(|file| file.path.ends_with(".any.js") && file.meta.as_ref().is_ok_and(plain))
        .map(|file| file.path.trim_start_matches('/').to_owned())
        .collect();
    paths.sort();
    Ok(paths)
}
