//! How a shell begins: arguments, variables, startup files, and whose text it runs.

use std::rc::Rc;

use crate::kernel::{Pid, Proc};
use crate::shell::Dialect;
use crate::shell::exec::{Origin, drive};
use crate::shell::options::{Opt, Options, SET, Shopt};
use crate::shell::state::{Call, Getopts, Res, Shell, Stop};
use crate::shell::syntax::{Parser, is_name};
use crate::shell::vars::{Array, Attrs, Value, Var};
use crate::vfs::{Errno, text};

/// The version that the shell says it is.
const VERSION: &str = "5.3.0(1)-release";

/// What the arguments ask for.
#[derive(Default)]
struct Wanted {
    command: Option<String>,
    interactive: bool,
    login: bool,
    stdin: bool,
    norc: bool,
    noprofile: bool,
    rcfile: Option<String>,
    options: Vec<(char, bool)>,
    named: Vec<(String, bool)>,
    shopts: Vec<(String, bool)>,
    show_options: bool,
    operands: Vec<String>,
}

/// Reads the arguments; the error is a message.
fn arguments(argv: &[String], dialect: Dialect) -> Result<Wanted, String> {
    let mut w = Wanted::default();
    w.login = argv.first().is_some_and(|a| a.starts_with('-'));
    let mut i = 1;
    let mut wants_command = false;
    while let Some(a) = argv.get(i) {
        let on = match a.chars().next() {
            Some('-') => true,
            Some('+') => false,
            _ => break,
        };
        if a == "--" || a == "-" {
            i += 1;
            break;
        }
        i += 1;
        if let Some(long) = a.strip_prefix("--").filter(|_| dialect == Dialect::Bash) {
            match long {
                "norc" => w.norc = true,
                "noprofile" => w.noprofile = true,
                "login" => w.login = true,
                "posix" => w.named.push(("posix".to_string(), true)),
                "verbose" => w.options.push(('v', true)),
                "noediting" | "debugger" | "restricted" | "dump-strings" | "dump-po-strings" => {}
                "rcfile" | "init-file" => {
                    w.rcfile = argv.get(i).cloned();
                    i += 1;
                }
                "version" => return Err("version".to_string()),
                "help" => return Err("help".to_string()),
                _ => return Err(format!("{a}: invalid option")),
            }
            continue;
        }
        if a.len() == 1 {
            break;
        }
        for c in a.chars().skip(1) {
            match c {
                'c' => wants_command = true,
                'i' => w.interactive = on,
                'l' => w.login = on,
                's' => w.stdin = true,
                'o' => {
                    match argv.get(i) {
                        Some(n) => w.named.push((n.clone(), on)),
                        None => w.show_options = true,
                    }
                    i += 1;
                }
                'O' if dialect == Dialect::Bash => {
                    if let Some(n) = argv.get(i) {
                        w.shopts.push((n.clone(), on));
                    }
                    i += 1;
                }
                'r' | 'D' if dialect == Dialect::Bash => {}
                c if SET.iter().any(|(_, l, _)| *l == Some(c)) => w.options.push((c, on)),
                c => return Err(format!("{}{c}: invalid option", if on { '-' } else { '+' })),
            }
        }
    }
    w.operands = argv.get(i..).unwrap_or(&[]).to_vec();
    if wants_command {
        if w.operands.is_empty() {
            return Err("-c: option requires an argument".to_string());
        }
        w.command = Some(w.operands.remove(0));
    }
    Ok(w)
}

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
            hashed: Rc::default(),
            dirs: Vec::new(),
            getopts: Getopts { index: 1, offset: 0 },
            out: Vec::new(),
            command_name: None,
            random: 0,
            random_seeded: false,
            started: now,
            begun: now,
            seconds_base: 0,
            current: Default::default(),
            disabled: Rc::default(),
            completions: Rc::default(),
            fuel: 0,
            process_subs: Vec::new(),
            sub_status: None,
            coproc: None,
            in_trap: 0,
            in_err: 0,
            in_debug: 0,
            exiting: false,
            saved_fds: Vec::new(),
            traced: 0,
            last_command: false,
            terminal: 2,
            commands: 1,
            warned: false,
            pending_stop: None,
            named: false,
            guarded: 0,
            programs: Rc::default(),
            segments: Default::default(),
        }
    }

    /// Takes over the environment and sets what every shell sets.
    pub(crate) fn import(&mut self, environ: &[(String, String)]) {
        for (n, v) in environ {
            if let Some(name) = n.strip_prefix("BASH_FUNC_").and_then(|r| r.strip_suffix("%%")) {
                if self.bash() {
                    self.import_function(name, v);
                }
                continue;
            }
            if is_name(n) {
                let mut var = Var::scalar(v.as_str());
                var.attrs.add(Attrs::EXPORT);
                self.vars.put(n, Some(var));
            }
        }
        let cwd = self.p.cwd();
        let inherited = self.var("PWD").filter(|d| {
            let (a, b) = (self.p.stat(d), self.p.stat("."));
            d.starts_with('/')
                && matches!((a, b), (Ok(a), Ok(b)) if a.ino == b.ino && a.dev == b.dev)
        });
        let pwd = inherited.unwrap_or(cwd);
        let exported = |s: String| {
            let mut v = Var::scalar(s);
            v.attrs.add(Attrs::EXPORT);
            v
        };
        self.vars.put("PWD", Some(exported(pwd)));
        if self.bash() {
            if self.vars.get("OLDPWD").is_none() {
                let mut v = Var::unset();
                v.attrs.add(Attrs::EXPORT);
                self.vars.put("OLDPWD", Some(v));
            }
            let level: i64 = self.var("SHLVL").and_then(|v| v.trim().parse().ok()).unwrap_or(0);
            self.vars.put("SHLVL", Some(exported((level.max(0) + 1).to_string())));
        }
        self.vars.put("IFS", Some(Var::scalar(" \t\n")));
        self.vars.put("OPTIND", Some(Var::scalar("1")));
        self.vars.put("PS4", Some(Var::scalar("+ ")));
        if self.vars.get("PATH").is_none() {
            let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
            self.vars.put("PATH", Some(Var::scalar(path)));
        }
        let ppid = self.p.ppid().to_string();
        let mut fixed = |name: &str, value: String, attrs: &[Attrs]| {
            let mut v = Var::scalar(value);
            for a in attrs {
                v.attrs.add(*a);
            }
            self.vars.put(name, Some(v));
        };
        if self.dialect != Dialect::Bash {
            fixed("PPID", ppid, &[]);
            fixed("PS1", if self.p.cred().euid == 0 { "# ".into() } else { "$ ".into() }, &[]);
            fixed("PS2", "> ".into(), &[]);
            self.define_dynamic();
            return;
        }
        let cred = self.p.cred();
        let readonly = [Attrs::READONLY, Attrs::INTEGER];
        fixed("PPID", ppid, &readonly);
        fixed("UID", cred.uid.to_string(), &readonly);
        fixed("EUID", cred.euid.to_string(), &readonly);
        fixed("OPTERR", "1".into(), &[]);
        fixed("BASH", "/usr/bin/bash".into(), &[]);
        fixed("BASH_VERSION", VERSION.into(), &[]);
        fixed("HOSTTYPE", "x86_64".into(), &[]);
        fixed("OSTYPE", "linux-gnu".into(), &[]);
        fixed("MACHTYPE", "x86_64-pc-linux-gnu".into(), &[]);
        fixed("HOSTNAME", self.p.hostname(), &[]);
        fixed("BASH_LOADABLES_PATH", "/usr/local/lib/bash:/usr/lib/bash".into(), &[]);
        let parts = ["5", "3", "0", "1", "release", "x86_64-pc-linux-gnu"];
        let mut info = Var::unset();
        info.value = Value::Array(Rc::new(Array::from_values(parts.map(String::from))));
        info.attrs.add(Attrs::READONLY);
        self.vars.put("BASH_VERSINFO", Some(info));
        self.define_dynamic();
        if self.vars.get("TERM").is_none() {
            self.vars.put("TERM", Some(Var::scalar("dumb")));
        }
    }

    fn import_function(&mut self, name: &str, body: &str) {
        let opts = self.parse_options();
        let parsed = Parser::new(format!("{name} {body}"), 0, opts).whole();
        let Ok(list) = parsed else { return };
        let Some(item) = list.items.first() else { return };
        if let [command] = item.and_or.first.commands.as_slice()
            && let crate::shell::syntax::ast::Kind::Function(f) = &command.kind
        {
            let entry = crate::shell::state::FunctionEntry {
                function: f.clone(),
                source: "environment".into(),
                line: 0,
                exported: true,
                readonly: false,
                trace: false,
            };
            Rc::make_mut(&mut self.functions).insert(name.into(), entry);
        }
    }
}

