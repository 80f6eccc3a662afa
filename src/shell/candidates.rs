//! What the shell gives the line editor: completions, and lines expanded in place.

use crate::kernel::{LocalFuture, Proc};
use crate::shell::bang::{self, Expanded, Past, Quote};
use crate::shell::readline::sources::{self, Sources};
use crate::shell::readline::{Candidate, Completer, Completion};
use crate::shell::state::Shell;
use crate::shell::syntax::Parser;
use crate::shell::syntax::ast::{Arg, Kind};

/// Completion by what the shell had when the line began.
pub(super) struct Candidates {
    pub sources: Sources,
    pub shell: Shell,
}

/// The fields that words come to, as those of a command.
async fn fields(mut sh: Shell, line: String) -> Option<Vec<String>> {
    let list = Parser::new(format!(": {line}"), 1, sh.parse_options()).whole().ok()?;
    let [item] = list.items.as_slice() else { return None };
    let [command] = item.and_or.first.commands.as_slice() else { return None };
    let Kind::Simple(simple) = &command.kind else { return None };
    let mut out = Vec::new();
    for arg in simple.args.iter().skip(1) {
        if let Arg::Word(word) = arg {
            sh.expand_wait(word, &mut out).await.ok()?;
        }
    }
    Some(out)
}

impl Completer for Candidates {
    fn complete(&self, p: &Proc, line: &str, at: usize) -> LocalFuture<Completion> {
        Box::pin(sources::complete(p.clone(), self.sources.clone(), line.to_string(), at))
    }

    fn globbed(&self, _: &Proc, line: &str, at: usize) -> LocalFuture<Completion> {
        let before = line.get(..at).unwrap_or_default();
        let start = before.rfind(char::is_whitespace).map_or(0, |i| i + 1);
        let mut pattern = before[start..].to_string();
        if !pattern.contains(['*', '?', '[']) {
            pattern.push('*');
        }
        let sh = self.shell.clone();
        Box::pin(async move {
            let found = fields(sh, pattern.clone()).await.unwrap_or_default();
            let found = found.into_iter().filter(|f| *f != pattern);
            let candidates = found.map(Candidate::new).collect();
            Completion { start, candidates, ..Completion::default() }
        })
    }

    fn expand(&self, _: &Proc, line: &str) -> LocalFuture<Option<String>> {
        let (sh, line) = (self.shell.clone(), line.to_string());
        Box::pin(async move { Some(fields(sh, line).await?.join(" ")) })
    }

    fn recall(&self, line: &str, history: &[String]) -> Option<String> {
        let past = Past { lines: history, first: self.shell.history.first_number() };
        match bang::expand(line, &past, &mut Quote::None) {
            Ok(Expanded::Run(new) | Expanded::Show(new)) => Some(new),
            _ => None,
        }
    }

    fn version(&self) -> String {
        let version = self.shell.var("BASH_VERSION").unwrap_or_default();
        format!("GNU bash, version {version} (x86_64-pc-linux-gnu)")
    }

    fn first_number(&self) -> usize {
        self.shell.history.first_number()
    }
}

impl Shell {
    /// What the line editor may complete.
    pub(super) fn sources(&self) -> Sources {
        let mut commands = Vec::new();
        for action in ["alias", "builtin", "function", "keyword"] {
            commands.extend(self.candidates(action, ""));
        }
        let names = self.vars.names();
        let variables = names
            .iter()
            .filter_map(|n| Some((n.to_string(), self.lookup(n)?.into_owned())))
            .collect();
        Sources { commands, variables, programs: self.programs.clone() }
    }
}
