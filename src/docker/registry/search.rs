//! `docker search`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::format::human::ellipsis;
use crate::docker::format::rows::{self, Row};
use crate::docker::opts::filter;

static FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Show what fits: is-official, stars").short('f'),
    text("format", "Go template to print with"),
    flag("limit", Kind::Int, "No more hits than this"),
    switch("no-trunc", "Do not shorten anything"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] TERM",
    about: "Search the registry for images",
    args: Args::Exact(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

const HEADINGS: &[(&str, &str)] = &[
    ("Name", "NAME"),
    ("Description", "DESCRIPTION"),
    ("StarCount", "STARS"),
    ("IsOfficial", "OFFICIAL"),
    ("IsAutomated", "AUTOMATED"),
];

async fn run(cli: Cli, m: Matches) -> Outcome {
    let term = &m.args[0];
    let engine = cli.engine("Get", &format!("images/search?term={term}"))?;
    let limit = m.number("limit");
    if m.given("limit") && limit != 0 && limit > 100 {
        return Err(format!(
            "Error response from daemon: limit {limit} is outside the range of [1, 100]"
        )
        .into());
    }
    if term.contains("://") {
        return Err(format!(
            "Error response from daemon: invalid repository name: repository name ({term}) should not have a scheme"
        )
        .into());
    }
    let filters = filter::gather(m.list("filter"));
    filters.check(&["is-automated", "is-official", "stars"])?;
    if filters.has("is-automated") {
        cli.err("WARNING: the \"is-automated\" filter is deprecated, and searching for \"is-automated=true\" will not yield any results in future.").await;
    }
    let automated = filters.truth("is-automated")?;
    let official = filters.truth("is-official")?;
    let mut hits = engine.image_search(term)?;
    // No image is automated any more.
    hits.retain(|_| automated != Some(true));
    if let Some(official) = official {
        hits.retain(|h| h.is_official == official);
    }
    if let Some(stars) = filters.get("stars").next() {
        let Ok(least) = stars.parse::<i64>() else {
            return Err(format!(
                "Error response from daemon: invalid filter 'stars={stars}': strconv.Atoi: parsing {stars:?}: invalid syntax"
            )
            .into());
        };
        hits.retain(|h| h.star_count >= least);
    }
    hits.truncate(usize::try_from(limit).ok().filter(|n| *n > 0).unwrap_or(25));
    let trunc = !m.on("no-trunc");
    let row = |h: &crate::engine::api::image::SearchResult| {
        let about = h.description.replace(['\n', '\r'], " ");
        Row::new("registry.searchContext")
            .text("Name", &h.name)
            .text("Description", if trunc { ellipsis(&about, 45) } else { about })
            .text("StarCount", h.star_count.to_string())
            .text("IsOfficial", if h.is_official { "[OK]" } else { "" })
            .text("IsAutomated", if h.is_automated { "[OK]" } else { "" })
    };
    let table = "table {{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}";
    let format = rows::choose(m.text("format"), false, table, table, table);
    cli.out(&rows::write(&format, HEADINGS, hits.iter().map(row))?).await;
    Ok(())
}
