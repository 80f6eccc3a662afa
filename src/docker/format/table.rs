//! Columns as Docker's tab writer lays them out: at least ten wide, three spaces apart.

use super::human::columns;

const MIN_WIDTH: usize = 10;
const PADDING: usize = 3;

/// Lays out lines whose cells end in tabs. A column is a run of neighbouring lines that all have a
/// cell there, as in Go's `text/tabwriter`; the last cell of a line belongs to no column.
pub fn layout(text: &str) -> String {
    layout_with(text, MIN_WIDTH, PADDING)
}

/// The same with other widths.
pub fn layout_with(text: &str, min_width: usize, padding: usize) -> String {
    let body = text.strip_suffix('\n');
    // Each cell with the width of its column there.
    let cells = |line| str::split(line, '\t').map(|cell| (cell, 0)).collect();
    let mut lines: Vec<Vec<(&str, usize)>> = body.unwrap_or(text).split('\n').map(cells).collect();
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    for column in 0..longest {
        let mut at = 0;
        while at < lines.len() {
            let run = lines[at..].iter().take_while(|l| l.len() > column + 1).count();
            if run == 0 {
                at += 1;
                continue;
            }
            let run = &mut lines[at..at + run];
            // A column of empty cells only takes no room (DiscardEmptyColumns is off, but then the
            // minimum still counts).
            let widest = run.iter().map(|l| width(l[column].0) + padding).max().unwrap_or(0);
            for line in &mut *run {
                line[column].1 = widest.max(min_width);
            }
            at += run.len();
        }
    }
    let mut out = String::with_capacity(text.len() * 2);
    for (i, line) in lines.iter().enumerate() {
        for (column, (cell, room)) in line.iter().enumerate() {
            out.push_str(cell);
            if column + 1 < line.len() {
                out.extend(std::iter::repeat_n(' ', room.saturating_sub(width(cell))));
            }
        }
        if i + 1 < lines.len() || body.is_some() {
            out.push('\n');
        }
    }
    out
}

fn width(cell: &str) -> usize {
    if cell.is_ascii() { cell.len() } else { cell.chars().map(columns).sum() }
}

#[cfg(test)]
mod tests {
    use super::layout;

    #[test]
    fn volumes() {
        assert_eq!(
            layout("DRIVER\tVOLUME NAME\nlocal\tmydata\n"),
            "DRIVER    VOLUME NAME\nlocal     mydata\n"
        );
        assert_eq!(
            layout("NAMES\tIMAGE\tMOUNTS\na-rather-long-name\tbusybox\tdata,/srv\n"),
            "NAMES                IMAGE     MOUNTS\na-rather-long-name   busybox   data,/srv\n"
        );
    }

    #[test]
    fn runs_of_lines() {
        assert_eq!(
            layout("a\tb\nplain\nlonger than ten\tc\n"),
            "a         b\nplain\nlonger than ten   c\n"
        );
    }
}
