//! A project as its containers, volumes and networks remember it, for verbs that have no file to go by.

use super::containers::{self, OneOff, label, labels};
use crate::compose::command::Compose;
use crate::compose::project::Project;
use crate::docker::command::Failure;
use crate::engine::api::filters::Filters;
use serde_json::{Map, Value, json};

/// What is left of a project.
pub fn project(c: &Compose, name: &str) -> Result<Project, Failure> {
    let engine = c.engine()?;
    let mut project = Project { name: name.to_string(), ..Project::default() };
    for x in containers::list(&engine, name, OneOff::Exclude, true, &[])? {
        let mut depends = Map::new();
        for need in label(&x, labels::DEPENDS).split(',').filter(|n| !n.is_empty()) {
            let mut parts = need.split(':');
            let other = parts.next().unwrap_or_default();
            let condition = parts.next().unwrap_or("service_started");
            let restart = parts.next() == Some("true");
            let value = json!({ "condition": condition, "restart": restart, "required": false });
            depends.insert(other.to_string(), value);
        }
        let service = project
            .services
            .entry(label(&x, labels::SERVICE).to_string())
            .or_insert_with(|| json!({ "image": x.image, "depends_on": depends, "scale": 0 }));
        service["scale"] = json!(service["scale"].as_i64().unwrap_or(0) + 1);
    }
    let known: Vec<String> = project.services.keys().cloned().collect();
    for service in project.services.values_mut() {
        if let Some(Value::Object(depends)) = service.get_mut("depends_on") {
            depends.retain(|n, _| known.contains(n));
        }
    }
    let filters = Filters::new().with("label", &format!("{}={name}", labels::PROJECT));
    for volume in engine.look().volume_list(&filters)?.0 {
        let key = volume.labels.unwrap_or_default().get(labels::VOLUME).cloned();
        project.volumes.insert(key.unwrap_or_default(), json!({ "name": volume.name }));
    }
    for network in engine.look().network_list(&filters)? {
        let key = network.labels.get(labels::NETWORK).cloned();
        project.networks.insert(key.unwrap_or_default(), json!({ "name": network.name }));
    }
    Ok(project)
}

/// The project of the file, or what is left of it.
pub fn or(c: &Compose, project: Option<Project>, name: &str) -> Result<Project, Failure> {
    match project {
        Some(project) => Ok(project),
        None => self::project(c, name),
    }
}
