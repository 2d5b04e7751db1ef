//! `xhr/resources`.

mod cors;
mod echo;
mod slow;

handlers! {
    "/xhr/resources/access-control-basic-allow-no-credentials.py" => cors::allow_no_credentials,
    "/xhr/resources/access-control-basic-allow-star.py" => cors::allow_star,
    "/xhr/resources/access-control-basic-allow.py" => cors::allow,
    "/xhr/resources/access-control-basic-preflight-cache-invalidation.py" => cors::cache_invalidation,
    "/xhr/resources/access-control-basic-preflight-cache-timeout.py" => cors::cache_timeout,
    "/xhr/resources/access-control-basic-preflight-cache.py" => cors::cache,
    "/xhr/resources/access-control-basic-put-allow.py" => cors::put_allow,
    "/xhr/resources/access-control-origin-header.py" => cors::origin_header,
    "/xhr/resources/access-control-preflight-request-allow-headers-returns-star.py" => cors::headers_star,
    "/xhr/resources/access-control-preflight-request-header-returns-origin.py" => cors::headers_origin,
    "/xhr/resources/bad-chunk-encoding.py" => slow::bad_chunk_encoding,
    "/xhr/resources/content.py" => echo::content,
    "/xhr/resources/corsenabled.py" => cors::corsenabled,
    "/xhr/resources/delay.py" => slow::delay,
    "/xhr/resources/echo-content-cors.py" => echo::echo_content_cors,
    "/xhr/resources/echo-content-type.py" => echo::echo_content_type,
    "/xhr/resources/echo-headers.py" => echo::echo_headers,
    "/xhr/resources/form.py" => echo::form,
    "/xhr/resources/inspect-headers.py" => echo::inspect_headers,
    "/xhr/resources/parse-headers.py" => echo::parse_headers,
    "/xhr/resources/redirect-cors.py" => cors::redirect_cors,
    "/xhr/resources/redirect.py" => echo::redirect,
    "/xhr/resources/reset-token.py" => cors::reset_token,
    "/xhr/resources/trickle.py" => slow::trickle,
}
