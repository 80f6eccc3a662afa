//! Compound commands.

use crate::shell::expand::Mode;
use crate::shell::options::{Opt, Shopt};
use crate::shell::pattern::Pattern;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{ArithText, CaseArm, CaseEnd, Command, Kind, List, Word};
use crate::shell::syntax::is_name;

/// What a loop does after its body.
pub(super) enum Step {
    Next,
    Leave,
}

impl Shell {
    /// Runs a compound command with its redirections.
    pub(crate) async fn run_compound(&mut self, command: &Command) -> Res<()> {
        self.last_command = self.last_command
            && match command.kind {
                Kind::Subshell(_) => true,
                // What ends such a command may take the place of an ash, but not of a bash.
                Kind::Group(_) | Kind::If { .. } | Kind::Case { .. } => {
                    command.redirects.is_empty() && !self.bash()
                }
                _ => false,
            };
        if command.redirects.is_empty() {
            return self.run_kind(command).await;
        }
        self.line = command.line;
        let Some(saved) = self.redirect_all(&command.redirects).await? else {
            self.status = self.redirect_status();
            self.pipestatus_one();
            return Ok(());
        };
        let r = self.run_kind(command).await;
        self.flush().await;
        self.restore(saved);
        r
    }

    async fn run_kind(&mut self, command: &Command) -> Res<()> {
        match &command.kind {
            Kind::Group(list) => self.run_list(list).await,
            Kind::Subshell(list) if self.replaceable() && command.redirects.is_empty() => {
                self.run_list(list).await
            }
            Kind::Subshell(list) => {
                if self.bash() {
                    self.line = command.line;
                }
                self.run_subshell(list).await
            }
            Kind::If { arms, otherwise } => self.run_if(arms, otherwise.as_ref()).await,
            Kind::While { until, condition, body } => self.run_while(*until, condition, body).await,
            Kind::For { name, words, body } => {
                self.run_for(command.line, name, words.as_deref(), body).await
            }
            Kind::ArithFor(parts) => self.run_arith_for(command.line, &parts.0, &parts.1).await,
            Kind::Select { name, words, body } => {
                self.run_select(command.line, name, words.as_deref(), body).await
            }
            Kind::Case { word, arms } => self.run_case(command.line, word, arms).await,
            Kind::Arith(a) => self.run_arith(command.line, a).await,
            Kind::Cond(c) => {
                self.run_debug_trap(command).await?;
                self.run_cond(command.line, c).await
            }
            Kind::Function(f) => self.define(f, command.line),
            Kind::Coproc { name, body } => self.run_coproc(name, body).await,
            // Simple commands do not come here but as the body of an ash function.
            Kind::Simple(_) => {
                self.status = 0;
                Ok(())
            }
        }
    }

    async fn run_if(&mut self, arms: &[(List, List)], otherwise: Option<&List>) -> Res<()> {
        let tail = std::mem::replace(&mut self.last_command, false);
        for (condition, body) in arms {
            self.unchecked += 1;
            let r = self.run_list(condition).await;
            self.unchecked -= 1;
            r?;
            if self.status == 0 {
                self.last_command = tail;
                return self.run_list(body).await;
            }
        }
        self.last_command = tail;
        match otherwise {
            Some(list) => self.run_list(list).await,
            None => {
                self.status = 0;
                Ok(())
            }
        }
    }

    /// Runs a loop's body once, and says whether the loop goes on.
    pub(super) async fn turn(&mut self, body: &List) -> Res<Step> {
        match self.run_list(body).await {
            Ok(()) | Err(Stop::Continue(0 | 1)) => Ok(Step::Next),
            Err(Stop::Break(0 | 1)) => Ok(Step::Leave),
            Err(Stop::Continue(n)) => Err(Stop::Continue(n - 1)),
            Err(Stop::Break(n)) => Err(Stop::Break(n - 1)),
            Err(stop) => Err(stop),
        }
    }

