//! TLS to both servers: the checkout's has a certificate of ours too.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tempfile::TempDir;
use tokio_rustls::TlsConnector;
use winterproof_server::Authority;

/// A certificate in files, as long as this lives.
pub struct Certificate {
    _folder: TempDir,
    text: String,
    /// The certificate and its key.
    pub files: [PathBuf; 2],
}

impl Certificate {
    /// For this machine.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let names = ["localhost", "127.0.0.1"].map(str::to_owned);
        let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names)?;
        let folder = tempfile::tempdir()?;
        let files = ["certificate.pem", "key.pem"].map(|name| folder.path().join(name));
        fs::write(&files[0], cert.pem())?;
        fs::write(&files[1], signing_key.serialize_pem())?;
        Ok(Self {
            _folder: folder,
            text: cert.pem(),
            files,
        })
    }
}

/// A client that trusts our servers, and who has this certificate.
pub fn client(
    authority: &Authority,
    certificate: &Certificate,
) -> Result<TlsConnector, Box<dyn Error>> {
    let mut roots = RootCertStore::empty();
    for text in [authority.certificate(), &certificate.text] {
        roots.add(CertificateDer::from_pem_slice(text.as_bytes())?)?;
    }
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
