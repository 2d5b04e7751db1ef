//! The user's cache folder: what can be made or fetched again.

use std::env;
use std::path::PathBuf;

/// winterproof's part of it (<https://specifications.freedesktop.org/basedir-spec/latest/>); `None`
/// where no home is known.
pub(crate) fn folder() -> Option<PathBuf> {
    let of = |variable| env::var_os(variable).map(PathBuf::from);
    of("XDG_CACHE_HOME")
        .or_else(|| of("HOME").map(|home| home.join(".cache")))
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join("winterproof"))
}
