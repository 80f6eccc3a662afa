//! Platforms by name: `os[/arch[/variant]]`. The simulated host is linux/amd64 and runs nothing else.

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

/// Whether the host runs it.
pub fn runs(os: &str, arch: &str) -> bool {
    os == "linux" && arch == "amd64"
}