    async fn run_while(&mut self, until: bool, condition: &List, body: &List) -> Res<()> {
        self.loops += 1;
        let r = self.while_turns(until, condition, body).await;
        self.loops -= 1;
        r
    }

    async fn while_turns(&mut self, until: bool, condition: &List, body: &List) -> Res<()> {
        let mut status = 0;
        loop {
            self.unchecked += 1;
            let r = self.turn(condition).await;
            self.unchecked -= 1;
            match r? {
                Step::Next => {}
                Step::Leave => {
                    status = self.status;
                    break;
                }
            }
            if (self.status == 0) == until {
                break;
            }
            let step = self.turn(body).await?;
            status = self.status;
            if let Step::Leave = step {
                break;
            }
        }
        self.status = status;
        Ok(())
    }

    pub(super) async fn loop_words(&mut self, words: Option<&[Word]>) -> Res<Vec<String>> {
        let Some(words) = words else { return Ok(self.args.to_vec()) };
        let mut out = Vec::new();
        for w in words {
            self.expand_wait(w, &mut out).await?;
        }
        Ok(out)
    }

    async fn run_for(
        &mut self,
        line: u32,
        name: &str,
        words: Option<&[Word]>,
        body: &List,
    ) -> Res<()> {
        self.line = line;
        if !is_name(name) {
            self.error(&format!("`{name}': not a valid identifier"));
            self.status = 1;
            return if self.on(Opt::Posix) { Err(Stop::Exit(1)) } else { Ok(()) };
        }
        let items = self.loop_words(words).await?;
        let listed = match words {
            Some(words) => words.iter().map(|w| &*w.raw).collect::<Vec<_>>().join(" "),
            None => "\"$@\"".to_string(),
        };
        self.loops += 1;
        let mut r = Ok(());
        if items.is_empty() {
            self.status = 0;
        }
        for item in items {
            self.line = line;
            if self.on(Opt::XTrace) && self.bash() {
                self.trace_line(&format!("for {name} in {listed}"));
                self.flush().await;
            }
            if self.traps.debug() {
                self.run_debug_text(format!("for {name} in {listed}")).await?;
            }
            match self.set_loop_variable(name, &item) {
                Ok(()) => {}
                // The loop has failed, no more.
                Err(Stop::Discard(status)) if self.bash() => {
                    self.status = status;
                    break;
                }
                Err(stop) => {
                    r = Err(stop);
                    break;
                }
            }
            match self.turn(body).await {
                Ok(Step::Next) => {}
                Ok(Step::Leave) => break,
                Err(stop) => {
                    r = Err(stop);
                    break;
                }
            }
        }
        self.loops -= 1;
        r
    }

    fn set_loop_variable(&mut self, name: &str, value: &str) -> Res<()> {
        use crate::shell::vars::{Attrs, Value, is_reference_target};
        // A reference as the loop's variable is made to refer to each word in turn.
        if let Some(v) = self.vars.get(name)
            && v.attrs.has(Attrs::NAMEREF)
        {
            if !is_reference_target(value) {
                return self.give_up(&format!("`{value}': not a valid identifier"));
            }
            if let Some(v) = self.vars.get_mut(name) {
                v.value = Value::Scalar(value.to_string());
            }
            return Ok(());
        }
        self.assign(name, None, value, false)
    }

    async fn run_arith_for(&mut self, line: u32, parts: &[ArithText; 3], body: &List) -> Res<()> {
        let [init, condition, step] = parts;
        self.line = line;
        self.loops += 1;
        let r = self.arith_turns(line, init, condition, step, body).await;
        self.loops -= 1;
        r
    }

    async fn arith_part(&mut self, line: u32, a: &ArithText) -> Result<i64, Res<()>> {
        self.line = line;
        if self.traps.debug() && !a.word.raw.trim().is_empty() {
            self.run_debug_text(format!("(({}))", a.word.raw)).await.map_err(Err)?;
        }
        if self.on(Opt::XTrace) && !a.word.raw.trim().is_empty() {
            self.trace_line(&format!("(( {} ))", a.word.raw.trim()));
        }
        let outer = self.command_name.replace("((".into());
        let r = self.arith_wait(a).await;
        self.command_name = outer;
        r.map_err(|stop| match stop {
            // An error in `((` is only a failure of the command.
            Stop::Discard(_) => {
                self.status = 1;
                Ok(())
            }
            stop => Err(stop),
        })
    }

