//! Verbs whose bodies are not built yet: each says so plainly.

use super::api::build::{BuildEvent, BuildOptions, BuildResult, CachePruned};
use super::api::container::{
    ArchivePut, AttachOptions, Change, CommitOptions, ContainersPruned, Created, ExecCreate,
    ExecInspect, LogsOptions, PathStat, RemoveOptions, Stats, StopOptions, Top, UpdateRequest,
    WaitCondition,
};
use super::api::container::{
    ContainerCreate, ContainerInspect, ContainerListOptions, ContainerSummary,
};
use super::api::filters::Filters;
use super::api::image::{
    HistoryItem, ImageDeleted, ImageInspect, ImageListOptions, ImageSummary, ImagesPruned,
    ImportOptions, Message, SearchResult,
};
use super::api::network::{EndpointSettings, Network, NetworkCreate};
use super::api::system::{DiskUsage, Info, Version};
use super::api::volume::{Volume, VolumeCreate, VolumesPruned};
use super::{Attachment, Engine, EngineError, LogStream, Progress, Result, Waiter};
use crate::kernel::Proc;
use crate::vfs::Content;

fn gap<T>(what: &str) -> Result<T> {
    Err(EngineError::gap(what, "it is not built yet"))
}

impl Engine {
    // ---- containers

    /// `docker create`. A missing image is `NotFound` with `No such image: ...`; the client pulls it
    /// and tries again.
    pub fn container_create(&self, _request: ContainerCreate) -> Result<Created> {
        gap("docker create")
    }

    /// `docker start`. Already running is `NotModified`.
    pub fn container_start(&self, _id: &str) -> Result<()> {
        gap("docker start")
    }

    /// `docker stop`: the stop signal, and after the time-out SIGKILL. Not running is `NotModified`.
    pub async fn container_stop(&self, _p: &Proc, _id: &str, _o: &StopOptions) -> Result<()> {
        gap("docker stop")
    }

    /// `docker restart`.
    pub async fn container_restart(&self, _p: &Proc, _id: &str, _o: &StopOptions) -> Result<()> {
        gap("docker restart")
    }

    /// `docker kill`. `signal` empty for SIGKILL, after which it waits until the container has ended.
    pub async fn container_kill(&self, _p: &Proc, _id: &str, _signal: &str) -> Result<()> {
        gap("docker kill")
    }

    /// `docker pause`.
    pub fn container_pause(&self, _id: &str) -> Result<()> {
        gap("docker pause")
    }

    /// `docker unpause`.
    pub fn container_unpause(&self, _id: &str) -> Result<()> {
        gap("docker unpause")
    }

    /// Registers a wait; to be done before the start where the end may come soon. The waiting itself
    /// is [`Waiter::wait`].
    pub fn container_wait(&self, _id: &str, _condition: WaitCondition) -> Result<Waiter> {
        gap("docker wait")
    }

    /// `docker rm`. The process's command line is kept as the cause of what is lost.
    pub async fn container_remove(&self, _p: &Proc, _id: &str, _o: RemoveOptions) -> Result<()> {
        gap("docker rm")
    }

    /// `docker rename`.
    pub fn container_rename(&self, _id: &str, _name: &str) -> Result<()> {
        gap("docker rename")
    }

    /// `docker update`; gives warnings.
    pub fn container_update(&self, _id: &str, _request: &UpdateRequest) -> Result<Vec<String>> {
        gap("docker update")
    }

    /// Attaches to a container's streams; works before the start as well.
    pub fn container_attach(&self, _id: &str, _o: &AttachOptions) -> Result<Attachment> {
        gap("docker attach")
    }

    /// `docker logs`.
    pub fn container_logs(&self, _id: &str, _o: &LogsOptions) -> Result<LogStream> {
        gap("docker logs")
    }

    /// `docker ps`, newest first.
    pub fn container_list(&self, _o: &ContainerListOptions) -> Result<Vec<ContainerSummary>> {
        gap("docker ps")
    }

    /// `docker inspect`; `size` fills in the sizes.
    pub fn container_inspect(&self, _id: &str, _size: bool) -> Result<ContainerInspect> {
        gap("docker inspect")
    }

