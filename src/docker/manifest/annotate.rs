//! `docker manifest annotate`: what a list says of one of its images.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, text};
use crate::engine::images::reference::Reference;
use serde_json::{Value, json};

static FLAGS: &[Flag] = &[
    text("arch", "Architecture that it is for"),
    text("os", "Operating system that it is for"),
    flag("os-features", Kind::Strings, "What the operating system must be able to do"),
    text("os-version", "Version of the operating system"),
    text("variant", "Variant of the architecture"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] MANIFEST_LIST MANIFEST",
    about: "Say more of an image in a list",
    args: Args::Exact(2),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// The systems and architectures that images can be for, as docker/cli's manifest/util.go lists them.
const KNOWN: &[(&str, &[&str])] = &[
    ("darwin", &["386", "amd64", "arm", "arm64"]),
    ("dragonfly", &["amd64"]),
    ("freebsd", &["386", "amd64", "arm"]),
    (
        "linux",
        &["386", "amd64", "arm", "arm64", "mips64", "mips64le", "ppc64le", "riscv64", "s390x"],
    ),
    ("netbsd", &["386", "amd64", "arm"]),
    ("openbsd", &["386", "amd64", "arm"]),
    ("plan9", &["386", "amd64"]),
    ("solaris", &["amd64"]),
    ("windows", &["386", "amd64", "arm", "arm64"]),
];

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = |at: usize, what: &str| {
        Reference::parse(&m.args[at])
            .map(Reference::tagged)
            .map_err(|e| format!("annotate: error parsing name for {what} {}: {e}", m.args[at]))
    };
    let (list, image) = (name(0, "manifest list")?, name(1, "manifest")?);
    let Some(mut kept) = store::find(&cli, &list, &image) else {
        return Err(
            format!("manifest for image {} does not exist in {}", m.args[1], m.args[0]).into()
        );
    };
    let platform = &mut kept["Descriptor"]["platform"];
    for (flag, key) in [
        ("os", "os"),
        ("arch", "architecture"),
        ("os-version", "os.version"),
        ("variant", "variant"),
    ] {
        if !m.text(flag).is_empty() {
            platform[key] = json!(m.text(flag));
        }
    }
    if !m.list("os-features").is_empty() {
        platform["os.features"] = json!(m.list("os-features"));
    }
    let of = |key: &str| platform.get(key).and_then(Value::as_str).unwrap_or_default().to_string();
    let (os, architecture) = (of("os"), of("architecture"));
    if !KNOWN.iter().any(|(o, all)| *o == os && all.contains(&architecture.as_str())) {
        return Err(format!(
            "manifest entry for image has unsupported os/arch combination: {os}/{architecture}"
        )
        .into());
    }
    Ok(store::write(&cli, &list, &image, &kept)?)
}
