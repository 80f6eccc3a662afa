//! How a shell begins: arguments, variables, startup files, and whose text it runs.

mod arguments;
mod environment;

use std::rc::Rc;

use crate::kernel::{Pid, Proc};
use crate::shell::Dialect;
use crate::shell::exec::{Origin, drive};
use crate::shell::options::{Opt, Options, SET, Shopt};
use crate::shell::state::{Call, Getopts, Res, Shell, Stop};
use crate::shell::vars::Var;
use crate::vfs::{Errno, text};
use arguments::arguments;

/// The version that the shell says it is.
const VERSION: &str = "5.2.37(1)-release";

impl Shell {
    /// A shell with nothing in it yet.
    pub(crate) fn bare(p: Proc, dialect: Dialect) -> Shell {
        let now = p.now();
        let pid: Pid = p.pid();
        Shell {
            p,
            dialect,
            opts: Options::default(),
            vars: Default::default(),
            functions: Rc::default(),
            aliases: Rc::default(),
            arg0: "bash".into(),
            args: Rc::default(),
            status: 0,
            pipestatus: vec![0],
            last_arg: String::new(),
            last_background: None,
            pid,
            line: 0,
            calls: Vec::new(),
            interactive: false,
            login: false,
            command_string: None,
            reads_stdin: false,
            subshell: 0,
            loops: 0,
            unchecked: 0,
            depth: 0,
            traps: Default::default(),
            jobs: Default::default(),
            history: Default::default(),
            bindings: Rc::default(),
            verify: None,
            hashed: Rc::default(),
            dirs: Vec::new(),
            getopts: Getopts { index: 1, offset: 0 },
            out: Vec::new(),
            command_name: None,
            within: None,
            wrote: "echo",
            random: 0,
            random_seeded: false,
            started: now,
            begun: now,
            seconds_base: 0,
            current: Default::default(),
            disabled: Rc::default(),
            completions: Rc::default(),
            fuel: 0,
            charged: 0,
            reading: 0,
            negated: false,
            process_subs: Vec::new(),
            sub_status: None,
            coproc: None,
            in_trap: 0,
            in_err: 0,
            in_debug: 0,
            exiting: false,
            saved_fds: Vec::new(),
            traced: 0,
            trace_to: None,
            last_command: false,
            terminal: 2,
            commands: 1,
            warned: false,
            eofs: 0,
            pending_stop: None,
            guarded: 0,
            programs: Rc::default(),
            segments: Default::default(),
            late: Default::default(),
        }
    }
}

/// Runs a shell as a program.
pub(in crate::shell) async fn run(
    p: Proc,
    dialect: Dialect,
    programs: crate::shell::Programs,
) -> i32 {
    let mut sh = Shell::bare(p, dialect);
    sh.programs = programs;
    let segments = sh.segments.clone();
    drive(segments, main(sh)).await
}

