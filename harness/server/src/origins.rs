//! The origins of a server: which names and ports it answers on.

/// The names that every machine has for itself without anybody's help.
const LOCALHOST: &str = "localhost";
const LOOPBACK: &str = "127.0.0.1";

/// The name which web-platform-tests give to the first host, and to one on another site. They lead
/// to this machine only where the user's hosts file says so.
const WPT: &str = "web-platform.test";
const NOT_WPT: &str = "not-web-platform.test";

/// The subdomains of each host that web-platform-tests use, with the name that templates call them
/// by in front.
const SUBDOMAINS: [(&str, &str); 5] = [
    ("www", "www"),
    ("www1", "www1"),
    ("www2", "www2"),
    ("天気の良い日", "xn--n8j6ds53lwwkrqhv28a"),
    ("élève", "xn--lve-6lad"),
];

/// The ports of web-platform-tests' own server: two for HTTP, two for HTTPS, one for HTTP/2.
const USUAL_PORTS: [u16; 5] = [8000, 8001, 8443, 8444, 9000];

/// The hosts and ports that a server answers on, all on this machine.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Origins {
    /// The host that tests come from.
    pub host: String,
    /// A host on another site.
    pub alternate: String,
    /// Whether the hosts have the subdomains that web-platform-tests know.
    pub subdomains: bool,
    /// Ports for HTTP and WebSocket.
    pub http: [u16; 2],
    /// Ports for HTTP and WebSocket over TLS.
    pub https: [u16; 2],
    /// The port for HTTP/2 over TLS.
    pub h2: u16,
}

/// The hosts of a server.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Hosts {
    /// `localhost`, and `127.0.0.1` as another site.
    Local,
    /// Those of web-platform-tests, which the user's hosts file leads to this machine, or the client
    /// by itself.
    Wpt,
}

impl Hosts {
    /// Those of web-platform-tests, if the text of a hosts file has them, else those that every
    /// machine has.
    pub fn of(hosts_file: &str) -> Self {
        let has = |name: &str| {
            hosts_file.lines().any(|line| {
                let line = line.split('#').next().unwrap_or_default();
                let mut words = line.split_ascii_whitespace();
                let address = words.next().and_then(|word| word.parse().ok());
                address.is_some_and(|address: std::net::IpAddr| address.is_loopback())
                    && words.any(|word| word == name)
            })
        };
        let www1 = format!("www1.{WPT}");
        match has(WPT) && has(NOT_WPT) && has(&www1) {
            true => Self::Wpt,
            false => Self::Local,
        }
    }

    /// The hosts of this machine.
    pub fn of_this_machine() -> Self {
        Self::of(&std::fs::read_to_string("/etc/hosts").unwrap_or_default())
    }

    pub(crate) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Local => (LOCALHOST, LOOPBACK),
            Self::Wpt => (WPT, NOT_WPT),
        }
    }
}

impl Origins {
    /// The origin that tests come from: `http://localhost:4321`.
    pub fn http(&self) -> String {
        format!("http://{}:{}", self.host, self.http[0])
    }

    /// The origin that tests which want TLS come from: `https://localhost:4322`.
    pub fn https(&self) -> String {
        format!("https://{}:{}", self.host, self.https[0])
    }

    /// The origin that tests which want HTTP/2 come from.
    pub fn h2(&self) -> String {
        format!("https://{}:{}", self.host, self.h2)
    }

    /// The same as one of these three with the subdomain `www`, which some tests come from.
    pub fn www(&self, origin: &str) -> String {
        let www = self.domain(false, "www").unwrap_or_default();
        origin.replacen(&self.host, &www, 1)
    }

    /// Whether an origin that tests come from has TLS, and its port.
    pub(crate) fn door(&self, origin: &str) -> (bool, u16) {
        let is = |one: &str| origin == one || origin == self.www(one);
        if is(&self.https()) {
            (true, self.https[0])
        } else if is(&self.h2()) {
            (true, self.h2)
        } else {
            (false, self.http[0])
        }
    }

