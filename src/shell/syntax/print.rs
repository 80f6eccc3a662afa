//! The tree as text, laid out as bash's `declare -f` does, and on one line for `jobs`. Words and
//! redirections belong to `print_word`.

use super::ast::{AndOr, Arg, CaseEnd, Command, Cond, Function, Item, Kind, List, Pipeline, Word};

/// Writes commands as text.
pub(super) struct Printer {
    pub(super) out: String,
    pub(super) indent: usize,
    /// Bodies of here-documents to write at the end of the line.
    pub(super) docs: Vec<String>,
    /// Whether the commands of a list stand in one line, as they do outside functions.
    one_line: bool,
}

/// A function as `declare -f` shows it.
pub(crate) fn function(f: &Function) -> String {
    let mut p = Printer::new(false);
    p.out.push_str(&f.name);
    p.out.push_str(" () \n");
    p.function_body(f);
    p.finish_docs();
    p.out
}

/// A command as `jobs` shows it.
pub(crate) fn and_or(a: &AndOr) -> String {
    let mut p = Printer::new(true);
    p.and_or(a);
    p.finish_docs();
    p.out
}

/// A pipeline's element as `jobs` shows it.
pub(crate) fn command(c: &Command) -> String {
    let mut p = Printer::new(true);
    p.command(c);
    p.finish_docs();
    p.out
}

/// A list on one line.
#[cfg(test)]
pub(crate) fn list(l: &List) -> String {
    let mut p = Printer::new(true);
    p.list(l, false);
    p.out
}

impl Printer {
    fn new(one_line: bool) -> Printer {
        Printer { out: String::new(), indent: 0, docs: Vec::new(), one_line }
    }

    fn newline(&mut self) {
        self.out.push('\n');
        self.finish_docs();
        for _ in 0..self.indent {
            self.out.push_str("    ");
        }
    }

    fn finish_docs(&mut self) {
        if !self.docs.is_empty() {
            if !self.out.ends_with('\n') {
                self.out.push('\n');
            }
            for d in std::mem::take(&mut self.docs) {
                self.out.push_str(&d);
            }
        }
    }

    fn function_body(&mut self, f: &Function) {
        match &f.body.kind {
            Kind::Group(_) => self.command(&f.body),
            _ => {
                self.out.push_str("{ ");
                self.indent += 1;
                self.newline();
                self.command(&f.body);
                self.indent -= 1;
                self.newline();
                self.out.push('}');
            }
        }
    }

    /// The commands of a list; `last` puts `;` after the last one too.
    fn list(&mut self, l: &List, last: bool) {
        let n = l.items.len();
        for (i, Item { and_or, background }) in l.items.iter().enumerate() {
            self.and_or(and_or);
            let end = i + 1 == n;
            if *background {
                self.out.push_str(" &");
                if !end {
                    self.out.push(' ');
                }
            } else if !end {
                if self.one_line {
                    self.out.push_str("; ");
                } else if self.docs.is_empty() {
                    self.out.push(';');
                    self.newline();
                } else {
                    self.newline();
                }
            } else if last && self.docs.is_empty() {
                self.out.push(';');
            }
        }
    }

    fn block(&mut self, l: &List, last: bool) {
        self.indent += 1;
        self.newline();
        self.list(l, last);
        self.indent -= 1;
        self.newline();
    }

    fn and_or(&mut self, a: &AndOr) {
        self.pipeline(&a.first);
        for (and, p) in &a.rest {
            self.out.push_str(if *and { " && " } else { " || " });
            self.pipeline(p);
        }
    }

    fn pipeline(&mut self, p: &Pipeline) {
        match p.timed {
            Some(true) => self.out.push_str("time -p "),
            Some(false) => self.out.push_str("time "),
            None => {}
        }
        if p.negate {
            self.out.push_str("! ");
        }
        for (i, c) in p.commands.iter().enumerate() {
            if i > 0 {
                self.out.push_str(" | ");
            }
            self.command(c);
        }
    }

