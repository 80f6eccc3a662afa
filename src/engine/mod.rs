//! The Docker engine without words: images, containers, volumes, networks, builds and events, as the
//! Engine API has them. It keeps its files on the host's disk where Docker does, runs containers as
//! processes of the kernel, and has never heard of the shell or the command line.
//!
//! [`Engine`] is the handle; its verbs are spread over the modules by topic. Errors carry the
//! daemon's own words. Verbs that wait take the process that waits.

pub mod api;
mod archive;
#[cfg(test)]
mod audit;
mod bolt;
pub mod build;
pub(crate) mod containers;
mod daemon;
pub(crate) mod disk;
mod error;
mod events;
mod ids;
pub mod images;
mod kept;
mod layout;
pub mod losses;
mod networks;
mod plugins;
mod rebirth;
mod records;
mod run;
mod service;
mod settings;
pub(crate) mod state;
pub(crate) mod stream;
mod system;
mod task;
mod volumes;

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use crate::kernel::{Kernel, Namespaces, Proc};

pub use archive::layout::diff_id as layer_id;
pub use archive::tar::Writer as ArchiveWriter;
pub use archive::{is_archive, members as archive_members};
pub use containers::attach::{Attachment, parse_keys};
pub use containers::logs::LogStream;
pub use containers::wait::Waiter;
pub use error::{EngineError, ErrorKind, Result};
pub use events::EventStream;
pub use images::registry::Registry;
pub use state::Phase;
pub use stream::Progress;

use disk::{Disk, as_root};
use state::State;

/// The daemon's data directory.
pub const ROOT: &str = "/var/lib/docker";

/// Empties a directory as root, whatever is in it; one that is not there is empty.
pub fn empty_directory(vfs: &mut crate::vfs::Vfs, root: crate::vfs::Loc, path: &str) {
    as_root(vfs, root, |d| d.at(path).and_then(|dir| d.empty(dir))).ok();
}

/// The engine: a handle that is cheap to clone.
#[derive(Clone)]
pub struct Engine {
    inner: Rc<Inner>,
}

struct Inner {
    kernel: Rc<Kernel>,
    host: Namespaces,
    registry: Rc<dyn Registry>,
    state: RefCell<State>,
}

impl Engine {
    /// An engine on a machine: its kernel, the host's own namespaces, and the registry that it pulls
    /// from. Nothing is on the disk before [`Engine::boot`].
    pub fn new(kernel: Rc<Kernel>, host: Namespaces, registry: Rc<dyn Registry>) -> Engine {
        let state = State { cond: kernel.new_cond(), never: kernel.new_cond(), ..State::default() };
        let engine =
            Engine { inner: Rc::new(Inner { kernel, host, registry, state: RefCell::new(state) }) };
        engine.register();
        engine
    }

    /// The same engine on a copy of the machine ([`Kernel::fork`]). Its shims go on when the caller
    /// calls [`Kernel::restart_programs`].
    pub fn fork(&self, kernel: Rc<Kernel>) -> Engine {
        let engine = Engine {
            inner: Rc::new(Inner {
                kernel,
                host: self.inner.host,
                registry: Rc::clone(&self.inner.registry),
                state: RefCell::new(self.inner.state.borrow().clone()),
            }),
        };
        engine.register();
        engine.renew_proc();
        engine
    }

    /// The host's own namespaces, for processes that belong to the host.
    pub fn host_namespaces(&self) -> Namespaces {
        self.inner.host
    }

    /// The kernel under it.
    pub fn kernel(&self) -> &Rc<Kernel> {
        &self.inner.kernel
    }

    /// Looks at everything the daemon remembers.
    pub(crate) fn look<R>(&self, f: impl FnOnce(&State) -> R) -> R {
        f(&self.inner.state.borrow())
    }

    fn state(&self) -> RefMut<'_, State> {
        self.inner.state.borrow_mut()
    }

    /// Whether nobody is changing what it remembers: a world that is taken down may be in the middle of
    /// something, and then there is nothing to tidy up.
    fn at_rest(&self) -> bool {
        self.inner.state.try_borrow_mut().is_ok()
    }

    fn now(&self) -> i64 {
        self.inner.kernel.now()
    }

    /// The host's disk, as root.
    fn disk<R>(&self, f: impl FnOnce(&mut Disk<'_>) -> R) -> R {
        as_root(&mut self.inner.kernel.vfs(), self.inner.host.root, f)
    }

    /// Tells everyone who waits that something has changed.
    fn changed(&self) {
        let cond = self.state().cond;
        self.inner.kernel.signal_cond(cond);
    }

    /// Waits until a look at the state gives something.
    async fn until<T>(&self, p: &Proc, mut look: impl FnMut(&Engine) -> Option<T>) -> Result<T> {
        let cond = self.state().cond;
        loop {
            let seen = self.inner.kernel.cond_version(cond);
            if let Some(found) = look(self) {
                return Ok(found);
            }
            p.wait_cond(cond, seen).await.map_err(|_| EngineError::interrupted())?;
        }
    }

    /// The same, but not beyond a time (nanoseconds since the epoch).
    async fn until_deadline<T>(
        &self,
        p: &Proc,
        deadline: i64,
        mut look: impl FnMut(&Engine) -> Option<T>,
    ) -> Result<Option<T>> {
        use futures_util::future::{Either, select};
        use std::pin::pin;
        let cond = self.state().cond;
        loop {
            let seen = self.inner.kernel.cond_version(cond);
            if let Some(found) = look(self) {
                return Ok(Some(found));
            }
            if self.now() >= deadline {
                return Ok(None);
            }
            let (change, late) = (pin!(p.wait_cond(cond, seen)), pin!(p.sleep_until(deadline)));
            match select(change, late).await {
                Either::Left((Err(_), _)) | Either::Right((Err(_), _)) => {
                    return Err(EngineError::interrupted());
                }
                _ => {}
            }
        }
    }
}
