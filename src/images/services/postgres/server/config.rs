//! The server's configuration: its files and its command line, read at the start and again when it is told to.

use super::super::engine::settings::{Context, Values, find, unknown};
use super::log::{log, log_unconfigured};
use super::postmaster::Server;

/// What is said where files have mistakes.
const ERRORS: &str = "contains errors";

/// A line of a file: a name and a value, nothing where it is empty. The error is the word that is wrong.
fn entry(line: &str) -> Result<Option<(String, String)>, String> {
    let line = line.trim_start();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let end = line
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
        .unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let near = |text: &str| {
        let word = text.split_whitespace().next().unwrap_or_default();
        if word.is_empty() { "end of line".to_string() } else { format!("token \"{word}\"") }
    };
    if name.is_empty() {
        return Err(near(line));
    }
    let rest = rest.trim_start();
    let rest = rest.strip_prefix('=').unwrap_or(rest).trim_start();
    let (value, rest) = match rest.strip_prefix('\'') {
        Some(quoted) => {
            let mut value = String::new();
            let mut it = quoted.char_indices().peekable();
            let mut after = None;
            while let Some((i, c)) = it.next() {
                match (c, it.peek().map(|(_, c)| *c)) {
                    ('\'', Some('\'')) | ('\\', Some(_)) => {
                        value.extend(it.next().map(|(_, c)| c));
                    }
                    ('\'', _) => {
                        after = Some(i + 1);
                        break;
                    }
                    (c, _) => value.push(c),
                }
            }
            let after = after.ok_or_else(|| near(rest))?;
            (value, &quoted[after..])
        }
        None => {
            let end = rest.find(|c: char| c.is_whitespace() || c == '#').unwrap_or(rest.len());
            if end == 0 {
                return Err(near(""));
            }
            (rest[..end].to_string(), &rest[end..])
        }
    };
    match rest.trim_start() {
        more if more.is_empty() || more.starts_with('#') => Ok(Some((name.to_lowercase(), value))),
        more => Err(near(more)),
    }
}

impl Server {
    /// The main file's path.
    pub fn config_file(&self) -> String {
        let own = self.own.get("config_file").cloned();
        own.unwrap_or_else(|| format!("{}/postgresql.conf", self.dir))
    }

    /// The settings as the files have them now, and the command line; and what is wrong in the files.
    fn read_files(&self) -> (Values, Vec<String>) {
        let (mut all, mut wrong) = (Values::new(), Vec::new());
        for file in [self.config_file(), format!("{}/postgresql.auto.conf", self.dir)] {
            let text = self.p.read_file(&file).unwrap_or_default();
            for (n, line) in crate::vfs::text::decode_owned(text).lines().enumerate() {
                let place = format!("in file \"{file}\" line {}", n + 1);
                match entry(line) {
                    Ok(None) => {}
                    Err(near) => wrong.push(format!("syntax error {place}, near {near}")),
                    Ok(Some((name, _))) if name.starts_with("include") => {
                        wrong.push(format!("{name} is not simulated, {place}"));
                    }
                    Ok(Some((name, value))) => match find(&name) {
                        Some(s) => match s.checked(&value) {
                            Ok(shown) => drop(all.insert(name, shown)),
                            Err(e) => wrong.push(e.message.to_string()),
                        },
                        None if name.contains('.') => drop(all.insert(name, value)),
                        None => wrong.push(format!("{} {place}", unknown(&name).message)),
                    },
                }
            }
        }
        all.extend(self.own.clone());
        let minor = self.version.split(['.', ' ']).nth(1).and_then(|m| m.parse().ok());
        let number = self.major * 10_000 + minor.unwrap_or(0);
        for (name, value) in [
            ("data_directory", self.dir.clone()),
            ("config_file", self.config_file()),
            ("server_version", self.version.clone()),
            ("server_version_num", number.to_string()),
        ] {
            all.insert(name.into(), value);
        }
        for (name, file) in [("hba_file", "pg_hba.conf"), ("ident_file", "pg_ident.conf")] {
            all.entry(name.into()).or_insert_with(|| format!("{}/{file}", self.dir));
        }
        (all, wrong)
    }

    /// Reads the configuration before the start; the error is the status to end with.
    pub async fn configure(&mut self) -> Result<(), i32> {
        for (name, value) in self.own.clone() {
            let checked = match find(&name) {
                Some(s) => s.checked(&value),
                None if name.contains('.') => Ok(value),
                None => Err(unknown(&name)),
            };
            match checked {
                Ok(shown) => drop(self.own.insert(name, shown)),
                Err(e) => {
                    log_unconfigured(&self.p, "FATAL", &e.message).await;
                    return Err(1);
                }
            }
        }
        let (all, wrong) = self.read_files();
        if !wrong.is_empty() {
            for text in &wrong {
                log_unconfigured(&self.p, "LOG", text).await;
            }
            let text = format!("configuration file \"{}\" {ERRORS}", self.config_file());
            log_unconfigured(&self.p, "FATAL", &text).await;
            return Err(1);
        }
        self.all = all;
        Ok(())
    }

    /// Reads the configuration again, over what the server runs with; gives what it runs with then.
    pub async fn reload(&self, now: &Values) -> Values {
        let p = &self.p;
        log(p, "LOG", "received SIGHUP, reloading configuration files").await;
        let (mut new, wrong) = self.read_files();
        let mut failed = !wrong.is_empty();
        for text in &wrong {
            log(p, "LOG", text).await;
        }
        let names: std::collections::BTreeSet<String> =
            now.keys().chain(new.keys()).cloned().collect();
        for name in names {
            let (old, value) = (now.get(&name), new.get(&name).cloned());
            if old == value.as_ref() || self.own.contains_key(&name) {
                continue;
            }
            let first = find(&name).map(|s| s.first());
            let same = old.or(first.as_ref()) == value.as_ref().or(first.as_ref());
            if find(&name).is_some_and(|s| s.context == Context::Start) {
                // A value that is not taken stays as it was.
                match old {
                    Some(old) => drop(new.insert(name.clone(), old.clone())),
                    None => drop(new.remove(&name)),
                }
                if !same {
                    failed = true;
                    let text = format!(
                        "parameter \"{name}\" cannot be changed without restarting the server"
                    );
                    log(p, "LOG", &text).await;
                }
                continue;
            }
            let text = match value {
                Some(v) if !same => format!("parameter \"{name}\" changed to \"{v}\""),
                None => format!(
                    "parameter \"{name}\" removed from configuration file, reset to default"
                ),
                _ => continue,
            };
            log(p, "LOG", &text).await;
        }
        if failed {
            let text = format!(
                "configuration file \"{}\" {ERRORS}; unaffected changes were applied",
                self.config_file()
            );
            log(p, "LOG", &text).await;
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn lines_of_files() {
        let of = |l: &str| entry(l).map(|e| e.map(|(n, v)| format!("{n}|{v}")));
        assert_eq!(of("Port = 5433 # why"), Ok(Some("port|5433".into())));
        assert_eq!(of("a 'it''s' #"), Ok(Some("a|it's".into())));
        assert_eq!(of("  # b = 1"), Ok(None));
        assert_eq!(of("port ="), Err("end of line".into()));
        assert_eq!(of("port = 1 2"), Err("token \"2\"".into()));
        assert_eq!(of("= 1"), Err("token \"=\"".into()));
    }
}
