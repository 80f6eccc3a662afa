//! A script as the commands that a person would type one after another. Owns telling where a command ends
//! well enough to put a button beside it; what the commands mean is the shell's business.

/// One line of a block as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A command, of one or more lines.
    Command(String),
    /// Output, a comment between commands, or an empty line.
    Other(String),
}

/// Takes a block apart: `shown` is its text as written, `script` what of it is to be typed.
pub fn steps(shown: &str, script: &str) -> Vec<Step> {
    let mut typed = script.lines().peekable();
    let mut steps: Vec<Step> = Vec::new();
    let mut open: Option<Opening> = None;
    for line in shown.trim_end().lines() {
        let command = typed.peek().is_some_and(|next| {
            line == *next || ["$ ", "# ", "> "].iter().any(|p| line.strip_prefix(p) == Some(*next))
        });
        if !command {
            open = None;
            steps.push(Step::Other(line.to_owned()));
            continue;
        }
        let text = typed.next().unwrap_or(line);
        match (open.take(), steps.last_mut()) {
            (Some(mut opening), Some(Step::Command(whole))) => {
                whole.push('\n');
                whole.push_str(text);
                opening.line(text);
                open = opening.unfinished().then_some(opening);
            }
            _ if text.trim().is_empty() || text.trim_start().starts_with('#') => {
                steps.push(Step::Other(text.to_owned()));
            }
            _ => {
                let mut opening = Opening::default();
                opening.line(text);
                steps.push(Step::Command(text.to_owned()));
                open = opening.unfinished().then_some(opening);
            }
        }
    }
    steps
}

/// What is still open at the end of a line.
#[derive(Clone, Debug, Default)]
struct Opening {
    quote: Option<char>,
    /// Here-documents that are announced or being read: the word that ends each.
    heres: Vec<String>,
    /// Compound commands, and parentheses apart from them: a case's patterns end in one of those.
    depth: u32,
    parens: u32,
    continued: bool,
}

impl Opening {
    fn unfinished(&self) -> bool {
        self.quote.is_some()
            || !self.heres.is_empty()
            || self.depth + self.parens > 0
            || self.continued
    }

    fn line(&mut self, line: &str) {
        self.continued = false;
        if self.quote.is_none()
            && let Some(end) = self.heres.first()
        {
            if line.trim_start_matches('\t') == end {
                self.heres.remove(0);
            }
            return;
        }
        let mut word = String::new();
        let mut chars = line.chars().peekable();
        let mut last = ' ';
        while let Some(c) = chars.next() {
            if let Some(quote) = self.quote {
                match c {
                    '\\' if quote == '"' => {
                        chars.next();
                    }
                    _ if c == quote => self.quote = None,
                    _ => {}
                }
                last = c;
                continue;
            }
            match c {
                '\\' => match chars.next() {
                    None => self.continued = true,
                    Some(next) => word.push(next),
                },
                '\'' | '"' => {
                    self.quote = Some(c);
                    word.push(c);
                }
                '#' if word.is_empty() && last.is_whitespace() => break,
                '<' if chars.peek() == Some(&'<') => {
                    chars.next();
                    if chars.peek() == Some(&'<') {
                        chars.next();
                    } else {
                        self.here(&mut chars);
                    }
                }
                ' ' | '\t' | ';' | '&' | '|' | '(' | ')' => {
                    self.word(&std::mem::take(&mut word));
                    match c {
                        '(' => self.parens += 1,
                        ')' => self.parens = self.parens.saturating_sub(1),
                        _ => {}
                    }
                }
                _ => word.push(c),
            }
            last = c;
        }
        self.word(&word);
        let end = line.trim_end();
        let plain = self.quote.is_none();
        if plain && (end.ends_with("&&") || end.ends_with('|')) {
            self.continued = true;
        }
    }

    fn word(&mut self, word: &str) {
        match word {
            "do" | "then" | "case" | "{" => self.depth += 1,
            "done" | "fi" | "esac" | "}" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn here(&mut self, chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
        let mut end = String::new();
        while let Some(&c) = chars.peek() {
            match c {
                '-' | ' ' if end.is_empty() => {}
                '\'' | '"' | '\\' => {}
                c if c.is_whitespace() || ";|&)<>".contains(c) => break,
                c => end.push(c),
            }
            chars.next();
        }
        self.heres.push(end);
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, steps};

    fn commands(script: &str) -> Vec<String> {
        steps(script, script)
            .into_iter()
            .filter_map(|step| match step {
                Step::Command(text) => Some(text),
                Step::Other(_) => None,
            })
            .collect()
    }

    #[test]
    fn one_line_is_one_command() {
        assert_eq!(
            commands("docker ps -a\n# all of them\ndocker rm x\n"),
            ["docker ps -a", "docker rm x"]
        );
    }

    #[test]
    fn what_is_open_goes_on() {
        for script in [
            "docker run -d \\\n  --name x \\\n  alpine",
            "cat > f <<'EOF'\nif x\nEOF",
            "cat <<-EOF > f\n\ttext\n\tEOF",
            "echo 'a\nb'",
            "for i in 1 2; do\n  echo $i\ndone",
            "if true; then\n  echo\nfi",
            "case x in\n  x) echo;;\nesac",
            "(\n cd /\n ls\n)",
            "ls |\n  wc -l",
            "f() {\n  echo \"it's\"\n}",
        ] {
            assert_eq!(commands(script), [script]);
        }
        assert_eq!(commands("echo don\\'t\nls").len(), 2);
        assert_eq!(commands("echo '#' # don't\nls").len(), 2);
        assert_eq!(commands("grep x <<< y\nls").len(), 2);
    }

    #[test]
    fn prompts_and_output_are_only_shown() {
        let shown = "$ docker volume ls\nDRIVER    VOLUME NAME\n$ docker ps\n";
        let script = "docker volume ls\ndocker ps\n";
        assert_eq!(
            steps(shown, script),
            [
                Step::Command("docker volume ls".to_owned()),
                Step::Other("DRIVER    VOLUME NAME".to_owned()),
                Step::Command("docker ps".to_owned()),
            ]
        );
    }
}