async fn main(mut sh: Shell) -> i32 {
    let argv = sh.p.argv();
    sh.arg0 = argv.first().map_or("sh", |a| a.as_str()).into();
    let name = sh.arg0.rsplit('/').next().unwrap_or("").trim_start_matches('-').to_string();
    let environ = sh.p.environ();
    sh.import(&environ);
    let p = sh.p.clone();
    sh.traps.at_start(&p);
    if sh.bash() && name == "sh" {
        sh.opts.put(Opt::Posix, true);
    }
    let w = match arguments(&argv, sh.dialect) {
        Ok(w) => w,
        Err(m) => return refuse(&mut sh, &m).await,
    };
    for (c, on) in &w.options {
        if let Some((_, _, o)) = SET.iter().find(|(_, l, _)| *l == Some(*c)) {
            sh.opts.put(*o, *on);
        }
    }
    for (n, on) in &w.named {
        if !sh.set_option(n, *on) {
            if sh.dialect == Dialect::Ash {
                // Its status is what it was before.
                let sign = if *on { '-' } else { '+' };
                refuse(&mut sh, &format!("illegal option {sign}o {n}")).await;
                return 0;
            }
            return refuse(&mut sh, &format!("{n}: invalid option name")).await;
        }
    }
    for (n, on) in &w.shopts {
        match crate::shell::options::SHOPT.iter().position(|(x, ..)| x == n) {
            Some(i) => sh.opts.put_shopt_at(i, *on),
            None => return refuse(&mut sh, &format!("{n}: invalid shell option name")).await,
        }
    }
    if w.show_options {
        let text = sh.option_lines(false);
        sh.say(&text);
        sh.flush().await;
    }
    sh.login = w.login;
    if sh.login && sh.bash() {
        sh.opts.put_shopt(Shopt::LoginShell, true);
    }
    let mut operands = w.operands.clone();
    let reads_file = w.command.is_none() && !w.stdin && !operands.is_empty();
    sh.interactive =
        w.interactive || (w.command.is_none() && !reads_file && sh.p.isatty(0) && sh.p.isatty(2));
    if w.command.is_some() {
        if !operands.is_empty() {
            sh.arg0 = operands.remove(0).into();
        }
    } else if reads_file {
        sh.arg0 = operands.remove(0).into();
    }
    if !sh.bash() && !sh.interactive && !w.stdin && (w.command.is_some() || reads_file) {
        sh.traps.be_patient(&p);
    }
    let script = sh.arg0.clone();
    sh.args = Rc::new(operands);
    sh.last_arg = sh
        .var("_")
        .filter(|v| !v.is_empty())
        .unwrap_or_else(|| argv.first().cloned().unwrap_or_default());
    if sh.interactive {
        sh.begin_interactive();
    }
    let mut r: Res<()> = Ok(());
    if w.login && !w.noprofile {
        r = login_files(&mut sh).await;
    }
    if r.is_ok() && sh.interactive && !w.norc && (!w.login || !sh.bash()) {
        r = rc_file(&mut sh, w.rcfile.as_deref()).await;
    }
    if r.is_ok()
        && sh.bash()
        && !sh.interactive
        && let Some(file) = sh.var("BASH_ENV").filter(|f| !f.is_empty())
    {
        r = start_file(&mut sh, &file).await;
    }
    if let Err(stop) = r {
        return sh.finish(Err(stop)).await;
    }
    if let Some(command) = w.command {
        sh.command_string = Some(command.as_str().into());
        // dash waits for its commands even where nothing follows.
        sh.last_command = !sh.interactive && sh.dialect != Dialect::Dash;
        let r = sh.run_text(&command, 1, Origin::Main).await;
        return sh.finish(r).await;
    }
    if reads_file {
        return script_file(sh, &script).await;
    }
    sh.reads_stdin = true;
    if sh.interactive {
        return crate::shell::interactive::run(sh).await;
    }
    crate::shell::stdin::run(sh).await
}

async fn refuse(sh: &mut Shell, m: &str) -> i32 {
    let name = sh.arg0.to_string();
    match m {
        "version" => {
            sh.say(&format!("GNU bash, version {VERSION} (x86_64-pc-linux-gnu) (simulated)\n"));
            sh.flush().await;
            return 0;
        }
        "help" => {
            sh.say(&format!("Usage:\t{name} [long option] [option] ...\n\t{name} [long option] [option] script-file ...\n`help' inside the shell says more about its commands.\n"));
            sh.flush().await;
            return 0;
        }
        _ => {}
    }
    let text = match sh.dialect {
        Dialect::Bash => format!("{name}: {m}\n"),
        Dialect::Ash => format!("{name}: {m}\n"),
        Dialect::Dash => format!("{name}: 0: {m}\n"),
    };
    sh.complain(&text);
    if sh.bash() && m.ends_with("invalid option") {
        sh.complain(&format!("Usage:\t{name} [GNU long option] [option] ...\n\t{name} [GNU long option] [option] script-file ...\n"));
    }
    sh.flush().await;
    2
}

/// A startup file that need not be there.
async fn start_file(sh: &mut Shell, path: &str) -> Res<()> {
    if sh.p.access(path, 4).is_err() || sh.p.stat(path).is_ok_and(|s| s.is_dir()) {
        return Ok(());
    }
    match sh.run_file(path, None).await {
        Err(Stop::Discard(_)) => Ok(()),
        r => r,
    }
}

