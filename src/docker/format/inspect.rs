//! What all `inspect` verbs do with the objects they found: indented JSON, JSON in one line, or a
//! template, which sees an object with its Go types first and as plain JSON when that fails.

use super::indent;
use crate::docker::command::Failure;
use crate::docker::template::types::{Type, typed};
use crate::docker::template::{Mode, Template, Val};
use serde_json::Value;

/// One object: its JSON and, if it is known, its Go type.
pub struct Object {
    /// As the API gives it.
    pub json: Value,
    /// Its type.
    pub of: Option<&'static Type>,
    /// Objects that the client builds itself have no JSON to fall back to.
    pub raw: bool,
}

/// A run of an inspect verb.
pub struct Inspector {
    template: Option<Template>,
    compact: bool,
    /// Whether the client itself wrote the objects, with HTML characters escaped.
    own: bool,
    objects: Vec<Value>,
    out: String,
    errors: Vec<String>,
}

impl Inspector {
    /// For a `--format`; a template that can not be read ends with status 64.
    pub fn new(format: &str) -> Result<Inspector, Failure> {
        let template = match format {
            "" | "json" => None,
            _ => Some(
                Template::parse(format)
                    .map_err(|e| Failure::new(64, format!("template parsing error: {e}")))?,
            ),
        };
        Ok(Inspector {
            template,
            compact: format == "json",
            own: false,
            objects: Vec::new(),
            out: String::new(),
            errors: Vec::new(),
        })
    }

    /// Takes in an object, or why it was not found.
    pub fn add(&mut self, found: Result<Object, Failure>) {
        let object = match found {
            Ok(object) => object,
            Err(failure) => return self.errors.push(failure.text),
        };
        self.own |= !object.raw;
        let Some(template) = &self.template else { return self.objects.push(object.json) };
        let first = match object.of {
            Some(of) => template.run(&typed(of, Some(&object.json)), Mode::default()),
            None => Err(String::new()),
        };
        let result = match first {
            Err(_) if object.raw || object.of.is_none() => {
                template.run(&Val::raw(&object.json), Mode { strict: true, headings: false })
            }
            other => other,
        };
        match result {
            Ok(text) => {
                self.out.push_str(&text);
                self.out.push('\n');
            }
            Err(e) => self.errors.push(format!("template parsing error: {e}")),
        }
    }

    /// What goes to standard output, and what the verb ends with.
    pub fn finish(self) -> (String, Result<(), Failure>) {
        let out = match (&self.template, self.objects.is_empty()) {
            (Some(_), _) if self.out.is_empty() => "\n".to_string(),
            (Some(_), _) => self.out,
            (None, true) => "[]\n".to_string(),
            (None, false) if self.compact => {
                indent::compact(&Value::Array(self.objects), true) + "\n"
            }
            (None, false) if self.own => indent::pretty_escaped(&Value::Array(self.objects)) + "\n",
            (None, false) => indent::pretty(&Value::Array(self.objects)) + "\n",
        };
        let end = match self.errors.is_empty() {
            true => Ok(()),
            false => Err(Failure::new(1, self.errors.join("\n"))),
        };
        (out, end)
    }
}
