//! Taking away volumes that nobody uses.

use std::collections::BTreeMap;

use crate::engine::api::filters::Filters;
use crate::engine::api::volume::VolumesPruned;
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::Proc;

/// Go's words for truth, six for yes and six for no.
const BOOLEANS: [&str; 12] =
    ["1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False"];

impl Engine {
    /// `docker volume prune`; the filter `all=true` takes named ones too (since 23.0 only anonymous
    /// ones go without it).
    pub fn volumes_prune(&self, p: &Proc, filters: &Filters) -> Result<VolumesPruned> {
        filters.check(&["all", "label", "label!"])?;
        if let Some(bad) = filters.get("all").find(|v| !BOOLEANS.contains(v)) {
            return Err(EngineError::invalid(format!(
                "invalid filter 'all': strconv.ParseBool: parsing {bad:?}: invalid syntax"
            )));
        }
        let all = filters.get("all").any(|v| BOOLEANS[..6].contains(&v));
        let cause = p.argv().join(" ");
        let names: Vec<String> = self.state().volumes.keys().cloned().collect();
        let mut pruned = VolumesPruned::default();
        for name in names {
            let wanted = {
                let st = self.state();
                let Some(v) = st.volumes.get(&name) else { continue };
                let labels = v.labels.clone().unwrap_or_default();
                (all || v.anonymous)
                    && filters.labels("label", &labels)
                    && !(filters.has("label!") && filters.labels("label!", &labels))
            };
            if wanted && self.volume_users(&name).is_empty() {
                pruned.space_reclaimed += self.drop_volume(&name, &cause);
                pruned.volumes_deleted.push(name);
            }
        }
        let reclaimed = pruned.space_reclaimed.to_string();
        let attributes = BTreeMap::from([("reclaimed".to_string(), reclaimed)]);
        self.emit_with("volume", "prune", "", attributes);
        Ok(pruned)
    }
}
