//! `--platform`: `os[/arch[/variant]]`. The simulated host is linux/amd64 and runs nothing else.

use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::engine::Engine;
pub use crate::engine::images::platform::{parse, runs};

/// The platform that a flag names, or the one that is meant where none is named.
pub fn asked(cli: &Cli, flag: &str) -> String {
    match flag {
        "" => cli.p.env("DOCKER_DEFAULT_PLATFORM").unwrap_or_default(),
        named => named.to_string(),
    }
}

/// A platform that flags of the command line name, or nothing.
pub fn check(text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Ok(());
    }
    parse(text).map(|_| ()).map_err(|e| format!("invalid platform: {e}"))
}

/// Whether an image is of a platform that a flag names; all images here are of the host's own.
pub fn holds(engine: &Engine, image: &str, text: &str) -> Result<(), Failure> {
    let Some(shown) = foreign(text)? else { return Ok(()) };
    engine.image_inspect(image)?;
    Err(format!(
        "Error response from daemon: image with reference {image} was found but its platform (linux/amd64) does not match the specified platform ({shown})"
    )
    .into())
}

/// The platform that a flag names, in full, when it is not the host's.
pub fn foreign(text: &str) -> Result<Option<String>, String> {
    unlike(text, |_| true)
}

/// The same when no image is made for just that platform: they are for the first variant.
pub fn absent(text: &str) -> Result<Option<String>, String> {
    unlike(text, |variant| matches!(variant, "" | "v1"))
}

fn unlike(text: &str, variant_fits: fn(&str) -> bool) -> Result<Option<String>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let (os, arch, variant) = parse(text)?;
    let shown = [os.as_str(), &arch, &variant].join("/");
    let fits = runs(&os, &arch) && variant_fits(&variant);
    Ok((!fits).then(|| shown.trim_end_matches('/').to_string()))
}
