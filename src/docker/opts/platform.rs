//! `--platform`: `os[/arch[/variant]]`. The simulated host is linux/amd64 and runs nothing else.

use crate::docker::command::Failure;
use crate::engine::Engine;

/// A platform that flags of the command line name, or nothing.
pub fn check(text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Ok(());
    }
    parse(text).map(|_| ()).map_err(|e| format!("invalid platform: {e}"))
}

/// The parts, with what was left out filled in; an error in containerd's words.
pub fn parse(text: &str) -> Result<(String, String, String), String> {
    let parts: Vec<&str> = text.split('/').collect();
    let word = |p: &str| {
        !p.is_empty() && p.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
    };
    let system = parts[0].split('(').next().unwrap_or_default();
    if !word(system) || system.contains('.') {
        return Err(format!(
            "{:?} is an invalid OS component of {text:?}: OSAndVersion specifier component must match \"{}\": invalid argument",
            parts[0], r"^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$",
        ));
    }
    if let Some(bad) = parts[1..].iter().find(|p| !word(p)) {
        return Err(format!(
            "{bad:?} is an invalid component of {text:?}: platform specifier component must match \"^[A-Za-z0-9_.-]+$\": invalid argument"
        ));
    }
    let arch = |a: &str| match a {
        "x86_64" | "x86-64" => "amd64".to_string(),
        "aarch64" => "arm64".to_string(),
        other => other.to_lowercase(),
    };
    match parts[..] {
        [one] => match one.to_lowercase().as_str() {
            os @ ("linux" | "windows" | "darwin" | "freebsd") => {
                Ok((os.to_string(), "amd64".to_string(), String::new()))
            }
            "amd64" | "x86_64" | "x86-64" | "arm64" | "aarch64" | "arm" | "386" | "s390x"
            | "ppc64le" | "riscv64" => Ok(("linux".to_string(), arch(one), String::new())),
            _ => {
                Err(format!("{text:?}: unknown operating system or architecture: invalid argument"))
            }
        },
        [os, a] => Ok((os.to_lowercase(), arch(a), String::new())),
        [os, a, variant] => Ok((os.to_lowercase(), arch(a), variant.to_lowercase())),
        _ => Err(format!("{text:?}: cannot parse platform specifier: invalid argument")),
    }
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
    if text.is_empty() {
        return Ok(None);
    }
    let (os, arch, variant) = parse(text)?;
    let shown = [os.as_str(), &arch, &variant].join("/");
    Ok((!runs(&os, &arch)).then(|| shown.trim_end_matches('/').to_string()))
}

/// Whether the host runs it.
pub fn runs(os: &str, arch: &str) -> bool {
    os == "linux" && arch == "amd64"
}
