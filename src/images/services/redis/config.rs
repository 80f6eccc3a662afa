//! The server's settings: the table of them, how values are read and what is wrong with others. Where
//! they come from is `startup`'s, CONFIG GET and SET are in `commands`.

use std::collections::BTreeMap;

use super::value::Bytes;

/// What a setting may hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// yes or no.
    Bool,
    /// A whole number between two.
    Int(i64, i64),
    /// Bytes, with a unit behind.
    Memory,
    /// One of some words.
    Enum(&'static [&'static str]),
    /// The name of a file, without a path.
    File,
    /// An existing directory.
    Dir,
    /// Pairs of seconds and changes.
    Save,
    /// Anything.
    Text,
    /// Several words.
    Words,
}

/// Whether a running server can change it, and whether it does anything here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// By CONFIG SET too.
    Live,
    /// At the start alone.
    Fixed,
    /// It is not simulated: other values than the default are refused.
    Gap,
}

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// What it is unless set.
    pub default: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// When it can change.
    pub change: Change,
}

const fn param(name: &'static str, default: &'static str, kind: Kind, change: Change) -> Param {
    Param { name, default, kind, change }
}

const LEVELS: &[&str] = &["debug", "verbose", "notice", "warning", "nothing"];
const POLICIES: &[&str] = &[
    "volatile-lru",
    "volatile-lfu",
    "volatile-random",
    "volatile-ttl",
    "allkeys-lru",
    "allkeys-lfu",
    "allkeys-random",
    "noeviction",
];
const MOST: i64 = i32::MAX as i64;

use Change::{Fixed, Gap, Live};
use Kind::{Bool, Dir, Enum, File, Int, Memory, Save, Text, Words};

