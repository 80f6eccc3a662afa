//! What is mounted into a service's containers: volumes, binds, secrets and configs from files, and the
//! anonymous volumes that a container takes over from the one in whose place it comes.

use crate::compose::daemon::Daemon;
use crate::compose::project::service::{BindMount, Mount, Service, VolumeMount};
use crate::compose::project::{Project, image_of, on, text};
use crate::docker::command::Failure;
use crate::engine::api::container::ContainerSummary;
use crate::engine::api::host_config::{
    BindOptions, ImageOptions, MountRequest, TmpfsOptions, VolumeOptions,
};
use std::collections::BTreeMap;

/// Mounts as the engine is asked for them: `-v` texts and long forms; and warnings.
#[derive(Default)]
pub struct Mounts {
    /// `SOURCE:TARGET:OPTIONS`.
    pub binds: Vec<String>,
    /// Long forms.
    pub mounts: Vec<MountRequest>,
    /// What is to be warned of.
    pub warnings: Vec<String>,
}

/// The mounts of a service's container. With `inherit`, the data of anonymous volumes go over; `there` looks
/// for files of the client's.
pub fn build(
    engine: &Daemon,
    project: &Project,
    (name, service): (&str, &Service),
    inherit: Option<&ContainerSummary>,
    there: &dyn Fn(&str) -> bool,
) -> Result<Mounts, Failure> {
    let mut out = Mounts::default();
    let mut volumes = service.volumes.clone();
    let mut all: BTreeMap<String, MountRequest> = BTreeMap::new();
    if let Some(old) = inherit {
        let image = if service.image.is_empty() {
            image_of(&serde_json::Value::Null, name, &project.name)
        } else {
            service.image.clone()
        };
        let config = engine.look().image_inspect(&image)?.config.unwrap_or_default();
        let declared = config.volumes.unwrap_or_default();
        for m in old.mounts.iter().filter(|m| m.kind != "tmpfs") {
            let anonymous = |v: &Mount| v.target == m.destination && v.source.is_empty();
            if declared.contains_key(&m.destination) || volumes.iter().any(anonymous) {
                let source = if m.kind == "volume" { m.name.clone() } else { m.source.clone() };
                let taken = MountRequest {
                    kind: m.kind.clone(),
                    source,
                    target: m.destination.clone(),
                    read_only: !m.rw,
                    ..MountRequest::default()
                };
                all.insert(m.destination.clone(), taken);
            }
            volumes.retain(|v| !anonymous(v));
        }
    }
    for mount in &volumes {
        all.insert(mount.target.clone(), request(project, mount, &mut out.warnings));
    }
    files(project, service, &mut all, &mut out.warnings, there)?;
    for (target, m) in all {
        let own = service.volumes.iter().find(|v| v.target == target);
        let short = match (m.kind.as_str(), own) {
            ("bind", Some(v)) => !bind_needs_long(v.bind.as_ref()),
            ("volume", Some(v)) => {
                let named = project.volumes.values().any(|p| text(p, "name") == m.source);
                named && !volume_needs_long(v.volume.as_ref())
            }
            _ => false,
        };
        match own {
            Some(v) if short => out.binds.push(bind_text(&m.source, v)),
            _ => out.mounts.push(m),
        }
    }
    Ok(out)
}

fn bind_needs_long(bind: Option<&BindMount>) -> bool {
    bind.is_some_and(|b| {
        !b.create_host_path || !b.propagation.is_empty() || !b.recursive.is_empty()
    })
}

fn volume_needs_long(volume: Option<&VolumeMount>) -> bool {
    volume.is_some_and(|v| !v.labels.is_empty() || !v.subpath.is_empty() || v.nocopy)
}

fn bind_text(source: &str, v: &Mount) -> String {
    let mut options = vec![if v.read_only { "ro" } else { "rw" }];
    if let Some(bind) = &v.bind {
        options.extend(
            [bind.selinux.as_str(), bind.propagation.as_str()].iter().filter(|o| !o.is_empty()),
        );
    }
    if v.volume.as_ref().is_some_and(|v| v.nocopy) {
        options.push("nocopy");
    }
    format!("{source}:{}:{}", v.target, options.join(","))
}

