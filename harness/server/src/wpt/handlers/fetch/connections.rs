//! `fetch/connection-pool`: which connections are used for what.

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Outcome, filled, key, number_or};

/// What is known of the connections of a test.
#[derive(Clone, Default)]
struct Usage {
    /// Whether a connection was used for two partitions.
    shared: bool,
    requests: u64,
    /// Each connection with the partition that it was used for last.
    partitions: Vec<(String, String)>,
}

impl Usage {
    /// A request for this partition came on this connection.
    fn note(&mut self, connection: String, partition: &str) {
        self.requests += 1;
        let mut known = self.partitions.iter_mut();
        match known.find(|(name, _)| *name == connection) {
            Some((_, used_for)) => {
                self.shared |= used_for != partition;
                *used_for = partition.to_owned();
            }
            None => self.partitions.push((connection, partition.to_owned())),
        }
    }

    fn to_text(&self) -> String {
        let mut text = format!("{} {}", self.shared, self.requests);
        for (connection, partition) in &self.partitions {
            text.push_str(&format!("\n{connection} {partition}"));
        }
        text
    }

    fn of_text(text: &str) -> Option<Self> {
        let mut lines = text.split('\n').map(|line| line.split_once(' '));
        let (shared, requests) = lines.next()??;
        let partitions = lines.map(|line| {
            let (connection, partition) = line?;
            Some((connection.to_owned(), partition.to_owned()))
        });
        Some(Self {
            shared: shared == "true",
            requests: requests.parse().ok()?,
            partitions: partitions.collect::<Option<_>>()?,
        })
    }
}

/// Notes for which partition each connection is used, and tells whether one was used for two.
pub(super) async fn network_partition_key(request: &mut Request) -> Outcome {
    let query = request.query();
    let said = |mut response: Response, status: u16, reason: &str, text: String| {
        response.status = status;
        response.reason = Some(reason.into());
        Ok(response.header("Content-Type", "text/plain").body(text))
    };
    let mut response = Response::new(200).header("Cache-Control", "no-store");
    let parameter = |name| filled(&query, name).map(key);
    let (Some(dispatch), Some(test), Some(partition)) = (
        parameter("dispatch"),
        parameter("uuid"),
        parameter("partition_id"),
    ) else {
        return said(
            response,
            404,
            "Not found",
            "Invalid query parameters".into(),
        );
    };
    let mut usage = Usage::default();
    if query.first("nocheck_partition") != Some(b"True") {
        let connection = format!("{}|{}", request.entry.client, request.entry.port);
        let stash = &request.site.stash;
        usage = stash.update(&request.path, &test, |known| {
            let known = known.and_then(|known| Usage::of_text(std::str::from_utf8(&known).ok()?));
            let mut usage = known.unwrap_or_default();
            usage.note(connection, &partition);
            (Some(usage.to_text().into()), usage)
        });
    }
    if let Some(origin) = request.joined("origin").filter(|origin| !origin.is_empty()) {
        response = response
            .header("Access-Control-Allow-Origin", origin)
            .header("Access-Control-Allow-Credentials", "true");
    }
    if request.is_options() {
        return Ok(response
            .header("Access-Control-Allow-Methods", "GET")
            .header("Access-Control-Allow-Headers", "header-to-force-cors")
            .header("Access-Control-Max-Age", "86400")
            .body("Preflight request"));
    }
    match &dispatch[..] {
        "check_partition" => {
            let status = number_or(&query, "status", 200)?;
            let text = match (usage.shared, parameter("addcounter")) {
                (true, _) => "Multiple partition IDs used on a socket".to_owned(),
                (false, None) => "ok".to_owned(),
                (false, Some(_)) => format!(
                    "ok. Request was sent {} times. {} connections were created.",
                    usage.requests,
                    usage.partitions.len()
                ),
            };
            said(response, status, "OK", text)
        }
        "clean_up" => {
            request.take(&test);
            let text = match usage.shared {
                true => "Test failed, but cleanup completed.",
                false => "cleanup complete",
            };
            said(response, 200, "OK", text.to_owned())
        }
        _ => {
            let text = format!("Unrecognized dispatch parameter: {dispatch}");
            said(response, 404, "Not Found", text)
        }
    }
}