/// All settings, sorted.
pub const PARAMS: &[Param] = &[
    param("aclfile", "", Text, Gap),
    param("active-expire-effort", "1", Int(1, 10), Live),
    param("activedefrag", "no", Bool, Live),
    param("activerehashing", "yes", Bool, Live),
    param("always-show-logo", "no", Bool, Fixed),
    param("aof-load-truncated", "yes", Bool, Live),
    param("aof-rewrite-incremental-fsync", "yes", Bool, Live),
    param("aof-timestamp-enabled", "no", Bool, Gap),
    param("aof-use-rdb-preamble", "yes", Bool, Gap),
    param("appenddirname", "appendonlydir", File, Fixed),
    param("appendfilename", "appendonly.aof", File, Fixed),
    param("appendfsync", "everysec", Enum(&["everysec", "always", "no"]), Live),
    param("appendonly", "no", Bool, Live),
    param("auto-aof-rewrite-min-size", "67108864", Memory, Live),
    param("auto-aof-rewrite-percentage", "100", Int(0, MOST), Live),
    param("bind", "* -::*", Words, Fixed),
    param(
        "client-output-buffer-limit",
        "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60",
        Words,
        Live,
    ),
    param("cluster-enabled", "no", Bool, Gap),
    param("crash-log-enabled", "yes", Bool, Live),
    param("daemonize", "no", Bool, Fixed),
    param("databases", "16", Int(1, MOST), Fixed),
    param("dbfilename", "dump.rdb", File, Live),
    param("dir", "", Dir, Live),
    param("dynamic-hz", "yes", Bool, Live),
    param("enable-debug-command", "no", Enum(&["no", "yes", "local"]), Fixed),
    param("enable-module-command", "no", Enum(&["no", "yes", "local"]), Fixed),
    param("enable-protected-configs", "no", Enum(&["no", "yes", "local"]), Fixed),
    param("hash-max-listpack-entries", "512", Int(0, MOST), Live),
    param("hash-max-listpack-value", "64", Int(0, MOST), Live),
    param("hz", "10", Int(0, MOST), Live),
    param("io-threads", "1", Int(1, 128), Fixed),
    param("latency-monitor-threshold", "0", Int(0, MOST), Live),
    param("lazyfree-lazy-eviction", "no", Bool, Live),
    param("lazyfree-lazy-expire", "no", Bool, Live),
    param("lazyfree-lazy-server-del", "no", Bool, Live),
    param("lazyfree-lazy-user-del", "no", Bool, Live),
    param("lazyfree-lazy-user-flush", "no", Bool, Live),
    param("list-compress-depth", "0", Int(0, MOST), Live),
    param("list-max-listpack-size", "-2", Int(-5, MOST), Live),
    param("logfile", "", Text, Fixed),
    param("loglevel", "notice", Enum(LEVELS), Live),
    param("masterauth", "", Text, Gap),
    param("maxclients", "10000", Int(1, MOST), Live),
    param("maxmemory", "0", Memory, Live),
    param("maxmemory-clients", "0", Memory, Live),
    param("maxmemory-policy", "noeviction", Enum(POLICIES), Live),
    param("maxmemory-samples", "5", Int(1, 64), Live),
    param("no-appendfsync-on-rewrite", "no", Bool, Live),
    param("notify-keyspace-events", "", Text, Gap),
    param("oom-score-adj", "no", Enum(&["no", "yes", "relative", "absolute"]), Live),
    param("pidfile", "", Text, Fixed),
    param("port", "6379", Int(0, 65_535), Fixed),
    param("protected-mode", "no", Bool, Live),
    param("proto-max-bulk-len", "536870912", Memory, Live),
    param("rdb-save-incremental-fsync", "yes", Bool, Live),
    param("rdbchecksum", "yes", Bool, Fixed),
    param("rdbcompression", "yes", Bool, Live),
    param("replica-read-only", "yes", Bool, Live),
    param("replica-serve-stale-data", "yes", Bool, Live),
    param("replicaof", "", Words, Gap),
    param("requirepass", "", Text, Live),
    param("save", "3600 1 300 100 60 10000", Save, Live),
    param("set-max-intset-entries", "512", Int(0, MOST), Live),
    param("set-max-listpack-entries", "128", Int(0, MOST), Live),
    param("set-max-listpack-value", "64", Int(0, MOST), Live),
    param("slowlog-log-slower-than", "10000", Int(-1, i64::MAX), Live),
    param("slowlog-max-len", "128", Int(0, MOST), Live),
    param("stop-writes-on-bgsave-error", "yes", Bool, Live),
    param("stream-node-max-bytes", "4096", Memory, Live),
    param("stream-node-max-entries", "100", Int(0, MOST), Live),
    param("supervised", "no", Enum(&["upstart", "systemd", "auto", "no"]), Fixed),
    param("tcp-backlog", "511", Int(0, MOST), Fixed),
    param("tcp-keepalive", "300", Int(0, MOST), Live),
    param("timeout", "0", Int(0, MOST), Live),
    param("tls-port", "0", Int(0, 65_535), Gap),
    param("unixsocket", "", Text, Gap),
    param("zset-max-listpack-entries", "128", Int(0, MOST), Live),
    param("zset-max-listpack-value", "64", Int(0, MOST), Live),
];

/// The settings as they are.
#[derive(Clone, Debug, Default)]
pub struct Config {
    values: BTreeMap<&'static str, Bytes>,
}

impl Config {
    /// A setting's description.
    pub fn param(name: &str) -> Option<&'static Param> {
        PARAMS.binary_search_by_key(&name, |p| p.name).ok().map(|i| &PARAMS[i])
    }

    /// A setting as text.
    pub fn get(&self, name: &str) -> String {
        match self.values.get(name) {
            Some(v) => String::from_utf8_lossy(v).into_owned(),
            None => Config::param(name).map(|p| p.default).unwrap_or_default().to_string(),
        }
    }

    /// A setting as bytes.
    pub fn bytes(&self, name: &str) -> Bytes {
        self.values.get(name).cloned().unwrap_or_else(|| self.get(name).into_bytes())
    }

    /// Whether a setting is yes.
    pub fn is(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// A setting as a number.
    pub fn number(&self, name: &str) -> i64 {
        self.get(name).parse().unwrap_or(0)
    }

    /// When to save: seconds and changes.
    pub fn save_points(&self) -> Vec<(i64, u64)> {
        let text = self.get("save");
        let words: Vec<&str> = text.split_whitespace().collect();
        let pair = |w: &[&str]| Some((w[0].parse().ok()?, w[1].parse().ok()?));
        words.chunks_exact(2).filter_map(pair).collect()
    }

    /// Sets one; an error says what is wrong with the words.
    pub fn set(&mut self, param: &'static Param, words: &[Bytes]) -> Result<(), String> {
        let value = read(param, words)?;
        self.values.insert(param.name, value);
        Ok(())
    }
}

