//! The engine as Compose calls it. In a dry run (`--dry-run`) what would change is only imagined: containers
//! that would be made are listed beside those that are there, all else stays as it is.

use crate::engine::api::container::{
    ArchivePut, CommitOptions, ContainerCreate, ContainerListOptions, ContainerSummary, Created,
    RemoveOptions, StopOptions,
};
use crate::engine::api::network::{EndpointSettings, NetworkCreate};
use crate::engine::api::volume::VolumeCreate;
use crate::engine::{Engine, Result};
use crate::kernel::Proc;
use crate::vfs::Content;
use std::cell::RefCell;
use std::rc::Rc;

/// What a dry run imagines: containers, in the order in which they would be made.
#[derive(Clone, Default)]
pub struct DryRun(Rc<RefCell<Vec<ContainerSummary>>>);

/// The engine; what changes it goes through here, what only looks may ask [`Daemon::look`].
///
/// Errors are the engine's.
#[derive(Clone)]
pub struct Daemon {
    engine: Engine,
    dry: Option<DryRun>,
}

impl Daemon {
    /// An engine that is worked on, or, with a dry run, only looked at.
    pub fn new(engine: Engine, dry: Option<DryRun>) -> Daemon {
        Daemon { engine, dry }
    }

    /// The engine, to be looked at; not to be changed.
    pub fn look(&self) -> &Engine {
        &self.engine
    }

    /// Does something to the engine, unless this is a dry run.
    fn change<T: Default>(&self, act: impl FnOnce(&Engine) -> Result<T>) -> Result<T> {
        if self.dry.is_some() { Ok(T::default()) } else { act(&self.engine) }
    }

    /// The containers, imagined ones too; the newest comes first.
    pub fn container_list(&self, o: &ContainerListOptions) -> Result<Vec<ContainerSummary>> {
        let mut all = Vec::new();
        if let Some(DryRun(imagined)) = &self.dry {
            let fits = |c: &&ContainerSummary| o.all && o.filters.labels("label", &c.labels);
            all.extend(imagined.borrow().iter().rev().filter(fits).cloned());
        }
        all.extend(self.engine.container_list(o)?);
        Ok(all)
    }

    /// Makes a container; the id of an imagined one is its name.
    pub fn container_create(&self, request: ContainerCreate) -> Result<Created> {
        let Some(DryRun(imagined)) = &self.dry else {
            return self.engine.container_create(request);
        };
        imagined.borrow_mut().push(ContainerSummary {
            id: request.name.clone(),
            names: vec![format!("/{}", request.name)],
            image: request.config.image,
            labels: request.config.labels,
            state: "created".to_string(),
            ..ContainerSummary::default()
        });
        Ok(Created { id: request.name, ..Created::default() })
    }

    /// Starts a container.
    pub fn container_start(&self, id: &str) -> Result<()> {
        self.change(|e| e.container_start(id))
    }

    /// Pauses a container.
    pub fn container_pause(&self, id: &str) -> Result<()> {
        self.change(|e| e.container_pause(id))
    }

    /// Lets a container go on.
    pub fn container_unpause(&self, id: &str) -> Result<()> {
        self.change(|e| e.container_unpause(id))
    }

    /// Gives a container another name.
    pub fn container_rename(&self, id: &str, name: &str) -> Result<()> {
        self.change(|e| e.container_rename(id, name))
    }

    /// Stops a container.
    pub async fn container_stop(&self, p: &Proc, id: &str, o: &StopOptions) -> Result<()> {
        if self.dry.is_some() { Ok(()) } else { self.engine.container_stop(p, id, o).await }
    }

    /// Stops a container and starts it again.
    pub async fn container_restart(&self, p: &Proc, id: &str, o: &StopOptions) -> Result<()> {
        if self.dry.is_some() { Ok(()) } else { self.engine.container_restart(p, id, o).await }
    }

    /// Sends a signal to a container.
    pub async fn container_kill(&self, p: &Proc, id: &str, signal: &str) -> Result<()> {
        if self.dry.is_some() { Ok(()) } else { self.engine.container_kill(p, id, signal).await }
    }

    /// Removes a container.
    pub async fn container_remove(&self, p: &Proc, id: &str, o: RemoveOptions) -> Result<()> {
        if self.dry.is_some() { Ok(()) } else { self.engine.container_remove(p, id, o).await }
    }

    /// Makes an image of a container; its id.
    pub fn container_commit(&self, id: &str, o: &CommitOptions) -> Result<String> {
        self.change(|e| e.container_commit(id, o))
    }

    /// Writes files into a container.
    pub fn container_archive_put(
        &self,
        id: &str,
        path: &str,
        archive: &Content,
        o: ArchivePut,
    ) -> Result<()> {
        self.change(|e| e.container_archive_put(id, path, archive, o))
    }

    /// Makes a network; its id, which is the name of an imagined one.
    pub fn network_create(&self, request: &NetworkCreate) -> Result<String> {
        match self.dry {
            Some(_) => Ok(request.name.clone()),
            None => self.engine.network_create(request).map(|(id, _)| id),
        }
    }

    /// Connects a container to a network.
    pub fn network_connect(
        &self,
        network: &str,
        container: &str,
        settings: EndpointSettings,
    ) -> Result<()> {
        self.change(|e| e.network_connect(network, container, settings))
    }

    /// Takes a container off a network.
    pub fn network_disconnect(&self, network: &str, container: &str, force: bool) -> Result<()> {
        self.change(|e| e.network_disconnect(network, container, force))
    }

    /// Removes a network.
    pub fn network_remove(&self, name: &str) -> Result<()> {
        self.change(|e| e.network_remove(name))
    }

    /// Makes a volume.
    pub fn volume_create(&self, request: &VolumeCreate) -> Result<()> {
        self.change(|e| e.volume_create(request).map(|_| ()))
    }

    /// Removes a volume.
    pub fn volume_remove(&self, p: &Proc, name: &str, force: bool) -> Result<()> {
        self.change(|e| e.volume_remove(p, name, force))
    }

    /// Removes an image.
    pub fn image_remove(&self, p: &Proc, name: &str) -> Result<()> {
        self.change(|e| e.image_remove(p, name, false, false).map(|_| ()))
    }
}