    /// `docker top`; `args` for ps, empty for `-ef`.
    pub fn container_top(&self, _id: &str, _args: &[String]) -> Result<Top> {
        gap("docker top")
    }

    /// One sample of `docker stats`; the processor's share is since `last`'s sample.
    pub fn container_stats(&self, _id: &str) -> Result<Stats> {
        gap("docker stats")
    }

    /// Sets the size of a container's terminal.
    pub fn container_resize(&self, _id: &str, _rows: u16, _columns: u16) -> Result<()> {
        gap("terminal sizes")
    }

    /// `docker diff`.
    pub fn container_changes(&self, _id: &str) -> Result<Vec<Change>> {
        gap("docker diff")
    }

    /// `docker export`: a tar file.
    pub fn container_export(&self, _id: &str) -> Result<Content> {
        gap("docker export")
    }

    /// What is at a path in a container (`docker cp`).
    pub fn container_path_stat(&self, _id: &str, _path: &str) -> Result<PathStat> {
        gap("docker cp")
    }

    /// A path of a container as a tar file (`docker cp CONTAINER:PATH`).
    pub fn container_archive_get(&self, _id: &str, _path: &str) -> Result<(Content, PathStat)> {
        gap("docker cp")
    }

    /// Unpacks a tar file into a directory of a container (`docker cp ... CONTAINER:PATH`).
    pub fn container_archive_put(
        &self,
        _id: &str,
        _path: &str,
        _archive: &Content,
        _o: ArchivePut,
    ) -> Result<()> {
        gap("docker cp")
    }

    /// `docker commit`; gives the image's id.
    pub fn container_commit(&self, _id: &str, _o: &CommitOptions) -> Result<String> {
        gap("docker commit")
    }

    /// `docker container prune`.
    pub fn containers_prune(&self, _p: &Proc, _filters: &Filters) -> Result<ContainersPruned> {
        gap("docker container prune")
    }

    // ---- exec

    /// Prepares a command in a running container; gives the exec's id.
    pub fn exec_create(&self, _container: &str, _request: ExecCreate) -> Result<String> {
        gap("docker exec")
    }

    /// Starts it. Attached to the streams it was created with unless `detach`.
    pub fn exec_start(&self, _id: &str, _detach: bool) -> Result<Option<Attachment>> {
        gap("docker exec")
    }

    /// Its state; the exit status once it has ended.
    pub fn exec_inspect(&self, _id: &str) -> Result<ExecInspect> {
        gap("docker exec")
    }

    /// Sets the size of its terminal.
    pub fn exec_resize(&self, _id: &str, _rows: u16, _columns: u16) -> Result<()> {
        gap("docker exec")
    }

    // ---- images

    /// `docker images`.
    pub fn image_list(&self, _o: &ImageListOptions) -> Result<Vec<ImageSummary>> {
        gap("docker images")
    }

    /// `docker image inspect`. Missing: `No such image: NAME:TAG`.
    pub fn image_inspect(&self, _name: &str) -> Result<ImageInspect> {
        gap("docker image inspect")
    }

    /// `docker history`.
    pub fn image_history(&self, _name: &str) -> Result<Vec<HistoryItem>> {
        gap("docker history")
    }

    /// `docker pull` of one reference (`alpine`, `alpine:3.20`); `all` for every tag. The result is
    /// the image's digest.
    pub fn image_pull(&self, _p: &Proc, name: &str, _all: bool) -> Progress<Message, String> {
        let name = name.to_string();
        Progress::new(move |_| async move { gap(&format!("docker pull {name}")) })
    }

    /// `docker push`.
    pub fn image_push(&self, _p: &Proc, _name: &str) -> Progress<Message, ()> {
        Progress::new(|_| async { gap("docker push") })
    }

    /// `docker search`.
    pub fn image_search(&self, _term: &str) -> Result<Vec<SearchResult>> {
        gap("docker search")
    }

    /// `docker tag`.
    pub fn image_tag(&self, _source: &str, _target: &str) -> Result<()> {
        gap("docker tag")
    }

