//! Secrets and configs that are no files of the host: written into a container before it starts.

use crate::compose::command::Compose;
use crate::compose::project::service::{FileMount, Service};
use crate::compose::project::{Named, Project, text};
use crate::docker::command::{Failure, Outcome};
use crate::engine::api::container::ArchivePut;
use crate::golang::quote::quote;
use crate::vfs::Content;

/// Writes all of them.
pub fn files(
    c: &Compose,
    project: &Project,
    (name, service): (&str, &Service),
    id: &str,
) -> Outcome {
    let secrets = (&service.secrets, &project.secrets, "secret", "/run/secrets/");
    let configs = (&service.configs, &project.configs, "config", "/");
    for (list, defined, kind, dir) in [secrets, configs] {
        for file in list {
            let Some(content) = content(project, defined, file, kind)? else { continue };
            if service.read_only {
                let source = defined.get(&file.source).map_or("", |d| text(d, "name"));
                return Err(format!(
                    "cannot create {kind} {} in read-only service {name}: `file` is the sole supported option",
                    quote(source)
                )
                .into());
            }
            let target = match file.target.as_str() {
                "" => format!("{dir}{}", file.source),
                path if kind == "secret" && !path.starts_with('/') => format!("{dir}{path}"),
                path => path.to_string(),
            };
            if c.dry.is_some() {
                return Err(c.not_found("/", id));
            }
            let archive = archive(c, &content, file, &target)?;
            let owned = !file.uid.is_empty() || !file.gid.is_empty();
            let options = ArchivePut { no_overwrite_dir_non_dir: false, copy_uid_gid: owned };
            c.engine()?.container_archive_put(id, "/", &Content::from(archive), options)?;
        }
    }
    Ok(())
}

fn content(
    project: &Project,
    defined: &Named,
    file: &FileMount,
    kind: &str,
) -> Result<Option<String>, Failure> {
    let Some(source) = defined.get(&file.source) else { return Ok(None) };
    let own = text(source, "content");
    let variable = text(source, "environment");
    if !own.is_empty() {
        return Ok(Some(own.to_string()));
    }
    if variable.is_empty() {
        return Ok(None);
    }
    match project.env.get(variable) {
        Some(value) => Ok(Some(value.clone()).filter(|v| !v.is_empty())),
        None => Err(format!(
            "environment variable {} required by {kind} {} is not set",
            quote(variable),
            quote(text(source, "name"))
        )
        .into()),
    }
}

fn archive(c: &Compose, content: &str, file: &FileMount, target: &str) -> Result<Vec<u8>, Failure> {
    let number = |text: &str| -> Result<u64, Failure> {
        match text {
            "" => Ok(0),
            text => Ok(crate::golang::strconv::atoi(text)?.unsigned_abs()),
        }
    };
    let bytes = crate::vfs::text::encode(content);
    let mode = file.mode.as_deref().and_then(|m| u32::from_str_radix(m, 8).ok());
    let mut header = tar::Header::new_gnu();
    header.set_mode(mode.unwrap_or(0o444));
    header.set_uid(number(&file.uid)?);
    header.set_gid(number(&file.gid)?);
    header.set_mtime(u64::try_from(c.cli.p.now() / 1_000_000_000).unwrap_or(0));
    header.set_size(bytes.len() as u64);
    let mut builder = tar::Builder::new(Vec::new());
    let path = target.trim_start_matches('/');
    let wrong = |e: std::io::Error| Failure::from(e.to_string());
    builder.append_data(&mut header, path, &*bytes).map_err(wrong)?;
    builder.into_inner().map_err(wrong)
}
