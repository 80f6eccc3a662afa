//! Columns as Docker's tab writer lays them out: at least ten wide, three spaces apart.

use super::human::columns;

const MIN_WIDTH: usize = 10;
const PADDING: usize = 3;
/// To fill cells up with, some at a time.
const BLANKS: &str = "                                ";

/// Lays out lines whose cells end in tabs. A column is a run of neighbouring lines that all have a
/// cell there, as in Go's `text/tabwriter`; the last cell of a line belongs to no column.
pub fn layout(text: &str) -> String {
    layout_with(text, MIN_WIDTH, PADDING)
}

/// The same with other widths.
pub fn layout_with(text: &str, min_width: usize, padding: usize) -> String {
    let body = text.strip_suffix('\n');
    // Each cell with the width of its column there, and how many cells there are before each line.
    let mut cells: Vec<(&str, usize)> = Vec::new();
    let mut starts = vec![0];
    let all = body.unwrap_or(text);
    let mut from = 0;
    for (at, byte) in all.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\t' | b'\n')) {
        cells.push(measured(&all[from..at]));
        from = at + 1;
        if byte == b'\n' {
            starts.push(cells.len());
        }
    }
    cells.push(measured(&all[from..]));
    starts.push(cells.len());
    let lines = starts.len() - 1;
    let length = |line: usize| starts[line + 1] - starts[line];
    let longest = (0..lines).map(length).max().unwrap_or(0);
    for column in 0..longest {
        let mut at = 0;
        while at < lines {
            let end = (at..lines).find(|l| length(*l) <= column + 1).unwrap_or(lines);
            // A column of empty cells only takes no room (DiscardEmptyColumns is off, but then the
            // minimum still counts).
            let widest = (at..end).map(|l| cells[starts[l] + column].1 + padding).max();
            for line in at..end {
                cells[starts[line] + column].1 = widest.unwrap_or(0).max(min_width);
            }
            at = end.max(at + 1);
        }
    }
    let mut out = String::with_capacity(text.len() * 2);
    for line in 0..lines {
        let cells = &cells[starts[line]..starts[line + 1]];
        for (column, (cell, room)) in cells.iter().enumerate() {
            out.push_str(cell);
            if column + 1 < cells.len() {
                let mut blanks = room.saturating_sub(width(cell));
                while blanks > 0 {
                    let some = blanks.min(BLANKS.len());
                    out.push_str(&BLANKS[..some]);
                    blanks -= some;
                }
            }
        }
        if line + 1 < lines || body.is_some() {
            out.push('\n');
        }
    }
    out
}

/// A cell with its width.
fn measured(cell: &str) -> (&str, usize) {
    (cell, width(cell))
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
