//! `docker compose config`: the project as one canonical file, or parts of it.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::load::files::Found;
use crate::compose::load::{Options, template};
use crate::compose::project::bind::sort_maps;
use crate::compose::project::consistency::container_names;
use crate::compose::project::forms::{json_form, yaml_form};
use crate::compose::project::select::Follow;
use crate::compose::project::types::PROJECT_KIND;
use crate::compose::project::{self, Project, image_of, texts};
use crate::compose::{converge, yaml};
use crate::docker::command::{Failure, Outcome};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::format::indent::marshal_indent as pretty;
use crate::docker::format::table::layout_with;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const DIGESTS: &str = "no registry outside of the simulation can be asked";

static FLAGS: &[Flag] = &[
    switch("environment", "Print the variables that are put in"),
    text("format", "Form of the output: [yaml | json]"),
    text("hash", "Print the hashes of services, one a line"),
    switch("images", "Print the names of images, one a line"),
    switch("lock-image-digests", "Print a file of image digests").gap(DIGESTS),
    switch("models", "Print the names of models, one a line"),
    switch("networks", "Print the names of networks, one a line"),
    switch("no-consistency", "Do not check that the parts fit together"),
    switch("no-env-resolution", "Do not read files of variables"),
    switch("no-interpolate", "Do not put in variables"),
    switch("no-normalize", "Do not put in what is meant"),
    switch("no-path-resolution", "Leave paths as they are"),
    text("output", "File to write to").short('o').takes(Takes::Files),
    switch("profiles", "Print the names of profiles, one a line"),
    switch("quiet", "Only check, and print nothing").short('q'),
    switch("resolve-image-digests", "Replace tags by digests").gap(DIGESTS),
    switch("services", "Print the names of services, one a line"),
    switch("variables", "Print the variables and their defaults"),
    switch("volumes", "Print the names of volumes, one a line"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "config",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Check a file and print it in canonical form",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

fn options(m: &Matches, environment: bool) -> Options {
    Options {
        interpolate: !m.on("no-interpolate"),
        normalize: !m.on("no-normalize"),
        paths: !m.on("no-path-resolution"),
        consistency: !m.on("no-consistency"),
        discard_env_files: true,
        environment,
    }
}

async fn run(c: Compose, m: Matches) -> Outcome {
    let mut out = String::new();
    let mut lines = |names: Vec<String>| {
        for name in names {
            out.push_str(&format!("{name}\n"));
        }
    };
    if m.on("variables") {
        return variables(&c, &m).await;
    }
    if ["services", "volumes", "networks", "models"].iter().any(|f| m.on(f)) {
        if m.on("services") && m.on("no-interpolate") {
            let model = model(&c, &m).await?;
            lines(project::names(&model, "services"));
        } else {
            let project = c.project_with(&[], options(&m, false)).await?;
            if m.on("services") {
                lines(project.closure(&[], Follow::Dependencies)?);
            } else if m.on("volumes") {
                lines(mentioned(&project));
            } else if m.on("networks") {
                lines(project.networks.keys().cloned().collect());
            } else {
                let models = project.models.values().map(|v| project::text(v, "model").to_string());
                lines(models.filter(|m| !m.is_empty()).collect());
            }
        }
    } else if !m.text("hash").is_empty() {
        let project = c.project_with(&[], options(&m, false)).await?;
        let mut names: Vec<String> = match m.text("hash") {
            "*" => project.services.keys().cloned().collect(),
            some => some.split(',').map(str::to_string).collect(),
        };
        names.sort();
        for name in names {
            let Some(service) = project.services.get(&name) else {
                return Err(project::select::no_such(&project, &name).into());
            };
            lines(vec![format!("{name} {}", converge::hash::service(service))]);
        }
    } else if m.on("profiles") {
        let project = c.project_with(&m.args, options(&m, false)).await?;
        let all = project.services.values().chain(project.disabled.values());
        let set: BTreeSet<String> = all.flat_map(|s| texts(s, "profiles")).collect();
        lines(set.into_iter().collect());
    } else if m.on("images") {
        let project = c.project_with(&m.args, options(&m, false)).await?;
        let images = project.services.iter().map(|(n, s)| image_of(s, n, &project.name));
        lines(images.collect());
    } else if m.on("environment") {
        let project = c.project_with(&m.args, options(&m, true)).await?;
        lines(project.env.iter().map(|(k, v)| format!("{k}={v}")).collect());
    } else {
        return whole(&c, &m).await;
    }
    if !m.on("quiet") {
        c.cli.out(&out).await;
    }
    Ok(())
}

/// Volumes in the order in which services mount them; then the others.
fn mentioned(project: &Project) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for service in project.services.values() {
        for mount in service.get("volumes").and_then(Value::as_array).into_iter().flatten() {
            let source = project::text(mount, "source").to_string();
            if project.volumes.contains_key(&source) && !names.contains(&source) {
                names.push(source);
            }
        }
    }
    let rest: Vec<String> =
        project.volumes.keys().filter(|v| !names.contains(v)).cloned().collect();
    names.extend(rest);
    names
}

fn unsupported(format: &str) -> Failure {
    format!("unsupported format {format:?}").into()
}

async fn whole(c: &Compose, m: &Matches) -> Outcome {
    let format = if m.text("format").is_empty() { "yaml" } else { m.text("format") };
    let content = if m.on("no-interpolate") {
        let model = sort_maps(&model(c, m).await?);
        match format {
            "yaml" => yaml::emit(&model),
            "json" => pretty(&model),
            other => return Err(unsupported(other)),
        }
    } else {
        let project = c.project_with(&m.args, options(m, !m.on("no-env-resolution"))).await?;
        if !m.on("no-consistency") {
            container_names(&project)?;
        }
        let all = project.whole();
        let content = match format {
            "yaml" => yaml::emit(&yaml_form(&PROJECT_KIND, &all)),
            "json" => {
                let mut form = json_form(&PROJECT_KIND, &all);
                if let Value::Object(form) = &mut form {
                    form.shift_remove("models");
                    form.extend(project.extensions.clone());
                }
                pretty(&sorted_top(form))
            }
            other => return Err(unsupported(other)),
        };
        content.replace('$', "$$")
    };
    if m.on("quiet") {
        return Ok(());
    }
    let path = m.text("output");
    if !path.is_empty() && !content.is_empty() {
        let bytes = crate::vfs::text::encode(&content);
        return c
            .cli
            .p
            .write_file(path, &bytes, 0o666)
            .map_err(|e| format!("open {path}: {}", lower(e)).into());
    }
    c.cli.out(&content).await;
    Ok(())
}

/// The top of the JSON form is a plain map, in order of names.
fn sorted_top(value: Value) -> Value {
    let Value::Object(map) = value else { return value };
    let sorted: BTreeMap<String, Value> = map.into_iter().collect();
    Value::Object(sorted.into_iter().collect())
}

/// The file as it is with nothing put in.
async fn model(c: &Compose, m: &Matches) -> Result<Value, Failure> {
    let options = Options { interpolate: false, ..options(m, false) };
    let found = Found::new(&c.cli.p, &c.choice, options);
    let loaded = match found.and_then(|f| f.load(&c.choice)) {
        Ok(loaded) => loaded,
        Err(refusal) => {
            for warning in &refusal.warnings {
                c.warn(warning).await;
            }
            return Err(refusal.text.into());
        }
    };
    for warning in &loaded.warnings {
        c.warn(warning).await;
    }
    Ok(Value::Object(loaded.file))
}

async fn variables(c: &Compose, m: &Matches) -> Outcome {
    let model = model(c, m).await?;
    let mut found = BTreeMap::new();
    template::variables(&model, &mut found);
    match m.text("format") {
        "" | "table" | "pretty" => {
            let mut table = "NAME\tREQUIRED\tDEFAULT VALUE\tALTERNATE VALUE\n".to_string();
            for (name, v) in &found {
                table.push_str(&format!("{name}\t{}\t{}\t{}\n", v.required, v.default, v.instead));
            }
            c.cli.out(&layout_with(&table, 20, 1)).await;
        }
        "json" => {
            let all: BTreeMap<&String, Value> = found
                .iter()
                .map(|(name, v)| {
                    (name, json!({ "Name": name, "DefaultValue": v.default, "PresenceValue": v.instead, "Required": v.required }))
                })
                .collect();
            c.cli.line(&json!(all).to_string()).await;
        }
        "yaml" => {
            let all: BTreeMap<&String, Value> = found
                .iter()
                .map(|(name, v)| {
                    (name, json!({ "name": name, "defaultvalue": v.default, "presencevalue": v.instead, "required": v.required }))
                })
                .collect();
            c.cli.out(&yaml::emit(&json!(all))).await;
        }
        other => return Err(format!("format value {other:?} could not be parsed").into()),
    }
    Ok(())
}
