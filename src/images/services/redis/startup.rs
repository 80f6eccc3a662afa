//! The server's start: its arguments and configuration file, what it says of wrong ones, and the reading of
//! what it had saved.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;

use super::aof_load;
use super::config::{Config, Kind};
use super::rdb::{self, Broken};
use super::resp;
use super::run;
use super::server::{Level, Memory, Server, VERSION, line, millis};
use super::value::Bytes;
use super::write_log;
use crate::kernel::{Disposition, Proc, Signal};
use crate::vfs::{Errno, OpenFlags, text};

/// The server can not start; the log says why.
#[derive(Clone, Copy, Debug)]
pub struct Fatal;

const USAGE: &str = "Usage: ./redis-server [/path/to/redis.conf] [options] [-]
       ./redis-server - (read config from stdin)
       ./redis-server -v or --version
       ./redis-server -h or --help

With options a setting is given as in the file: --NAME VALUE ...
";

/// What the arguments and the file came to.
struct Settings {
    config: Config,
    file: String,
    /// Lines with settings that do not exist.
    unknown: Vec<String>,
}

/// `redis-server`.
pub async fn main(p: Proc) -> i32 {
    if let Some(heap) = p.heap() {
        // A copy of the world: the server goes on where it was.
        return match heap.as_any().downcast_ref::<Memory>() {
            Some(memory) => {
                let memory = Rc::new(Memory(RefCell::new(memory.0.borrow().clone())));
                p.set_heap(memory.clone());
                run::serve(p, memory).await
            }
            None => 1,
        };
    }
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    match args.first().map(String::as_str) {
        Some("-v" | "--version") => {
            let text = format!(
                "Redis server v={VERSION} sha=00000000:0 malloc=jemalloc-5.3.1 bits=64 build=4ff5c8d39231b5d1\n"
            );
            let _ = p.write_all(1, text.as_bytes()).await;
            return 0;
        }
        Some("-h" | "--help") => {
            let _ = p.write_all(2, USAGE.as_bytes()).await;
            return 1;
        }
        Some(what @ ("--test-memory" | "--check-system" | "--sentinel")) => {
            let text = format!("redis-server: Drydock does not simulate {what}\n");
            let _ = p.write_all(2, text.as_bytes()).await;
            return 1;
        }
        _ => {}
    }
    let settings = match settings(&p, &args).await {
        Ok(settings) => settings,
        Err(text) => {
            let _ = p.write_all(2, &text::encode(&text)).await;
            return 1;
        }
    };
    if settings.config.is("daemonize") {
        // The parent leaves; the child has no terminal and says nothing.
        let started = p.fork(async move |child| {
            let _ = child.setsid();
            if let Ok(null) = child.open("/dev/null", OpenFlags::READ | OpenFlags::WRITE, 0) {
                for fd in 0..3 {
                    let _ = child.dup2(null, fd);
                }
            }
            start(child, settings, args.is_empty()).await
        });
        return i32::from(started.is_err());
    }
    start(p, settings, args.is_empty()).await
}

/// The text of a line of the configuration that can not be used.
fn wrong(number: usize, line: &str, what: &str) -> String {
    format!(
        "\n*** FATAL CONFIG FILE ERROR (Redis {VERSION}) ***\nReading the configuration file, at line {number}\n\
         >>> '{line}'\n{what}\n"
    )
}

