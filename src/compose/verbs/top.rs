//! `docker compose top`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, label, labels};
use crate::docker::command::Outcome;
use crate::docker::flags::Matches;
use crate::docker::format::table::layout_with;

/// The verb.
pub static VERB: Verb = Verb {
    name: "top",
    usage: "[SERVICES...]",
    about: "Show the processes of services",
    args: Args::Any,
    flags: &[],
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let engine = c.engine()?;
    let mut found =
        containers::list(&engine, &name.to_lowercase(), OneOff::Include, false, &m.args)?;
    found.sort_by_key(containers::name);
    let mut titles = vec!["SERVICE".to_string(), "#".to_string()];
    let mut rows: Vec<Vec<(String, String)>> = Vec::new();
    for x in &found {
        let top = engine.look().container_top(&c.cli.p, &x.id, &[]).await?;
        for title in &top.titles {
            if !titles.contains(title) {
                titles.push(title.clone());
            }
        }
        for process in &top.processes {
            let mut row = vec![
                ("SERVICE".to_string(), label(x, labels::SERVICE).to_string()),
                ("#".to_string(), label(x, labels::NUMBER).to_string()),
            ];
            row.extend(top.titles.iter().cloned().zip(process.iter().cloned()));
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    // The command stands at the right.
    if let Some(at) = titles.iter().position(|t| t == "CMD") {
        let command = titles.remove(at);
        titles.push(command);
    }
    let mut table = titles.join("\t") + "\n";
    for row in rows {
        let cell = |title: &String| {
            row.iter().find(|(t, _)| t == title).map_or("-".to_string(), |(_, v)| v.clone())
        };
        table.push_str(&(titles.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n"));
    }
    c.cli.out(&layout_with(&table, 4, 2)).await;
    Ok(())
}
