//! `docker stats`.

use crate::docker::cli::{Cli, named};
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::format::human::short_id;
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units;
use crate::docker::streams::Signals;
use crate::engine::Engine;
use crate::engine::api::container::{ContainerListOptions, Stats};
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[
    switch("all", "Those that do not run, too").short('a'),
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("no-stream", "Show once, do not go on"),
    switch("no-trunc", "Do not shorten ids"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [CONTAINER...]",
    about: "Show what containers use, over and over",
    also: "docker container stats, docker stats",
    args: Args::Any,
    flags: &[FLAGS],
    takes: Takes::Running,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("Container", "CONTAINER"),
    ("Name", "NAME"),
    ("ID", "CONTAINER ID"),
    ("CPUPerc", "CPU %"),
    ("MemUsage", "MEM USAGE / LIMIT"),
    ("MemPerc", "MEM %"),
    ("NetIO", "NET I/O"),
    ("BlockIO", "BLOCK I/O"),
    ("PIDs", "PIDS"),
];

const TABLE: &str = "table {{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}";

/// Percent of one processor that was used between two samples.
fn share(before: Option<&Stats>, s: &Stats) -> f64 {
    match before {
        Some(b) if s.read > b.read && s.cpu >= b.cpu => {
            (s.cpu - b.cpu) as f64 * 100.0 / (s.read - b.read) as f64
        }
        _ => 0.0,
    }
}

fn row(asked: &str, before: Option<&Stats>, s: &Stats, trunc: bool) -> Row {
    let bytes = |n: u64| units::bytes(n as f64);
    let human = |n: u64| units::human(i64::try_from(n).unwrap_or(i64::MAX), 3);
    let part =
        if s.memory_limit == 0 { 0.0 } else { s.memory as f64 / s.memory_limit as f64 * 100.0 };
    Row::new("container.statsContext")
        .text("Container", asked)
        .text("Name", &s.name)
        .text("ID", if trunc { short_id(&s.id) } else { s.id.clone() })
        .text("CPUPerc", format!("{:.2}%", share(before, s)))
        .text("MemUsage", format!("{} / {}", bytes(s.memory), bytes(s.memory_limit)))
        .text("MemPerc", format!("{part:.2}%"))
        .text("NetIO", format!("{} / {}", human(s.net_rx), human(s.net_tx)))
        .text("BlockIO", format!("{} / {}", human(s.block_read), human(s.block_write)))
        .text("PIDs", s.pids.to_string())
}

/// The containers to look at now.
fn names(cli: &Cli, m: &Matches) -> Result<Vec<String>, Failure> {
    if !m.args.is_empty() {
        for name in &m.args {
            named("container", name)?;
        }
        // Each is shown once.
        let new = |i: &usize| !m.args[..*i].contains(&m.args[*i]);
        return Ok((0..m.args.len()).filter(new).map(|i| m.args[i].clone()).collect());
    }
    let options = ContainerListOptions { all: m.on("all"), ..ContainerListOptions::default() };
    let engine = cli.engine("Get", "containers/json")?;
    Ok(engine.container_list(&options)?.map(|c| short_id(&c.id)).collect())
}

/// What is shown where there is nothing to look at; `format` as the flag gives it.
pub fn heading(format: &str) -> Result<String, Failure> {
    let format = if matches!(format, "" | "table") { TABLE } else { format };
    rows::write(format, HEADINGS, Vec::new())
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let once = m.on("no-stream");
    let format = match m.text("format") {
        "" => cli.settings.text("statsFormat"),
        given => given.to_string(),
    };
    let format = if matches!(format.as_str(), "" | "table") { TABLE.to_string() } else { format };
    // Asked for by name, they are shown on until the client has been told three times to end.
    let patient = (!m.args.is_empty() && !cli.p.isatty(1)).then(|| Signals::patient(&cli));
    let mut first = true;
    let mut last: BTreeMap<String, Stats> = BTreeMap::new();
    loop {
        let names = names(&cli, &m)?;
        let path = match m.args.first() {
            Some(name) => format!("containers/{name}/stats{}", if once { "?stream=0" } else { "" }),
            None => "containers/json".to_string(),
        };
        let engine = cli.engine("Get", &path)?;
        let mut errors = super::each::Errors::default();
        let mut rows = Vec::new();
        let mut samples = BTreeMap::new();
        for name in &names {
            match engine.container_stats(name) {
                Ok(sample) => {
                    rows.push(row(name, last.get(&sample.id), &sample, !m.on("no-trunc")));
                    samples.insert(sample.id.clone(), sample);
                }
                Err(e) if first && !m.args.is_empty() => errors.add(e.into()),
                Err(_) => {}
            }
        }
        errors.end()?;
        last = samples;
        if first {
            // The first sample has nothing to be compared with; the processors' share needs two.
            first = false;
            pause(&cli, &engine, 1_000_000_000, patient.as_ref()).await?;
            if !rows.is_empty() {
                continue;
            }
        }
        let text = rows::write(&format, HEADINGS, rows)?;
        if once {
            cli.out(&text).await;
            return Ok(());
        }
        let lines: String = text.lines().map(|l| format!("{l} \x1b[K\n")).collect();
        cli.out(&format!("\x1b[H{lines}\x1b[J")).await;
        pause(&cli, &engine, 500_000_000, patient.as_ref()).await?;
    }
}

/// Waits for the next sample.
async fn pause(cli: &Cli, engine: &Engine, ns: u64, patient: Option<&Signals>) -> Outcome {
    match (cli.p.sleep(ns).await, patient) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(signals)) => signals.deal(cli, engine, None).await,
        (Err(_), None) => Err(Failure::silent(130)),
    }
}
