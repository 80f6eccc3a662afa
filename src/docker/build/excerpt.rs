//! The part of a Dockerfile around the line at which a build failed.

/// An instruction's lines, from the first to the last, with some around them, as the builder's client draws
/// them.
pub fn show(file: &str, source: &str, (line, last): (usize, usize)) -> String {
    let lines: Vec<&str> = source.split('\n').collect();
    if line == 0 || line > lines.len() {
        return String::new();
    }
    let last = last.clamp(line, lines.len());
    let around = if line == last { 4 } else { 2 };
    let (mut start, mut end, mut padding) = (line, last, 0);
    while padding < around {
        if start > 1 {
            start -= 1;
            padding += 1;
        }
        if end != lines.len() {
            end += 1;
            padding += 1;
        }
        padding += 1;
    }
    let rule = "--------------------";
    let mut out = format!("{file}:{line}\n{rule}\n");
    for (i, text) in lines.iter().enumerate().take(end).skip(start - 1) {
        let mark = if (line..=last).contains(&(i + 1)) { ">>>" } else { "   " };
        out.push_str(&format!(" {:3} | {mark} {text}\n", i + 1));
    }
    out.push_str(&format!("{rule}\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::show;

    #[test]
    fn the_failing_line() {
        let source = "FROM busybox\nRUN echo hi\nRUN false\n";
        assert_eq!(
            show("Dockerfile", source, (3, 3)),
            "Dockerfile:3\n--------------------\n   1 |     FROM busybox\n   2 |     RUN echo hi\n   3 | >>> RUN false\n   4 |     \n--------------------\n"
        );
    }
}
