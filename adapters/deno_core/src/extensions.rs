//! The extension crates of Deno, and their JavaScript.

use std::borrow::Cow;
use std::sync::Arc;

use deno_core::{Extension, OpState};
use deno_permissions::{PermissionsContainer, RuntimePermissionDescriptorParser};
use sys_traits::impls::RealSys;

/// The scripts of the extensions by name, in order; see `build/scripts.rs`.
pub(crate) const SCRIPTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/scripts.rs"));

pub(crate) fn all() -> Vec<Extension> {
    let mut extensions = vec![
        deno_webidl::deno_webidl::init(),
        deno_web::deno_web::init(
            Arc::new(deno_web::BlobStore::default()),
            None,
            false,
            deno_web::InMemoryBroadcastChannel::default(),
        ),
        deno_fetch::deno_fetch::init(deno_fetch::Options::default()),
        deno_crypto::deno_crypto::init(None),
        deno_tls::deno_tls::init(),
    ];
    for extension in &mut extensions {
        // They would be read from where they lay on the machine that built this.
        extension.lazy_loaded_js_files = Cow::Borrowed(&[]);
        extension.lazy_loaded_esm_files = Cow::Borrowed(&[]);
    }
    extensions
}

/// A test may fetch what it likes, as anywhere else.
pub(crate) fn permit_all(state: &mut OpState) {
    let parser = RuntimePermissionDescriptorParser::new(RealSys);
    state.put(PermissionsContainer::allow_all(Arc::new(parser)));
}
