//! Lists as `--format` wants them: a table with headings, JSON lines, or a template for each row.

use super::table::layout;
use crate::docker::command::Failure;
use crate::docker::template::value::Struct;
use crate::docker::template::{Asked, Mode, Template, Val};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// One thing in a list: what a template can ask of it.
pub struct Row {
    name: &'static str,
    fields: Vec<(Cow<'static, str>, Val)>,
    labels: Option<BTreeMap<String, String>>,
    asked: Asked,
}

impl Row {
    /// A row of the Go type that error texts name.
    pub fn new(name: &'static str) -> Row {
        Row::asked(name, &Asked::default())
    }

    /// A row that need not hold more than what is asked of it.
    pub fn asked(name: &'static str, asked: &Asked) -> Row {
        Row { name, fields: Vec::new(), labels: None, asked: asked.clone() }
    }

    /// With a text in it that is worked out only where it is asked for.
    pub fn made(self, name: &'static str, make: impl FnOnce() -> String) -> Row {
        if self.asked.may(name) { self.text(name, make()) } else { self }
    }

    /// With a text in it.
    pub fn text(self, name: &'static str, text: impl AsRef<str>) -> Row {
        self.value(name, Val::text(text))
    }

    /// With any value in it.
    pub fn value(mut self, name: &'static str, value: Val) -> Row {
        self.fields.push((Cow::Borrowed(name), value));
        self
    }

    /// With `.Labels` and `.Label "name"`.
    pub fn labels(mut self, labels: &BTreeMap<String, String>) -> Row {
        if self.asked.may("Label") {
            self.labels = Some(labels.clone());
        }
        self.made("Labels", || {
            let all: Vec<String> = labels.iter().map(|(k, v)| format!("{k}={v}")).collect();
            all.join(",")
        })
    }

    /// The row as a template sees it.
    pub fn into_val(self) -> Val {
        let mut methods = self.fields;
        if let Some(labels) = self.labels {
            let get = move |args: &[Val]| match args {
                [Val::Text(name)] => Ok(Val::text(labels.get(&**name).map_or("", String::as_str))),
                _ => Err(format!("wrong number of args for Label: want 1 got {}", args.len())),
            };
            methods.push((Cow::Borrowed("Label"), Val::Method(Rc::new(get))));
        }
        Val::Struct(Rc::new(Struct {
            name: Cow::Borrowed(self.name),
            pointer: true,
            fields: Vec::new(),
            embeds: &[],
            methods,
            json: None,
            html: true,
        }))
    }
}

/// Whether the format asks for a table.
pub fn is_table(format: &str) -> bool {
    format.starts_with("table")
}

/// The format as a template: without `table`, with `json` spelled out, `\t` and `\n` made real.
pub fn template_text(format: &str) -> String {
    let body = match format.strip_prefix("table") {
        Some(rest) => rest,
        None if format == "json" => "{{json .}}",
        None => format,
    };
    body.trim_matches(' ').replace("\\t", "\t").replace("\\n", "\n")
}

/// What a format looks at; one that is no template, at anything.
pub fn asked(format: &str) -> Asked {
    Template::parse(&template_text(format)).map(|t| t.asked()).unwrap_or_default()
}

/// Prints the rows; all of them or none.
pub fn write(
    format: &str,
    headings: &[(&str, &str)],
    rows: impl IntoIterator<Item = Row>,
) -> Result<String, Failure> {
    let failed = |e: String| Failure::from(format!("template parsing error: {e}"));
    let template = Template::parse(&template_text(format)).map_err(failed)?;
    let mut body = String::new();
    for row in rows {
        template.run_onto(&mut body, &row.into_val(), Mode::default()).map_err(failed)?;
        body.push('\n');
    }
    if !is_table(format) {
        return Ok(body);
    }
    let mut map: BTreeMap<String, Val> =
        headings.iter().map(|(k, v)| ((*k).to_string(), Val::text(v))).collect();
    let label = |args: &[Val]| {
        let name = args.first().and_then(Val::as_text).unwrap_or_default();
        let last = name.rsplit('.').next().unwrap_or_default();
        Ok(Val::text(last.replace(['-', '_'], " ")))
    };
    map.insert("Label".to_string(), Val::Method(Rc::new(label)));
    let map = Val::Map(Rc::new(map), Rc::from("formatter.SubHeaderContext"));
    // Docker passes over errors here: a heading that fails is cut short.
    let heads = template.run(&map, Mode { strict: false, headings: true }).unwrap_or_default();
    Ok(layout(&format!("{heads}\n{body}")))
}

/// The format a list verb uses: what was asked for, else its default; `--quiet` wins over tables.
pub fn choose(asked: &str, quiet: bool, table: &str, quiet_format: &str, raw: &str) -> String {
    match asked {
        "" | "table" if quiet => quiet_format.to_string(),
        "" | "table" => table.to_string(),
        "raw" => raw.to_string(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, write};

    const HEADS: &[(&str, &str)] =
        &[("Name", "VOLUME NAME"), ("Driver", "DRIVER"), ("Labels", "LABELS")];

    fn rows() -> Vec<Row> {
        let labels = [("a".to_string(), "<1>".to_string())].into_iter().collect();
        vec![
            Row::new("formatter.volumeContext")
                .text("Name", "v1")
                .text("Driver", "local")
                .labels(&labels),
        ]
    }

    #[test]
    fn formats() {
        for (format, want) in [
            ("table {{.Driver}}\\t{{.Name}}", "DRIVER    VOLUME NAME\nlocal     v1\n"),
            ("{{.Name}}", "v1\n"),
            ("json", "{\"Driver\":\"local\",\"Labels\":\"a=\\u003c1\\u003e\",\"Name\":\"v1\"}\n"),
            ("table {{.Label \"a\"}}\\t{{upper .Name}}", "a         VOLUME NAME\n<1>       V1\n"),
        ] {
            assert_eq!(write(format, HEADS, rows()).unwrap(), want);
        }
        assert_eq!(
            write("{{.Nope}}", HEADS, rows()).unwrap_err().text,
            "template parsing error: template: :1:2: executing \"\" at <.Nope>: can't evaluate field Nope in type *formatter.volumeContext"
        );
        assert_eq!(write("table {{.Nope}}", HEADS, Vec::new()).unwrap(), "<no value>\n");
    }
}
