//! The form of a transcript, the script that replays it, and the list of known gaps. What is replaced before
//! comparing is `normalise`'s.

/// Stands before and after each step in the script's output.
const MARK: char = '\u{1e}';

/// A command and what the real engine answered.
#[derive(Debug, Default)]
pub struct Step {
    pub command: String,
    pub output: Vec<String>,
    pub status: i32,
}

/// What a step gave here; no lines when it was never reached.
#[derive(Debug, Default)]
pub struct Outcome {
    pub lines: Option<Vec<String>>,
    pub status: Option<i32>,
}

/// A step that is known to disagree.
pub struct Gap {
    pub file: String,
    /// Counted from 1.
    pub step: usize,
    pub command: String,
}

impl Step {
    pub fn first_line(&self) -> &str {
        self.command.lines().next().unwrap_or("")
    }
}

/// The steps of a transcript.
pub fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for line in text.split('\n') {
        if let Some(command) = line.strip_prefix("  $ ") {
            steps.push(Step { command: command.to_owned(), ..Step::default() });
            inside = true;
            continue;
        }
        let Some(step) = steps.last_mut().filter(|_| inside) else { continue };
        let Some(content) = line.strip_prefix("  ") else {
            inside = false;
            continue;
        };
        let more = content.strip_prefix("> ").or((content == ">").then_some(""));
        match (more.filter(|_| step.output.is_empty()), status(content)) {
            (Some(more), _) => step.command = format!("{}\n{more}", step.command),
            (None, Some(status)) => step.status = status,
            (None, None) => step.output.push(content.to_owned()),
        }
    }
    steps
}

/// An exit status in brackets.
fn status(line: &str) -> Option<i32> {
    let digits = line.strip_prefix('[')?.strip_suffix(']')?;
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// All steps as one bash script: one session, standard error joined to standard output, no input.
pub fn script(steps: &[Step]) -> String {
    let mut script = "exec 2>&1 </dev/null\ncd ~\n".to_owned();
    for step in steps {
        let quoted = step.command.replace('\'', r"'\''");
        script +=
            &format!("printf '{MARK}BEGIN\\n'\neval '{quoted}'\nprintf '{MARK}END %d\\n' $?\n");
    }
    script
}

/// What each of `count` steps printed, and its status.
pub fn split(raw: &str, count: usize) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = raw
        .split(&format!("{MARK}BEGIN\n"))
        .skip(1)
        .map(|part| {
            let (body, tail) = part.split_once(&format!("{MARK}END ")).unwrap_or((part, ""));
            let mut lines: Vec<String> = body.split('\n').map(str::to_owned).collect();
            if lines.last().is_some_and(String::is_empty) {
                lines.pop();
            }
            let digits: String = tail.chars().take_while(char::is_ascii_digit).collect();
            Outcome { lines: Some(lines), status: digits.parse().ok() }
        })
        .collect();
    outcomes.resize_with(outcomes.len().max(count), Outcome::default);
    outcomes
}

/// The list of known gaps.
pub fn gaps(text: &str) -> Vec<Gap> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.splitn(3, ' ');
            let (file, step) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let command = words.next().unwrap_or("").trim_start().to_owned();
            let step = step.parse().unwrap_or_else(|_| panic!("KNOWN_GAPS: no step in `{line}`"));
            Gap { file: file.to_owned(), step, command }
        })
        .collect()
}
