//! `docker context export`: a context as a tar file, with its description and an empty directory where
//! certificates would be.

use super::store::{self, lower};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTEXT [FILE|-]",
    about: "Write a context to a file",
    long: "Write a context to a tar file, or with '-' to standard output.",
    args: Args::Range(1, 2),
    flags: &[],
    takes: Takes::Contexts,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn archive(meta: &str) -> std::io::Result<Vec<u8>> {
    let mut builder = tar::Builder::new(Vec::new());
    let mut file = tar::Header::new_ustar();
    file.set_mode(0o644);
    file.set_size(meta.len() as u64);
    builder.append_data(&mut file, "meta.json", meta.as_bytes())?;
    let mut dir = tar::Header::new_ustar();
    dir.set_entry_type(tar::EntryType::Directory);
    dir.set_mode(0o700);
    dir.set_size(0);
    builder.append_data(&mut dir, "tls", std::io::empty())?;
    builder.into_inner()
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    if name != "default" {
        store::check_name(name)?;
    }
    let bytes = match store::find(&cli, name) {
        Some(context) => archive(&store::meta(&context)).map_err(|e| Failure::from(e.to_string())),
        None => Err(cli.settings.no_context(name).into()),
    };
    let file = match m.args.get(1).map(String::as_str) {
        Some("-") if cli.p.isatty(1) => {
            return Err("cowardly refusing to export to a terminal, specify a file path".into());
        }
        Some("-") => {
            cli.write(1, &bytes?).await;
            return Ok(());
        }
        Some(file) => file.to_string(),
        None => format!("{name}.dockercontext"),
    };
    if cli.p.exists(&file) {
        return Err(format!("open {file}: file exists").into());
    }
    // The file is made before the context is looked for.
    cli.p
        .write_file(&file, bytes.as_deref().unwrap_or_default(), 0o600)
        .map_err(|e| Failure::from(format!("open {file}: {}", lower(e))))?;
    bytes?;
    cli.err(&format!("Written file {file:?}")).await;
    Ok(())
}
