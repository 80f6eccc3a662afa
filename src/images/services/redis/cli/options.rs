//! redis-cli's arguments.

use super::super::server::VERSION;
use super::format::Style;
use crate::kernel::Proc;

/// What the arguments came to.
#[derive(Clone, Debug)]
pub struct Options {
    pub host: String,
    pub port: u16,
    pub user: Option<String>,
    pub password: Option<String>,
    pub db: i64,
    pub repeat: i64,
    /// Nanoseconds between two runs.
    pub pause: u64,
    pub last_from_input: bool,
    pub style: Style,
    pub resp3: bool,
    /// Behind the members of raw lists, and behind replies.
    pub between: Vec<u8>,
    pub behind: Vec<u8>,
    pub scan: bool,
    pub pattern: Option<String>,
    pub count: Option<String>,
    pub error_status: bool,
    /// A password was given openly.
    pub warn: bool,
    pub command: Vec<String>,
}

/// Options to run by, or a text for a descriptor and the status to end with.
pub enum Parsed {
    /// To be run.
    Run(Box<Options>),
    /// To be said.
    Say(i32, String, i32),
}

const HELP: &str = "
Usage: redis-cli [OPTIONS] [cmd [arg [arg ...]]]
  -h <hostname>      The server's host (default: 127.0.0.1).
  -p <port>          Its port (default: 6379).
  -a <password>      The password; REDISCLI_AUTH in the environment does the same.
  --user <username>  Whose password it is.
  --pass <password>  The same as -a.
  -u <uri>           All in one: redis://user:password@host:port/dbnum
  -r <repeat>        Run the command so often.
  -i <interval>      Seconds between two runs with -r.
  -n <db>            The database's number.
  -2, -3             The protocol's version.
  -x                 The last argument is standard input.
  -d <delimiter>     Between the members of raw lists.
  -D <delimiter>     Behind raw replies.
  -e                 The exit status tells of errors.
  --raw, --no-raw    Replies as they are, or for people.
  --csv, --json      Replies in these formats.
  --scan             List keys, with --pattern <pat> and --count <n>.
  --no-auth-warning  No warning of passwords among the arguments.
  --help             This text.
  --version          The version.

Without a command, lines are read and run.
";

const GAPS: &[&str] = &[
    "-X",
    "-c",
    "-s",
    "-t",
    "--askpass",
    "--bigkeys",
    "--cluster",
    "--eval",
    "--functions-rdb",
    "--hotkeys",
    "--intrinsic-latency",
    "--keystats",
    "--latency",
    "--latency-dist",
    "--latency-history",
    "--ldb",
    "--lru-test",
    "--memkeys",
    "--pipe",
    "--quoted-input",
    "--quoted-json",
    "--rdb",
    "--replica",
    "--stat",
    "--tls",
];

fn uri(o: &mut Options, text: &str) -> Result<(), String> {
    let Some(rest) = text.strip_prefix("redis://") else {
        return Err("Invalid URI scheme\n".to_string());
    };
    let (login, place) = match rest.rsplit_once('@') {
        Some((login, place)) => (Some(login), place),
        None => (None, rest),
    };
    if let Some(login) = login {
        let (user, password) = match login.split_once(':') {
            Some((user, password)) => (user, password),
            None => ("", login),
        };
        o.user = Some(user.to_string()).filter(|u| !u.is_empty());
        o.password = Some(password.to_string());
        o.warn = true;
    }
    let (place, db) = place.split_once('/').unwrap_or((place, ""));
    o.db = db.parse().unwrap_or(0);
    let (host, port) = place.split_once(':').unwrap_or((place, ""));
    if !host.is_empty() {
        o.host = host.to_string();
    }
    o.port = port.parse().unwrap_or(6379);
    Ok(())
}

/// Reads them.
pub fn parse(p: &Proc, args: &[String]) -> Parsed {
    let raw = !p.isatty(1);
    let mut o = Options {
        host: "127.0.0.1".to_string(),
        port: 6379,
        user: None,
        password: p.env("REDISCLI_AUTH").filter(|a| !a.is_empty()),
        db: 0,
        repeat: 1,
        pause: 0,
        last_from_input: false,
        style: if raw { Style::Raw } else { Style::Pretty },
        resp3: false,
        between: b"\n".to_vec(),
        behind: b"\n".to_vec(),
        scan: false,
        pattern: None,
        count: None,
        error_status: false,
        warn: false,
        command: Vec::new(),
    };
    let mut quiet = false;
    let mut i = 0;
    while i < args.len() {
        let next = args.get(i + 1).cloned();
        let mut taken = true;
        match (args[i].as_str(), next) {
            ("-h", None) | ("--help", _) => {
                return Parsed::Say(1, format!("redis-cli {VERSION}\n{HELP}\n"), 0);
            }
            ("-v" | "--version", _) => return Parsed::Say(1, format!("redis-cli {VERSION}\n"), 0),
            ("-h", Some(v)) => o.host = v,
            ("-p", Some(v)) => {
                let n = v.parse::<i64>().unwrap_or(0);
                match u16::try_from(n) {
                    Ok(n) => o.port = n,
                    Err(_) => return Parsed::Say(2, "Invalid server port.\n".to_string(), 1),
                }
            }
            ("-a" | "--pass", Some(v)) => (o.password, o.warn) = (Some(v), true),
            ("--user", Some(v)) => o.user = Some(v),
            ("-u", Some(v)) => {
                if let Err(text) = uri(&mut o, &v) {
                    return Parsed::Say(2, text, 1);
                }
            }
            ("-r", Some(v)) => o.repeat = v.parse().unwrap_or(0),
            ("-i", Some(v)) => {
                o.pause = (v.parse::<f64>().unwrap_or(0.0).clamp(0.0, 1e9) * 1e9) as u64;
            }
            ("-n", Some(v)) => o.db = v.parse().unwrap_or(0),
            ("-d", Some(v)) => o.between = v.into_bytes(),
            ("-D", Some(v)) => o.behind = v.into_bytes(),
            ("--pattern", Some(v)) => o.pattern = Some(v),
            ("--count", Some(v)) => o.count = Some(v),
            ("--show-pushes", Some(_)) => {}
            (flag, _) => {
                taken = false;
                match flag {
                    "-x" => o.last_from_input = true,
                    "--raw" => o.style = Style::Raw,
                    "--no-raw" => o.style = Style::Pretty,
                    "--csv" => o.style = Style::Csv,
                    "--json" => (o.style, o.resp3) = (Style::Json, true),
                    "-2" => o.resp3 = false,
                    "-3" => o.resp3 = true,
                    "-4" | "-6" | "--verbose" => {}
                    "-e" => o.error_status = true,
                    "--scan" => o.scan = true,
                    "--no-auth-warning" => quiet = true,
                    gap if GAPS.contains(&gap) => {
                        return Parsed::Say(
                            2,
                            format!("redis-cli: Drydock does not simulate {gap}\n"),
                            1,
                        );
                    }
                    other if other.starts_with('-') => {
                        let text =
                            format!("Unrecognized option or bad number of args for: '{other}'\n");
                        return Parsed::Say(2, text, 1);
                    }
                    _ => {
                        o.command = args[i..].to_vec();
                        break;
                    }
                }
            }
        }
        i += 1 + usize::from(taken);
    }
    o.warn &= !quiet;
    Parsed::Run(Box::new(o))
}
