//! `coproc`: a child with a pipe to it and one from it.

use std::rc::Rc;

use crate::kernel::Fd;
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::ast::Command;
use crate::shell::syntax::print;
use crate::shell::vars::{Array, Value, Var};

impl Shell {
    /// `coproc NAME command`: the command with a pipe to and from the shell.
    pub(super) async fn run_coproc(&mut self, name: &str, body: &Rc<Command>) -> Res<()> {
        self.flush().await;
        let pipes = self.p.pipe().and_then(|a| self.p.pipe().map(|b| (a, b)));
        let ((r1, w1), (r2, w2)) = match pipes {
            Ok(p) => p,
            Err(e) => return self.give_up(&format!("cannot make pipe for coprocess: {e}")),
        };
        let command = body.clone();
        let pid = self
            .fork_shell(
                move |sh| {
                    let _ = sh.p.dup2(r1, 0);
                    let _ = sh.p.dup2(w2, 1);
                    for fd in [r1, w1, r2, w2] {
                        let _ = sh.p.close(fd);
                    }
                },
                async move |sh| sh.run_child_command(command).await,
            )
            .await?;
        let _ = self.p.close(r1);
        let _ = self.p.close(w2);
        let high = |sh: &Shell, fd: Fd| match sh.p.dup_from(fd, 60) {
            Ok(n) => {
                let _ = sh.p.close(fd);
                let _ = sh.p.set_cloexec(n, true);
                n
            }
            Err(_) => fd,
        };
        let (input, output) = (high(self, r2), high(self, w1));
        let array = Array::from_values([input.to_string(), output.to_string()]);
        self.vars.put(name, Some(Var { value: Value::Array(Rc::new(array)), ..Var::unset() }));
        self.vars.put(&format!("{name}_PID"), Some(Var::scalar(pid.to_string())));
        self.last_background = Some(pid);
        self.jobs.add(vec![pid], pid, &print::command(body), false);
        self.coproc = Some((name.into(), pid));
        self.status = 0;
        Ok(())
    }

    /// Takes away the variables of a coprocess that has been waited for, and closes its pipes.
    pub(crate) fn end_coproc(&mut self) {
        let Some((name, pid)) = self.coproc.clone() else { return };
        if self.jobs.ended(pid).is_none() {
            return;
        }
        self.coproc = None;
        for fd in self.values(&name).iter().filter_map(|v| v.parse().ok()) {
            let _ = self.p.close(fd);
        }
        self.vars.unset(&name);
        self.vars.unset(&format!("{name}_PID"));
    }
}
