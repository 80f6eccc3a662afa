//! `tar -t`: what an archive holds.

use crate::coreutils::fs::modes;
use crate::coreutils::fs::quote;
use crate::coreutils::time::{Zone, strftime};

use super::header::Member;
use super::input::{Input, padding};
use super::select::Wanted;
use super::{Fatal, Tar};

impl Tar<'_> {
    /// `tar -t`.
    pub(super) async fn list(&mut self) -> Result<(), Fatal> {
        let mut input = self.open_input().await?;
        let mut wanted = Wanted::new(self.o);
        while let Some(m) = self.member(&mut input).await? {
            let mut shown = false;
            if !self.o.excluded(&m.name) && wanted.pick(&m.name).is_some() {
                // What extracting would take off the name is said here already.
                let safe = self.safe_name(&m.name, "member names").await;
                let name = if self.cx.busybox() { safe } else { m.name.clone() };
                let name = if self.o.show_renamed { self.o.renamed(&name) } else { name };
                shown = true;
                let m = Member { name, ..m.clone() };
                let line = if self.o.verbose > 0 { self.long_line(&m) } else { self.name(&m.name) };
                self.show(&line, false).await;
            }
            if shown && m.listed && self.o.incremental && self.o.verbose > 1 {
                for (code, name) in self.contents(&mut input, &m).await? {
                    let line = format!("{} {}", char::from(code), self.name(&name));
                    self.show(&line, false).await;
                }
                self.show("", false).await;
            } else {
                self.pass(&mut input, m.size + padding(m.size)).await?;
            }
            if wanted.done() {
                break;
            }
        }
        self.report_totals(&mut input).await?;
        self.report_missing(&wanted).await;
        Ok(())
    }

    /// A name in a listing: odd characters escaped by GNU's tar.
    pub(super) fn name(&self, name: &str) -> String {
        if self.cx.busybox() { name.to_string() } else { quote::c_escape(name, self.cx.utf8(), "") }
    }

    /// Says which names no member had.
    pub(super) async fn report_missing(&mut self, wanted: &Wanted) {
        let missing = wanted.missing();
        if missing.is_empty() {
            return;
        }
        self.cx.flush().await;
        let odd = |n: &String| n.contains(['*', '?', '[']);
        if !self.cx.busybox() && !self.o.wildcards && missing.iter().any(odd) {
            self.cx.err("Pattern matching characters used in file names").await;
            self.cx.err("Use --wildcards to enable pattern matching, or --no-wildcards to suppress this warning").await;
        }
        for name in missing {
            if let Some(name) = name.strip_prefix('\0') {
                self.problem(format!("{name}: Required occurrence not found in archive")).await;
            } else if self.cx.busybox() {
                self.problem(format!("{name}: not found in archive")).await;
                return;
            } else {
                self.problem(format!("{name}: Not found in archive")).await;
            }
        }
    }

    /// The line that `-tv` shows.
    pub(super) fn long_line(&self, m: &Member) -> String {
        let bb = self.cx.busybox();
        let bits = modes::permissions(m.mode);
        let letter = match m.kind {
            'h' if bb => '-',
            kind => kind,
        };
        let id = |name: &str, id: u32| {
            if name.is_empty() || self.o.numeric { id.to_string() } else { name.to_string() }
        };
        let (user, group) = (id(&m.user, m.uid), id(&m.group, m.gid));
        let size = match m.kind {
            'c' | 'b' => format!("{},{}", m.device.0, m.device.1),
            _ => m.size.to_string(),
        };
        let name = self.name(&m.name);
        let form = if bb || self.o.full_time { "%Y-%m-%d %H:%M:%S" } else { "%Y-%m-%d %H:%M" };
        let time = if self.o.utc {
            strftime(form, m.mtime, &Zone::utc(), true)
        } else {
            self.cx.local(form, m.mtime)
        };
        let tail = match m.kind {
            'l' => format!(" -> {}", self.name(&m.link)),
            'h' if bb => format!(" -> {}", m.link),
            'h' => format!(" link to {}", self.name(&m.link)),
            _ => String::new(),
        };
        if bb {
            return format!("{letter}{bits} {user}/{group} {size:>9} {time} {name}{tail}");
        }
        // Owner and size share a field of 19 columns, which grows as it has to and stays so.
        let used = user.len() + group.len() + size.len() + 2;
        self.field.set(self.field.get().max(used));
        let width = self.field.get() - used + size.len();
        format!("{letter}{bits} {user}/{group} {size:>width$} {time} {name}{tail}")
    }

    /// `--totals`, once the members are read: whole records are.
    pub(super) async fn report_totals(&mut self, input: &mut Input) -> Result<(), Fatal> {
        if self.o.totals {
            self.cx.flush().await;
            let bytes = input.position.next_multiple_of(super::create::RECORD);
            let line = super::create::totals("read", bytes);
            self.cx.say(&line).await;
        }
        Ok(())
    }
}