    /// The origin that an address belongs to, of those that tests come from; the first when it
    /// belongs to none.
    pub fn of(&self, address: &str) -> String {
        let is_its = |origin: &String| {
            let rest = address.strip_prefix(origin.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let own = [self.http(), self.https(), self.h2()];
        let www = own.iter().map(|one| self.www(one));
        let mut all = own.iter().cloned().chain(www);
        all.find(is_its).unwrap_or_else(|| self.http())
    }

    /// A text of a result with the ports of web-platform-tests' own server in place of these, which
    /// are others in each run: names of subtests shall not change with them.
    pub fn with_usual_ports(&self, text: &str) -> String {
        let is_digit = |c: char| c.is_ascii_digit();
        let mut whole = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(is_digit) {
            let (before, behind) = rest.split_at(at);
            let end = behind.find(|c| !is_digit(c)).unwrap_or(behind.len());
            let (number, after) = behind.split_at(end);
            whole.push_str(before);
            let is_port = whole.ends_with(':') || whole.ends_with("%3A");
            match number.parse().ok().and_then(|port| self.usual(port)) {
                Some(usual) if is_port => whole.push_str(&usual.to_string()),
                _ => whole.push_str(number),
            }
            rest = after;
        }
        whole + rest
    }

    /// What web-platform-tests' own server has in the place of a port of this one.
    fn usual(&self, port: u16) -> Option<u16> {
        let ports = self.http.iter().chain(&self.https).chain([&self.h2]);
        let mut pairs = ports.zip(USUAL_PORTS);
        pairs.find(|(own, _)| **own == port).map(|(_, usual)| usual)
    }

    /// The ports for a scheme, as templates call it.
    pub fn ports(&self, scheme: &str) -> &[u16] {
        match scheme {
            "http" | "ws" => &self.http,
            "https" | "wss" => &self.https,
            "h2" => std::slice::from_ref(&self.h2),
            _ => &[],
        }
    }

    /// The name of a host: `alternate` or the first, with a subdomain as templates call it (empty for
    /// none). `None` for a subdomain that is not known.
    ///
    /// Where hosts have no subdomains, each stands for the host on the other site: what is wanted of
    /// them is that they are another origin.
    pub fn domain(&self, alternate: bool, subdomain: &str) -> Option<String> {
        let (host, other) = match alternate {
            false => (&self.host, &self.alternate),
            true => (&self.alternate, &self.host),
        };
        if subdomain.is_empty() {
            return Some(host.clone());
        }
        let name = match subdomain.strip_prefix("nonexistent") {
            Some(_) => return Some(format!("{subdomain}.{WPT}")),
            None => SUBDOMAINS.iter().find(|(name, _)| *name == subdomain)?.1,
        };
        Some(match self.subdomains {
            true => format!("{name}.{host}"),
            false => other.clone(),
        })
    }

    /// Every name that the server has a certificate for.
    pub(crate) fn names() -> Vec<String> {
        let mut names = vec![LOCALHOST.to_owned(), LOOPBACK.to_owned(), "::1".to_owned()];
        for host in [WPT, NOT_WPT] {
            names.push(host.to_owned());
            names.push(format!("*.{host}"));
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(subdomains: bool) -> Origins {
        Origins {
            host: "localhost".into(),
            alternate: "127.0.0.1".into(),
            subdomains,
            http: [1, 2],
            https: [3, 4],
            h2: 5,
        }
    }

    #[test]
    fn hosts_are_those_that_lead_here() {
        let hosts =
            "127.0.0.1 localhost\n127.0.0.1\tweb-platform.test www1.web-platform.test # x\n";
        assert_eq!(Hosts::of(hosts), Hosts::Local);
        let hosts = format!("{hosts}::1 not-web-platform.test\n");
        assert_eq!(Hosts::of(&hosts), Hosts::Wpt);
        assert_eq!(
            Hosts::of(&hosts.replace("127.0.0.1\t", "10.0.0.1 ")),
            Hosts::Local
        );
    }

    #[test]
    fn subdomains_stand_for_another_origin_where_there_are_none() {
        let domain = |has, alternate, name| origins(has).domain(alternate, name);
        assert_eq!(domain(false, false, "").unwrap(), "localhost");
        assert_eq!(domain(false, false, "www").unwrap(), "127.0.0.1");
        assert_eq!(domain(false, true, "www1").unwrap(), "localhost");
        assert_eq!(domain(true, false, "www1").unwrap(), "www1.localhost");
        assert_eq!(
            domain(true, false, "élève").unwrap(),
            "xn--lve-6lad.localhost"
        );
        assert_eq!(domain(true, false, "wwww"), None);
    }

    #[test]
    fn texts_of_results_do_not_change_with_ports() {
        let origins = Origins {
            http: [40001, 40002],
            https: [40003, 40004],
            h2: 40005,
            ..origins(false)
        };
        let text = "ws://localhost:40001/a localhost:40002, %3A40003 :400041 :40004 [::1]:40005";
        assert_eq!(
            origins.with_usual_ports(text),
            "ws://localhost:8000/a localhost:8001, %3A8443 :400041 :8444 [::1]:9000"
        );
    }

    #[test]
    fn ports_are_told_by_scheme() {
        let origins = origins(false);
        assert_eq!(origins.ports("ws"), [1, 2]);
        assert_eq!(origins.ports("h2"), [5]);
        assert!(origins.ports("gopher").is_empty());
        assert_eq!(origins.https(), "https://localhost:3");
        assert_eq!(origins.door("https://localhost:5"), (true, 5));
        assert_eq!(origins.door("https://localhost:4"), (false, 1));
    }

    #[test]
    fn addresses_belong_to_origins() {
        let of = |address| origins(false).of(address);
        assert_eq!(of("https://localhost:3/a?b"), "https://localhost:3");
        assert_eq!(of("https://localhost:5"), "https://localhost:5");
        assert_eq!(of("https://localhost:33/a"), "http://localhost:1");
        assert_eq!(of("http://localhost:1/a"), "http://localhost:1");
        assert_eq!(of("https://127.0.0.1:3/a"), "https://127.0.0.1:3");
        assert_eq!(of("https://127.0.0.1:4/a"), "http://localhost:1");
    }

    #[test]
    fn tests_come_from_the_subdomain_www_too() {
        let has = origins(true);
        let www = has.www(&has.https());
        assert_eq!(www, "https://www.localhost:3");
        assert_eq!(has.of(&format!("{www}/a")), www);
        assert_eq!(has.door(&www), (true, 3));
        assert_eq!(has.door(&has.www(&has.h2())), (true, 5));
        assert_eq!(has.door(&has.www(&has.http())), (false, 1));
        let none = origins(false);
        assert_eq!(none.www(&none.http()), "http://127.0.0.1:1");
    }
}