fn request(project: &Project, v: &Mount, warnings: &mut Vec<String>) -> MountRequest {
    let mut source = v.source.clone();
    if v.kind == "volume"
        && let Some(volume) = project.volumes.get(&v.source)
    {
        source = text(volume, "name").to_string();
    }
    for (kind, given) in [
        ("bind", v.bind.is_some()),
        ("volume", v.volume.is_some()),
        ("tmpfs", v.tmpfs.is_some()),
        ("image", v.image.is_some()),
    ] {
        if given && v.kind != kind {
            warnings.push(format!("mount of type `{}` should not define `{kind}` option", v.kind));
        }
    }
    let of = |kind: &str| v.kind == kind;
    MountRequest {
        kind: v.kind.clone(),
        source,
        target: v.target.clone(),
        read_only: v.read_only,
        consistency: v.consistency.clone(),
        bind_options: v.bind.as_ref().filter(|_| of("bind")).map(|b| BindOptions {
            propagation: b.propagation.clone(),
            create_mountpoint: b.create_host_path,
            non_recursive: b.recursive == "disabled",
            read_only_non_recursive: b.recursive == "writable",
            read_only_force_recursive: b.recursive == "readonly",
        }),
        volume_options: v.volume.as_ref().filter(|_| of("volume")).map(|o| VolumeOptions {
            no_copy: o.nocopy,
            subpath: o.subpath.clone(),
            labels: o.labels.clone(),
            ..VolumeOptions::default()
        }),
        image_options: v
            .image
            .as_ref()
            .filter(|_| of("image"))
            .map(|i| ImageOptions { subpath: i.subpath.clone() }),
        tmpfs_options: v.tmpfs.as_ref().filter(|_| of("tmpfs")).map(|t| TmpfsOptions {
            size_bytes: t.size,
            mode: t.mode,
            ..TmpfsOptions::default()
        }),
    }
}

/// Secrets and configs that are files of the host.
fn files(
    project: &Project,
    service: &Service,
    all: &mut BTreeMap<String, MountRequest>,
    warnings: &mut Vec<String>,
    there: &dyn Fn(&str) -> bool,
) -> Result<(), Failure> {
    let secrets = service.secrets.iter().map(|s| (s, "secret", "/run/secrets/", &project.secrets));
    let configs = service.configs.iter().map(|s| (s, "config", "/", &project.configs));
    for (file, kind, dir, defined) in secrets.chain(configs) {
        let target = match file.target.as_str() {
            "" => format!("{dir}{}", file.source),
            path if path.starts_with('/') => path.to_string(),
            path => format!("{dir}{path}"),
        };
        let Some(source) = defined.get(&file.source) else { continue };
        if on(source, "external") {
            return Err(format!("unsupported external {kind} {}", text(source, "name")).into());
        }
        for option in ["driver", "template_driver"] {
            if !text(source, option).is_empty() {
                return Err(format!("Docker Compose does not support {kind}s.*.{option}").into());
            }
        }
        if !text(source, "environment").is_empty() || !text(source, "content").is_empty() {
            continue;
        }
        if !file.uid.is_empty() || !file.gid.is_empty() || file.mode.is_some() {
            let kind = if kind == "secret" { "secrets" } else { kind };
            warnings.push(format!(
                "{kind} `uid`, `gid` and `mode` are not supported, they will be ignored"
            ));
        }
        let path = text(source, "file").to_string();
        if kind == "secret" && !there(&path) {
            warnings.push(format!("secret file {} does not exist", text(source, "name")));
        }
        let bind = (kind == "secret").then(BindOptions::default);
        all.entry(target.clone()).or_insert(MountRequest {
            kind: "bind".to_string(),
            source: path,
            target,
            read_only: true,
            bind_options: bind,
            ..MountRequest::default()
        });
    }
    Ok(())
}