    /// `docker rmi`.
    pub fn image_remove(
        &self,
        _p: &Proc,
        _name: &str,
        _force: bool,
        _no_prune: bool,
    ) -> Result<Vec<ImageDeleted>> {
        gap("docker rmi")
    }

    /// `docker image prune`; the filter `dangling=false` is `--all`.
    pub fn images_prune(&self, _p: &Proc, _filters: &Filters) -> Result<ImagesPruned> {
        gap("docker image prune")
    }

    /// `docker save`: a tar file.
    pub fn image_save(&self, _names: &[String]) -> Result<Content> {
        gap("docker save")
    }

    /// `docker load`: messages whose `stream` says what was loaded.
    pub fn image_load(&self, _archive: &Content) -> Result<Vec<Message>> {
        gap("docker load")
    }

    /// `docker import`; gives the image's id.
    pub fn image_import(&self, _archive: &Content, _o: &ImportOptions) -> Result<String> {
        gap("docker import")
    }

    /// `docker build`.
    pub fn image_build(&self, _p: &Proc, _o: BuildOptions) -> Progress<BuildEvent, BuildResult> {
        Progress::new(|_| async { gap("docker build") })
    }

    /// `docker builder prune`.
    pub fn build_cache_prune(&self, _all: bool, _filters: &Filters) -> Result<CachePruned> {
        gap("docker builder prune")
    }

    // ---- volumes

    /// `docker volume create`.
    pub fn volume_create(&self, _request: &VolumeCreate) -> Result<Volume> {
        gap("docker volume create")
    }

    /// `docker volume ls`: volumes by name, and warnings.
    pub fn volume_list(&self, _filters: &Filters) -> Result<(Vec<Volume>, Vec<String>)> {
        gap("docker volume ls")
    }

    /// `docker volume inspect`.
    pub fn volume_inspect(&self, _name: &str) -> Result<Volume> {
        gap("docker volume inspect")
    }

    /// `docker volume rm`. With `force` a missing one is no error.
    pub fn volume_remove(&self, _p: &Proc, _name: &str, _force: bool) -> Result<()> {
        gap("docker volume rm")
    }

    /// `docker volume prune`; the filter `all=true` takes named ones too.
    pub fn volumes_prune(&self, _p: &Proc, _filters: &Filters) -> Result<VolumesPruned> {
        gap("docker volume prune")
    }

    // ---- networks

    /// `docker network create`; gives the id and a warning.
    pub fn network_create(&self, _request: &NetworkCreate) -> Result<(String, String)> {
        gap("docker network create")
    }

    /// `docker network ls`, by name.
    pub fn network_list(&self, _filters: &Filters) -> Result<Vec<Network>> {
        gap("docker network ls")
    }

    /// `docker network inspect`.
    pub fn network_inspect(&self, _name: &str) -> Result<Network> {
        gap("docker network inspect")
    }

    /// `docker network connect`.
    pub fn network_connect(
        &self,
        _network: &str,
        _container: &str,
        _settings: EndpointSettings,
    ) -> Result<()> {
        gap("docker network connect")
    }

    /// `docker network disconnect`.
    pub fn network_disconnect(&self, _network: &str, _container: &str, _f: bool) -> Result<()> {
        gap("docker network disconnect")
    }

    /// `docker network rm`.
    pub fn network_remove(&self, _name: &str) -> Result<()> {
        gap("docker network rm")
    }

    /// `docker network prune`; gives the names.
    pub fn networks_prune(&self, _filters: &Filters) -> Result<Vec<String>> {
        gap("docker network prune")
    }

    // ---- the daemon

    /// The daemon's part of `docker version`.
    pub fn version(&self) -> Version {
        Version::default()
    }

    /// `docker info`.
    pub fn info(&self) -> Info {
        Info::default()
    }

    /// `docker system df`.
    pub fn disk_usage(&self) -> Result<DiskUsage> {
        gap("docker system df")
    }

    /// Whether the daemon runs; the client says that it can not connect where it does not.
    pub fn is_up(&self) -> bool {
        self.state().up
    }
}
