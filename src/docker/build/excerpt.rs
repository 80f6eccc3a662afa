//! The part of a Dockerfile around the line at which a build failed.

/// The line that an error of the parser names.
pub fn line(error: &str) -> Option<usize> {
    let (_, rest) = error.split_once("parse error on line ")?;
    rest.split(':').next()?.parse().ok()
}

/// The line with some around it, as the builder's client draws it.
pub fn show(file: &str, source: &str, line: usize) -> String {
    let lines: Vec<&str> = source.split('\n').collect();
    if line == 0 || line > lines.len() {
        return String::new();
    }
    let (mut start, mut end, mut padding) = (line, line, 0);
    while padding < 4 {
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
        let mark = if i + 1 == line { ">>>" } else { "   " };
        out.push_str(&format!(" {:3} | {mark} {text}\n", i + 1));
    }
    out.push_str(&format!("{rule}\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::{line, show};

    #[test]
    fn the_failing_line() {
        let source = "FROM busybox\nRUN echo hi\nRUN false\n";
        assert_eq!(line("dockerfile parse error on line 2: unknown"), Some(2));
        assert_eq!(line("exit code: 1"), None);
        assert_eq!(
            show("Dockerfile", source, 3),
            "Dockerfile:3\n--------------------\n   1 |     FROM busybox\n   2 |     RUN echo hi\n   3 | >>> RUN false\n   4 |     \n--------------------\n"
        );
    }
}
