//! `docker update`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::each::Errors;
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, text};
use crate::docker::opts::restart;
use crate::engine::api::container::UpdateRequest;
use crate::engine::api::host_config::{Resources, RestartPolicy};

static FLAGS: &[Flag] = &[
    flag("blkio-weight", Kind::Uint16, "Share of disk access, 10 to 1000, 0 for no say"),
    flag("cpu-period", Kind::Int64, "Period of the CPU limit, microseconds"),
    flag("cpu-quota", Kind::Int64, "CPU time in a period, microseconds"),
    flag("cpu-rt-period", Kind::Int64, "Period of the real-time limit, microseconds"),
    flag("cpu-rt-runtime", Kind::Int64, "Real-time CPU time in a period, microseconds"),
    flag("cpu-shares", Kind::Int64, "Share of the CPUs").short('c'),
    flag("cpus", Kind::Decimal, "How many CPUs it may use"),
    text("cpuset-cpus", "Which CPUs it may use (0-3, 0,1)"),
    text("cpuset-mems", "Which memory nodes it may use (0-3, 0,1)"),
    flag("kernel-memory", Kind::Bytes, "Limit of kernel memory").hidden(),
    flag("memory", Kind::Bytes, "Limit of memory").short('m'),
    flag("memory-reservation", Kind::Bytes, "Soft limit of memory"),
    flag("memory-swap", Kind::SwapBytes, "Limit of memory and swap together, -1 for none"),
    flag("pids-limit", Kind::Int64, "How many processes there may be, -1 for any number"),
    text("restart", "When to start it again after its end"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Change the limits of containers",
    also: "docker container update, docker update",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Containers,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.names().next().is_none() {
        return Err("you must provide one or more flags when using this command".into());
    }
    let restart_policy = match m.text("restart") {
        "" => None,
        policy => {
            let (name, maximum_retry_count) = restart::parse(policy)?;
            Some(RestartPolicy { name, maximum_retry_count })
        }
    };
    let resources = Resources {
        blkio_weight: u16::try_from(m.number("blkio-weight")).unwrap_or(0),
        cpuset_cpus: m.text("cpuset-cpus").to_string(),
        cpuset_mems: m.text("cpuset-mems").to_string(),
        cpu_shares: m.number("cpu-shares"),
        memory: m.number("memory"),
        memory_reservation: m.number("memory-reservation"),
        memory_swap: m.number("memory-swap"),
        cpu_period: m.number("cpu-period"),
        cpu_quota: m.number("cpu-quota"),
        cpu_realtime_period: m.number("cpu-rt-period"),
        cpu_realtime_runtime: m.number("cpu-rt-runtime"),
        nano_cpus: m.number("cpus"),
        pids_limit: Some(m.number("pids-limit")).filter(|n| *n != 0),
        ..Resources::default()
    };
    let request = UpdateRequest { resources, restart_policy };
    let (mut warnings, mut errors) = (Vec::new(), Errors::default());
    for name in &m.args {
        let updated = cli
            .engine("Post", &format!("containers/{name}/update"))
            .and_then(|engine| Ok(engine.container_update(name, &request)?));
        match updated {
            Ok(more) => {
                warnings.extend(more);
                cli.line(name).await;
            }
            Err(failure) => errors.add(failure),
        }
    }
    if !warnings.is_empty() {
        cli.line(&warnings.join("\n")).await;
    }
    errors.end()
}
