//! Settings that the server knows: their kinds, who may change them, and what values are like.

use std::collections::BTreeMap;

use super::super::error::{PgError, Res};

/// Values by names.
pub type Values = BTreeMap<String, String>;

/// Who may change a setting, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Nobody.
    Internal,
    /// A start of the server.
    Start,
    /// The server's files, at any time.
    Reload,
    /// Superusers.
    Superuser,
    /// Everybody.
    User,
}

/// A setting that is known.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name, in small letters.
    pub name: &'static str,
    kind: &'static str,
    /// Who may change it.
    pub context: Context,
    /// Whether only its first value is built.
    fixed: bool,
    first: &'static str,
}

/// Settings, sorted: the name, its kind (`b` Boolean, `i` integer, `f` real, `t` text, or the unit: `B` `kB`
/// `8kB` `MB` `ms` `s` `min`), who may change it (`i` nobody, `p` a start, `s` a reload, `S` superusers, `u`
/// everybody; in `=` only its first value is built), and its first value.
const KNOWN: &str = "\
application_name t u
archive_command t s=
archive_mode t p= off
authentication_timeout s s= 1min
autovacuum b s on
autovacuum_max_workers i p 3
autovacuum_naptime s s 1min
bgwriter_delay ms s 200ms
bytea_output t u= hex
check_function_bodies b u on
checkpoint_completion_target f s 0.9
checkpoint_timeout s s 5min
client_encoding t u= UTF8
client_min_messages t u notice
commit_delay i S 0
config_file t p
cpu_index_tuple_cost f u 0.005
cpu_operator_cost f u 0.0025
cpu_tuple_cost f u 0.01
data_checksums b i off
data_directory t p
datestyle t u= ISO, MDY
default_statistics_target i u 100
default_table_access_method t u= heap
default_tablespace t u=
default_text_search_config t u pg_catalog.english
default_transaction_isolation t u= read committed
default_transaction_read_only b u= off
dynamic_shared_memory_type t p posix
effective_cache_size 8kB u 4GB
effective_io_concurrency i u 1
enable_hashjoin b u on
enable_indexscan b u on
enable_mergejoin b u on
enable_nestloop b u on
enable_seqscan b u on
escape_string_warning b u on
extra_float_digits i u 1
fsync b s on
full_page_writes b s on
hba_file t p
hot_standby b p on
huge_pages t p try
ident_file t p
idle_in_transaction_session_timeout ms u= 0
in_hot_standby b i off
integer_datetimes b i on
intervalstyle t u= postgres
is_superuser b i on
jit b u on
lc_collate t i en_US.utf8
lc_ctype t i en_US.utf8
lc_messages t S= en_US.utf8
lc_monetary t u= en_US.utf8
lc_numeric t u= en_US.utf8
lc_time t u= en_US.utf8
listen_addresses t p localhost
lock_timeout ms u= 0
log_autovacuum_min_duration ms s 10min
log_checkpoints b s on
log_connections b s= off
log_destination t s= stderr
log_directory t s log
log_disconnections b s= off
log_duration b S= off
log_error_verbosity t S= default
log_filename t s postgresql-%Y-%m-%d_%H%M%S.log
log_hostname b s= off
log_line_prefix t s= %m [%p]\x20
log_lock_waits b S= off
log_min_duration_statement ms S= -1
log_min_error_statement t S= error
log_min_messages t S= warning
log_statement t S none
log_temp_files kB S -1
log_timezone t s= Etc/UTC
logging_collector b p= off
maintenance_work_mem kB u 64MB
max_connections i p 100
max_locks_per_transaction i p 64
max_parallel_workers i u 8
max_parallel_workers_per_gather i u 2
max_prepared_transactions i p= 0
max_replication_slots i p 10
max_wal_senders i p 10
max_wal_size MB s 1GB
max_worker_processes i p 8
min_wal_size MB s 80MB
password_encryption t u= scram-sha-256
port i p 5432
primary_conninfo t s=
random_page_cost f u 4
row_security b u on
search_path t u \"$user\", public
seq_page_cost f u 1
server_encoding t i UTF8
server_version t i
server_version_num i i 0
session_replication_role t S= origin
shared_buffers 8kB p 128MB
shared_preload_libraries t p=
ssl b s= off
standard_conforming_strings b u= on
statement_timeout ms u= 0
superuser_reserved_connections i p 3
synchronize_seqscans b u on
synchronous_commit t u on
temp_buffers 8kB u 8MB
timezone t u= Etc/UTC
track_activities b S on
track_counts b S on
transaction_isolation t u= read committed
transaction_read_only b u= off
transaction_timeout ms u= 0
unix_socket_directories t p /var/run/postgresql
wal_buffers 8kB p 4MB
wal_compression t S off
wal_keep_size MB s 0
wal_level t p replica
wal_segment_size B i 16MB
work_mem kB u 4MB
xmloption t u= content";