/// Runs a shell as a program.
pub(super) async fn run(p: Proc, dialect: Dialect, programs: crate::shell::Programs) -> i32 {
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
    let mut operands = w.operands.clone();
    let reads_file = w.command.is_none() && !w.stdin && !operands.is_empty();
    sh.interactive =
        w.interactive || (w.command.is_none() && !reads_file && sh.p.isatty(0) && sh.p.isatty(2));
    if w.command.is_some() {
        if !operands.is_empty() {
            sh.arg0 = operands.remove(0).into();
            sh.named = true;
        }
    } else if reads_file {
        sh.arg0 = operands.remove(0).into();
        sh.named = true;
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
        let only = !sh.interactive;
        sh.last_command = only && single(&sh, &command);
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
    crate::shell::interactive::run_stdin(sh).await
}

/// Whether a `-c` text is one simple command, which may take the shell's place.
fn single(sh: &Shell, text: &str) -> bool {
    use crate::shell::syntax::ast::Kind;
    let Ok(list) = Parser::new(text, 1, sh.parse_options()).whole() else { return false };
    match list.items.as_slice() {
        [item] if !item.background && item.and_or.rest.is_empty() => {
            let p = &item.and_or.first;
            !p.negate
                && p.timed.is_none()
                && matches!(p.commands.as_slice(), [c] if matches!(c.kind, Kind::Simple(_)))
        }
        _ => false,
    }
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
                (Dialect::Ash, e) => format!("{name}: can't open '{path}': {e}\n"),
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
    let head = &bytes[..bytes.len().min(80)];
    let first = head.iter().position(|b| *b == b'\n').unwrap_or(head.len());
    if sh.bash() && head[..first].contains(&0) {
        sh.complain(&format!("{path}: {path}: cannot execute binary file\n"));
        sh.flush().await;
        return 126;
    }
    if sh.bash() {
        sh.calls.push(Call {
            name: "main".into(),
            source: path.into(),
            line: 0,
            function: false,
            args: Rc::from(sh.args.as_slice()),
        });
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
