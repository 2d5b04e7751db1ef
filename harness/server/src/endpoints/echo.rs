//! Endpoints that tell what arrived.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{log, with_headers};
use crate::request::Request;
use crate::response::Response;
use crate::wpt::json::Json;
use crate::wpt::query::Params;

const JSON: &str = "application/json";

/// A request as JSON: its method, target, headers and body.
pub(super) async fn described(request: &mut Request) -> Json {
    let body = request.body().await;
    let header = |(name, value): (Vec<u8>, Vec<u8>)| {
        Json::List(vec![Json::latin1(&name), Json::latin1(&value)])
    };
    let headers = request.lines().into_iter().map(header).collect();
    Json::Object(vec![
        ("method".into(), Json::Text(request.method.to_string())),
        ("target".into(), Json::Text(request.target())),
        ("host".into(), Json::Text(request.host())),
        (
            "version".into(),
            Json::Text(format!("{:?}", request.version)),
        ),
        ("headers".into(), Json::List(headers)),
        ("body".into(), Json::Text(STANDARD.encode(body))),
    ])
}

/// Tells what arrived, and notes it where the parameter `token` asks for that.
pub(super) async fn echo(request: &mut Request, query: &Params) -> Response {
    let told = described(request).await;
    log::note(request, query, &told);
    with_headers(Response::of(200, JSON, told.to_string()), query)
}

/// Tells length, digest and number of parts of a body of any length.
pub(super) async fn measure(request: &mut Request) -> Response {
    let (mut length, mut digest) = (0_u64, Sha256::new());
    while let Some(chunk) = request.chunk().await {
        length += chunk.len() as u64;
        digest.update(&chunk);
    }
    let digest: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let told = Json::Object(vec![
        ("length".into(), Json::Written(length.to_string())),
        ("sha256".into(), Json::Text(digest)),
    ]);
    Response::of(200, JSON, told.to_string())
}
