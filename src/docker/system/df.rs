//! `docker system df`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::format::human::{ago, short_id};
use crate::docker::format::rows::{self, Row};
use crate::docker::format::units::human_size;
use crate::docker::template::value::Struct;
use crate::docker::template::{Asked, Mode, Template, Val};
use crate::docker::{container, image, volume};
use crate::engine::api::system::{BuildCacheEntry, DiskUsage};
use crate::engine::images::reference::Reference;
use crate::golang::time;
use serde_json::Value;
use std::borrow::Cow;
use std::rc::Rc;

static FLAGS: &[Flag] = &[
    text("format", container::list::FORMAT_HELP),
    switch("verbose", "Each thing by itself").short('v'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Show what takes how much of the disk",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("Type", "TYPE"),
    ("TotalCount", "TOTAL"),
    ("Active", "ACTIVE"),
    ("Size", "SIZE"),
    ("Reclaimable", "RECLAIMABLE"),
];

const CACHE: &[(&str, &str)] = &[
    ("ID", "CACHE ID"),
    ("Parent", "PARENT"),
    ("CacheType", "CACHE TYPE"),
    ("Size", "SIZE"),
    ("CreatedSince", "CREATED"),
    ("LastUsedSince", "LAST USED"),
    ("UsageCount", "USAGE"),
    ("InUse", "IN USE"),
    ("Shared", "SHARED"),
];

/// What is won when all that is unused goes, with its part of the whole.
fn share(reclaimable: i64, total: i64) -> String {
    match total > 0 {
        true => {
            format!("{} ({}%)", human_size(reclaimable), reclaimable.saturating_mul(100) / total)
        }
        false => human_size(reclaimable),
    }
}

fn running(state: &str) -> bool {
    matches!(state, "running" | "paused" | "restarting")
}

/// Size of the build cache that is not shared with anything.
fn cache_size(cache: &[BuildCacheEntry]) -> i64 {
    cache.iter().filter(|c| !c.shared).map(|c| c.size).sum()
}

fn summary(u: &DiskUsage) -> Vec<Row> {
    let row =
        |go: &'static str, kind: &str, total: usize, active: usize, size: i64, won: String| {
            Row::new(go)
                .text("Type", kind)
                .text("TotalCount", total.to_string())
                .text("Active", active.to_string())
                .text("Size", human_size(size))
                .text("Reclaimable", won)
        };
    let used: i64 = u
        .images
        .iter()
        .filter(|i| i.containers != 0 && i.size != -1 && i.shared_size != -1)
        .map(|i| i.size - i.shared_size)
        .sum();
    let written: i64 = u.containers.iter().map(|c| c.size_rw).sum();
    let idle: i64 = u.containers.iter().filter(|c| !running(&c.state)).map(|c| c.size_rw).sum();
    let usage = || u.volumes.iter().filter_map(|v| v.usage_data.as_ref());
    let kept: i64 = usage().filter(|d| d.size != -1).map(|d| d.size).sum();
    let unused: i64 = usage().filter(|d| d.size != -1 && d.ref_count == 0).map(|d| d.size).sum();
    let cache = cache_size(&u.build_cache);
    let in_use: i64 = u.build_cache.iter().filter(|c| c.in_use && !c.shared).map(|c| c.size).sum();
    vec![
        row(
            "formatter.diskUsageImagesContext",
            "Images",
            u.images.len(),
            u.images.iter().filter(|i| i.containers > 0).count(),
            u.layers_size,
            share(u.layers_size - used, u.layers_size),
        ),
        row(
            "formatter.diskUsageContainersContext",
            "Containers",
            u.containers.len(),
            u.containers.iter().filter(|c| running(&c.state)).count(),
            written,
            share(idle, written),
        ),
        row(
            "formatter.diskUsageVolumesContext",
            "Local Volumes",
            u.volumes.len(),
            usage().filter(|d| d.ref_count > 0).count(),
            kept,
            share(unused, kept),
        ),
        row(
            "formatter.diskUsageBuilderContext",
            "Build Cache",
            u.build_cache.len(),
            u.build_cache.iter().filter(|c| c.in_use).count(),
            cache,
            human_size(cache - in_use),
        ),
    ]
}

