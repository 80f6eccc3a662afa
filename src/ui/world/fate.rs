//! What will become of files: the rules of Docker's life cycles, for what a view shows. Owns the words and
//! the sums; removing anything is the engine's.

use super::words;
use crate::world::view::{Container, Home, MountSource, State, View, Volume};

/// An event that the learner asks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// Nothing is asked.
    #[default]
    Now,
    /// `docker stop` for every container.
    Stop,
    /// `docker rm -f` for every container.
    Remove,
    /// `docker rm -f -v` for every container.
    RemoveVolumes,
}

impl Lens {
    /// All, in the order of how much they take.
    pub const ALL: [Lens; 4] = [Lens::Now, Lens::Stop, Lens::Remove, Lens::RemoveVolumes];

    /// The words on its button.
    pub fn label(self) -> &'static str {
        match self {
            Lens::Now => "nothing",
            Lens::Stop => "stop",
            Lens::Remove => "rm",
            Lens::RemoveVolumes => "rm -v",
        }
    }

    /// The command that it stands for.
    pub fn command(self) -> &'static str {
        match self {
            Lens::Now => "",
            Lens::Stop => "docker stop",
            Lens::Remove => "docker rm -f",
            Lens::RemoveVolumes => "docker rm -f -v",
        }
    }
}

/// Whether something lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// It outlives the container.
    Yes,
    /// It is lost with the container, or sooner.
    No,
}

/// A short sentence on what becomes of files, and whether they last.
pub type Fate = (Lasts, &'static str);

/// A container's writable layer.
pub fn writable(container: &Container) -> Fate {
    if container.auto_remove {
        (Lasts::No, "lost as soon as it ends (--rm)")
    } else {
        (Lasts::No, "lost with docker rm")
    }
}

/// A mount of a container.
pub fn mount(view: &View, container: &Container, source: &MountSource) -> Fate {
    match source {
        MountSource::Tmpfs { .. } => (Lasts::No, "lost when it stops"),
        MountSource::Bind { .. } => (Lasts::Yes, "survives docker rm"),
        MountSource::Volume { name } => match find(view, name) {
            Some(volume) if volume.anonymous && container.auto_remove => {
                (Lasts::No, "lost as soon as it ends (--rm)")
            }
            Some(volume) if volume.anonymous => (Lasts::Yes, "survives docker rm, lost with rm -v"),
            _ => (Lasts::Yes, "survives docker rm"),
        },
    }
}

/// A volume.
pub fn volume(volume: &Volume) -> Fate {
    match (volume.anonymous, volume.used_by.is_empty()) {
        (true, true) => (Lasts::No, "left behind; lost with docker volume prune"),
        (true, false) => (Lasts::No, "lost with docker rm -v"),
        (false, true) => (Lasts::Yes, "kept until docker volume rm"),
        (false, false) => (Lasts::Yes, "survives docker rm"),
    }
}

fn find<'a>(view: &'a View, name: &str) -> Option<&'a Volume> {
    view.volumes.iter().find(|volume| volume.name == name)
}

/// Whether the lens takes the container's writable layer.
pub fn takes_writable(lens: Lens, container: &Container) -> bool {
    match lens {
        Lens::Now => false,
        Lens::Stop => container.auto_remove && runs(container),
        Lens::Remove | Lens::RemoveVolumes => true,
    }
}

/// Whether the lens takes the container's tmpfs mounts.
pub fn takes_tmpfs(lens: Lens, _: &Container) -> bool {
    lens != Lens::Now
}

/// Whether the lens takes the volume.
pub fn takes_volume(lens: Lens, view: &View, volume: &Volume) -> bool {
    if !volume.anonymous || volume.used_by.is_empty() {
        return false;
    }
    // `--rm` takes its anonymous volumes along, as `rm -v` does.
    volume.used_by.iter().all(|user| {
        let user = view.containers.iter().find(|container| container.name == *user);
        match lens {
            Lens::Now => false,
            Lens::Stop => user.is_some_and(|user| user.auto_remove && runs(user)),
            Lens::Remove => user.is_some_and(|user| user.auto_remove && runs(user)),
            Lens::RemoveVolumes => true,
        }
    })
}

fn runs(container: &Container) -> bool {
    matches!(container.state, State::Running | State::Paused | State::Restarting)
}

/// Files and bytes that the lens takes, in words; nothing when there is no container to take.
pub fn toll(lens: Lens, view: &View) -> Option<String> {
    if lens == Lens::Now {
        return None;
    }
    let (mut files, mut bytes, mut kept) = (0, 0, 0);
    for container in &view.containers {
        if takes_writable(lens, container) {
            files += container.writable.total;
            bytes += container.writable.bytes;
        } else {
            kept += container.writable.total;
        }
        for mount in &container.mounts {
            if let MountSource::Tmpfs { files: inside, .. } = &mount.source
                && takes_tmpfs(lens, container)
            {
                files += inside.total;
                bytes += inside.bytes;
            }
        }
    }
    for volume in &view.volumes {
        if takes_volume(lens, view, volume) {
            files += volume.files.total;
            bytes += volume.files.bytes;
        } else {
            kept += volume.files.total;
        }
    }
    let command = lens.command();
    Some(if view.containers.is_empty() {
        format!("There is no container for {command} to take.")
    } else if files == 0 {
        format!("{command} of every container would lose no file; {kept} would stay.")
    } else {
        format!(
            "{command} of every container would lose {} ({}); {kept} would stay.",
            words::count(files, "file"),
            words::size(bytes)
        )
    })
}

/// The homes, with what each means, for the legend.
pub const HOMES: [(Home, &str); 5] = [
    (Home::Image, "read-only, shared; never changed by a container"),
    (Home::Writable, "what a container changes; goes with docker rm"),
    (Home::Volume, "kept by Docker until the volume is removed"),
    (Home::Bind, "the host's own files; Docker never deletes them"),
    (Home::Tmpfs, "in memory; gone when the container stops"),
];
