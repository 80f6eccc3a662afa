//! `docker compose images`: the images that containers were made of.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::format::human::{ago, short_id};
use crate::docker::format::table::layout_with;
use crate::docker::format::units;
use crate::engine::images::reference::Reference;
use crate::golang::time::from_rfc3339;
use serde_json::json;

static FLAGS: &[Flag] = &[
    text("format", "Form of the output: [table | json]").default("table"),
    switch("quiet", "Ids only").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "images",
    usage: "[OPTIONS] [SERVICE...]",
    about: "List the images of containers",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let engine = c.engine()?;
    let mut found =
        containers::list(&engine, &name.to_lowercase(), OneOff::Include, true, &m.args)?;
    found.sort_by_key(containers::name);
    let (mut ids, mut all) = (Vec::new(), Vec::new());
    let mut table = "CONTAINER\tREPOSITORY\tTAG\tPLATFORM\tIMAGE ID\tSIZE\tCREATED\n".to_string();
    for x in &found {
        let image = engine.look().image_inspect(&x.image)?;
        let named = Reference::parse(&x.image).ok().map(|r| r.tagged());
        let repository = named.as_ref().map_or(String::new(), Reference::familiar_name);
        let tag = named.map_or(String::new(), |r| {
            r.familiar().rsplit_once(':').map_or(String::new(), |(_, t)| t.to_string())
        });
        let tagged = &image.metadata.last_tag_time;
        let since = if tagged.starts_with("0001") { &image.created } else { tagged };
        let or_none =
            |text: &str| if text.is_empty() { "<none>".to_string() } else { text.to_string() };
        table.push_str(&format!(
            "{}\t{}\t{}\t{}/{}\t{}\t{}\t{}\n",
            containers::name(x),
            or_none(&repository),
            or_none(&tag),
            image.os,
            image.architecture,
            short_id(&image.id),
            units::human(image.size, 3),
            ago(from_rfc3339(since).unwrap_or(0), c.cli.p.now())
        ));
        let id = image.id.trim_start_matches("sha256:").to_string();
        if !ids.contains(&id) {
            ids.push(id);
        }
        all.push(json!({
            "ID": image.id, "ContainerName": containers::name(x), "Repository": repository,
            "Tag": tag, "Platform": format!("{}/{}", image.os, image.architecture),
            "Size": image.size, "LastTagTime": since,
        }));
    }
    if m.on("quiet") {
        for id in ids {
            c.cli.line(&id).await;
        }
    } else if m.text("format") == "json" {
        let text = if all.is_empty() { "null".to_string() } else { json!(all).to_string() };
        c.cli.line(&format!("{text}\n")).await;
    } else if m.text("format") == "table" || m.text("format").is_empty() {
        c.cli.out(&layout_with(&table, 20, 1)).await;
    } else {
        return Err(format!(
            "format value {:?} could not be parsed: parsing failed",
            m.text("format")
        )
        .into());
    }
    Ok(())
}