/// Units of memory and time, by kind: each with how many of the smallest it has, the greatest first.
fn units(kind: &str) -> Option<(&'static [(&'static str, i64)], i64)> {
    const MEMORY: &[(&str, i64)] =
        &[("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10), ("B", 1)];
    const TIME: &[(&str, i64)] =
        &[("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1)];
    match kind {
        "B" => Some((MEMORY, 1)),
        "kB" => Some((MEMORY, 1 << 10)),
        "8kB" => Some((MEMORY, 8 << 10)),
        "MB" => Some((MEMORY, 1 << 20)),
        "ms" => Some((TIME, 1)),
        "s" => Some((TIME, 1000)),
        "min" => Some((TIME, 60_000)),
        _ => None,
    }
}

/// All settings.
pub fn all() -> impl Iterator<Item = Setting> {
    KNOWN.lines().filter_map(|line| {
        let mut words = line.splitn(4, ' ');
        let (name, kind, who) = (words.next()?, words.next()?, words.next()?);
        let context = match who.as_bytes().first() {
            Some(b'i') => Context::Internal,
            Some(b'p') => Context::Start,
            Some(b's') => Context::Reload,
            Some(b'S') => Context::Superuser,
            _ => Context::User,
        };
        let first = words.next().unwrap_or_default();
        Some(Setting { name, kind, context, fixed: who.ends_with('='), first })
    })
}

/// A setting by its name.
pub fn find(name: &str) -> Option<Setting> {
    let name = name.to_lowercase();
    all().find(|s| s.name == name)
}

impl Setting {
    /// A value as it is shown; the error is what is said of one that can not be.
    pub fn checked(&self, value: &str) -> Res<String> {
        let invalid = || {
            let text = format!("invalid value for parameter \"{}\": \"{value}\"", self.name);
            PgError::new("22023", text)
        };
        let shown = match self.kind {
            "b" => match value.to_lowercase().as_str() {
                "on" | "true" | "yes" | "1" | "t" | "y" => "on".to_string(),
                "off" | "false" | "no" | "0" | "f" | "n" => "off".to_string(),
                _ => {
                    let text = format!("parameter \"{}\" requires a Boolean value", self.name);
                    return Err(PgError::new("22023", text));
                }
            },
            "t" => value.to_string(),
            "i" => value.trim().parse::<i64>().map_err(|_| invalid())?.to_string(),
            "f" => value.trim().parse::<f64>().map_err(|_| invalid())?.to_string(),
            kind => self.shown(self.parse(value).ok_or_else(|| {
                let hint = match kind {
                    "ms" | "s" | "min" => {
                        "Valid units for this parameter are \"us\", \"ms\", \"s\", \"min\", \"h\", and \"d\"."
                    }
                    _ => "Valid units for this parameter are \"B\", \"kB\", \"MB\", \"GB\", and \"TB\".",
                };
                let unit = value.trim_start_matches(['-', '.', ' ']).starts_with(|c: char| c.is_ascii_digit());
                if unit { invalid().hint(hint) } else { invalid() }
            })?),
        };
        if self.fixed && !shown.eq_ignore_ascii_case(self.first) && !self.same(&shown) {
            return Err(PgError::gap(format!("{} = {value}", self.name)));
        }
        Ok(shown)
    }

    /// Whether a value is the first one in other words.
    fn same(&self, value: &str) -> bool {
        match self.name {
            "timezone" | "log_timezone" => {
                matches!(value.to_lowercase().as_str(), "utc" | "etc/utc" | "gmt" | "0")
            }
            "client_encoding" => {
                matches!(value.to_lowercase().as_str(), "utf8" | "utf-8" | "unicode")
            }
            "datestyle" => value.to_lowercase().replace(' ', "").starts_with("iso"),
            "log_line_prefix" => value.trim_end() == "%m [%p]",
            _ => false,
        }
    }

    /// A value with a unit, counted in the setting's own.
    fn parse(&self, value: &str) -> Option<i64> {
        let (units, own) = units(self.kind)?;
        let value = value.trim();
        let end = value
            .find(|c: char| !(c.is_ascii_digit() || c == '-' || c == '.'))
            .unwrap_or(value.len());
        let number: f64 = value[..end].parse().ok()?;
        let unit = value[end..].trim();
        if unit.is_empty() || number < 0.0 {
            return Some(number as i64);
        }
        let (_, size) = units.iter().find(|(u, _)| *u == unit)?;
        Some((number * *size as f64 / own as f64).round() as i64)
    }

    /// A number of the setting's units in the greatest unit that fits.
    fn shown(&self, n: i64) -> String {
        let Some((units, own)) = units(self.kind).filter(|_| n > 0) else { return n.to_string() };
        let all = n.saturating_mul(own);
        match units.iter().find(|(_, size)| all % size == 0) {
            Some((unit, size)) => format!("{}{unit}", all / size),
            None => n.to_string(),
        }
    }

    /// A value as pg_settings has it, without its unit.
    pub fn bare(&self, shown: &str) -> String {
        match units(self.kind).and_then(|_| self.parse(shown)) {
            Some(n) => n.to_string(),
            None => shown.to_string(),
        }
    }

    /// Its unit, where it has one.
    pub fn unit(&self) -> Option<&'static str> {
        units(self.kind).map(|_| self.kind)
    }

    /// The words of pg_settings for its kind and for who may change it.
    pub fn words(&self) -> (&'static str, &'static str) {
        let kind = match self.kind {
            "b" => "bool",
            "f" => "real",
            "t" => "string",
            _ => "integer",
        };
        let context = match self.context {
            Context::Internal => "internal",
            Context::Start => "postmaster",
            Context::Reload => "sighup",
            Context::Superuser => "superuser",
            Context::User => "user",
        };
        (kind, context)
    }

    /// What it is where nobody sets it.
    pub fn first(&self) -> String {
        self.first.into()
    }
}

/// The number that a setting comes to among values, in its own unit.
pub fn number(values: &Values, name: &str) -> i64 {
    let Some(s) = find(name) else { return 0 };
    let shown = values.get(name).cloned().unwrap_or_else(|| s.first());
    s.bare(&shown).parse().unwrap_or(0)
}

/// What is said of a setting that is not there.
pub fn unknown(name: &str) -> PgError {
    PgError::new("42704", format!("unrecognized configuration parameter \"{name}\""))
}

#[cfg(test)]
mod tests {
    use super::{all, find};

    #[test]
    fn the_table_is_sorted_and_its_values_are_valid() {
        assert!(all().map(|s| s.name).is_sorted());
        assert_eq!(all().count(), super::KNOWN.lines().count());
        for s in all().filter(|s| s.name != "server_version") {
            assert_eq!(s.checked(s.first).unwrap(), s.first, "{}", s.name);
        }
    }

    #[test]
    fn values_are_shown_in_the_greatest_unit() {
        let shown = |name: &str, v: &str| find(name).unwrap().checked(v);
        assert_eq!(shown("work_mem", "8192").unwrap(), "8MB");
        assert_eq!(shown("shared_buffers", "32768").unwrap(), "256MB");
        assert_eq!(shown("checkpoint_timeout", "90").unwrap(), "90s");
        assert_eq!(find("shared_buffers").unwrap().bare("128MB"), "16384");
        assert!(shown("work_mem", "4 bananas").unwrap_err().hint.is_some());
        assert!(shown("fsync", "maybe").is_err());
        assert!(shown("statement_timeout", "5s").is_err());
    }
}
