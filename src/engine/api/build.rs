//! Builds: what goes in, and what is told while they run. The words in which a terminal shows it
//! (`=> [2/3] RUN ...`, `#5 ...`) are the command line's.

use std::collections::BTreeMap;

use crate::engine::build::ignore::Ignore;
use crate::vfs::Content;

use super::container::Stream;
use super::host_config::Ulimit;
use super::system::BuildCacheEntry;

/// A file of the build context, as the client sends it.
#[derive(Clone, Debug)]
pub struct ContextEntry {
    /// Relative to the context's root, without a leading `./`.
    pub path: String,
    /// Permission bits.
    pub mode: u32,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
    pub body: ContextBody,
}

/// What a context entry holds. The client has left out what `.dockerignore` names
/// ([`crate::engine::build::ignore`]).
#[derive(Clone, Debug)]
pub enum ContextBody {
    File(Content),
    Directory,
    Symlink(String),
    /// A directory that may not be read, and why: a COPY that reaches it fails.
    Shut(String),
}

/// Where COPY and ADD find files.
#[derive(Clone, Debug)]
pub enum Context {
    /// What the client has gathered, sorted by path.
    Files(Vec<ContextEntry>),
    /// A tar file, perhaps compressed, with the Dockerfile in it.
    Archive(Content),
}

impl Default for Context {
    fn default() -> Context {
        Context::Files(Vec::new())
    }
}

impl From<Vec<ContextEntry>> for Context {
    fn from(entries: Vec<ContextEntry>) -> Context {
        Context::Files(entries)
    }
}

/// What becomes of what was built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Export {
    /// An image in the engine's store.
    Image,
    /// Its files, for a directory of the client's.
    Directory,
    /// The same, in a directory that is named after the platform.
    Platforms,
    /// Its files, for a tar file of the client's.
    Tarball,
    /// What the cache keeps of it.
    Nothing,
}

/// A context besides the build's own, which COPY and FROM know by name.
#[derive(Clone, Debug)]
pub enum Named {
    /// A directory of the client's.
    Files(Vec<ContextEntry>),
    /// An image.
    Image(String),
}

/// What is wanted of a Dockerfile.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Call {
    /// That it is built.
    #[default]
    Build,
    /// What the builder's checks find in it.
    Check,
    /// What its target can be given.
    Outline,
    /// Its stages.
    Targets,
    /// Something that the builder does not know.
    Other(String),
}

/// What one of the builder's checks found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Warning {
    /// The check's name, the sentence that describes it, and the address of its page.
    pub rule: String,
    pub about: String,
    pub page: String,
    /// What is wrong here, in which lines.
    pub detail: String,
    pub lines: (usize, usize),
}

impl Warning {
    /// It in a line.
    pub fn short(&self) -> String {
        format!("{}: {} (line {})", self.rule, self.detail, self.lines.0)
    }
}

/// Something that a Dockerfile takes: an ARG, or a secret.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    pub name: String,
    /// A comment about it.
    pub about: String,
    /// An ARG's value.
    pub value: String,
    /// Whether a build fails without the secret.
    pub required: bool,
    pub lines: (usize, usize),
}

/// A stage, as a target.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Target {
    pub name: String,
    pub about: String,
    pub default: bool,
    pub base: String,
    pub platform: String,
    pub lines: (usize, usize),
}

/// What a call gives that does not build.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    Checked {
        warnings: Vec<Warning>,
        /// Why it can not be built, and the lines to blame.
        error: Option<(String, Vec<(usize, usize)>)>,
    },
    Outline {
        target: String,
        about: String,
        args: Vec<Taken>,
        secrets: Vec<Taken>,
        ssh: Vec<Taken>,
    },
    Targets(Vec<Target>),
}

/// What `.dockerignore` says, which the client has followed.
#[derive(Clone, Debug, Default)]
pub struct Ignored {
    pub patterns: Ignore,
    /// Why it can not be read, in the builder's words.
    pub wrong: String,
    /// Whether it is the Dockerfile's own, which comes with it.
    pub own: bool,
    /// The file itself.
    pub text: Option<Content>,
}

/// How to build.
#[derive(Clone, Debug, Default)]
pub struct BuildOptions {
    pub context: Context,
    /// The Dockerfile's text, where the context does not hold it, and the name to call it by.
    pub dockerfile: String,
    pub dockerfile_name: String,
    /// Where the client has the context: a path or a URL, `-` for its input.
    pub origin: String,
    pub call: Call,
    pub contexts: BTreeMap<String, Named>,
    pub ignore: Ignored,
    /// Nothing for an image.
    pub exports: Vec<Export>,
    /// `name[:tag]`, any number.
    pub tags: Vec<String>,
    pub build_args: BTreeMap<String, Option<String>>,
    pub labels: BTreeMap<String, String>,
    /// The stage to stop at; empty for the last.
    pub target: String,
    pub no_cache: bool,
    /// Stages whose cache is not to be used.
    pub no_cache_filter: Vec<String>,
    /// Ask the registry for newer base images.
    pub pull: bool,
    pub network_mode: String,
    /// Whether a RUN may ask for the host's network.
    pub host_network: bool,
    pub platform: String,
    /// What RUN's containers get: bytes of `/dev/shm` (0 for what is usual), names with addresses, limits,
    /// and the control group that they are in.
    pub shm_size: i64,
    pub extra_hosts: Vec<String>,
    pub ulimits: Vec<Ulimit>,
    pub cgroup_parent: String,
    /// Name to bytes, for `RUN --mount=type=secret`.
    pub secrets: BTreeMap<String, Vec<u8>>,
    /// Caches from elsewhere.
    pub cache_from: Vec<CacheSource>,
}

/// A cache from elsewhere.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CacheSource {
    /// `registry`, or what else was asked for.
    pub kind: String,
    /// In a registry, the image that it is kept in.
    pub place: String,
}

/// What happens in a build. A step is known by the number it got when it began.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BuildEvent {
    /// A step begins: `[internal] load build definition from Dockerfile`, `[2/3] RUN make`.
    Started { step: usize, name: String },
    /// A line of work within a step: `transferring context: 2B`, `naming to docker.io/library/x`.
    Status { step: usize, text: String, current: u64, total: u64, done: bool },
    /// Output of a step's command.
    Log { step: usize, stream: Stream, bytes: Vec<u8> },
    /// A step needed no work.
    Cached { step: usize },
    /// A step ended after so many nanoseconds.
    Done { step: usize, took: i64 },
    /// A step was given up, as another had failed.
    Canceled { step: usize },
    /// A step failed.
    Failed { step: usize, error: String },
    /// The Dockerfile's text, found in the context.
    Dockerfile { text: String },
    /// The Dockerfile's lines that are to blame for the failure that follows, the innermost first: of each
    /// instruction the first and the last.
    Located { lines: Vec<(usize, usize)> },
    /// Something the builder's checks found, told in the step that read the Dockerfile.
    Warning { step: usize, warning: Warning },
}

/// What a build gives.
#[derive(Clone, Debug, Default)]
pub struct BuildResult {
    /// `sha256:...` of the image; empty where none was made.
    pub image_id: String,
    /// The files as tar files, one for each export that asked for them.
    pub files: Vec<Content>,
    /// What the builder calls the build.
    pub reference: String,
    /// The images that it was made of: names in full and digests.
    pub materials: BTreeMap<String, String>,
    /// What was asked, where nothing was to be built.
    pub answer: Option<Answer>,
}

/// What a prune of the build cache took.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CachePruned {
    pub caches_deleted: Vec<BuildCacheEntry>,
    pub space_reclaimed: u64,
}
