//! A build gone through without doing anything, once its images are known: what is wrong with an instruction is
//! said before the first step runs, as BuildKit does when it turns a Dockerfile into a graph. So are the
//! warnings that need variables.

use std::collections::BTreeMap;

use crate::engine::{EngineError, Result};

use super::copy::Wanted;
use super::dockerfile::Instruction;
use super::draft::Draft;
use super::lexer::Lookup;
use super::lint::meaning;
use super::mount::Mount;
use super::order::too_early;
use super::solve::Solver;
use super::stage::Base;
use super::words::Trace;

impl Solver {
    /// Goes through stages in the order in which they will be built; gives what their instructions make of
    /// them.
    pub(super) fn rehearse(&mut self, order: &[usize]) -> Result<BTreeMap<usize, Draft>> {
        let mut drafts: BTreeMap<usize, Draft> = BTreeMap::new();
        for n in order {
            let mut draft = match &self.stages[*n].base {
                Base::Stage(s) => drafts.get(s).map(Draft::after).unwrap_or_default(),
                Base::Scratch => Draft::of(Default::default()),
                Base::Named(name) => Draft::of(match self.given_image(name)? {
                    Some(image) => image.config,
                    None => Default::default(),
                }),
                Base::Image(name) => {
                    let id = self.engine.named_image(name)?;
                    Draft::of(self.engine.image_record(&id)?.config)
                }
            };
            for i in &self.todo(*n, &mut draft.config)? {
                self.lines = Some(i.lines());
                self.judge(*n, i, &mut draft).map_err(|why| {
                    self.blame();
                    EngineError::invalid(why)
                })?;
            }
            drafts.insert(*n, draft);
        }
        self.lines = None;
        Ok(drafts)
    }

    fn judge(
        &mut self,
        n: usize,
        i: &Instruction,
        draft: &mut Draft,
    ) -> std::result::Result<(), String> {
        if let Some(why) = too_early(&self.stages, n, i) {
            return Err(why);
        }
        let before = draft.clone();
        let set: Lookup<'_> = &|name| before.scope.get(name);
        let trace = Trace::new(set);
        let get: Lookup<'_> = &|name| trace.look(name);
        let followed = match i.name.as_str() {
            "ARG" => self.declare(i, draft, get),
            "COPY" | "ADD" => Wanted::read(i, self.escape, get).map(|wanted| {
                let ignore = &self.o.ignore.patterns;
                let left_out = |source: &str| ignore.matches(source.trim_matches('/'));
                if i.flag("from").is_none_or(str::is_empty) {
                    meaning::ignored(&mut self.lint, i, &wanted.sources, left_out);
                }
            }),
            "RUN" => {
                let mounts = i.flags.iter().filter(|(flag, _)| flag == "mount");
                let mut read = mounts.map(|(_, text)| Mount::parse(text, self.escape, get));
                read.try_for_each(|m| m.map(drop))
            }
            _ => draft.follow(i, self.escape, get),
        };
        meaning::unset(&mut self.lint, i, &trace.missed(), &before);
        meaning::instruction(&mut self.lint, i, &before, self.escape, set);
        followed
    }
}