/// Reads file and options: the options stand behind the file as lines of it.
async fn settings(p: &Proc, args: &[String]) -> Result<Settings, String> {
    let mut lines: Vec<String> = Vec::new();
    let mut file = String::new();
    let mut rest = args;
    if let Some((first, others)) = args.split_first()
        && !first.starts_with('-')
    {
        file = if first.starts_with('/') {
            first.clone()
        } else {
            format!("{}/{first}", p.cwd().trim_end_matches('/'))
        };
        rest = others;
        match p.read_file(&file) {
            Ok(data) => lines = text::decode(&data).lines().map(str::to_string).collect(),
            Err(e) => {
                let text = format!("Fatal error, can't open config file '{file}': {e}");
                // The line goes out as the log does.
                let _ = p.write_all(1, &text::encode(&line(p, 'C', Level::Warning, &text))).await;
                return Err(String::new());
            }
        }
    } else if args.iter().any(|a| a == "-") {
        return Err(
            "redis-server: Drydock does not read the configuration from standard input\n".into()
        );
    }
    if !rest.is_empty() {
        if lines.is_empty() {
            lines.push(String::new());
        }
        for (i, arg) in rest.iter().enumerate() {
            // `--save ""` and the like hold their value even where it begins with two dashes.
            match arg.strip_prefix("--") {
                Some(name) if !name.is_empty() || i == 0 => lines.push(name.to_string()),
                _ => {
                    let quoted = resp::quoted(&text::encode(arg));
                    let at = lines.len() - 1;
                    lines[at] += &format!(" {quoted}");
                }
            }
        }
    }
    let mut found = Settings { config: Config::default(), file, unknown: Vec::new() };
    let mut saves: Vec<String> = Vec::new();
    for (i, full) in lines.iter().enumerate() {
        let line = full.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let error = |what: &str| wrong(i + 1, line, what);
        let words = resp::split(&text::encode(line));
        let words = words.ok_or_else(|| error("Unbalanced quotes in configuration line"))?;
        let Some((name, values)) = words.split_first() else { continue };
        let name = alias(&text::decode(name).to_ascii_lowercase()).to_string();
        let Some(param) = Config::param(&name) else {
            found.unknown.push(line.to_string());
            continue;
        };
        let mut values: Vec<Bytes> = values.to_vec();
        if param.kind == Kind::Dir {
            let [dir] = values.as_slice() else { return Err(error("wrong number of arguments")) };
            p.chdir(&text::decode(dir)).map_err(|e| error(&e.to_string()))?;
            continue;
        }
        if param.kind == Kind::Save && !values.is_empty() {
            found.config.set(param, &values).map_err(|e| error(&e))?;
            // Several lines add up; an empty one takes back those before it.
            let text = found.config.get("save");
            if text.is_empty() {
                saves.clear();
            } else {
                saves.push(text);
            }
            values = vec![saves.join(" ").into_bytes()];
        }
        found.config.set(param, &values).map_err(|e| error(&e))?;
    }
    Ok(found)
}

/// Older names of settings.
fn alias(name: &str) -> &str {
    match name {
        "slaveof" => "replicaof",
        "hash-max-ziplist-entries" => "hash-max-listpack-entries",
        "hash-max-ziplist-value" => "hash-max-listpack-value",
        "zset-max-ziplist-entries" => "zset-max-listpack-entries",
        "zset-max-ziplist-value" => "zset-max-listpack-value",
        "list-max-ziplist-size" => "list-max-listpack-size",
        other => other,
    }
}

async fn start(p: Proc, settings: Settings, bare: bool) -> i32 {
    let logfile = settings.config.get("logfile");
    let mut s = Server::new(&p, settings.config, settings.file);
    let early = |text: &str, level: Level, s: &mut Server| {
        if s.logs(level) {
            s.log.extend(line(&p, 'C', level, text).into_bytes());
        }
    };
    if p.read_file("/proc/sys/vm/overcommit_memory").unwrap_or_default().trim_ascii() != b"1" {
        let text = "WARNING Memory overcommit must be enabled! Without it, a background save or replication may \
                    fail under low memory condition. Being disabled, it can also cause failures without low memory \
                    condition, see https://github.com/jemalloc/jemalloc/issues/1328. To fix this issue add \
                    'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl \
                    vm.overcommit_memory=1' for this to take effect.";
        early(text, Level::Warning, &mut s);
    }
    early("oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo", Level::Notice, &mut s);
    let version = format!(
        "Redis version={VERSION}, bits=64, commit=00000000, modified=0, pid={}, just started",
        p.pid()
    );
    early(&version, Level::Notice, &mut s);
    if bare {
        let text = "Warning: no config file specified, using the default config. In order to specify a config file \
                    use redis-server /path/to/redis.conf";
        early(text, Level::Warning, &mut s);
    } else {
        early("Configuration loaded", Level::Notice, &mut s);
    }
    for signal in [Signal::TERM, Signal::INT] {
        let _ = p.signal(signal, Disposition::Handle);
    }
    for signal in [Signal::HUP, Signal::PIPE] {
        let _ = p.signal(signal, Disposition::Ignore);
    }
    let ready = ready(&mut s, &p, &settings.unknown).await;
    write_log(&p, &logfile, &std::mem::take(&mut s.log)).await;
    if ready.is_err() {
        return 1;
    }
    let memory = Rc::new(Memory(RefCell::new(s)));
    p.set_heap(memory.clone());
    run::serve(p, memory).await
}