    fn command(&mut self, c: &Command) {
        match &c.kind {
            Kind::Simple(s) => {
                let assigns = s.assigns.iter().map(|a| &*a.raw);
                let args = s.args.iter().map(|a| match a {
                    Arg::Word(w) => &*w.raw,
                    Arg::Assign(a) => &*a.raw,
                });
                let words: Vec<&str> = assigns.chain(args).collect();
                self.out.push_str(&words.join(" "));
                self.redirects(c, !words.is_empty());
                return;
            }
            Kind::Group(l) => {
                self.out.push_str("{ ");
                if self.one_line {
                    self.list(l, true);
                    self.out.push(' ');
                } else {
                    self.block(l, false);
                }
                self.out.push('}');
            }
            Kind::Subshell(l) => {
                self.out.push_str("( ");
                self.list(l, false);
                self.out.push_str(" )");
            }
            Kind::If { arms, otherwise } => self.if_clause(arms, otherwise.as_ref()),
            Kind::While { until, condition, body } => {
                self.out.push_str(if *until { "until " } else { "while " });
                self.list(condition, true);
                self.out.push_str(" do");
                self.block(body, true);
                self.out.push_str("done");
            }
            Kind::For { name, words, body } => self.for_clause("for", name, words.as_deref(), body),
            Kind::Select { name, words, body } => {
                self.for_clause("select", name, words.as_deref(), body);
            }
            Kind::ArithFor(parts) => {
                let ([init, condition, step], body) = &**parts;
                self.out.push_str(&format!(
                    "for (({}; {}; {}))",
                    init.word.raw.trim(),
                    condition.word.raw.trim(),
                    step.word.raw.trim()
                ));
                self.newline();
                self.out.push_str("do");
                self.block(body, true);
                self.out.push_str("done");
            }
            Kind::Case { word, arms } => {
                self.out.push_str(&format!("case {} in ", word.raw));
                self.indent += 1;
                for arm in arms {
                    self.newline();
                    let patterns: Vec<&str> = arm.patterns.iter().map(|p| &*p.raw).collect();
                    self.out.push_str(&patterns.join(" | "));
                    self.out.push(')');
                    if arm.body.items.is_empty() {
                        self.newline();
                    } else {
                        self.block(&arm.body, false);
                    }
                    self.out.push_str(match arm.end {
                        CaseEnd::Stop => ";;",
                        CaseEnd::Fall => ";&",
                        CaseEnd::Test => ";;&",
                    });
                }
                self.indent -= 1;
                self.newline();
                self.out.push_str("esac");
            }
            Kind::Arith(a) => self.out.push_str(&format!("(({}))", a.word.raw)),
            Kind::Cond(cond) => {
                self.out.push_str("[[ ");
                self.cond(cond);
                self.out.push_str(" ]]");
            }
            Kind::Function(f) => {
                self.out.push_str(&format!("function {} () ", f.name));
                self.newline();
                self.function_body(f);
            }
            Kind::Coproc { name, body } => {
                self.out.push_str("coproc ");
                if !matches!(body.kind, Kind::Simple(_)) {
                    self.out.push_str(&format!("{name} "));
                }
                self.command(body);
            }
        }
        self.redirects(c, true);
    }

    fn if_clause(&mut self, arms: &[(List, List)], otherwise: Option<&List>) {
        for (i, (condition, body)) in arms.iter().enumerate() {
            if i > 0 {
                // bash shows `elif` as an `if` inside `else`.
                self.out.push_str("else");
                self.indent += 1;
                self.newline();
            }
            self.out.push_str("if ");
            self.list(condition, true);
            self.out.push_str(" then");
            self.block(body, true);
        }
        if let Some(l) = otherwise {
            self.out.push_str("else");
            self.block(l, true);
        }
        self.out.push_str("fi");
        for _ in 1..arms.len() {
            self.out.push(';');
            self.indent -= 1;
            self.newline();
            self.out.push_str("fi");
        }
    }

    fn for_clause(&mut self, kind: &str, name: &str, words: Option<&[Word]>, body: &List) {
        self.out.push_str(&format!("{kind} {name}"));
        let list: Vec<&str> = match words {
            Some(w) => w.iter().map(|w| &*w.raw).collect(),
            None => vec!["\"$@\""],
        };
        self.out.push_str(" in");
        for w in list {
            self.out.push(' ');
            self.out.push_str(w);
        }
        self.out.push(';');
        self.newline();
        self.out.push_str("do");
        self.block(body, true);
        self.out.push_str("done");
    }

    fn cond(&mut self, c: &Cond) {
        match c {
            Cond::Or(a, b) => {
                self.cond(a);
                self.out.push_str(" || ");
                self.cond(b);
            }
            Cond::And(a, b) => {
                self.cond(a);
                self.out.push_str(" && ");
                self.cond(b);
            }
            Cond::Not(a) => {
                self.out.push_str("! ");
                self.cond(a);
            }
            Cond::Paren(a) => {
                self.out.push_str("( ");
                self.cond(a);
                self.out.push_str(" )");
            }
            Cond::Word(w) => self.out.push_str(&format!("-n {}", w.raw)),
            Cond::Unary(op, w) => self.out.push_str(&format!("{op} {}", w.raw)),
            Cond::Binary(a, op, b) => self.out.push_str(&format!("{} {op} {}", a.raw, b.raw)),
        }
    }
}
