//! `docker images`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, switch, text};
use crate::docker::format::human::{ago, short_id};
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units;
use crate::docker::image::tree;
use crate::docker::opts::filter;
use crate::engine::api::image::{ImageListOptions, ImageSummary};
use crate::engine::images::reference::Reference;
use crate::golang::time;

static FLAGS: &[Flag] = &[
    switch("all", "Those in between, too").short('a'),
    switch("digests", "Show digests"),
    flag(
        "filter",
        Kind::Filter,
        "Show what fits: before, dangling, label,\nreference, since, until",
    )
    .short('f'),
    text("format", crate::docker::container::list::FORMAT_HELP),
    switch("no-trunc", "Do not shorten ids"),
    switch("quiet", "Ids only").short('q'),
    switch("tree", "Names below each other, and what is in use"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [REPOSITORY[:TAG]]",
    about: "List images",
    also: "docker image ls, docker image list, docker images",
    args: Args::Max(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Headings of image tables.
pub const HEADINGS: &[(&str, &str)] = &[
    ("ID", "IMAGE ID"),
    ("Repository", "REPOSITORY"),
    ("Tag", "TAG"),
    ("Digest", "DIGEST"),
    ("CreatedSince", "CREATED"),
    ("CreatedAt", "CREATED AT"),
    ("Size", "SIZE"),
    ("Containers", "CONTAINERS"),
    ("VirtualSize", "SIZE"),
    ("SharedSize", "SHARED SIZE"),
    ("UniqueSize", "UNIQUE SIZE"),
];

/// An image under one of its names as a row.
pub fn row(i: &ImageSummary, name: (&str, &str, &str), trunc: bool, now: i64) -> Row {
    let created = i.created.saturating_mul(1_000_000_000);
    let known = |n: i64| n != -1;
    let none = || "N/A".to_string();
    let shared = if known(i.shared_size) { units::human_size(i.shared_size) } else { none() };
    let unique = match known(i.size) && known(i.shared_size) {
        true => units::human_size(i.size - i.shared_size),
        false => none(),
    };
    Row::new("formatter.imageContext")
        .text("ID", if trunc { short_id(&i.id) } else { i.id.clone() })
        .text("Repository", name.0)
        .text("Tag", name.1)
        .text("Digest", name.2)
        .text("CreatedSince", ago(created, now))
        .text("CreatedAt", time::go_string(created))
        .text("Size", units::human(i.size, 3))
        .text("Containers", if known(i.containers) { i.containers.to_string() } else { none() })
        .text("VirtualSize", units::human_size(i.size))
        .text("SharedSize", shared)
        .text("UniqueSize", unique)
}

/// The names under which an image is listed: repository, tag, digest.
fn names(i: &ImageSummary, digests: bool) -> Vec<(String, String, String)> {
    let none = || "<none>".to_string();
    let tags: Vec<Reference> =
        i.repo_tags.iter().filter_map(|t| Reference::parse(t).ok()).collect();
    let sums: Vec<Reference> =
        i.repo_digests.iter().filter_map(|t| Reference::parse(t).ok()).collect();
    if tags.is_empty() && sums.is_empty() {
        return vec![(none(), none(), none())];
    }
    let mut out = Vec::new();
    for t in &tags {
        let (name, tag) = (t.familiar_name(), t.tag.clone().unwrap_or_else(none));
        let own: Vec<&Reference> =
            sums.iter().filter(|s| digests && s.familiar_name() == name).collect();
        if own.is_empty() {
            out.push((name, tag, none()));
        } else {
            let digest = |s: &Reference| s.digest.clone().unwrap_or_default();
            out.extend(own.iter().map(|s| (name.clone(), tag.clone(), digest(s))));
        }
    }
    for s in &sums {
        let name = s.familiar_name();
        if !tags.iter().any(|t| t.familiar_name() == name) {
            let digest = if digests { s.digest.clone().unwrap_or_default() } else { String::new() };
            out.push((name, none(), digest));
        }
    }
    out
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.on("tree") {
        return tree::show(&cli, &m).await;
    }
    let (quiet, digests) = (m.on("quiet"), m.on("digests"));
    let mut filters = filter::gather(m.list("filter"));
    if let Some(name) = m.args.first().filter(|n| !n.is_empty()) {
        filters.add("reference", name);
    }
    let options = ImageListOptions { all: m.on("all"), shared_size: false, filters };
    let images = cli.ping()?.image_list(&options)?;
    let mut asked = m.text("format").to_string();
    if asked.is_empty() && !quiet {
        asked = cli.settings.text("imagesFormat");
    }
    let since = "{{if .CreatedSince }}{{.CreatedSince}}{{else}}N/A{{end}}\t{{.Size}}";
    let table = match digests {
        true => format!(
            "table {{{{.Repository}}}}\t{{{{.Tag}}}}\t{{{{.Digest}}}}\t{{{{.ID}}}}\t{since}"
        ),
        false => format!("table {{{{.Repository}}}}\t{{{{.Tag}}}}\t{{{{.ID}}}}\t{since}"),
    };
    let digest_line = if digests { "digest: {{.Digest}}\n" } else { "" };
    let raw = match quiet {
        true => "image_id: {{.ID}}".to_string(),
        false => format!(
            "repository: {{{{ .Repository }}}}\ntag: {{{{.Tag}}}}\n{digest_line}image_id: {{{{.ID}}}}\ncreated_at: {{{{.CreatedAt}}}}\nvirtual_size: {{{{.Size}}}}\n"
        ),
    };
    let mut format = rows::choose(&asked, quiet, &table, "{{.ID}}", &raw);
    if format.starts_with("table") && digests && !format.contains("{{.Digest}}") {
        format.push_str("\t{{.Digest}}");
    }
    let wanted = digests || format.contains("{{.Digest}}");
    let (trunc, now) = (!m.on("no-trunc"), cli.p.now());
    let mut all = Vec::new();
    for image in &images {
        for (repository, tag, digest) in names(image, wanted) {
            all.push(row(image, (&repository, &tag, &digest), trunc, now));
        }
    }
    let none = all.is_empty();
    cli.out(&rows::write(&format, HEADINGS, all)?).await;
    if let Some(name) = m.args.first().filter(|_| none && m.path == "docker images") {
        const VERBS: [&str; 13] = [
            "build", "history", "import", "inspect", "list", "load", "ls", "prune", "pull", "push",
            "rm", "save", "tag",
        ];
        if VERBS.contains(&name.as_str()) {
            cli.err(&format!(
                "\nNo images found matching {name:?}: did you mean \"docker image {name}\"?"
            ))
            .await;
        }
    }
    Ok(())
}
