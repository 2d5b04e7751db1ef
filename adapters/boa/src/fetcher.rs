//! The HTTP client behind Boa's `fetch()`, which Boa leaves to its embedder.
//!
//! Plain HTTP only. Each request blocks a thread of its own. What a page would have on top (CORS,
//! cookies, a cache) does not exist in Boa and is not made up here.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

use boa_engine::{Context, Finalize, JsData, JsObject, JsResult, JsString, Trace, js_error};
use boa_runtime::fetch::Fetcher;
use boa_runtime::fetch::request::JsRequest;
use boa_runtime::fetch::response::JsResponse;
use futures::channel::oneshot;
use ureq::{Agent, ResponseExt};
use url::Url;

#[derive(Debug, Trace, Finalize, JsData)]
pub(crate) struct HttpFetcher {
    #[unsafe_ignore_trace]
    base: Option<Url>,
    #[unsafe_ignore_trace]
    agent: Agent,
}

impl HttpFetcher {
    pub(crate) fn new(base: Option<&str>) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .build();
        Self {
            base: base.and_then(|base| Url::parse(base).ok()),
            agent: config.new_agent(),
        }
    }

    fn resolve(&self, url: &str) -> JsResult<Url> {
        Url::options()
            .base_url(self.base.as_ref())
            .parse(url)
            .map_err(|error| js_error!(TypeError: "{} is not a valid URL: {}", url, error))
    }
}

impl Fetcher for HttpFetcher {
    fn resolve_uri(&self, url: String, _: &mut Context) -> JsResult<String> {
        Ok(self.resolve(&url)?.into())
    }

    async fn fetch(
        self: Rc<Self>,
        request: JsRequest,
        _: Option<JsObject>,
        _: &RefCell<&mut Context>,
    ) -> JsResult<JsResponse> {
        let mut request = request.into_inner();
        // `new Request()` does not resolve its URL.
        let url = self.resolve(&request.uri().to_string())?;
        // Said at once: an answer from a thread would come now before, now after the end of the test.
        if url.scheme() != "http" {
            return Err(js_error!(TypeError: "cannot fetch {}: the client speaks HTTP only", url));
        }
        *request.uri_mut() = url
            .as_str()
            .parse()
            .map_err(|error| js_error!(TypeError: "cannot fetch {}: {}", url, error))?;
        let agent = self.agent.clone();
        let (answer, answered) = oneshot::channel();
        let spawned = thread::Builder::new().spawn(move || {
            // The other end is gone if the run is over.
            let _ = answer.send(exchange(&agent, request));
        });
        let answered = match spawned {
            Ok(_) => answered
                .await
                .unwrap_or_else(|_| Err("the client crashed".to_owned())),
            Err(error) => Err(error.to_string()),
        };
        let (url, response) =
            answered.map_err(|error| js_error!(TypeError: "cannot fetch {}: {}", url, error))?;
        Ok(JsResponse::basic(JsString::from(url), response))
    }
}

/// One request with its redirects; the URL is that of the last.
fn exchange(
    agent: &Agent,
    request: http::Request<Vec<u8>>,
) -> Result<(String, http::Response<Vec<u8>>), String> {
    let (parts, body) = request.into_parts();
    let response = if body.is_empty() {
        agent.run(http::Request::from_parts(parts, ()))
    } else {
        agent.run(http::Request::from_parts(parts, body))
    };
    let response = response.map_err(|error| error.to_string())?;
    let url = response.get_uri().to_string();
    let (parts, mut body) = response.into_parts();
    let body = body
        .with_config()
        .limit(u64::MAX)
        .read_to_vec()
        .map_err(|error| error.to_string())?;
    Ok((url, http::Response::from_parts(parts, body)))
}
