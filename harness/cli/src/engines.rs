//! The embedded engines of this build.

/// Their adapters' ids.
pub(crate) const BUILT: &[&str] = &[
    #[cfg(feature = "boa")]
    "boa",
];

/// Serves one request on standard input with the engine of that name and ends the process; returns
/// only when this build has no such engine.
pub(crate) fn serve(name: &str) {
    match name {
        #[cfg(feature = "boa")]
        "boa" => winterproof_worker::serve(winterproof_boa::engine()),
        _ => {}
    }
}
