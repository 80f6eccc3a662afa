//! What nginx's directives come to: servers, their locations, and what holds in each of them.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::rc::Rc;

use crate::coreutils::regex::perl::Perl;

/// All that nginx serves.
#[derive(Clone, Default)]
pub(super) struct Sites {
    /// In the order of the files.
    pub servers: Vec<Server>,
    /// What is said while they are read.
    pub warnings: Vec<String>,
}

/// A `server`.
#[derive(Clone)]
pub(super) struct Server {
    /// Its ports, and whether it is the one for requests to no one's name there.
    pub ports: Vec<(u16, bool)>,
    /// Its names.
    pub names: Vec<String>,
    /// What holds outside of its locations.
    pub scope: Scope,
    /// Its locations.
    pub locations: Vec<Location>,
}

/// A `location`.
#[derive(Clone)]
pub(super) struct Location {
    /// Which paths it is for.
    pub of: Match,
    /// What holds in it.
    pub scope: Scope,
}

/// Which paths a location is for.
#[derive(Clone)]
pub(super) enum Match {
    /// `= PATH`
    Exact(String),
    /// Those that begin so; with `^~` no pattern is asked then.
    Prefix(String, bool),
    /// `~ PATTERN`, `~* PATTERN`
    Pattern(Rc<Perl>),
    /// `@NAME`
    Named(String),
}

/// `error_page`: the statuses, the one that is answered instead, and where it leads.
#[derive(Clone, Debug)]
pub(super) struct ErrorPage {
    /// For which.
    pub statuses: Vec<u16>,
    /// What is answered in their place; 0 for what the page itself has.
    pub instead: Option<u16>,
    /// A path, a name or a URL.
    pub to: String,
}

/// `proxy_pass`: the servers behind it, which of them is next, and the path that takes the place of the location's.
#[derive(Clone, Debug)]
pub(super) struct Proxy {
    /// As the directive names it.
    pub host: String,
    /// Where they are, as their names said when the configuration was read.
    pub servers: Vec<(Ipv4Addr, u16)>,
    /// Whose turn it is.
    pub turn: Rc<Cell<usize>>,
    /// The path behind the host.
    pub path: Option<String>,
}

/// What holds in a place of the configuration.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// Where paths lead.
    pub root: String,
    /// What takes the place of the location's own path.
    pub alias: Option<String>,
    /// What is shown of a directory.
    pub index: Vec<String>,
    /// Whether a directory without it is listed.
    pub autoindex: bool,
    /// What a file of no known kind is.
    pub default_type: String,
    /// What is shown in place of errors.
    pub error_pages: Vec<ErrorPage>,
    /// Name, value, and whether it goes with every status.
    pub headers: Vec<(String, String, bool)>,
    /// Headers for the servers behind.
    pub proxy_headers: Vec<(String, String)>,
    /// Status and text of `return`.
    pub answer: Option<(u16, Option<String>)>,
    /// Whom requests are passed to.
    pub proxy: Option<Proxy>,
    /// Files that are looked for in turn; the last word is what is done without them.
    pub try_files: Vec<String>,
}

impl Default for Scope {
    fn default() -> Scope {
        Scope {
            root: "/etc/nginx/html".to_string(),
            alias: None,
            index: vec!["index.html".to_string()],
            autoindex: false,
            default_type: "text/plain".to_string(),
            error_pages: Vec::new(),
            headers: Vec::new(),
            proxy_headers: Vec::new(),
            answer: None,
            proxy: None,
            try_files: Vec::new(),
        }
    }
}

impl Sites {
    /// Adds a server; of a name that is taken at a port, a warning tells.
    pub fn add(&mut self, mut server: Server) {
        for (port, _) in &server.ports {
            let before: Vec<&Server> =
                self.servers.iter().filter(|s| s.ports.iter().any(|(p, _)| p == port)).collect();
            let taken = |name: &String| before.iter().any(|s| s.names.contains(name));
            for name in server.names.iter().filter(|name| taken(name)) {
                let why = format!("conflicting server name \"{name}\" on 0.0.0.0:{port}, ignored");
                self.warnings.push(why);
            }
        }
        server.names.dedup();
        self.servers.push(server);
    }

    /// A copy whose turns at servers behind are its own.
    pub fn copy(&self) -> Sites {
        let mut all = self.clone();
        for server in &mut all.servers {
            let scopes = server.locations.iter_mut().map(|l| &mut l.scope);
            for proxy in scopes.chain([&mut server.scope]).filter_map(|s| s.proxy.as_mut()) {
                proxy.turn = Rc::new(Cell::new(proxy.turn.get()));
            }
        }
        all
    }

    /// The ports that are listened at.
    pub fn ports(&self) -> BTreeSet<u16> {
        self.servers.iter().flat_map(|s| s.ports.iter().map(|(port, _)| *port)).collect()
    }

    /// The server for a request that came to a port with this Host header.
    pub fn server(&self, port: u16, host: &str) -> Option<&Server> {
        let here = || self.servers.iter().filter(|s| s.ports.iter().any(|(p, _)| *p == port));
        here()
            .find(|s| s.names.iter().any(|n| !n.is_empty() && n == host))
            .or_else(|| here().find(|s| s.ports.contains(&(port, true))))
            .or_else(|| here().next())
    }
}