async fn login_files(sh: &mut Shell) -> Res<()> {
    start_file(sh, "/etc/profile").await?;
    let home = sh.var("HOME").unwrap_or_default();
    if !sh.bash() {
        return start_file(sh, &format!("{home}/.profile")).await;
    }
    for name in [".bash_profile", ".bash_login", ".profile"] {
        let path = format!("{home}/{name}");
        if sh.p.access(&path, 4).is_ok() {
            return start_file(sh, &path).await;
        }
    }
    Ok(())
}

async fn rc_file(sh: &mut Shell, given: Option<&str>) -> Res<()> {
    if !sh.bash() {
        let Some(file) = sh.var("ENV").filter(|f| !f.is_empty()) else { return Ok(()) };
        let file = sh.prompt_escapes(&file);
        return start_file(sh, &file).await;
    }
    if let Some(file) = given {
        return start_file(sh, file).await;
    }
    // Debian's bash is built to read this one first.
    start_file(sh, "/etc/bash.bashrc").await?;
    let home = sh.var("HOME").unwrap_or_default();
    start_file(sh, &format!("{home}/.bashrc")).await
}

/// Runs a script file.
async fn script_file(mut sh: Shell, path: &str) -> i32 {
    let mut file = path.to_string();
    let mut read = sh.read_whole(&file).await;
    if read == Err(Errno::ENOENT)
        && !path.contains('/')
        && let crate::shell::exec::Found::Path(found) = sh.find_program(path, None)
    {
        file = found;
        read = sh.read_whole(&file).await;
    }
    let bytes = match read {
        Ok(b) => b,
        Err(e) => {
            let name = sh.p.argv().first().cloned().unwrap_or_default();
            let m = match (sh.dialect, e) {
                (Dialect::Bash, Errno::EISDIR) => format!("{path}: {path}: Is a directory\n"),
                (Dialect::Bash, e) => format!("{name}: {path}: {e}\n"),
                // It reads no line, and ends well.
                (Dialect::Ash, Errno::EISDIR) => return 0,
                (Dialect::Ash, Errno::ENOENT | Errno::ENOTDIR) => {
                    format!("{name}: line 0: can't open {path}: no such file\n")
                }
                (Dialect::Ash, e) => format!("{name}: line 0: can't open {path}: {e}\n"),
                (Dialect::Dash, _) => format!("{name}: 0: cannot open {path}: No such file\n"),
            };
            sh.complain(&m);
            sh.flush().await;
            return match (sh.dialect, e) {
                (Dialect::Bash, Errno::ENOENT) => 127,
                (Dialect::Bash, _) => 126,
                _ => 2,
            };
        }
    };
    if sh.bash() && crate::shell::exec::is_binary(&bytes) {
        sh.complain(&format!("{path}: {path}: cannot execute binary file\n"));
        sh.flush().await;
        return 126;
    }
    if sh.bash() {
        sh.calls.push(Call { name: "main".into(), source: path.into(), line: 0, function: false });
    }
    let r = sh.run_text(&text::decode_owned(bytes), 1, Origin::Main).await;
    sh.finish(r).await
}

impl Shell {
    /// What only an interactive shell has: prompts, history, job control.
    fn begin_interactive(&mut self) {
        for o in [Opt::History, Opt::HistExpand, Opt::Monitor, Opt::Emacs] {
            if self.bash() || o == Opt::Monitor {
                self.opts.put(o, true);
            }
        }
        self.opts.put_shopt(Shopt::ExpandAliases, true);
        if self.bash() {
            let home = self.var("HOME").unwrap_or_default();
            for (name, value) in [
                ("PS1", "\\s-\\v\\$ ".to_string()),
                ("PS2", "> ".to_string()),
                ("HISTFILE", format!("{home}/.bash_history")),
                ("HISTSIZE", "500".to_string()),
                ("HISTFILESIZE", "500".to_string()),
            ] {
                if self.vars.get(name).is_none() {
                    self.vars.put(name, Some(Var::scalar(value)));
                }
            }
        } else if self.dialect == Dialect::Ash {
            self.vars.put("PS1", Some(Var::scalar("\\w \\$ ")));
        }
    }
}
