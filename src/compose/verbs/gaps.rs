//! Verbs that real Compose has and the simulator lacks.

use crate::compose::command::{Args, Verb};

const fn gap(name: &'static str, about: &'static str, why: &'static str) -> Verb {
    Verb {
        name,
        usage: "[OPTIONS]",
        about,
        args: Args::Any,
        flags: &[],
        interspersed: false,
        gap: Some(why),
        run: |_, _| Box::pin(async { Ok(()) }),
    }
}

/// `alpha`.
pub static ALPHA: Verb =
    gap("alpha", "Things that are being tried out", "what is tried out changes too often");
/// `bridge`.
pub static BRIDGE: Verb =
    gap("bridge", "Turn Compose files into other models", "there are no other models here");
/// `commit`.
pub static COMMIT: Verb =
    gap("commit", "Make an image of a service's container", "docker commit does it");
/// `export`.
pub static EXPORT: Verb =
    gap("export", "Write a container's files to a tar file", "docker export does it");
/// `publish`.
pub static PUBLISH: Verb = gap(
    "publish",
    "Send a project to a registry",
    "no registry outside of the simulation can be reached",
);
/// `watch`.
pub static WATCH: Verb = gap(
    "watch",
    "Rebuild and refresh when files change",
    "nothing tells of changes to the host's files",
);
