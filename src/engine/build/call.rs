//! What can be asked of a Dockerfile besides a build: what the checks find, which stages there are, what a
//! target takes.

use crate::engine::Result;
use crate::engine::api::build::{Answer, Taken, Target};

use super::dockerfile::{Instruction, read};
use super::lint::Linter;
use super::mount::{Mount, MountKind};
use super::parser::take_apart;
use super::plan::Plan;
use super::solve::Solver;
use super::stage::{Base, argument, written};
use super::words::split;

/// The comment that describes something: it begins with its name.
fn about(comments: &[String], name: &str) -> String {
    let own = |comment: &String| comment.strip_prefix(name)?.strip_prefix(' ').map(str::to_string);
    if name.is_empty() { String::new() } else { comments.iter().find_map(own).unwrap_or_default() }
}

impl Solver {
    /// What the checks find.
    pub(super) async fn check(&mut self, text: &str) -> Answer {
        let error = self.plan(text).await.err().map(|e| (e.message, self.blamed.clone()));
        Answer::Checked { warnings: self.lint.found.clone(), error }
    }

    /// The stages.
    pub(super) fn targets(&mut self, text: &str) -> Result<Answer> {
        let nodes = take_apart(text).map_err(|w| self.wrong(w))?;
        let file = read(&nodes, &mut Linter::default()).map_err(|w| self.wrong(w))?;
        let (stages, _) = written(&file).map_err(|w| self.wrong(w))?;
        let last = stages.len() - 1;
        let each = stages.iter().enumerate().map(|(n, s)| Target {
            name: s.name.clone(),
            about: about(&s.from.comments, &s.name),
            default: n == last,
            base: match &s.base {
                Base::Image(name) => name.clone(),
                _ => String::new(),
            },
            platform: s.from.flag("platform").unwrap_or_default().to_string(),
            lines: s.lines,
        });
        Ok(Answer::Targets(each.collect()))
    }

    /// What the target takes: its ARGs and those of the stages that it needs, secrets, agents.
    pub(super) async fn outline(&mut self, text: &str) -> Result<Answer> {
        let Plan { order, target, drafts } = self.plan(text).await?;
        let (mut args, mut secrets, mut ssh) = (Vec::new(), Vec::new(), Vec::new());
        for n in &order {
            let draft = drafts.get(n).cloned().unwrap_or_default();
            for i in &self.stages[*n].instructions {
                match i.name.as_str() {
                    "ARG" => args.extend(self.args(i, |name| {
                        draft.scope.declared_value(name).unwrap_or_default().to_string()
                    })),
                    "RUN" => {
                        let get = |name: &str| draft.scope.get(name);
                        let mounts = i.flags.iter().filter(|(flag, _)| flag == "mount");
                        for m in mounts.filter_map(|(_, t)| Mount::parse(t, self.escape, &get).ok())
                        {
                            let (list, plain) = match m.kind {
                                MountKind::Secret => (&mut secrets, m.target.rsplit('/').next()),
                                MountKind::Ssh => (&mut ssh, Some("default")),
                                _ => continue,
                            };
                            let name =
                                if m.id.is_empty() { plain.unwrap_or_default() } else { &m.id };
                            let (required, lines) = (m.required, i.lines());
                            let name = name.to_string();
                            list.push(Taken { name, required, lines, ..Taken::default() });
                        }
                    }
                    _ => {}
                }
            }
        }
        for list in [&mut args, &mut secrets, &mut ssh] {
            list.sort_by_key(|t: &Taken| t.lines.0);
            let mut seen = std::collections::BTreeSet::new();
            list.retain(|t| seen.insert(t.name.clone()));
        }
        let stage = &self.stages[target];
        let about = about(&stage.from.comments, &stage.name);
        Ok(Answer::Outline { target: stage.name.clone(), about, args, secrets, ssh })
    }

    /// The names of one ARG; a name that the Dockerfile's beginning declares is that one's.
    fn args(&self, i: &Instruction, value: impl Fn(&str) -> String) -> Vec<Taken> {
        let words = split(&i.rest, self.escape);
        let each = words.iter().map(|word| {
            let (name, default) = argument(word);
            let own = default.is_some() || self.o.build_args.contains_key(name);
            let first = self.global.declared.iter().find(|(n, _)| n == name && !own);
            let (lines, comments) = match first {
                Some((_, first)) => (first.lines(), &first.comments),
                None => (i.lines(), &i.comments),
            };
            let (value, about) = (value(name), about(comments, name));
            Taken { name: name.to_string(), value, about, lines, ..Taken::default() }
        });
        each.collect()
    }
}
