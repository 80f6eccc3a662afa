//! Services in the order in which they need each other: layer by layer, those of a layer at the same time.

use crate::compose::project::{Project, names};
use crate::docker::command::{Failure, Outcome};
use crate::kernel::join_all;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;

/// The layers: whatever a service depends on stands in an earlier one.
pub fn layers(project: &Project) -> Vec<Vec<String>> {
    let mut left: BTreeMap<String, BTreeSet<String>> = project
        .services
        .iter()
        .map(|(name, service)| {
            let needs = names(service, "depends_on");
            let there = needs.into_iter().filter(|n| project.services.contains_key(n));
            (name.clone(), there.collect())
        })
        .collect();
    let mut layers = Vec::new();
    while !left.is_empty() {
        let ready: Vec<String> = left
            .iter()
            .filter(|(_, needs)| needs.iter().all(|n| !left.contains_key(n)))
            .map(|(name, _)| name.clone())
            .collect();
        // A circle, which files are checked for, but labels of old containers are not.
        let ready = if ready.is_empty() { left.keys().cloned().collect() } else { ready };
        left.retain(|name, _| !ready.contains(name));
        layers.push(ready);
    }
    layers
}

/// Does something to all services, in order or in reverse; ends after the layer in which something
/// went wrong, with what went wrong first.
pub async fn each<F>(layers: Vec<Vec<String>>, work: impl Fn(String) -> F) -> Outcome
where
    F: Future<Output = Outcome>,
{
    for layer in layers {
        all(layer.into_iter().map(&work)).await?;
    }
    Ok(())
}

/// Does things at the same time; the first failure, if any.
pub async fn all<F>(work: impl Iterator<Item = F>) -> Outcome
where
    F: Future<Output = Outcome>,
{
    let results: Vec<Result<(), Failure>> = join_all(work).await;
    results.into_iter().collect()
}
