//! Settings: what SHOW shows and SET changes.

use std::collections::BTreeMap;

use super::super::error::{PgError, Res};

/// A session's settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What the server runs with.
    pub base: BTreeMap<String, String>,
    own: BTreeMap<String, String>,
}

const KNOWN: &[(&str, &str)] = &[
    ("application_name", ""),
    ("autovacuum", "on"),
    ("bytea_output", "hex"),
    ("check_function_bodies", "on"),
    ("client_encoding", "UTF8"),
    ("client_min_messages", "notice"),
    ("datestyle", "ISO, MDY"),
    ("default_table_access_method", "heap"),
    ("default_tablespace", ""),
    ("default_transaction_isolation", "read committed"),
    ("default_transaction_read_only", "off"),
    ("effective_cache_size", "4GB"),
    ("extra_float_digits", "1"),
    ("fsync", "on"),
    ("full_page_writes", "on"),
    ("hba_file", ""),
    ("idle_in_transaction_session_timeout", "0"),
    ("in_hot_standby", "off"),
    ("integer_datetimes", "on"),
    ("intervalstyle", "postgres"),
    ("is_superuser", "on"),
    ("lc_collate", "en_US.utf8"),
    ("lc_ctype", "en_US.utf8"),
    ("lc_messages", "en_US.utf8"),
    ("listen_addresses", "*"),
    ("lock_timeout", "0"),
    ("log_statement", "none"),
    ("log_timezone", "Etc/UTC"),
    ("maintenance_work_mem", "64MB"),
    ("max_connections", "100"),
    ("max_wal_size", "1GB"),
    ("password_encryption", "scram-sha-256"),
    ("port", "5432"),
    ("row_security", "on"),
    ("search_path", "\"$user\", public"),
    ("server_encoding", "UTF8"),
    ("session_authorization", ""),
    ("session_replication_role", "origin"),
    ("shared_buffers", "128MB"),
    ("standard_conforming_strings", "on"),
    ("statement_timeout", "0"),
    ("synchronous_commit", "on"),
    ("synchronize_seqscans", "on"),
    ("temp_buffers", "8MB"),
    ("timezone", "Etc/UTC"),
    ("transaction_isolation", "read committed"),
    ("transaction_read_only", "off"),
    ("transaction_timeout", "0"),
    ("unix_socket_directories", "/var/run/postgresql"),
    ("wal_level", "replica"),
    ("work_mem", "4MB"),
    ("xmloption", "content"),
];

impl Settings {
    /// Over what the server has.
    pub fn new(base: BTreeMap<String, String>) -> Settings {
        Settings { base, own: BTreeMap::new() }
    }

    /// A setting.
    pub fn get(&self, name: &str) -> Option<String> {
        let name = name.to_lowercase();
        let found = self.own.get(&name).or_else(|| self.base.get(&name)).cloned();
        found.or_else(|| KNOWN.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_string()))
    }

    /// Changes one, or puts it back.
    pub fn set(&mut self, name: &str, value: Option<&str>) -> Res<()> {
        let name = name.to_lowercase();
        if name == "all" {
            self.own.clear();
            return Ok(());
        }
        if !name.contains('.') && self.get(&name).is_none() {
            return Err(unknown(&name));
        }
        if matches!(
            name.as_str(),
            "port" | "data_directory" | "shared_buffers" | "max_connections" | "listen_addresses"
        ) {
            let text =
                format!("parameter \"{name}\" cannot be changed without restarting the server");
            return Err(PgError::new("55P02", text));
        }
        if matches!(name.as_str(), "timezone")
            && value.is_some_and(|v| {
                !matches!(v.to_lowercase().as_str(), "utc" | "etc/utc" | "gmt" | "0")
            })
        {
            return Err(PgError::gap("a time zone other than UTC"));
        }
        match value {
            Some(v) => drop(self.own.insert(name, v.to_string())),
            None => drop(self.own.remove(&name)),
        }
        Ok(())
    }

    /// All of them.
    pub fn all(&self) -> Vec<(String, String)> {
        let mut names: Vec<String> = KNOWN.iter().map(|(n, _)| (*n).to_string()).collect();
        names.extend(self.base.keys().cloned());
        names.sort_unstable();
        names.dedup();
        names.into_iter().map(|n| (n.clone(), self.get(&n).unwrap_or_default())).collect()
    }
}

/// What is said of a setting that is not there.
pub fn unknown(name: &str) -> PgError {
    PgError::new("42704", format!("unrecognized configuration parameter \"{name}\""))
}
