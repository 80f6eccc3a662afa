//! `docker build --check` and `--call`: what is asked of a Dockerfile instead of a build, and the answer's
//! words.

use data_encoding::BASE64;
use serde_json::{Map, Value, json};

use super::excerpt;
use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::Matches;
use crate::docker::format::table::layout_with;
use crate::engine::api::build::{self, Answer, Taken, Target, Warning};
use crate::golang::{csv, strconv};
use crate::vfs::text;

/// What `--call` says.
pub struct Call {
    /// What is asked.
    pub wanted: build::Call,
    /// Whether the answer is wanted as JSON.
    json: bool,
    /// Whether what the checks find is no failure.
    lenient: bool,
}

impl Call {
    /// Reads the flags.
    pub fn read(m: &Matches) -> Result<Call, Failure> {
        let wrong = |what: String| Failure::from(format!("ERROR: {what}"));
        let text = if m.on("check") { "check" } else { m.text("call") };
        let (mut name, mut json, mut lenient) = (None, false, false);
        let fields = if text.is_empty() { Vec::new() } else { csv::record(text).map_err(wrong)? };
        for field in fields {
            match field.split_once('=') {
                Some(("format", format)) => json = format == "json",
                Some(("ignorestatus", value)) => {
                    lenient = strconv::parse_bool(value).map_err(|_| {
                        wrong(format!(
                            "invalid ignorestatus print value: {value}: strconv.ParseBool: parsing {value:?}: invalid syntax"
                        ))
                    })?;
                }
                Some(_) => return Err(wrong(format!("invalid print field: {field}"))),
                None if name.is_some() => {
                    return Err(wrong(format!("invalid print value: {text}")));
                }
                None => name = Some(field),
            }
        }
        let wanted = match (name.as_deref(), text) {
            (Some("build"), _) | (None, "") => build::Call::Build,
            (Some("check" | "lint"), _) => build::Call::Check,
            (Some("outline"), _) => build::Call::Outline,
            (Some("targets"), _) => build::Call::Targets,
            (other, _) => build::Call::Other(other.unwrap_or_default().to_string()),
        };
        Ok(Call { wanted, json, lenient })
    }

    /// Shows an answer about a Dockerfile of a name and text.
    pub async fn show(&self, cli: &Cli, answer: &Answer, file: (&str, &str)) -> Outcome {
        let said = match self.json {
            true => {
                let value = as_json(answer, file);
                serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
            }
            false => words(answer, file),
        };
        cli.out(&said).await;
        let Answer::Checked { warnings, error } = answer else { return Ok(()) };
        match error {
            Some((why, lines)) => {
                if !self.json && !warnings.is_empty() {
                    cli.out("\n").await;
                }
                let shown: String =
                    lines.first().map(|n| excerpt::show(file.0, file.1, *n)).unwrap_or_default();
                Err(Failure::from(format!("ERROR: {why}\n{shown}")))
            }
            None if warnings.is_empty() || self.lenient => Ok(()),
            None => Err(Failure::silent(1)),
        }
    }
}

/// Shows what a check found as `bake` does; whether that is nothing.
pub async fn checked(cli: &Cli, answer: &Answer, file: (&str, &str)) -> bool {
    cli.out(&words(answer, file)).await;
    let Answer::Checked { warnings, error } = answer else { return true };
    if let Some((why, lines)) = error {
        let shown = lines.first().map(|n| excerpt::show(file.0, file.1, *n)).unwrap_or_default();
        cli.out(&format!("error: {why}\n{shown}\n")).await;
    }
    warnings.is_empty() && error.is_none()
}

