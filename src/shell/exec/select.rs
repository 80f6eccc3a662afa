//! `select`: a menu and the answers to it.

use super::compound::Step;
use crate::shell::builtins::Input;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{List, Word};
use crate::vfs::text;

impl Shell {
    /// `select`: a menu on standard error, answers from standard input.
    pub(super) async fn run_select(
        &mut self,
        line: u32,
        name: &str,
        words: Option<&[Word]>,
        body: &List,
    ) -> Res<()> {
        self.line = line;
        let raws: Vec<&str> = words.unwrap_or(&[]).iter().map(|w| &*w.raw).collect();
        let shown = format!("select {name} in {}", raws.join(" "));
        if self.traps.debug() {
            self.run_debug_text(shown.clone()).await?;
        }
        if self.on(Opt::XTrace) {
            self.trace_line(&shown);
        }
        let items = self.loop_words(words).await?;
        if items.is_empty() {
            self.status = 0;
            return Ok(());
        }
        self.loops += 1;
        let r = self.select_turns(name, &items, body).await;
        self.loops -= 1;
        r
    }

    async fn select_turns(&mut self, name: &str, items: &[String], body: &List) -> Res<()> {
        let mut show = true;
        loop {
            if show {
                let menu = self.select_menu(items);
                self.complain(&menu);
            }
            let prompt = self.var("PS3").unwrap_or_else(|| "#? ".to_string());
            self.complain(&prompt);
            self.flush().await;
            let Some(line) = self.read_reply().await else {
                self.say("\n");
                self.status = 1;
                return Ok(());
            };
            self.assign("REPLY", None, &line, false)?;
            show = line.is_empty();
            if show {
                continue;
            }
            let choice =
                line.trim().parse::<usize>().ok().and_then(|n| items.get(n.wrapping_sub(1)));
            match self.assign(name, None, choice.map_or("", String::as_str), false) {
                Err(Stop::Discard(status)) => {
                    self.status = status;
                    return Ok(());
                }
                set => set?,
            }
            if let Step::Leave = self.turn(body).await? {
                return Ok(());
            }
            show = self.var("REPLY").is_some_and(|r| r.is_empty());
        }
    }

    fn select_menu(&self, items: &[String]) -> String {
        let columns: usize = self.var("COLUMNS").and_then(|v| v.parse().ok()).unwrap_or(80);
        let width = items.iter().map(|i| i.chars().count()).max().unwrap_or(0);
        let digits = items.len().to_string().len();
        let cell = width + digits + 2 + 2;
        let across = (columns / cell.max(1)).max(1);
        let rows = items.len().div_ceil(across);
        let across = items.len().div_ceil(rows.max(1));
        let (rows, across) = if rows == 1 { (items.len(), 1) } else { (rows, across) };
        let mut out = String::new();
        for row in 0..rows {
            for column in 0..across {
                let i = column * rows + row;
                let Some(item) = items.get(i) else { continue };
                out.push_str(&format!("{:>digits$}) {item}", i + 1));
                if column + 1 < across && (column + 1) * rows + row < items.len() {
                    let pad = width.saturating_sub(item.chars().count()) + 2;
                    out.push_str(&" ".repeat(pad));
                }
            }
            out.push('\n');
        }
        out
    }

    /// A line for `select`: without its newline, `None` at the end.
    pub(crate) async fn read_reply(&mut self) -> Option<String> {
        let mut input = Input::new(self, 0);
        let mut bytes = Vec::new();
        loop {
            match input.byte(self, None).await {
                Ok(Some(b'\n')) => break,
                Ok(Some(b)) => bytes.push(b),
                Ok(None) if bytes.is_empty() => return None,
                Ok(None) => break,
                Err(_) => return None,
            }
        }
        input.finish(self);
        Some(text::decode_owned(bytes))
    }
}
