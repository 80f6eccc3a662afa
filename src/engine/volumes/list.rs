//! Listing and inspecting volumes.

use crate::engine::api::filters::Filters;
use crate::engine::api::volume::Volume;
use crate::engine::disk::sent;
use crate::engine::state::Volume as Record;
use crate::engine::{Engine, EngineError, Result};

impl Engine {
    /// `docker volume ls`: volumes by name, and warnings.
    pub fn volume_list(&self, filters: &Filters) -> Result<(Vec<Volume>, Vec<String>)> {
        filters.check(&["dangling", "driver", "label", "name"])?;
        let dangling = filters.truth("dangling")?;
        let names: Vec<String> = self.state().volumes.keys().cloned().collect();
        let mut out = Vec::new();
        for name in names {
            if dangling.is_some_and(|d| d != self.volume_users(&name).is_empty()) {
                continue;
            }
            let st = self.state();
            let Some(v) = st.volumes.get(&name) else { continue };
            let labels = v.labels.clone().unwrap_or_default();
            if filters.found_in("name", &name)
                && filters.exact("driver", &v.driver)
                && filters.labels("label", &labels)
            {
                out.push(v.show());
            }
        }
        Ok((out, Vec::new()))
    }

    /// `docker volume inspect`.
    pub fn volume_inspect(&self, name: &str) -> Result<Volume> {
        let name = &*sent(name);
        let st = self.state();
        let found = st.volumes.get(name).map(Record::show);
        found.ok_or_else(|| EngineError::not_found(format!("get {name}: no such volume")))
    }
}
