//! `docker export`, and `docker commit`: a container's files as a tar file, or its changes as an image.

use crate::engine::api::config::{Config, ImageConfig};
use crate::engine::api::container::CommitOptions;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{History, Image};
use crate::engine::images::tree::{Kind, Tree};
use crate::engine::state::{Container, Phase};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result, build};
use crate::golang::time;
use crate::vfs::Content;

use super::tar::Writer;

/// What of a container's configuration an image keeps.
pub(crate) fn image_config(c: &Config) -> ImageConfig {
    ImageConfig {
        args_escaped: c.args_escaped,
        cmd: c.cmd.clone(),
        entrypoint: c.entrypoint.clone(),
        env: c.env.clone(),
        exposed_ports: c.exposed_ports.clone(),
        healthcheck: c.healthcheck.clone(),
        labels: (!c.labels.is_empty()).then(|| c.labels.clone()),
        on_build: c.on_build.clone(),
        shell: c.shell.clone(),
        stop_signal: c.stop_signal.clone(),
        user: c.user.clone(),
        volumes: c.volumes.clone(),
        working_dir: c.working_dir.clone(),
    }
}

impl Engine {
    /// `docker export`: a tar file.
    pub fn container_export(&self, id: &str) -> Result<Content> {
        let c = self.container(id)?;
        let failed = |e| EngineError::system(format!("{id}: {}", go_errno(e)));
        let tree = self
            .with_layer(&c, |d| Tree::read(d, d.view.root.node))
            .and_then(|t| t)
            .map_err(failed)?;
        let mut w = Writer::new();
        for (path, mut e) in tree.0 {
            match e.kind {
                Kind::Opaque => e.kind = Kind::Dir,
                Kind::Whiteout => continue,
                _ => {}
            }
            w.entry(&path, &e);
        }
        self.emit_container(&c.id, "export", &[]);
        Ok(w.finish())
    }

    /// `docker commit`; gives the image's id.
    pub fn container_commit(&self, id: &str, o: &CommitOptions) -> Result<String> {
        let c = self.container(id)?;
        if matches!(c.phase, Phase::Removing | Phase::Dead) {
            return Err(EngineError::conflict(format!(
                "You cannot commit container {} which is being removed",
                c.id
            )));
        }
        let reference = match o.reference.as_str() {
            "" => None,
            name => Some(Reference::parse(name)?.tagged()),
        };
        reference.as_ref().map_or(Ok(()), Reference::unambiguous)?;
        // What runs stands still meanwhile, unless it shall not.
        let still = o.pause && c.phase == Phase::Running;
        if still {
            self.container_pause(&c.id)?;
        }
        let done = self.commit_still(&c, o, reference.as_ref());
        let woken = if still { self.container_unpause(&c.id) } else { Ok(()) };
        done.and_then(|id| woken.map(|()| id))
    }

    fn commit_still(
        &self,
        c: &Container,
        o: &CommitOptions,
        reference: Option<&Reference>,
    ) -> Result<String> {
        let config = build::apply_changes(image_config(&c.config), &o.changes)?;
        let failed = |e| EngineError::system(format!("failed to export layer: {}", go_errno(e)));
        let upper = self.upper_node(c).map_err(failed)?;
        let tree = self.disk(|d| Tree::read(d, upper)).map_err(failed)?;
        let base = {
            let st = self.state();
            st.images.images.get(&c.image).cloned().unwrap_or_default()
        };
        let mut diff_ids = base.diff_ids.clone();
        let empty = tree.0.is_empty();
        if !empty {
            let (diff_id, _) = self.add_layer(c.chain.as_deref(), &tree)?;
            diff_ids.push(diff_id);
        }
        let mut command = vec![c.path.clone()];
        command.extend(c.args.iter().cloned());
        let created = time::rfc3339_nano(self.now());
        let mut history = base.history.clone();
        history.push(History {
            created: created.clone(),
            created_by: command.join(" "),
            author: o.author.clone(),
            comment: o.comment.clone(),
            empty_layer: empty,
        });
        let image = Image {
            config,
            created,
            author: o.author.clone(),
            comment: o.comment.clone(),
            architecture: base.architecture.clone(),
            os: base.os.clone(),
            diff_ids,
            history,
            parent: base.id.clone(),
            ..Image::default()
        }
        .seal();
        let new = self.add_image(image);
        self.emit_image("create", &new, &new);
        let mut shown = String::new();
        if let Some(r) = reference {
            self.set_tag(&r.to_string(), &new);
            shown = r.familiar();
            self.emit_image("tag", &new, &shown);
        }
        let more = [("comment", o.comment.as_str()), ("imageID", &new), ("imageRef", &shown)];
        self.emit_container(&c.id, "commit", &more);
        Ok(new)
    }
}
