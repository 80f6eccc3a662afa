//! `[[ .. ]]`.

use std::rc::Rc;

use crate::shell::expand::{Context, Mode};
use crate::shell::options::{Opt, Shopt};
use crate::shell::pattern::Pattern;
use crate::shell::regex;
use crate::shell::state::{Boxed, Res, Shell, Stop};
use crate::shell::syntax::ast::{Cond, Part, Word};
use crate::shell::vars::{Array, Value, Var};

impl Shell {
    pub(super) async fn run_cond(&mut self, line: u32, c: &Cond) -> Res<()> {
        self.line = line;
        match self.cond(c).await {
            Ok(yes) => self.status = i32::from(!yes),
            // A bad test is a failure of the command only.
            Err(Stop::Discard(2)) => self.status = 2,
            Err(stop) => return Err(stop),
        }
        self.pipestatus_one();
        Ok(())
    }

    fn cond<'a>(&'a mut self, c: &'a Cond) -> Boxed<'a, Res<bool>> {
        Box::pin(async move {
            Ok(match c {
                Cond::Or(a, b) => self.cond(a).await? || self.cond(b).await?,
                Cond::And(a, b) => self.cond(a).await? && self.cond(b).await?,
                Cond::Not(a) => {
                    self.negated = true;
                    let r = self.cond(a).await;
                    self.negated = false;
                    !r?
                }
                Cond::Paren(a) => self.cond(a).await?,
                Cond::Word(w) => {
                    let s = self.text_wait(w, Mode::Text, false).await?;
                    self.trace_cond(&format!("-n {}", shown(&s)));
                    !s.is_empty()
                }
                Cond::Unary(op, w) => {
                    let s = self.text_wait(w, Mode::Text, false).await?;
                    self.trace_cond(&format!("{op} {}", shown(&s)));
                    self.late(|sh| sh.unary_test(op, &s)).await?
                }
                Cond::Binary(a, op, b) => self.cond_binary(a, op, b).await?,
            })
        })
    }

    fn trace_cond(&mut self, text: &str) {
        if self.on(Opt::XTrace) {
            let not = if std::mem::take(&mut self.negated) { "! " } else { "" };
            self.trace_line(&format!("[[ {not}{text} ]]"));
        }
    }

    async fn cond_binary(&mut self, a: &Word, op: &str, b: &Word) -> Res<bool> {
        let left = self.text_wait(a, Mode::Text, false).await?;
        let nocase = self.shopt(Shopt::NoCaseMatch) && self.bash();
        match op {
            "=" | "==" | "!=" => {
                let p = if b.waits || nocase {
                    let text = self.text_wait(b, Mode::Pattern, false).await?;
                    Rc::new(Pattern::new(&text, true, nocase))
                } else {
                    self.expand_pattern(b)?
                };
                if self.on(Opt::XTrace) {
                    let pattern = match b.waits {
                        true => b.raw.to_string(),
                        false => self.pattern_shown(b)?,
                    };
                    self.trace_cond(&format!("{} {op} {pattern}", shown(&left)));
                }
                Ok(p.matches(&left) == (op != "!="))
            }
            "=~" => {
                let text = self.text_wait(b, Mode::Regex, false).await?;
                self.trace_cond(&format!("{} =~ {text}", shown(&left)));
                self.regex_test(&left, &text, nocase)
            }
            "<" | ">" => {
                let right = self.text_wait(b, Mode::Text, false).await?;
                self.trace_cond(&format!("{} {op} {}", shown(&left), shown(&right)));
                Ok(if op == "<" { left < right } else { left > right })
            }
            "-eq" | "-ne" | "-lt" | "-le" | "-gt" | "-ge" => {
                let right = self.text_wait(b, Mode::Text, false).await?;
                self.trace_cond(&format!("{} {op} {}", shown(&left), shown(&right)));
                let outer = self.command_name.replace("[[".into());
                let x = self.late(|sh| sh.eval_or_report(&left)).await;
                let y = match &x {
                    Ok(_) => self.late(|sh| sh.eval_or_report(&right)).await,
                    Err(_) => Ok(0),
                };
                self.command_name = outer;
                let (x, y) = match (x, y) {
                    (Ok(x), Ok(y)) => (x, y),
                    // What is no number compares as false.
                    (Err(Stop::Discard(_)), _) | (_, Err(Stop::Discard(_))) => return Ok(false),
                    (Err(stop), _) | (_, Err(stop)) => return Err(stop),
                };
                Ok(match op {
                    "-eq" => x == y,
                    "-ne" => x != y,
                    "-lt" => x < y,
                    "-le" => x <= y,
                    "-gt" => x > y,
                    _ => x >= y,
                })
            }
            _ => {
                let right = self.text_wait(b, Mode::Text, false).await?;
                self.trace_cond(&format!("{} {op} {}", shown(&left), shown(&right)));
                Ok(self.file_comparison(&left, op, &right))
            }
        }
    }

    /// A pattern as `set -x` shows it: every character of what was quoted has a backslash.
    fn pattern_shown(&mut self, w: &Word) -> Res<String> {
        let mut out = String::new();
        for part in &w.parts {
            let quoted = matches!(part, Part::Quoted(_) | Part::Double(_));
            let mut f = self.fields(if quoted { Mode::Text } else { Mode::Pattern }, false);
            self.part_into(part, Context::default(), &mut f)?;
            let text = self.whole(f)?;
            if quoted {
                out.extend(text.chars().flat_map(|c| ['\\', c]));
            } else {
                out.push_str(&text);
            }
        }
        Ok(if out.is_empty() { "''".to_string() } else { out })
    }

    /// `=~`: matches, and fills BASH_REMATCH.
    fn regex_test(&mut self, text: &str, pattern: &str, nocase: bool) -> Res<bool> {
        let found = match regex::search(pattern, text, nocase) {
            Ok(found) => found,
            // bash 5.2 does not say what is wrong.
            Err(_) => return Err(Stop::Discard(2)),
        };
        let groups = found.clone().unwrap_or_default();
        if self.bash() {
            let array = Array::from_values(groups.into_iter().map(Option::unwrap_or_default));
            let var = Var { value: Value::Array(Rc::new(array)), ..Var::unset() };
            if self.vars.get("BASH_REMATCH").is_some_and(|v| v.level > 0) {
                self.vars.entry("BASH_REMATCH").value = var.value;
            } else {
                self.vars.put("BASH_REMATCH", Some(var));
            }
        }
        Ok(found.is_some())
    }
}

/// An operand as `set -x` shows it.
fn shown(s: &str) -> &str {
    if s.is_empty() { "''" } else { s }
}
