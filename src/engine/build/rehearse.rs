//! A build gone through without doing anything, once its images are known: what is wrong with an instruction is
//! said before the first step runs, as BuildKit does when it turns a Dockerfile into a graph.

use std::collections::BTreeMap;

use crate::engine::api::config::ImageConfig;
use crate::engine::run::spec::PATH;
use crate::engine::{EngineError, Result};

use super::check;
use super::dockerfile::Instruction;
use super::exec::known;
use super::metadata::{apply, set_env};
use super::mount::Mount;
use super::solve::Solver;
use super::stage::Base;
use super::words::{Lookup, expand};

impl Solver {
    /// Goes through stages in the order in which they will be built.
    pub(super) fn rehearse(&mut self, order: &[usize]) -> Result<()> {
        let mut configs: BTreeMap<usize, ImageConfig> = BTreeMap::new();
        for n in order {
            let mut config = match &self.stages[*n].base {
                Base::Stage(s) => configs.get(s).cloned().unwrap_or_default(),
                Base::Scratch => ImageConfig::default(),
                Base::Image(name) => self.engine.image_record(name)?.config.clone(),
            };
            let todo = self.todo(*n, &mut config)?;
            let mut args = BTreeMap::new();
            if config.env.iter().flatten().all(|v| !v.starts_with("PATH=")) {
                set_env(&mut config.env, "PATH", PATH);
            }
            for i in &todo {
                self.lines = Some(i.lines());
                self.judge(i, &mut config, &mut args).map_err(|why| {
                    self.blame();
                    EngineError::invalid(why)
                })?;
            }
            configs.insert(*n, config);
        }
        self.lines = None;
        Ok(())
    }

    fn judge(
        &self,
        i: &Instruction,
        config: &mut ImageConfig,
        args: &mut BTreeMap<String, String>,
    ) -> std::result::Result<(), String> {
        let get = known(config.env.as_deref(), args);
        match i.name.as_str() {
            "ARG" => self.declare(i, args, &get),
            "COPY" | "ADD" => modes(i, self.escape, &get),
            "RUN" => {
                let mounts = i.flags.iter().filter(|(flag, _)| flag == "mount");
                let mut read = mounts.map(|(_, text)| Mount::parse(text, self.escape, &get));
                read.try_for_each(|m| m.map(drop))
            }
            _ => apply(config, i, self.escape, &get, &mut true).map(drop),
        }
    }
}

/// Whether the modes that files shall get can be read.
fn modes(i: &Instruction, escape: char, get: Lookup<'_>) -> std::result::Result<(), String> {
    let modes = i.flags.iter().filter(|(flag, _)| flag == "chmod");
    for (_, text) in modes {
        check::chmod(&expand(text, escape, get)?)?;
    }
    Ok(())
}
