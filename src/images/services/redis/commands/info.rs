//! INFO: what the server tells of itself, by section. Figures that only the real server's allocator or
//! threads could have are left out.

use super::super::resp::Reply;
use super::super::server::{Server, VERSION};
use super::super::value::Bytes;
use super::ctx::Ctx;
use super::{Answer, lower};
use crate::kernel::{Proc, RELEASE};

/// Bytes as people read them: `858.60K`.
pub fn human(n: u64) -> String {
    let f = n as f64;
    match n {
        0..1024 => format!("{n}B"),
        1024..1_048_576 => format!("{:.2}K", f / 1024.0),
        1_048_576..1_073_741_824 => format!("{:.2}M", f / 1_048_576.0),
        _ => format!("{:.2}G", f / 1_073_741_824.0),
    }
}

const SECTIONS: &[(&str, fn(&Server, &Proc) -> String)] = &[
    ("Server", server),
    ("Clients", clients),
    ("Memory", memory),
    ("Persistence", persistence),
    ("Stats", stats),
    ("Replication", replication),
    ("CPU", cpu),
    ("Errorstats", errors),
    ("Cluster", |_, _| "cluster_enabled:0\r\n".to_string()),
    ("Keyspace", keyspace),
];

fn fields(list: &[(&str, String)]) -> String {
    list.iter().map(|(k, v)| format!("{k}:{v}\r\n")).collect()
}

fn server(s: &Server, p: &Proc) -> String {
    let up = (p.now() - s.started) / 1_000_000_000;
    fields(&[
        ("redis_version", VERSION.to_string()),
        ("redis_git_sha1", "00000000".to_string()),
        ("redis_git_dirty", "0".to_string()),
        ("redis_build_id", "4ff5c8d39231b5d1".to_string()),
        ("redis_mode", "standalone".to_string()),
        ("os", format!("Linux {RELEASE} x86_64")),
        ("arch_bits", "64".to_string()),
        ("monotonic_clock", "POSIX clock_gettime".to_string()),
        ("multiplexing_api", "epoll".to_string()),
        ("process_id", p.pid().to_string()),
        ("process_supervised", "no".to_string()),
        ("run_id", s.run_id.clone()),
        ("tcp_port", s.config.get("port")),
        ("server_time_usec", (p.now() / 1000).to_string()),
        ("uptime_in_seconds", up.to_string()),
        ("uptime_in_days", (up / 86_400).to_string()),
        ("hz", s.config.get("hz")),
        ("configured_hz", s.config.get("hz")),
        ("config_file", s.config_file.clone()),
        ("listener0", format!("name=tcp,bind=*,bind=-::*,port={}", s.config.get("port"))),
    ])
}

fn clients(s: &Server, _: &Proc) -> String {
    let count = |f: fn(&super::super::server::Client) -> bool| {
        s.clients.values().filter(|c| f(c)).count().to_string()
    };
    fields(&[
        ("connected_clients", s.clients.len().to_string()),
        ("cluster_connections", "0".to_string()),
        ("maxclients", s.config.get("maxclients")),
        ("blocked_clients", count(|c| c.blocked.is_some())),
        ("tracking_clients", "0".to_string()),
        ("pubsub_clients", count(|c| !(c.channels.is_empty() && c.patterns.is_empty()))),
        ("watching_clients", count(|c| !c.watched.is_empty())),
    ])
}

fn memory(s: &Server, _: &Proc) -> String {
    let used = s.memory();
    let most = s.config.number("maxmemory") as u64;
    fields(&[
        ("used_memory", used.to_string()),
        ("used_memory_human", human(used)),
        ("used_memory_startup", "662384".to_string()),
        ("total_system_memory", crate::kernel::MEMORY.to_string()),
        ("total_system_memory_human", human(crate::kernel::MEMORY)),
        ("maxmemory", most.to_string()),
        ("maxmemory_human", human(most)),
        ("maxmemory_policy", s.config.get("maxmemory-policy")),
        ("mem_allocator", "jemalloc-5.3.1".to_string()),
    ])
}

