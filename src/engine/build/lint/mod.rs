//! The builder's checks of a Dockerfile: which of them are wanted, and what they have found. What each looks
//! for is in the files below.

pub mod form;
pub mod from;
pub mod meaning;
pub mod rules;

use crate::engine::api::build::Warning;
use crate::golang::strconv;

use rules::Rule;

/// Which checks are wanted, as `check=` says it.
#[derive(Clone, Debug, Default)]
struct Wanted {
    skip: Vec<String>,
    /// Those that are only tried out.
    tried: Vec<String>,
    error: bool,
}

impl Wanted {
    /// Reads `skip=A,B;experimental=C;error=true`.
    fn read(text: &str) -> Result<Wanted, String> {
        let mut out = Wanted::default();
        let names = |list: &str| list.split(',').map(|name| name.trim().to_string()).collect();
        for part in text.splitn(3, ';').filter(|_| !text.is_empty()) {
            let bad = |what: &str| format!("invalid check option {what:?}");
            let (key, value) = part.split_once('=').ok_or_else(|| bad(part))?;
            match key.trim() {
                "skip" => out.skip = names(value),
                "experimental" => out.tried = names(value),
                "error" => {
                    out.error = strconv::parse_bool(value.trim()).map_err(|_| {
                        format!(
                            "failed to parse check option {part:?}: strconv.ParseBool: parsing {:?}: invalid syntax",
                            value.trim()
                        )
                    })?;
                }
                other => return Err(bad(other)),
            }
        }
        Ok(out)
    }

    fn wants(&self, rule: &Rule) -> bool {
        let named = |list: &[String]| list.iter().any(|name| name == "all" || name == rule.name);
        if rule.tried { named(&self.tried) } else { !named(&self.skip) }
    }
}

/// The checks of one Dockerfile.
#[derive(Clone, Debug, Default)]
pub struct Linter {
    wanted: Wanted,
    /// What was found, in the order in which it was.
    pub found: Vec<Warning>,
}

impl Linter {
    /// Checks as the Dockerfile's first lines want them.
    pub fn new(checks: &str) -> Result<Linter, String> {
        let wanted = Wanted::read(checks.trim())
            .map_err(|why| format!("failed to parse check options: {why}"))?;
        Ok(Linter { wanted, found: Vec::new() })
    }

    /// Notes what a check found, unless it is not wanted.
    pub fn note(&mut self, rule: &Rule, lines: (usize, usize), detail: String) {
        if self.wanted.wants(rule) {
            self.found.push(Warning {
                rule: rule.name.to_string(),
                about: rule.about.to_string(),
                page: rule.page(),
                detail,
                lines,
            });
        }
    }

    /// Why a build ends here, where what the checks find is an error.
    pub fn verdict(&self) -> Result<(), String> {
        let mut rules: Vec<&str> = self.found.iter().map(|w| w.rule.as_str()).collect();
        rules.sort_unstable();
        rules.dedup();
        match self.wanted.error && !rules.is_empty() {
            true => Err(format!("lint violation found for rules: {}", rules.join(", "))),
            false => Ok(()),
        }
    }
}