    async fn arith_turns(
        &mut self,
        line: u32,
        init: &ArithText,
        condition: &ArithText,
        step: &ArithText,
        body: &List,
    ) -> Res<()> {
        if let Err(r) = self.arith_part(line, init).await {
            return r;
        }
        let mut status = 0;
        loop {
            if !condition.word.raw.trim().is_empty() {
                match self.arith_part(line, condition).await {
                    Ok(0) => break,
                    Ok(_) => {}
                    Err(r) => return r,
                }
            }
            let end = self.turn(body).await?;
            status = self.status;
            if let Step::Leave = end {
                break;
            }
            if let Err(r) = self.arith_part(line, step).await {
                return r;
            }
        }
        self.status = status;
        Ok(())
    }

    async fn run_arith(&mut self, line: u32, a: &ArithText) -> Res<()> {
        self.line = line;
        if self.traps.debug() {
            self.run_debug_text(format!("(({}))", a.word.raw)).await?;
            self.line = line;
        }
        let outer = self.command_name.replace("((".into());
        let text = if a.word.waits { Some(self.arith_text_wait(&a.word).await) } else { None };
        if self.on(Opt::XTrace) {
            self.trace_line(&format!("(( {} ))", a.word.raw));
        }
        let r = match text {
            Some(Ok(t)) => self.late(|sh| sh.arith_value(a, &t)).await,
            Some(Err(stop)) => Err(stop),
            None => self.late(|sh| sh.arith(a)).await,
        };
        self.command_name = outer;
        match r {
            Ok(n) => self.status = i32::from(n == 0),
            Err(Stop::Discard(_)) => self.status = 1,
            Err(stop) => return Err(stop),
        }
        self.pipestatus_one();
        Ok(())
    }

    async fn run_case(&mut self, line: u32, word: &Word, arms: &[CaseArm]) -> Res<()> {
        self.line = line;
        if self.traps.debug() {
            self.run_debug_text(format!("case {} in ", word.raw)).await?;
        }
        let tail = std::mem::replace(&mut self.last_command, false);
        let value = self.text_wait(word, Mode::Text, false).await?;
        if self.on(Opt::XTrace) && self.bash() {
            self.trace_line(&format!("case {} in", word.raw));
            self.flush().await;
        }
        let mut ran = false;
        let mut fall = false;
        for arm in arms {
            let mut hit = fall;
            for p in &arm.patterns {
                if hit {
                    break;
                }
                hit = self.case_matches(p, &value).await?;
            }
            if !hit {
                continue;
            }
            ran |= !arm.body.items.is_empty();
            self.last_command = tail && matches!(arm.end, CaseEnd::Stop);
            self.run_list(&arm.body).await?;
            match arm.end {
                CaseEnd::Stop => break,
                CaseEnd::Fall => fall = true,
                CaseEnd::Test => fall = false,
            }
        }
        if !ran {
            self.status = 0;
        }
        Ok(())
    }

    async fn case_matches(&mut self, p: &Word, value: &str) -> Res<bool> {
        let nocase = self.bash() && self.shopt(Shopt::NoCaseMatch);
        if !p.waits && !nocase {
            // `case` knows extended patterns only when they are on.
            if p.pattern.get().is_some() || self.shopt(Shopt::ExtGlob) || !p.raw.contains('(') {
                return Ok(self.expand_pattern(p)?.matches(value));
            }
        }
        let text = self.text_wait(p, Mode::Pattern, false).await?;
        let extglob = self.bash() && self.shopt(Shopt::ExtGlob);
        Ok(Pattern::new(&text, extglob, nocase).matches(value))
    }
}