fn persistence(s: &Server, p: &Proc) -> String {
    let flag = |on: bool| if on { "1" } else { "0" }.to_string();
    let status = |ok: bool| if ok { "ok" } else { "err" }.to_string();
    let now = p.now() / 1_000_000;
    let current = |rewrite: bool| {
        let child = s.child.filter(|c| c.rewrite == rewrite);
        child.map_or(-1, |c| (now - c.since) / 1000).to_string()
    };
    let mut all = vec![
        ("loading", "0".to_string()),
        ("async_loading", "0".to_string()),
        ("rdb_changes_since_last_save", s.dirty.to_string()),
        ("rdb_bgsave_in_progress", flag(s.child.is_some_and(|c| !c.rewrite))),
        ("rdb_last_save_time", s.saved.to_string()),
        ("rdb_last_bgsave_status", status(s.save_ok)),
        ("rdb_last_bgsave_time_sec", s.save_took.to_string()),
        ("rdb_current_bgsave_time_sec", current(false)),
        ("rdb_saves", s.stats.saves.to_string()),
        ("rdb_last_load_keys_expired", s.stats.loaded.1.to_string()),
        ("rdb_last_load_keys_loaded", s.stats.loaded.0.to_string()),
        ("aof_enabled", flag(s.aof.is_some())),
        ("aof_rewrite_in_progress", flag(s.child.is_some_and(|c| c.rewrite))),
        ("aof_rewrite_scheduled", flag(s.rewrite_wanted)),
        ("aof_current_rewrite_time_sec", current(true)),
        ("aof_last_bgrewrite_status", status(s.rewrite_ok)),
        ("aof_rewrites", s.stats.rewrites.to_string()),
        ("aof_last_write_status", status(s.aof.as_ref().is_none_or(|a| a.ok))),
    ];
    if let Some(aof) = &s.aof {
        all.extend([
            ("aof_current_size", aof.size.to_string()),
            ("aof_base_size", aof.base_size.to_string()),
            ("aof_pending_rewrite", "0".to_string()),
            ("aof_buffer_length", aof.buffer.len().to_string()),
            ("aof_pending_bio_fsync", "0".to_string()),
            ("aof_delayed_fsync", "0".to_string()),
        ]);
    }
    fields(&all)
}

fn stats(s: &Server, _: &Proc) -> String {
    let channels: std::collections::BTreeSet<&Bytes> =
        s.clients.values().flat_map(|c| &c.channels).collect();
    fields(&[
        ("total_connections_received", s.stats.connections.to_string()),
        ("total_commands_processed", s.stats.commands.to_string()),
        ("total_net_input_bytes", s.stats.input.to_string()),
        ("total_net_output_bytes", s.stats.output.to_string()),
        ("rejected_connections", "0".to_string()),
        ("expired_keys", s.stats.expired.to_string()),
        ("evicted_keys", s.stats.evicted.to_string()),
        ("keyspace_hits", s.stats.hits.to_string()),
        ("keyspace_misses", s.stats.misses.to_string()),
        ("pubsub_channels", channels.len().to_string()),
        ("total_forks", s.stats.forks.to_string()),
        ("total_error_replies", s.stats.errors.values().sum::<u64>().to_string()),
    ])
}

fn replication(s: &Server, _: &Proc) -> String {
    fields(&[
        ("role", "master".to_string()),
        ("connected_slaves", "0".to_string()),
        ("master_failover_state", "no-failover".to_string()),
        ("master_replid", s.run_id.clone()),
        ("master_replid2", "0".repeat(40)),
        ("master_repl_offset", s.offset.to_string()),
        ("second_repl_offset", "-1".to_string()),
        ("repl_backlog_active", "0".to_string()),
        ("repl_backlog_size", "1048576".to_string()),
        ("repl_backlog_first_byte_offset", "0".to_string()),
        ("repl_backlog_histlen", "0".to_string()),
    ])
}

fn cpu(_: &Server, p: &Proc) -> String {
    let (own, children) = p.cpu_times();
    let seconds = |ns: i64| format!("{:.6}", ns as f64 / 1e9);
    fields(&[
        ("used_cpu_sys", seconds(own / 2)),
        ("used_cpu_user", seconds(own - own / 2)),
        ("used_cpu_sys_children", seconds(children / 2)),
        ("used_cpu_user_children", seconds(children - children / 2)),
    ])
}

fn errors(s: &Server, _: &Proc) -> String {
    s.stats.errors.iter().map(|(k, n)| format!("errorstat_{k}:count={n}\r\n")).collect()
}

fn keyspace(s: &Server, p: &Proc) -> String {
    let now = p.now() / 1_000_000;
    let mut out = String::new();
    for (n, db) in s.dbs.iter().enumerate().filter(|(_, db)| !db.keys.is_empty()) {
        let ends: Vec<i64> =
            db.keys.values().filter_map(|e| e.expires).map(|at| (at - now).max(0)).collect();
        let average = ends.iter().sum::<i64>() / (ends.len().max(1) as i64);
        let keys = db.keys.len();
        out +=
            &format!("db{n}:keys={keys},expires={},avg_ttl={average},subexpiry=0\r\n", ends.len());
    }
    out
}

/// `INFO [section ...]`.
pub fn info(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let wanted: Vec<String> = w[1..].iter().map(|s| lower(s)).collect();
    let all = wanted.is_empty()
        || wanted.iter().any(|s| matches!(s.as_str(), "all" | "default" | "everything"));
    let mut parts = Vec::new();
    for (name, make) in SECTIONS {
        if all || wanted.contains(&name.to_ascii_lowercase()) {
            parts.push(format!("# {name}\r\n{}", make(ctx.s, ctx.p)));
        }
    }
    Ok(Reply::Verbatim(parts.join("\r\n")))
}
