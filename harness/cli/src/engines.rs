//! The embedded engines of this build.

/// Their adapters' ids.
pub(crate) const BUILT: &[&str] = &[
    #[cfg(feature = "boa")]
    "boa",
    #[cfg(any(feature = "deno_core", feature = "v8"))]
    "deno_core",
];

/// Serves one request on standard input with the engine of that name and ends the process; returns
/// only when this build has no such engine.
pub(crate) fn serve(name: &str) {
    match name {
        #[cfg(feature = "boa")]
        "boa" => winterproof_worker::serve(winterproof_boa::engine()),
        #[cfg(any(feature = "deno_core", feature = "v8"))]
        "deno_core" => winterproof_worker::serve(winterproof_deno_core::engine()),
        _ => {}
    }
}
