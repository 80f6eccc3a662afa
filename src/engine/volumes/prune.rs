//! Taking away volumes that nobody uses.

use std::collections::BTreeMap;

use crate::engine::api::filters::Filters;
use crate::engine::api::volume::VolumesPruned;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::strconv::parse_bool;
use crate::kernel::Proc;

impl Engine {
    /// `docker volume prune`; the filter `all=true` takes named ones too (since 23.0 only anonymous
    /// ones go without it).
    pub fn volumes_prune(&self, p: &Proc, filters: &Filters) -> Result<VolumesPruned> {
        filters.check(&["all", "label", "label!"])?;
        if filters.get("all").count() > 1 {
            let all: Vec<&str> = filters.get("all").collect();
            return Err(EngineError::invalid(format!(
                "invalid filter 'all=[{}]': only one value is expected",
                all.join(" ")
            )));
        }
        if let Some(bad) = filters.get("all").find(|v| parse_bool(v).is_err()) {
            return Err(EngineError::invalid(format!(
                "invalid filter 'all': strconv.ParseBool: parsing {bad:?}: invalid syntax"
            )));
        }
        let all = filters.get("all").any(|v| parse_bool(v) == Ok(true));
        let cause = p.argv().join(" ");
        let names: Vec<String> = self.state().volumes.keys().cloned().collect();
        let mut pruned = VolumesPruned::default();
        for name in names {
            let wanted = {
                let st = self.state();
                let Some(v) = st.volumes.get(&name) else { continue };
                let labels = v.labels.clone().unwrap_or_default();
                // What has options of its own is not what the driver made up (moby `LocalVolumesPrune`).
                let plain = v.driver == "local" && v.options.is_none();
                plain
                    && (all || v.anonymous)
                    && filters.labels("label", &labels)
                    && !(filters.has("label!") && filters.labels("label!", &labels))
            };
            if wanted && self.volume_users(&name).is_empty() {
                // The daemon's log alone tells of one that can not be removed.
                let Ok(freed) = self.drop_volume(&name, &cause) else { continue };
                pruned.space_reclaimed += freed;
                pruned.volumes_deleted.push(name);
            }
        }
        let reclaimed = pruned.space_reclaimed.to_string();
        let attributes = BTreeMap::from([("reclaimed".to_string(), reclaimed)]);
        self.emit_with("volume", "prune", "", attributes);
        Ok(pruned)
    }
}
