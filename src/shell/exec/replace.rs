//! `exec`: redirections that stay, and a program in the shell's place.

use std::rc::Rc;

use super::program::Found;
use super::simple::Args;
use crate::shell::Dialect;
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::Command;
use crate::vfs::Errno;

impl Shell {
    /// `exec`: redirections that stay, and a program in the shell's place.
    pub(super) async fn run_exec(
        &mut self,
        args: &Args,
        assigns: bool,
        command: &Rc<Command>,
    ) -> Res<()> {
        if self.on(Opt::XTrace) {
            self.trace_words(args);
        }
        self.flush().await;
        let mut words = args.rest().to_vec();
        let mut clear = false;
        let mut login = false;
        let mut zero: Option<String> = None;
        while let Some(w) = words.first().cloned() {
            match w.as_str() {
                "--" => {
                    words.remove(0);
                    break;
                }
                "-a" if self.bash() => {
                    words.remove(0);
                    if words.is_empty() {
                        self.builtin_error("exec", "-a: option requires an argument");
                        self.status = 2;
                        return Ok(());
                    }
                    zero = Some(words.remove(0));
                }
                o if self.bash()
                    && o.len() > 1
                    && o.starts_with('-')
                    && o[1..].chars().all(|c| matches!(c, 'c' | 'l')) =>
                {
                    clear |= o.contains('c');
                    login |= o.contains('l');
                    words.remove(0);
                }
                o if self.bash() && o.len() > 1 && o.starts_with('-') => {
                    let bad = o.chars().nth(1).unwrap_or('-');
                    self.builtin_error("exec", &format!("-{bad}: invalid option"));
                    self.complain("exec: usage: exec [-cl] [-a name] [command [argument ...]] [redirection ...]\n");
                    self.status = 2;
                    return Ok(());
                }
                _ => break,
            }
        }
        if words.is_empty() {
            let good = self.redirect_for_good(&command.redirects).await?;
            self.status = i32::from(!good);
            if !good && !self.interactive && (!self.bash() || self.on(Opt::Posix)) {
                return Err(self.redirect_failed());
            }
            if good && assigns {
                let kept = self.temporaries(command).await?;
                drop(kept);
            }
            return Ok(());
        }
        let Some(saved) = self.redirect_all(&command.redirects).await? else {
            self.status = 1;
            return Err(Stop::Exit(1));
        };
        if assigns {
            // They go on into the program's environment.
            let kept = self.temporaries(command).await?;
            drop(kept);
        }
        let name = words[0].clone();
        let r = match self.find_program(&name, None) {
            Found::Path(path) => {
                let env = if clear { Vec::new() } else { self.program_environment(&path) };
                if let Some(z) = zero {
                    words[0] = z;
                }
                if login {
                    words[0].insert(0, '-');
                }
                self.close_own();
                let e = self.p.exec(&path, &words, env).await;
                if e == Errno::ENOEXEC {
                    self.run_script_here(&path, words).await?;
                    return Err(Stop::Exit(self.status));
                }
                self.exec_fault(&name, &path, e)
            }
            Found::Denied(path) => self.exec_fault(&name, &path, Errno::EACCES),
            Found::Nothing => {
                let m = if self.bash() {
                    format!("{name}: not found")
                } else {
                    format!("{name}: not found")
                };
                match self.dialect {
                    Dialect::Bash => self.error(&format!("exec: {m}")),
                    _ => self.builtin_error("exec", &m),
                }
                127
            }
        };
        self.status = r;
        self.flush().await;
        self.restore(saved);
        if self.interactive || (self.bash() && self.shopt(Shopt::ExecFail)) {
            return Ok(());
        }
        Err(Stop::Exit(r))
    }

    fn exec_fault(&mut self, name: &str, path: &str, e: Errno) -> i32 {
        if self.bash() && e == Errno::EACCES && !self.p.stat(path).is_ok_and(|s| s.is_dir()) {
            let whole = match path.starts_with('/') {
                true => path.to_string(),
                false => format!("{}/{}", self.p.cwd(), path.trim_start_matches("./")),
            };
            self.error(&format!("{whole}: {e}"));
            return 126;
        }
        if self.dialect == Dialect::Ash {
            let why = if e == Errno::ENOENT { "not found".to_string() } else { e.to_string() };
            self.builtin_error("exec", &format!("{name}: {why}"));
            return if e == Errno::ENOENT { 127 } else { 126 };
        }
        if self.bash() && self.p.stat(path).is_ok_and(|s| s.is_dir()) {
            self.error(&format!("{path}: Is a directory"));
            return 126;
        }
        self.exec_error(name, path, e)
    }
}