fn cache_row(c: &BuildCacheEntry, now: i64) -> Row {
    let since = |text: &str| time::from_rfc3339(text).map_or_else(String::new, |t| ago(t, now));
    Row::new("formatter.buildCacheContext")
        .text("ID", short_id(&c.id))
        .text("Parent", c.parents.join(", "))
        .text("CacheType", &c.kind)
        .text("Description", &c.description)
        .text("Size", human_size(c.size))
        .text("CreatedAt", &c.created_at)
        .text("CreatedSince", since(&c.created_at))
        .text("LastUsedAt", &c.last_used_at)
        .text("LastUsedSince", since(&c.last_used_at))
        .text("UsageCount", c.usage_count.to_string())
        .text("InUse", c.in_use.to_string())
        .text("Shared", c.shared.to_string())
}

/// All rows, by kind.
struct Rows {
    images: Vec<Row>,
    containers: Vec<Row>,
    volumes: Vec<Row>,
    cache: Vec<Row>,
}

fn detailed(u: &DiskUsage, trunc: bool, now: i64) -> Rows {
    let images = u.images.iter().map(|i| {
        let name = i.repo_tags.first().and_then(|t| Reference::parse(t).ok());
        let (repository, tag) = match name {
            Some(name) => (name.familiar_name(), name.tag.unwrap_or_default()),
            None => ("<none>".to_string(), "<none>".to_string()),
        };
        image::list::row(i, (&repository, &tag, ""), trunc, now)
    });
    let containers = u.containers.iter().map(|c| {
        let mut c = c.clone();
        c.size_root_fs = 0;
        container::list::row(&c, trunc, now, &Asked::default())
    });
    Rows {
        images: images.collect(),
        containers: containers.collect(),
        volumes: u.volumes.iter().map(volume::list::row).collect(),
        cache: u.build_cache.iter().map(|c| cache_row(c, now)).collect(),
    }
}

fn verbose(u: &DiskUsage, now: i64) -> Result<String, Failure> {
    let rows = detailed(u, true, now);
    let images = rows::write(
        "table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}",
        image::list::HEADINGS,
        rows.images,
    )?;
    let containers = rows::write(
        "table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}",
        container::list::HEADINGS,
        rows.containers,
    )?;
    let volumes = rows::write(
        "table {{.Name}}\t{{.Links}}\t{{.Size}}",
        volume::list::HEADINGS,
        rows.volumes,
    )?;
    let cache = rows::write(
        "table {{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}",
        CACHE,
        rows.cache,
    )?;
    Ok(format!(
        "Images space usage:\n\n{images}\nContainers space usage:\n\n{containers}\nLocal Volumes space usage:\n\n{volumes}\nBuild cache usage: {}\n\n{cache}",
        human_size(cache_size(&u.build_cache))
    ))
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let usage = cli.engine("Get", "system/df")?.disk_usage()?;
    let (format, now) = (m.text("format"), cli.p.now());
    let text = match (m.on("verbose"), format) {
        (true, "" | "table") => verbose(&usage, now)?,
        (true, other) => {
            let rows = detailed(&usage, false, now);
            let list = |rows: Vec<Row>| {
                let rows = rows.into_iter().map(Row::into_val).collect();
                Val::List(Rc::new(rows), Rc::from("[]interface {}"))
            };
            let all = [
                ("Images", list(rows.images)),
                ("Containers", list(rows.containers)),
                ("Volumes", list(rows.volumes)),
                ("BuildCache", list(rows.cache)),
            ];
            let data = Val::Struct(Rc::new(Struct {
                name: Cow::Borrowed("formatter.diskUsageContext"),
                pointer: true,
                json: Some(Value::Object(
                    all.iter().map(|(k, v)| ((*k).to_string(), v.json())).collect(),
                )),
                fields: all.into_iter().map(|(k, v)| (Cow::Borrowed(k), v)).collect(),
                methods: Vec::new(),
                embeds: &[],
                html: false,
            }));
            let failed = |e: String| Failure::from(format!("template parsing error: {e}"));
            let ran = |e: String| Failure::from(e);
            let template = Template::parse(&rows::template_text(other)).map_err(failed)?;
            template.run(&data, Mode::default()).map_err(ran)?
        }
        (false, asked) => {
            let table =
                "table {{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}";
            let raw = "type: {{.Type}}\ntotal: {{.TotalCount}}\nactive: {{.Active}}\nsize: {{.Size}}\nreclaimable: {{.Reclaimable}}\n";
            let format = rows::choose(asked, false, table, table, raw);
            rows::write(&format, HEADINGS, summary(&usage))?
        }
    };
    cli.out(&text).await;
    Ok(())
}
