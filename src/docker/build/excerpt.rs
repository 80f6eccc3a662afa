//! The part of a Dockerfile around the line at which a build failed.

/// The line of the instruction that failed: an error of the parser names it, otherwise it is where
/// the failed step (`[2/3] RUN make`) stands.
pub fn line(source: &str, step: Option<&str>, error: &str) -> Option<usize> {
    if let Some((_, rest)) = error.split_once("parse error on line ") {
        return rest.split(':').next()?.parse().ok();
    }
    let step = step?;
    let wanted = match step.strip_prefix("[internal] load metadata for ") {
        // The image's short name in a FROM.
        Some(image) => {
            let short = image.strip_prefix("docker.io/").unwrap_or(image);
            let short = short.strip_prefix("library/").unwrap_or(short);
            format!("FROM {}", short.strip_suffix(":latest").unwrap_or(short))
        }
        None => step.split_once("] ")?.1.to_string(),
    };
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = plain(&wanted).to_lowercase();
    let lines: Vec<&str> = source.split('\n').collect();
    (0..lines.len()).find_map(|i| {
        // An instruction may go on over lines that end in a backslash.
        let mut whole = String::new();
        for line in &lines[i..] {
            match line.trim_end().strip_suffix('\\') {
                Some(part) => whole.push_str(part),
                None => {
                    whole.push_str(line);
                    break;
                }
            }
            whole.push(' ');
        }
        let whole = plain(&whole).to_lowercase();
        let fits = whole == wanted || (whole.starts_with(&wanted) && wanted.starts_with("from "));
        fits.then_some(i + 1)
    })
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
        assert_eq!(line(source, Some("[3/3] RUN false"), "exit code: 1"), Some(3));
        assert_eq!(line(source, None, "dockerfile parse error on line 2: unknown"), Some(2));
        assert_eq!(
            line(source, Some("[internal] load metadata for docker.io/library/busybox:latest"), ""),
            Some(1)
        );
        assert_eq!(
            show("Dockerfile", source, 3),
            "Dockerfile:3\n--------------------\n   1 |     FROM busybox\n   2 |     RUN echo hi\n   3 | >>> RUN false\n   4 |     \n--------------------\n"
        );
    }
}
