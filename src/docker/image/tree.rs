//! `docker images --tree`: images with all their names, and a mark on those in use. What each takes is one
//! figure, as there are no images of several platforms.

use crate::docker::cli::Cli;
use crate::docker::command::Outcome;
use crate::docker::flags::Matches;
use crate::docker::format::human::short_id;
use crate::docker::format::units;
use crate::docker::opts::filter;
use crate::engine::api::image::{ImageListOptions, ImageSummary};
use crate::engine::images::reference::Reference;

/// Between two columns.
const GAP: usize = 3;
/// The names get at least so much: columns that leave less are left out.
const LEAST: usize = 12;
/// Headings of the columns behind the names, and their widths.
const COLUMNS: &[(&str, usize)] =
    &[("ID", 12), ("DISK USAGE", 10), ("CONTENT SIZE", 12), ("EXTRA", 5)];
/// The width where there is no terminal.
const WIDTH: usize = 80;
const UNTAGGED: &str = "<untagged>";

const HEAD: &str = "\x1b[39m\x1b[1m";
const PLAIN: &str = "\x1b[39m";
const NAME: &str = "\x1b[34m\x1b[1m";
const FAINT: &str = "\x1b[39m\x1b[2m";
const MARK: &str = "\x1b[38;5;0m\x1b[48;5;14m";
const WARNING: &str = "\x1b[93m";
const END: &str = "\x1b[0m";

/// Prints the tree.
pub async fn show(cli: &Cli, m: &Matches) -> Outcome {
    for (flag, shown) in [
        ("quiet", "quiet"),
        ("no-trunc", "no-trunc"),
        ("digests", "show-digest"),
        ("format", "format"),
    ] {
        if m.on(flag) || flag == "format" && !m.text(flag).is_empty() {
            return Err(format!("--{shown} is not yet supported with --tree").into());
        }
    }
    let all = m.on("all");
    let mut filters = filter::gather(m.list("filter"));
    if let Some(name) = m.args.first().filter(|n| !n.is_empty()) {
        filters.add("reference", name);
    }
    // Also beside a filter that asks for them.
    let hidden = |i: &ImageSummary| !all && i.repo_tags.is_empty() && i.repo_digests.is_empty();
    let options = ImageListOptions { all, shared_size: true, filters };
    let mut images = cli.ping()?.image_list(&options)?;
    images.retain(|i| !hidden(i));
    let columns = cli.size(1).map(|(columns, _)| usize::from(columns));
    cli.out(&drawn(&images, columns)).await;
    Ok(())
}

/// The names of an image, the longest first.
fn names(image: &ImageSummary) -> Vec<String> {
    let mut names: Vec<String> = image
        .repo_tags
        .iter()
        .map(|t| Reference::parse(t).map_or_else(|_| t.clone(), |r| r.familiar()))
        .collect();
    names.sort_by_key(|n| std::cmp::Reverse(n.chars().count()));
    if names.is_empty() {
        names.push(UNTAGGED.to_string());
    }
    names
}

/// The whole, for a terminal of so many columns, or for none.
fn drawn(images: &[ImageSummary], terminal: Option<usize>) -> String {
    let colour = |codes: &str, text: &str| match terminal {
        Some(_) => format!("{codes}{text}{END}"),
        None => text.to_string(),
    };
    let width = terminal.unwrap_or(WIDTH);
    let mut out = colour(
        WARNING,
        "WARNING: This is an experimental feature. The output may change and shouldn't be depended on.",
    );
    let (legend, length) = match terminal {
        Some(_) => {
            let letter = format!("\x1b[1m\x1b[106m\x1b[30mi{END}{END}");
            (format!("{letter} \x1b[96mInfo \u{2192} {END}{END} {MARK} U {END} In Use "), 21)
        }
        None => ("Info ->  U In Use ".to_string(), 18),
    };
    out.push_str(&format!("\n{}{legend}\n\n", " ".repeat(width.saturating_sub(length))));

    let mut room = width;
    let mut shown = 0;
    for (_, column) in COLUMNS {
        let Some(rest) = room.checked_sub(column + GAP).filter(|rest| *rest >= LEAST) else {
            break;
        };
        (room, shown) = (rest, shown + 1);
    }
    let rows: Vec<(Vec<String>, &ImageSummary)> = images.iter().map(|i| (names(i), i)).collect();
    let longest = rows.iter().flat_map(|(names, _)| names).map(|n| n.chars().count()).max();
    let first = room.min(longest.unwrap_or(0)).max("IMAGE".len());

    let gap = " ".repeat(GAP);
    out.push_str(&format!("{HEAD}IMAGE{END}"));
    let mut blank = first - "IMAGE".len();
    for (heading, column) in &COLUMNS[..shown] {
        out.push_str(&format!("{}{gap}{HEAD}{heading}{END}", " ".repeat(blank)));
        blank = column - heading.len();
    }
    // The last heading is filled up only where something would have followed.
    if shown == 1 {
        out.push_str(&" ".repeat(blank));
    }
    out.push('\n');
    for (names, image) in rows {
        for (i, name) in names.iter().enumerate() {
            let codes = if name == UNTAGGED { FAINT } else { NAME };
            if i + 1 < names.len() {
                out.push_str(&format!("{}\n", colour(codes, name)));
                continue;
            }
            let mut name = name.clone();
            if name.chars().count() > first {
                name = name.chars().take(first - 1).chain(['\u{2026}']).collect();
            }
            let blank = " ".repeat(first - name.chars().count());
            out.push_str(&format!("{}{blank}", colour(codes, &name)));
        }
        let size = units::human(image.size, 3);
        let cells = [short_id(&image.id), size, "0B".to_string()];
        for (i, (_, column)) in COLUMNS[..shown].iter().enumerate() {
            let Some(cell) = cells.get(i) else {
                let mark = match (image.containers > 0, terminal) {
                    (true, Some(_)) => colour(MARK, " U "),
                    (true, None) => "U  ".to_string(),
                    (false, _) => "   ".to_string(),
                };
                out.push_str(&format!("{gap}{mark}  "));
                continue;
            };
            let blank = " ".repeat(column - cell.chars().count().min(*column));
            out.push_str(&format!("{gap}{blank}{}", colour(PLAIN, cell)));
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_width_will_do() {
        let image = ImageSummary {
            id: format!("sha256:{}", "0".repeat(64)),
            repo_tags: vec!["registry.example.org/a/long/name:latest".to_string()],
            ..ImageSummary::default()
        };
        let images = [image];
        for (width, name) in [
            (0, "regi\u{2026}"),
            (5, "regi\u{2026}"),
            (30, "registry.examp\u{2026}"),
            (200, "registry.example.org/a/long/name:latest"),
        ] {
            let drawn = drawn(&images, Some(width));
            assert!(drawn.contains(&format!("{NAME}{name}{END}")), "{width}: {drawn}");
        }
    }
}
