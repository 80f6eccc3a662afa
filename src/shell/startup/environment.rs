//! The variables that a shell begins with.

use std::rc::Rc;

use super::VERSION;
use crate::shell::Dialect;
use crate::shell::options::SHOPT;
use crate::shell::state::Shell;
use crate::shell::syntax::{Parser, is_name};
use crate::shell::vars::{Array, Attrs, Value, Var};

/// The number that a text begins with, as atoi(3) reads it.
fn leading(text: &str) -> i32 {
    let text = text.trim_start();
    let digits = text.trim_start_matches(['-', '+']).bytes().take_while(u8::is_ascii_digit).count();
    let signs = text.len() - text.trim_start_matches(['-', '+']).len();
    if signs > 1 {
        return 0;
    }
    text[..signs + digits].parse().unwrap_or(0)
}

impl Shell {
    /// Takes over the environment and sets what every shell sets.
    pub(crate) fn import(&mut self, environ: &[(String, String)]) {
        for (n, v) in environ {
            if let Some(name) = n.strip_prefix("BASH_FUNC_").and_then(|r| r.strip_suffix("%%")) {
                if self.bash() {
                    self.import_function(name, v);
                }
                continue;
            }
            if self.bash() && matches!(n.as_str(), "SHELLOPTS" | "BASHOPTS") {
                self.import_options(n, v);
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
        if self.bash() && self.vars.get("OLDPWD").is_none() {
            let mut v = Var::unset();
            v.attrs.add(Attrs::EXPORT);
            self.vars.put("OLDPWD", Some(v));
        }
        let level = self.var("SHLVL").unwrap_or_default();
        let next = match self.dialect {
            Dialect::Bash => Some(level.trim().parse().map_or(0, |n: i64| n.max(0)) + 1),
            // As atoi(3) reads it, and without a sign (`utoa` in BusyBox).
            Dialect::Ash => Some(i64::from(leading(&level).wrapping_add(1) as u32)),
            Dialect::Dash => None,
        };
        if let Some(next) = next {
            self.vars.put("SHLVL", Some(exported(next.to_string())));
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
        let parts = ["5", "2", "37", "1", "release", "x86_64-pc-linux-gnu"];
        let mut info = Var::unset();
        info.value = Value::Array(Rc::new(Array::from_values(parts.map(String::from))));
        info.attrs.add(Attrs::READONLY);
        self.vars.put("BASH_VERSINFO", Some(info));
        self.define_dynamic();
        if self.vars.get("TERM").is_none() {
            self.vars.put("TERM", Some(Var::scalar("dumb")));
        }
    }

    /// Options that the parent shell has handed on by exporting their list.
    fn import_options(&mut self, variable: &str, list: &str) {
        for name in list.split(':') {
            if variable == "SHELLOPTS" {
                if !matches!(name, "interactive-comments" | "monitor") {
                    self.set_option(name, true);
                }
            } else if let Some(i) = SHOPT.iter().position(|(n, ..)| *n == name)
                && !matches!(name, "login_shell" | "restricted_shell")
            {
                self.opts.put_shopt_at(i, true);
            }
        }
        self.vars.entry(variable).attrs.add(Attrs::EXPORT);
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
