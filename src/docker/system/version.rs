//! `docker version`.

use crate::docker::cli::{API, Cli, VERSION};
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, text};
use crate::docker::format::table::layout_with;
use crate::docker::template::types::{Def, Type, typed};
use crate::docker::template::{Mode, Template};
use crate::engine::api::system::Version;
use crate::golang::time;
use serde_json::{Value, json};

static FLAGS: &[Flag] = &[text("format", crate::docker::system::inspect::FORMAT_HELP).short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Show the versions of client and engine",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

static ROOT: Def = Def {
    name: "system.versionInfo",
    fields: &[
        ("Client", "Client", Type::Struct(&CLIENT)),
        ("Server", "Server", Type::Pointer(&SERVER)),
    ],
    ..Def::PLAIN
};
static CLIENT: Def = Def {
    name: "system.clientVersion",
    fields: &[
        ("Platform", "Platform", Type::Pointer(&CLIENT_PLATFORM)),
        ("Version", "Version", Type::Text),
        ("APIVersion", "ApiVersion", Type::Text),
        ("DefaultAPIVersion", "DefaultAPIVersion", Type::Text),
        ("GitCommit", "GitCommit", Type::Text),
        ("GoVersion", "GoVersion", Type::Text),
        ("Os", "Os", Type::Text),
        ("Arch", "Arch", Type::Text),
        ("BuildTime", "BuildTime", Type::Text),
        ("Context", "Context", Type::Text),
    ],
    ..Def::PLAIN
};
static SERVER: Def = Def {
    name: "types.Version",
    fields: &[
        ("Platform", "Platform", Type::Struct(&PLATFORM)),
        (
            "Components",
            "Components",
            Type::List(&Type::Struct(&COMPONENT), "[]types.ComponentVersion"),
        ),
        ("Version", "Version", Type::Text),
        ("APIVersion", "ApiVersion", Type::Text),
        ("MinAPIVersion", "MinAPIVersion", Type::Text),
        ("GitCommit", "GitCommit", Type::Text),
        ("GoVersion", "GoVersion", Type::Text),
        ("Os", "Os", Type::Text),
        ("Arch", "Arch", Type::Text),
        ("KernelVersion", "KernelVersion", Type::Text),
        ("Experimental", "Experimental", Type::Bool),
        ("BuildTime", "BuildTime", Type::Text),
    ],
    ..Def::PLAIN
};
static PLATFORM: Def =
    Def { name: "struct { Name string }", fields: &[("Name", "Name", Type::Text)], ..Def::PLAIN };
static CLIENT_PLATFORM: Def =
    Def { name: "system.platformInfo", fields: &[("Name", "Name", Type::Text)], ..Def::PLAIN };
static COMPONENT: Def = Def {
    name: "types.ComponentVersion",
    fields: &[
        ("Name", "Name", Type::Text),
        ("Version", "Version", Type::Text),
        ("Details", "Details", Type::Map(&Type::Text, "map[string]string")),
    ],
    ..Def::PLAIN
};

fn built(v: &Version) -> String {
    time::from_rfc3339(&v.build_time).map_or_else(|| v.build_time.clone(), time::ansic)
}

/// The version of the API that the client speaks: its own, or an older one that it was told.
fn spoken(cli: &Cli) -> String {
    let told = cli.p.env("DOCKER_API_VERSION").unwrap_or_default();
    match told.trim_start_matches('v') {
        "" => API.to_string(),
        told => told.to_string(),
    }
}

fn client(cli: &Cli) -> Value {
    json!({
        "Version": VERSION, "ApiVersion": spoken(cli), "DefaultAPIVersion": API, "GitCommit": "e6534b4",
        "GoVersion": "go1.24.3", "Os": "linux", "Arch": "amd64",
        "BuildTime": "Fri May 30 12:07:14 2025", "Context": cli.settings.context()
    })
}

fn server(v: &Version) -> Value {
    let mut components = vec![json!({"Name": "Engine", "Version": v.version, "Details": {
        "ApiVersion": v.api_version, "Arch": v.arch, "BuildTime": built(v), "Experimental": "false",
        "GitCommit": v.git_commit, "GoVersion": v.go_version, "KernelVersion": v.kernel_version,
        "MinAPIVersion": v.min_api_version, "Os": v.os
    }})];
    components.extend(v.components.iter().map(|(name, version, commit)| {
        json!({"Name": name, "Version": version, "Details": {"GitCommit": commit}})
    }));
    json!({
        "Platform": {"Name": ""}, "Components": components, "Version": v.version,
        "ApiVersion": v.api_version, "MinAPIVersion": v.min_api_version, "GitCommit": v.git_commit,
        "GoVersion": v.go_version, "Os": v.os, "Arch": v.arch, "KernelVersion": v.kernel_version,
        "BuildTime": v.build_time
    })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let format = match m.text("format") {
        "json" => "{{json .}}",
        other => other,
    };
    // The client's template has a name of its own here.
    let named = |e: String| {
        e.replacen("template: :", "template: version:", 1).replacen(
            "executing \"\"",
            "executing \"version\"",
            1,
        )
    };
    let template = match format {
        "" => None,
        text => Some(
            Template::parse(text)
                .map_err(|e| Failure::new(64, format!("template parsing error: {}", named(e))))?,
        ),
    };
    let (found, end) = match cli.engine("Get", "version") {
        Ok(engine) => (Some(engine.version()), Ok(())),
        Err(failure) => (None, Err(failure)),
    };
    if let Some(template) = template {
        let json = json!({"Client": client(&cli), "Server": found.as_ref().map(server)});
        let mut text = String::new();
        let data = typed(&Type::Struct(&ROOT), Some(&json));
        let told = template.run_onto(&mut text, &data, Mode::default());
        cli.line(&text).await;
        return end.and(told.map_err(|e| Failure::from(named(e))));
    }
    let mut api = spoken(&cli);
    if api != API {
        api = format!("{api} (downgraded from {API})");
    }
    let mut out = format!(
        "Client:\n Version:\t{VERSION}\n API version:\t{api}\n Go version:\tgo1.24.3\n Git commit:\te6534b4\n Built:\tFri May 30 12:07:14 2025\n OS/Arch:\tlinux/amd64\n Context:\t{}",
        cli.settings.context()
    );
    if let Some(v) = &found {
        out.push_str(&format!(
            "\n\nServer:\n Engine:\n  Version:\t{}\n  API version:\t{} (minimum version {})\n  Go version:\t{}\n  Git commit:\t{}\n  Built:\t{}\n  OS/Arch:\t{}/{}\n  Experimental:\tfalse",
            v.version, v.api_version, v.min_api_version, v.go_version, v.git_commit, built(v), v.os, v.arch
        ));
        for (name, version, commit) in &v.components {
            out.push_str(&format!("\n {name}:\n  Version:\t{version}\n  GitCommit:\t{commit}"));
        }
    }
    cli.out(&layout_with(&(out + "\n"), 20, 1)).await;
    end
}