fn words(answer: &Answer, file: (&str, &str)) -> String {
    match answer {
        Answer::Checked { warnings, error } => {
            let mut out = match warnings.len() {
                0 if error.is_some() => String::new(),
                0 => "Check complete, no warnings found.\n".to_string(),
                1 => "Check complete, 1 warning has been found!\n".to_string(),
                n => format!("Check complete, {n} warnings have been found!\n"),
            };
            let mut sorted: Vec<&Warning> = warnings.iter().collect();
            sorted.sort_by_key(|w| w.lines.0);
            for w in sorted {
                let shown = excerpt::show(file.0, file.1, w.lines);
                out.push_str(&format!("\nWARNING: {} - {}\n{}\n{shown}", w.rule, w.page, w.detail));
            }
            out
        }
        Answer::Outline { target, about, args, secrets, ssh } => {
            let mut out = String::new();
            if !target.is_empty() || !about.is_empty() {
                let mut rows = vec![vec!["TARGET:".to_string(), target.clone()]];
                if !about.is_empty() {
                    rows.push(vec!["DESCRIPTION:".to_string(), about.clone()]);
                }
                out.push_str(&(aligned(&rows, 1) + "\n"));
            }
            let args = args.iter().map(|a| vec![a.name.clone(), a.value.clone(), a.about.clone()]);
            out.push_str(&table(&["BUILD ARG", "VALUE", "DESCRIPTION"], args.collect()));
            for (head, list) in [("SECRET", secrets), ("SSH", ssh)] {
                let required = |t: &Taken| if t.required { "true" } else { "" }.to_string();
                let rows = list.iter().map(|t| vec![t.name.clone(), required(t)]);
                out.push_str(&table(&[head, "REQUIRED"], rows.collect()));
            }
            out
        }
        Answer::Targets(targets) => {
            let name = |t: &Target| match (t.name.as_str(), t.default) {
                ("", true) => "(default)".to_string(),
                (name, true) => format!("{name} (default)"),
                (name, false) => name.to_string(),
            };
            let mut rows = vec![vec!["TARGET".to_string(), "DESCRIPTION".to_string()]];
            rows.extend(targets.iter().map(|t| vec![name(t), t.about.clone()]));
            aligned(&rows, 1)
        }
    }
}

/// Rows under a head, and an empty line; nothing without rows.
fn table(head: &[&str], mut rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    rows.insert(0, head.iter().map(|cell| (*cell).to_string()).collect());
    aligned(&rows, 3) + "\n"
}

/// Rows whose columns stand under each other, so many spaces apart.
fn aligned(rows: &[Vec<String>], apart: usize) -> String {
    let lines: String = rows.iter().map(|row| row.join("\t") + "\n").collect();
    layout_with(&lines, 0, apart)
}

/// Fields of an object, of which those without a value are left out.
fn object(fields: &[(&str, Value)]) -> Value {
    let given = fields.iter().filter(|(_, value)| match value {
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Bool(on) => *on,
        _ => true,
    });
    Value::Object(
        given.map(|(key, value)| ((*key).to_string(), value.clone())).collect::<Map<_, _>>(),
    )
}

fn place((first, last): (usize, usize)) -> Value {
    json!({ "ranges": [{ "start": { "line": first }, "end": { "line": last } }] })
}

fn as_json(answer: &Answer, (name, source): (&str, &str)) -> Value {
    let data = BASE64.encode(&text::encode(source));
    let taken = |t: &Taken| {
        object(&[
            ("name", json!(t.name)),
            ("description", json!(t.about)),
            ("value", json!(t.value)),
            ("required", json!(t.required)),
            ("location", place(t.lines)),
        ])
    };
    let all = |list: &[Taken]| Value::Array(list.iter().map(taken).collect());
    match answer {
        Answer::Checked { warnings, error } => {
            let warning = |w: &Warning| {
                json!({
                    "ruleName": w.rule,
                    "description": w.about,
                    "url": w.page,
                    "detail": w.detail,
                    "location": place(w.lines),
                })
            };
            let found: Vec<Value> = warnings.iter().map(warning).collect();
            let found = if found.is_empty() { Value::Null } else { Value::Array(found) };
            let sources = json!([{ "filename": name, "data": data, "language": "Dockerfile" }]);
            let mut out = json!({ "warnings": found, "sources": sources });
            if let Some((why, lines)) = error {
                let at = lines.first().map_or(json!({}), |lines| place(*lines));
                out["buildError"] = json!({ "message": why, "location": at });
            }
            out
        }
        Answer::Outline { target, about, args, secrets, ssh } => object(&[
            ("name", json!(target)),
            ("description", json!(about)),
            ("args", all(args)),
            ("secrets", all(secrets)),
            ("ssh", all(ssh)),
            ("sources", json!([data])),
        ]),
        Answer::Targets(targets) => {
            let target = |t: &Target| {
                object(&[
                    ("name", json!(t.name)),
                    ("default", json!(t.default)),
                    ("description", json!(t.about)),
                    ("base", json!(t.base)),
                    ("platform", json!(t.platform)),
                    ("location", place(t.lines)),
                ])
            };
            let targets: Vec<Value> = targets.iter().map(target).collect();
            json!({ "targets": targets, "sources": [data] })
        }
    }
}
