//! Function calls.

use super::assign::Temporary;
use super::simple::Args;
use crate::shell::Dialect;
use crate::shell::limits::CALL_DEPTH;
use crate::shell::options::Opt;
use crate::shell::state::{Call, FunctionEntry, Res, Shell, Stop};
use crate::shell::syntax::ast::Function;
use crate::shell::vars::{Attrs, Value};
use std::rc::Rc;

impl Shell {
    /// Runs a function with its arguments; the assignments before the call are its locals.
    pub(crate) async fn run_function(
        &mut self,
        f: &FunctionEntry,
        args: Args,
        temporary: Vec<Temporary>,
    ) -> Res<()> {
        let limit = self.var("FUNCNEST").and_then(|v| v.parse::<u32>().ok()).filter(|n| *n > 0);
        let nested = self.calls.len() as u32;
        let limit = limit.unwrap_or(CALL_DEPTH).min(CALL_DEPTH);
        if nested >= limit {
            self.drop_temporaries(temporary);
            let name = &f.function.name;
            let m = if self.bash() {
                format!("{name}: maximum function nesting level exceeded ({limit})")
            } else {
                "Maximum function recursion depth (1000) reached".to_string()
            };
            self.error(&m);
            // Everything up to the prompt or the script's end is left, or, where FUNCNEST sets the limit, the line.
            let chosen = self.bash() && limit < CALL_DEPTH;
            let line = self.interactive || chosen;
            return Err(if line { Stop::Discard(1) } else { Stop::Exit(1) });
        }
        let last_arg = args.words.last().cloned().unwrap_or_default();
        let mut words = args.words.into_iter();
        words.next();
        let arguments: Rc<Vec<String>> = Rc::new(words.collect());
        let outer = std::mem::replace(&mut self.args, arguments);
        let loops = std::mem::replace(&mut self.loops, 0);
        let getopts = self.getopts;
        let options = self.opts;
        let line = self.line;
        self.calls.push(Call {
            name: (*f.function.name).into(),
            source: f.source.clone(),
            line,
            function: true,
        });
        let values: Vec<(String, Option<crate::shell::vars::Var>)> =
            temporary.iter().map(|t| (t.name.clone(), self.vars.get(&t.name).cloned())).collect();
        self.drop_temporaries(temporary);
        self.vars.push_frame();
        for (name, var) in values {
            self.vars.make_local(&name);
            let level = self.vars.level();
            if let (Some(v), Some(slot)) = (var, self.vars.get_mut(&name)) {
                *slot = crate::shell::vars::Var { level, ..v };
            }
        }
        let traps =
            self.traps.enter_function(self.on(Opt::ErrTrace), self.on(Opt::FuncTrace) || f.trace);
        let last = std::mem::replace(&mut self.last_command, false);
        let body = f.function.clone();
        self.depth += 1;
        let mut r = if self.depth.is_multiple_of(crate::shell::limits::SEGMENT_DEPTH) {
            self.in_segment(async move |mut sh: Shell| {
                let r = sh.run_function_body(&body).await;
                (sh, r)
            })
            .await
        } else {
            self.run_function_body(&body).await
        };
        self.depth -= 1;
        self.last_command = last;
        if let Err(Stop::Return(s)) = r {
            self.status = s;
            r = Ok(());
        }
        if r.is_ok() {
            r = self.run_return_trap().await;
        }
        self.traps.leave_function(traps);
        // `local -` puts the options back.
        if self
            .vars
            .get("-")
            .is_some_and(|v| v.level == self.vars.level() && v.value != Value::Unset)
        {
            self.opts = options;
            self.vars.unset("-");
        }
        let optind = self.vars.get("OPTIND").is_some_and(|v| v.level == self.vars.level());
        self.vars.pop_frame();
        if optind {
            self.getopts = getopts;
        }
        self.calls.pop();
        self.last_arg = last_arg;
        self.args = outer;
        self.loops = loops;
        self.line = line;
        if let Err(Stop::Break(_) | Stop::Continue(_)) = r {
            r = Ok(());
        }
        r
    }

    async fn run_function_body(&mut self, f: &Function) -> Res<()> {
        // The body is within the function's node, so it is run as a compound command of its own.
        Box::pin(self.run_compound(&f.body)).await
    }

    /// Whether a variable is exported.
    pub(crate) fn is_exported(&self, name: &str) -> bool {
        self.vars.get(name).is_some_and(|v| v.attrs.has(Attrs::EXPORT))
    }

    /// Takes a function in.
    pub(super) fn define(&mut self, f: &Rc<Function>, line: u32) -> Res<()> {
        self.status = 0;
        let posix_special = self.on(Opt::Posix) && crate::shell::builtins::is_special(&f.name);
        if posix_special && self.bash() {
            self.error(&format!("`{}': is a special builtin", f.name));
            return Err(Stop::Exit(2));
        }
        if self.bash() && f.name.contains(['$', '\'', '"', '\\', '`']) {
            self.error(&format!("`{}': not a valid identifier", f.name));
            self.status = 1;
            return Ok(());
        }
        if self.functions.get(&*f.name).is_some_and(|e| e.readonly) {
            self.error(&format!("{}: readonly function", f.name));
            self.status = 1;
            return Ok(());
        }
        let source = match self.source() {
            Some(s) => s.clone(),
            None if self.dialect == Dialect::Bash => "environment".into(),
            None => "".into(),
        };
        let entry = FunctionEntry {
            function: f.clone(),
            source,
            line,
            exported: self.on(Opt::AllExport),
            readonly: false,
            trace: false,
        };
        Rc::make_mut(&mut self.functions).insert((*f.name).into(), entry);
        Ok(())
    }
}
