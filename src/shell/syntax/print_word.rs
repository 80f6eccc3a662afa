//! Redirections as text, for `print`.

use super::ast::{Command, Redirect, RedirectFd, RedirectOp};
use super::print::Printer;

impl Printer {
    /// The redirections of a command, after something or not.
    pub(super) fn redirects(&mut self, c: &Command, after: bool) {
        for (i, r) in c.redirects.iter().enumerate() {
            if after || i > 0 {
                self.out.push(' ');
            }
            self.redirect(r);
        }
    }

    fn redirect(&mut self, r: &Redirect) {
        let default = match r.op {
            RedirectOp::DupIn => Some(0),
            RedirectOp::DupOut => Some(1),
            _ => None,
        };
        match (&r.fd, default) {
            (RedirectFd::Number(n), _) => self.out.push_str(&n.to_string()),
            (RedirectFd::Var(v), _) => self.out.push_str(&format!("{{{v}}}")),
            (RedirectFd::Default, Some(n)) if is_fd(&r.target.raw) => {
                self.out.push_str(&n.to_string());
            }
            (RedirectFd::Default, _) => {}
        }
        self.out.push_str(r.op.text());
        match r.op {
            RedirectOp::Here | RedirectOp::HereTabs => {
                self.out.push_str(&r.target.raw);
                let end = r.target.constant().unwrap_or_default();
                let body = r.body.get().map_or("", |w| &w.raw);
                self.docs.push(format!("{body}{end}\n"));
            }
            RedirectOp::DupIn | RedirectOp::DupOut => self.out.push_str(&r.target.raw),
            _ => {
                self.out.push(' ');
                self.out.push_str(&r.target.raw);
            }
        }
    }
}

fn is_fd(s: &str) -> bool {
    s == "-" || (!s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()))
}
