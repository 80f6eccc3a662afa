//! `docker compose scale`.

use super::create::set_scale;
use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::start::Wait;
use crate::compose::converge::{ensure, start};
use crate::compose::progress::shown;
use crate::compose::project::select::Follow;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, switch};
use crate::golang::strconv;
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[switch("no-deps", "Do not start what these services depend on")];

/// The verb.
pub static VERB: Verb = Verb {
    name: "scale",
    usage: "[SERVICE=REPLICAS...]",
    about: "Set how many containers services have",
    args: Args::Min(1),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let mut counts = BTreeMap::new();
    for arg in &m.args {
        let Some((name, count)) =
            arg.split_once('=').filter(|(a, b)| !a.is_empty() && !b.is_empty())
        else {
            return Err(format!("invalid scale specifier: {arg}").into());
        };
        let count = strconv::atoi(count).map_err(|_| {
            format!("invalid scale specifier: can't parse replica value as int: {arg}")
        })?;
        counts.insert(name.to_string(), count);
    }
    let services: Vec<String> = counts.keys().cloned().collect();
    let mut project = c.project(&services).await?;
    if m.on("no-deps") {
        project.with_selected(&services, Follow::Nothing)?;
    }
    for (name, count) in counts {
        set_scale(&mut project, &name, count)?;
    }
    let options = ensure::Options { services, inherit: true, ..ensure::Options::default() };
    shown(&c, "Running", |progress| {
        let c = c.clone();
        async move {
            ensure::create(&c, &project, &options, &progress).await?;
            start::project(&c, &project, Wait::default(), &progress).await
        }
    })
    .await
}
