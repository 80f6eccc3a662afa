//! Messages of long work (a pull, a push, a load) as docker shows them: lines that change in place
//! on a terminal, one line each where there is none.

use super::cli::Cli;
use super::command::Failure;
use super::format::units::human_size;
use crate::engine::Progress;
use crate::engine::api::image::{Message, ProgressDetail};

/// Shows all messages on a descriptor, or none; what the work came to.
pub async fn show<T: 'static>(
    cli: &Cli,
    mut work: Progress<Message, T>,
    fd: Option<i32>,
) -> Result<T, Failure> {
    let mut display = Display::new(cli, fd.unwrap_or(1));
    while let Some(message) = work.next().await {
        if let Some(fd) = fd {
            let text = display.text(&message);
            cli.write(fd, &crate::vfs::text::encode(&text)).await;
        }
    }
    Ok(work.result().await?)
}

/// The state of a display: which id is on which line.
pub struct Display {
    terminal: bool,
    columns: usize,
    ids: Vec<String>,
}

impl Display {
    /// For a descriptor.
    pub fn new(cli: &Cli, fd: i32) -> Display {
        let size = cli.size(fd);
        Display {
            terminal: size.is_some(),
            columns: size.map_or(200, |(columns, _)| usize::from(columns)),
            ids: Vec::new(),
        }
    }

    /// What a message puts on the screen.
    pub fn text(&mut self, m: &Message) -> String {
        let mut out = String::new();
        let mut below = 0;
        if !m.id.is_empty() && m.progress_detail.is_some() {
            let line = match self.ids.iter().position(|id| *id == m.id) {
                Some(line) => line,
                None => {
                    self.ids.push(m.id.clone());
                    if self.terminal {
                        out.push('\n');
                    }
                    self.ids.len() - 1
                }
            };
            below = self.ids.len() - line;
            if self.terminal {
                out.push_str(&format!("\x1b[{below}A"));
            }
        } else {
            self.ids.clear();
        }
        out.push_str(&self.line(m));
        if self.terminal && below > 0 {
            out.push_str(&format!("\x1b[{below}B"));
        }
        out
    }

    fn line(&self, m: &Message) -> String {
        let bar = m.progress_detail.as_ref().map(|d| self.bar(d)).unwrap_or_default();
        let mut out = String::new();
        let mut end = "\n";
        if self.terminal && m.stream.is_empty() && m.progress_detail.is_some() {
            out.push_str("\x1b[2K\r");
            end = "\r";
        } else if !bar.is_empty() {
            // Without a terminal nothing moves.
            return String::new();
        }
        if !m.id.is_empty() {
            out.push_str(&format!("{}: ", m.id));
        }
        if m.progress_detail.is_some() && self.terminal {
            out.push_str(&format!("{} {bar}{end}", m.status));
        } else if !m.stream.is_empty() {
            out.push_str(&m.stream);
        } else {
            out.push_str(&format!("{}{end}", m.status));
        }
        out
    }

    fn bar(&self, d: &ProgressDetail) -> String {
        let number = |n: u64| human_size(i64::try_from(n).unwrap_or(i64::MAX));
        if d.current == 0 && d.total == 0 {
            return String::new();
        }
        if d.total == 0 {
            return format!("{:>8}", number(d.current));
        }
        let half = ((d.current as f64 / d.total as f64 * 100.0) as usize / 2).min(50);
        let numbers = match d.current > d.total {
            true => format!("{:>8}", number(d.current)),
            false => format!("{:>8}/{}", number(d.current), number(d.total)),
        };
        if self.columns > 110 {
            format!("[{}>{}] {numbers}", "=".repeat(half), " ".repeat(50 - half))
        } else {
            numbers
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Display;
    use crate::engine::api::image::{Message, ProgressDetail};

    fn message(id: &str, status: &str, at: Option<(u64, u64)>) -> Message {
        let progress_detail = at.map(|(current, total)| ProgressDetail { current, total });
        Message {
            id: id.to_string(),
            status: status.to_string(),
            progress_detail,
            ..Message::default()
        }
    }

    #[test]
    fn without_a_terminal() {
        let mut d = Display { terminal: false, columns: 200, ids: Vec::new() };
        assert_eq!(
            d.text(&message("latest", "Pulling from library/alpine", None)),
            "latest: Pulling from library/alpine\n"
        );
        assert_eq!(
            d.text(&message("abc", "Pulling fs layer", Some((0, 0)))),
            "abc: Pulling fs layer\n"
        );
        assert_eq!(d.text(&message("abc", "Downloading", Some((5, 10)))), "");
        assert_eq!(d.text(&message("", "Digest: sha256:0", None)), "Digest: sha256:0\n");
    }

    #[test]
    fn on_a_terminal() {
        let mut d = Display { terminal: true, columns: 80, ids: Vec::new() };
        assert_eq!(
            d.text(&message("abc", "Pulling fs layer", Some((0, 0)))),
            "\n\x1b[1A\x1b[2K\rabc: Pulling fs layer \r\x1b[1B"
        );
        assert_eq!(
            d.text(&message("def", "Downloading", Some((500, 1000)))),
            "\n\x1b[1A\x1b[2K\rdef: Downloading     500B/1kB\r\x1b[1B"
        );
        assert_eq!(
            d.text(&message("abc", "Pull complete", Some((0, 0)))),
            "\x1b[2A\x1b[2K\rabc: Pull complete \r\x1b[2B"
        );
    }
}
