//! A client's side of TLS.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_rustls::TlsConnector;
use winterproof_server::Authority;

/// One that trusts this authority, or nobody, and offers these protocols.
pub fn client(authority: Option<&Authority>, protocols: &[&str]) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    if let Some(authority) = authority {
        let pem = authority.certificate().as_bytes();
        roots
            .add(CertificateDer::from_pem_slice(pem).unwrap())
            .unwrap();
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let protocols = protocols.iter().map(|name| name.as_bytes().to_vec());
    config.alpn_protocols = protocols.collect();
    TlsConnector::from(Arc::new(config))
}
