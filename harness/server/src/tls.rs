//! The certificate authority of a run: made at its start, kept in memory, gone at its end.

use std::fmt;
use std::io;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DistinguishedName, DnType, IsCa, KeyPair,
    KeyUsagePurpose, PublicKeyData,
};
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use sha2::{Digest, Sha256};
use tokio_rustls::TlsAcceptor;

use crate::origins::Origins;

/// A certificate authority, and the certificate of the servers of a run. Private keys never leave
/// the process.
pub struct Authority {
    certificate: String,
    key_hash: String,
    http1: TlsAcceptor,
    http2: TlsAcceptor,
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authority").finish_non_exhaustive()
    }
}

impl Authority {
    /// Makes a new one.
    pub fn new() -> io::Result<Arc<Self>> {
        let mut params = CertificateParams::default();
        params.distinguished_name = name("winterproof, a run's own authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let issuer = CertifiedIssuer::self_signed(params, key).map_err(io::Error::other)?;

        let mut params = CertificateParams::new(Origins::names()).map_err(io::Error::other)?;
        params.distinguished_name = name("winterproof");
        params.use_authority_key_identifier_extension = true;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ServerAuth];
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let certificate = params.signed_by(&key, &issuer).map_err(io::Error::other)?;
        let chain = vec![certificate.der().clone()];
        let config = |protocols: &[&str]| config(&chain, &key, protocols);
        Ok(Arc::new(Self {
            certificate: issuer.pem(),
            key_hash: STANDARD.encode(Sha256::digest(key.subject_public_key_info())),
            http1: config(&["http/1.1"])?,
            http2: config(&["h2", "http/1.1"])?,
        }))
    }

    /// The authority's certificate in PEM: who trusts it trusts the servers of this run.
    pub fn certificate(&self) -> &str {
        &self.certificate
    }

    /// The SHA-256 of the public key of the servers of this run, in Base64, for those who trust keys
    /// rather than authorities.
    pub fn key_hash(&self) -> &str {
        &self.key_hash
    }

    pub(crate) fn acceptor(&self, http2: bool) -> TlsAcceptor {
        match http2 {
            true => self.http2.clone(),
            false => self.http1.clone(),
        }
    }
}

fn name(name: &str) -> DistinguishedName {
    let mut names = DistinguishedName::new();
    names.push(DnType::CommonName, name);
    names
}

fn config(
    chain: &[CertificateDer<'static>],
    key: &KeyPair,
    protocols: &[&str],
) -> io::Result<TlsAcceptor> {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    // Which provider is not left to chance: others in the binary may bring one of their own.
    let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(chain.to_vec(), key)
        })
        .map_err(io::Error::other)?;
    let protocols = protocols.iter().map(|name| name.as_bytes().to_vec());
    config.alpn_protocols = protocols.collect();
    Ok(TlsAcceptor::from(Arc::new(config)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_run_has_a_key_of_its_own() {
        let (one, other) = (Authority::new().unwrap(), Authority::new().unwrap());
        assert_eq!(STANDARD.decode(one.key_hash()).unwrap().len(), 32);
        assert_ne!(one.key_hash(), other.key_hash());
    }
}
