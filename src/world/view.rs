//! What the page draws of the world: plain data, taken as a picture at one moment. Owns the shape of
//! that picture; the world fills it, the page's panels draw it, and neither reaches past it.

use serde::{Deserialize, Serialize};

/// How many files a list holds at most; the rest is only counted.
pub const FILES_SHOWN: usize = 40;

/// The whole picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Virtual time, in nanoseconds since the epoch.
    pub time: i64,
    /// The machine that Docker runs on.
    pub host: Host,
    /// Local images, in the order of `docker images`.
    pub images: Vec<Image>,
    /// All containers, stopped ones too, newest first as in `docker ps -a`.
    pub containers: Vec<Container>,
    /// All volumes, by name.
    pub volumes: Vec<Volume>,
    /// What was lost, newest first.
    pub losses: Vec<Loss>,
}

/// The machine that Docker runs on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Its name, as the prompt shows it.
    pub name: String,
    /// The learner's home directory.
    pub home: String,
    /// What is in the home directory (and below it), without the shell's own dot files.
    pub files: Files,
    /// Directories and files of the host that containers mount, whether under the home or not.
    pub binds: Vec<BindSource>,
}

/// A path of the host that at least one container mounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BindSource {
    /// The path on the host.
    pub path: String,
    /// What is there.
    pub files: Files,
    /// The names of the containers that mount it.
    pub used_by: Vec<String>,
}

/// Files of one place: some of them, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// At most [`FILES_SHOWN`], sorted by path.
    pub shown: Vec<File>,
    /// How many there are; more than `shown` holds when the list was cut.
    pub total: u64,
    /// Their sizes together, in bytes.
    pub bytes: u64,
}

/// One file or directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// For a container's layers and tmpfs mounts: the path inside the container. For volumes, binds
    /// and the home directory: relative to that place.
    pub path: String,
    /// What it is.
    pub kind: FileKind,
    /// Size in bytes.
    pub size: u64,
    /// For a writable layer: what it did to the image's file. Elsewhere [`Change::Added`].
    pub change: Change,
    /// Changes whenever the file's content does (its mtime will do), so that the page can show it.
    pub version: i64,
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// A regular file.
    Regular,
    /// A directory; listed only where it is empty, otherwise its files show it.
    Directory,
    /// A symbolic link.
    Symlink,
    /// A socket, a pipe or a device.
    Special,
}

/// `docker diff`'s three letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// `A`: not in the image.
    Added,
    /// `C`: in the image too, and changed here.
    Changed,
    /// `D`: in the image, and hidden here.
    Deleted,
}

/// A local image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// The full id, without `sha256:`.
    pub id: String,
    /// `name:tag`, none when it is dangling.
    pub tags: Vec<String>,
    /// Its size in bytes.
    pub size: u64,
    /// Its layers, the lowest first.
    pub layers: Vec<Layer>,
    /// The names of the containers made from it, stopped ones too.
    pub used_by: Vec<String>,
}

/// One read-only layer of an image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Its id: images that share a layer show the same one.
    pub id: String,
    /// The build step that made it, as `docker history` says.
    pub created_by: String,
    /// Its size in bytes.
    pub size: u64,
    /// How many files it brings.
    pub files: u64,
}

/// A container's state, as the Engine API names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Made, never started.
    Created,
    /// Running.
    Running,
    /// Frozen by `docker pause`.
    Paused,
    /// Between two starts under a restart policy.
    Restarting,
    /// Being removed.
    Removing,
    /// Ended.
    Exited,
    /// Could not be removed.
    Dead,
}

/// A container, with where its files live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Container {
    /// The full id.
    pub id: String,
    /// Its name, without the slash.
    pub name: String,
    /// The image as it was named when the container was made.
    pub image: String,
    /// The image's full id, without `sha256:`.
    pub image_id: String,
    /// Its state.
    pub state: State,
    /// The words of `docker ps`: `Up 5 seconds`.
    pub status: String,
    /// The exit status, once it has ended.
    pub exit_code: Option<i64>,
    /// The command line it runs.
    pub command: String,
    /// Whether it goes away by itself when it ends (`--rm`).
    pub auto_remove: bool,
    /// The Compose project it belongs to.
    pub project: Option<String>,
    /// What its writable layer holds, as `docker diff` lists it, without directories that only
    /// changed because something in them did.
    pub writable: Files,
    /// What is mounted into it, by destination.
    pub mounts: Vec<Mount>,
}

/// Something mounted into a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mount {
    /// Where it is seen in the container.
    pub destination: String,
    /// Whether the container may only read it.
    pub read_only: bool,
    /// Where the files are.
    pub source: MountSource,
}

/// Where a mount's files are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MountSource {
    /// In a volume of this name; [`View::volumes`] has the rest.
    Volume {
        /// The volume's name.
        name: String,
    },
    /// At this path of the host; [`Host::binds`] has the rest.
    Bind {
        /// The path on the host.
        path: String,
    },
    /// In memory, for as long as the container runs.
    Tmpfs {
        /// What is there now.
        files: Files,
        /// The limit in bytes, if one was set.
        limit: Option<u64>,
    },
}

/// A volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volume {
    /// Its name.
    pub name: String,
    /// Its driver.
    pub driver: String,
    /// Whether Docker made it up for a container, so that `docker rm -v`, `--rm` and
    /// `docker volume prune` take it.
    pub anonymous: bool,
    /// Where its files are on the host.
    pub mountpoint: String,
    /// The Compose project it belongs to.
    pub project: Option<String>,
    /// What it holds.
    pub files: Files,
    /// The names of the containers that mount it, stopped ones too.
    pub used_by: Vec<String>,
}

/// Where files lived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Home {
    /// An image's read-only layers.
    Image,
    /// A container's writable layer.
    Writable,
    /// A volume.
    Volume,
    /// A directory of the host.
    Bind,
    /// Memory.
    Tmpfs,
}

/// Files that are gone, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// Unlike any other loss's; never used twice.
    pub id: u64,
    /// When, in virtual nanoseconds since the epoch.
    pub at: i64,
    /// The command line that did it: `docker rm -f test`.
    pub cause: String,
    /// What was removed or stopped: `container test`, `volume data`.
    pub object: String,
    /// Where the files lived.
    pub home: Home,
    /// What went.
    pub files: Files,
    /// One sentence on why they went, and what would have kept them.
    pub note: String,
}
