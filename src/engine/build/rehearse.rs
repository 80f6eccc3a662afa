//! A build gone through without doing anything, once its images are known: what is wrong with an instruction is
//! said before the first step runs, as BuildKit does when it turns a Dockerfile into a graph. So are the
//! warnings that need variables.

use std::collections::BTreeMap;

use crate::engine::{EngineError, Result};

use super::copy::Wanted;
use super::dockerfile::{Instruction, json_form};
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
        match order.iter().find_map(|n| self.unmarshalled(&self.stages[*n].instructions)) {
            Some(why) => Err(EngineError::invalid(why)),
            None => Ok(drafts),
        }
    }

    /// Why the graph of a Dockerfile whose instructions are all well made is refused nevertheless, which no
    /// line is blamed for.
    fn unmarshalled(&self, instructions: &[Instruction]) -> Option<String> {
        let runs = || instructions.iter().filter(|i| i.name == "RUN");
        if runs().any(|i| json_form(&i.rest).is_some_and(|words| words.is_empty())) {
            return Some("failed to marshal LLB definition: arguments are required".to_string());
        }
        let host = runs().any(|i| i.flag("network") == Some("host"));
        (host && !self.o.host_network && self.o.network_mode != "host")
            .then(|| "failed to load LLB: network.host is not allowed".to_string())
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
            "RUN" if i.flag("device").is_some() => {
                let why =
                    "device feature is only supported in Dockerfile frontend 1.14.0-labs or later";
                Err(why.to_string())
            }
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