/// A size with its unit.
pub fn memory(text: &str) -> Option<i64> {
    let text = text.to_ascii_lowercase();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let factor: i64 = match &text[digits..] {
        "" | "b" => 1,
        "k" => 1000,
        "kb" => 1024,
        "m" => 1_000_000,
        "mb" => 1 << 20,
        "g" => 1_000_000_000,
        "gb" => 1 << 30,
        _ => return None,
    };
    text[..digits].parse::<i64>().ok()?.checked_mul(factor)
}

fn read(param: &Param, words: &[Bytes]) -> Result<Bytes, String> {
    let text: Vec<String> = words.iter().map(|w| String::from_utf8_lossy(w).into_owned()).collect();
    if param.change == Gap && param.kind == Words && text.join("") != param.default {
        return Err(format!("Drydock does not simulate '{}'", param.name));
    }
    if matches!(param.kind, Save | Words) {
        let joined = text.join(" ");
        let all: Vec<&str> = joined.split_whitespace().collect();
        let good = |pair: &[&str]| {
            let number = |i: usize, least: i64| pair[i].parse::<i64>().is_ok_and(|n| n >= least);
            pair.len() == 2 && number(0, 1) && number(1, 0)
        };
        if param.kind == Save && (words.is_empty() || !all.chunks(2).all(good)) {
            return Err("Invalid save parameters".to_string());
        }
        return Ok(all.join(" ").into_bytes());
    }
    let [word] = text.as_slice() else { return Err("wrong number of arguments".to_string()) };
    let low = word.to_ascii_lowercase();
    let value = match param.kind {
        Bool if low == "yes" || low == "no" => low,
        Bool => return Err("argument must be 'yes' or 'no'".to_string()),
        Int(from, to) => {
            let n: i64 = word
                .parse()
                .map_err(|_| "argument couldn't be parsed into an integer".to_string())?;
            if !(from..=to).contains(&n) {
                return Err(format!("argument must be between {from} and {to} inclusive"));
            }
            n.to_string()
        }
        Memory => memory(word).ok_or("argument must be a memory value")?.to_string(),
        Enum(all) if all.contains(&low.as_str()) => low,
        Enum(all) => {
            return Err(format!("argument(s) must be one of the following: {}", all.join(", ")));
        }
        File if word.contains('/') => {
            return Err(format!("{} can't be a path, just a filename", param.name));
        }
        _ if param.change == Gap => word.clone(),
        _ => return Ok(words[0].clone()),
    };
    if param.change == Gap && value != param.default {
        return Err(format!("Drydock does not simulate '{}'", param.name));
    }
    Ok(value.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Config, PARAMS, memory};

    #[test]
    fn the_table_is_sorted_and_its_defaults_can_be_set() {
        assert!(PARAMS.windows(2).all(|w| w[0].name < w[1].name));
        let mut config = Config::default();
        for p in PARAMS {
            assert_eq!(config.set(p, &[p.default.as_bytes().to_vec()]), Ok(()), "{}", p.name);
            assert_eq!(config.get(p.name), p.default);
        }
    }

    #[test]
    fn values() {
        assert_eq!(
            (memory("100mb"), memory("1k"), memory("x")),
            (Some(104_857_600), Some(1000), None)
        );
        assert_eq!((memory(""), memory("9223372036854775807g")), (None, None));
        let mut config = Config::default();
        let save = Config::param("save").unwrap();
        for wrong in [&["60"][..], &["60", "x"], &["0", "1"], &[]] {
            let words: Vec<Vec<u8>> = wrong.iter().map(|w| w.as_bytes().to_vec()).collect();
            assert_eq!(config.set(save, &words), Err("Invalid save parameters".to_string()));
        }
        assert_eq!(config.set(save, &[Vec::new()]), Ok(()));
        assert!(config.save_points().is_empty());
        assert_eq!(config.set(save, &[b"60 1 5 2".to_vec()]), Ok(()));
        assert_eq!(config.save_points(), [(60, 1), (5, 2)]);
    }
}
