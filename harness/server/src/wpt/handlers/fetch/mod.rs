//! `fetch`.

mod api;
mod caches;
mod connections;
mod cors;
mod noted;
mod private;
mod range;
mod record;
mod slow;
mod stashed;
mod written;

handlers! {
    "/fetch/api/request/resources/cache.py" => stashed::request_cache,
    "/fetch/api/resources/authentication.py" => api::authentication,
    "/fetch/api/resources/bad-chunk-encoding.py" => slow::bad_chunk_encoding,
    "/fetch/api/resources/cache.py" => api::cache,
    "/fetch/api/resources/clean-stash.py" => stashed::clean_stash,
    "/fetch/api/resources/dump-authorization-header.py" => api::dump_authorization_header,
    "/fetch/api/resources/echo-content.h2.py" => api::echo_content_h2,
    "/fetch/api/resources/echo-content.py" => api::echo_content,
    "/fetch/api/resources/huge-response.py" => slow::huge_response,
    "/fetch/api/resources/infinite-slow-response.py" => slow::infinite_slow_response,
    "/fetch/api/resources/inspect-headers.py" => api::inspect_headers,
    "/fetch/api/resources/method.py" => api::method,
    "/fetch/api/resources/preflight.py" => cors::preflight,
    "/fetch/api/resources/redirect-empty-location.py" => cors::redirect_empty_location,
    "/fetch/api/resources/redirect.h2.py" => cors::redirect_h2,
    "/fetch/api/resources/redirect.py" => cors::redirect,
    "/fetch/api/resources/script-with-header.py" => api::script_with_header,
    "/fetch/api/resources/stash-put.py" => stashed::stash_put,
    "/fetch/api/resources/stash-take.py" => stashed::stash_take,
    "/fetch/api/resources/status.py" => api::status,
    "/fetch/api/resources/trickle.py" => slow::trickle,
    "/fetch/connection-pool/resources/network-partition-key.py" => connections::network_partition_key,
    "/fetch/content-encoding/br/resources/bad-br-body.py" => written::bad_br_body,
    "/fetch/content-encoding/gzip/resources/bad-gzip-body.py" => written::bad_gzip_body,
    "/fetch/content-encoding/zstd/resources/bad-zstd-body.py" => written::bad_zstd_body,
    "/fetch/content-length/resources/content-length.py" => written::content_length,
    "/fetch/content-type/resources/content-type.py" => written::content_type,
    "/fetch/cross-origin-resource-policy/resources/hello.py" => cors::hello,
    "/fetch/cross-origin-resource-policy/resources/image.py" => cors::image,
    "/fetch/cross-origin-resource-policy/resources/redirect.py" => cors::redirect_with_policy,
    "/fetch/fetch-later/resources/get_beacon.py" => noted::get_beacon,
    "/fetch/fetch-later/resources/set_beacon.py" => noted::set_beacon,
    "/fetch/h1-parsing/resources/document-with-0x00-in-header.py" => written::document_with_zero,
    "/fetch/h1-parsing/resources/message.py" => written::message,
    "/fetch/h1-parsing/resources/script-with-0x00-in-header.py" => written::script_with_zero,
    "/fetch/h1-parsing/resources/status-code.py" => written::status_code,
    "/fetch/http-cache/resources/http-cache.py" => caches::http_cache,
    "/fetch/metadata/resources/echo-as-json.py" => noted::echo_as_json,
    "/fetch/metadata/resources/record-header.py" => record::record_header,
    "/fetch/nosniff/resources/nosniff.py" => written::nosniff,
    "/fetch/origin/resources/redirect-and-stash.py" => noted::redirect_and_stash,
    "/fetch/origin/resources/referrer-policy.py" => noted::referrer_policy,
    "/fetch/private-network-access/resources/preflight.py" => private::preflight,
    "/fetch/range/resources/long-wav.py" => range::long_wav,
    "/fetch/range/resources/partial-script.py" => range::partial_script,
    "/fetch/range/resources/partial-text.py" => range::partial_text,
    "/fetch/range/resources/stash-take.py" => stashed::range_stash_take,
    "/fetch/stale-while-revalidate/resources/stale-script.py" => caches::stale_script,
    "/xhr/resources/status.py" => api::status,
}