async fn ready(s: &mut Server, p: &Proc, unknown: &[String]) -> Result<(), Fatal> {
    s.notice(p, "monotonic clock: POSIX clock_gettime");
    let port = s.config.number("port") as u16;
    s.notice(p, &format!("Running mode=standalone, port={port}."));
    if port != 0 {
        let only = s.config.get("bind").split_whitespace().next().map(str::to_string);
        let addr = only.and_then(|a| a.trim_start_matches('-').parse::<Ipv4Addr>().ok());
        let addr = addr.filter(|a| !a.is_unspecified());
        match p.listen(addr, port) {
            Ok((fd, _)) => s.listener = fd,
            Err(e) => {
                let shown = addr.map_or("*".to_string(), |a| a.to_string());
                s.warn(p, &format!("Warning: Could not create server TCP listening socket {shown}:{port}: bind: {e}"));
                s.warn(p, &format!("Failed listening on port {port} (tcp), aborting."));
                return Err(Fatal);
            }
        }
    }
    if !unknown.is_empty() {
        s.warn(p, "Unresolved Configuration(s) Detected:");
        for line in unknown {
            s.warn(p, &format!(">>> '{}'", line.replace('"', "")));
        }
        s.warn(p, "Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting");
        return Err(Fatal);
    }
    s.notice(p, "Server initialized");
    let pidfile = s.config.get("pidfile");
    if !pidfile.is_empty() {
        let _ = p.write_file(&pidfile, format!("{}\n", p.pid()).as_bytes(), 0o644);
    }
    if s.config.is("appendonly") {
        let manifest = aof_load::load(s, p).await?;
        aof_load::begin(s, p, manifest)?;
    } else {
        load_snapshot(s, p)?;
    }
    s.next_expiry = s.dbs.iter().flat_map(|db| db.keys.values()).filter_map(|e| e.expires).min();
    s.notice(p, "Ready to accept connections tcp");
    Ok(())
}

fn load_snapshot(s: &mut Server, p: &Proc) -> Result<(), Fatal> {
    let file = s.config.get("dbfilename");
    let began = p.now();
    match p.read_file(&file) {
        Ok(data) => {
            load_rdb(s, p, &data, &file)?;
            let took = (p.now() - began) as f64 / 1e9;
            s.notice(p, &format!("DB loaded from disk: {took:.3} seconds"));
            Ok(())
        }
        Err(Errno::ENOENT) => Ok(()),
        Err(e) => {
            s.warn(p, &format!("Fatal error: can't open the RDB file {file} for reading: {e}"));
            s.warn(p, "Fatal error loading the DB, check server logs. Exiting.");
            Err(Fatal)
        }
    }
}

/// Takes a snapshot's keys over; gives where it ends.
pub fn load_rdb(s: &mut Server, p: &Proc, data: &[u8], file: &str) -> Result<usize, Fatal> {
    let mut aux = Vec::new();
    let loaded = rdb::load(data, file, millis(p), s.dbs.len(), &mut aux);
    for (name, value) in &aux {
        match name.as_str() {
            "redis-ver" => s.notice(p, &format!("Loading RDB produced by version {value}")),
            "ctime" => {
                let age = p.now() / 1_000_000_000 - value.parse::<i64>().unwrap_or(0);
                s.notice(p, &format!("RDB age {} seconds", age.max(0)));
            }
            "used-mem" => {
                let mb = value.parse::<f64>().unwrap_or(0.0) / 1_048_576.0;
                s.notice(p, &format!("RDB memory usage when created {mb:.2} Mb"));
            }
            "aof-base" if value == "1" => s.notice(p, "RDB is base AOF"),
            _ => {}
        }
    }
    let give_up = "Fatal error loading the DB, check server logs. Exiting.";
    let (said, report) = match loaded {
        Ok(loaded) => {
            let (keys, expired) = (loaded.keys - loaded.expired, loaded.expired);
            s.notice(
                p,
                &format!("Done loading RDB, keys loaded: {keys}, keys expired: {expired}."),
            );
            s.dbs = loaded.dbs;
            s.stats.loaded = (keys, expired);
            return Ok(loaded.end);
        }
        Err(Broken::Signature) => {
            s.warn(p, "Wrong signature trying to load DB from file");
            s.warn(p, give_up);
            return Err(Fatal);
        }
        Err(Broken::Version(n)) => {
            s.warn(p, &format!("Can't handle RDB format version {n}"));
            s.warn(p, give_up);
            return Err(Fatal);
        }
        Err(Broken::Unsupported(what)) => {
            s.warn(p, &format!("The snapshot holds a {what}, which Drydock does not simulate"));
            s.warn(p, give_up);
            return Err(Fatal);
        }
        Err(Broken::Checksum(computed, found, report)) => {
            s.warn(
                p,
                &format!(
                    "Wrong RDB checksum expected: ({computed:x}) but got ({found:x}). Aborting now."
                ),
            );
            ("function at rdb.c:3698 -> RDB CRC error", report)
        }
        Err(Broken::Short(report)) => {
            s.warn(p, "Short read or OOM loading DB. Unrecoverable error, aborting now.");
            ("function at rdb.c:3722 -> Unexpected EOF reading RDB file", report)
        }
    };
    s.warn(p, &format!("Internal error in RDB reading offset 0, {said}"));
    s.log.extend(text::encode(&report).iter());
    Err(Fatal)
}
