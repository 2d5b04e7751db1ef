//! Cookies that handlers read and set.

use crate::request::Request;
use crate::wpt::query::Params;

impl Request {
    /// The cookies that came.
    pub(super) fn cookies(&self) -> Params {
        Params::cookies(&self.joined("cookie").unwrap_or_default())
    }
}

/// A cookie for the whole site, as a header sets it.
pub(super) fn cookie(name: &[u8], value: &[u8]) -> Vec<u8> {
    [name, b"=", value, b"; Path=/"].concat()
}

/// One whose time was over long ago: the other side forgets it.
pub(super) fn expired(name: &[u8], value: &[u8]) -> Vec<u8> {
    let expires = b"; expires=27 jul 2001 00:00:00 GMT";
    [name, b"=", value, expires, b"; Path=/"].concat()
}

/// One that is gone.
pub(super) fn gone(name: &[u8]) -> Vec<u8> {
    let expires = b"=; expires=27 jul 2001 00:00:00 GMT";
    [name, expires, b"; Max-Age=0; Path=/"].concat()
}
