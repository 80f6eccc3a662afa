//! Caches from elsewhere (`--cache-from`): each is asked for, and does without where it can not be had. What they
//! would save is in the builder's own cache, or not to be reached.

use crate::engine::EngineError;
use crate::engine::images::reference::Reference;

use super::solve::Solver;

/// How the lack of a cache in a registry is told.
const REGISTRY: &str = "failed to configure registry cache importer";

impl Solver {
    /// Asks for the caches. None of them is needed.
    pub(super) fn import_caches(&mut self) {
        for wanted in self.o.cache_from.clone() {
            let lacking = match &wanted.kind[..] {
                "registry" => self.cached_image(&wanted.place).err(),
                other => Some(format!("unknown cache importer: {other}")),
            };
            let place = match &wanted.kind[..] {
                "registry" => wanted.place,
                // A number that stands for what was asked for.
                other => {
                    let mut bytes = [0; 8];
                    self.engine.kernel().random(&mut bytes);
                    format!("{other}:{}", u64::from_le_bytes(bytes))
                }
            };
            let step = self.begin(&format!("importing cache manifest from {place}"));
            match lacking {
                None => self.end(step),
                Some(why) => drop(self.fail(step, EngineError::not_found(why))),
            }
        }
    }

    /// Whether there is an image of that name, here or in the registry.
    fn cached_image(&self, name: &str) -> Result<(), String> {
        let failed = |why: &str| format!("{REGISTRY}: {why}");
        let parsed = Reference::parse(name).map_err(|e| failed(&e.to_string()))?.tagged();
        if self.engine.named_image(name).is_ok() {
            return Ok(());
        }
        match self.engine.image_remote(name) {
            Ok(Some(_)) => Ok(()),
            Ok(None) if self.engine.registry_has(&parsed.path) => {
                Err(failed(&format!("{parsed}: not found")))
            }
            Ok(None) => Err(failed(
                "pull access denied, repository does not exist or may require authorization: server message: \
                 insufficient_scope: authorization failed",
            )),
            Err(e) => {
                Err(failed(&e.message.replacen("Get \"", "failed to do request: Head \"", 1)))
            }
        }
    }
}
