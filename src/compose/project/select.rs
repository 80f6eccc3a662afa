//! Which of a project's services take part: profiles, names on the command line, and what these depend on.

use super::{Named, Project, names, on, text, texts};
use serde_json::Value;
use std::collections::BTreeSet;

/// Why there is no such service.
pub fn no_such(project: &Project, name: &str) -> String {
    let why = if project.disabled.contains_key(name) { "disabled" } else { "not found" };
    format!("no such service: {name}: {why}")
}

impl Project {
    /// Lets only those take part that have no profile or one of these.
    pub fn with_profiles(&mut self, profiles: &[String]) {
        let all: Named = std::mem::take(&mut self.services)
            .into_iter()
            .chain(std::mem::take(&mut self.disabled))
            .collect();
        for (name, service) in all {
            let own = texts(&service, "profiles");
            let on = own.is_empty() || profiles.iter().any(|p| p == "*" || own.contains(p));
            let side = if on { &mut self.services } else { &mut self.disabled };
            side.insert(name, service);
        }
        self.profiles = profiles.to_vec();
    }

    /// Lets named services take part whatever their profiles.
    pub fn with_enabled(&mut self, wanted: &[String]) {
        if wanted.is_empty() {
            return;
        }
        let mut profiles = self.profiles.clone();
        for name in wanted {
            if let Some(service) = self.disabled.get(name) {
                profiles.extend(texts(service, "profiles"));
            }
        }
        self.with_profiles(&profiles);
    }

    /// Services with what they depend on (or, where `dependents`, what depends on them), in an order
    /// in which everything comes after what it needs.
    pub fn closure(&self, wanted: &[String], follow: Follow) -> Result<Vec<String>, String> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::new();
        let roots: Vec<String> = match wanted {
            [] => self.services.keys().cloned().collect(),
            some => some.to_vec(),
        };
        for name in &roots {
            self.visit(name, true, follow, &mut seen, &mut order)?;
        }
        Ok(order)
    }

    fn visit(
        &self,
        name: &str,
        required: bool,
        follow: Follow,
        seen: &mut BTreeSet<String>,
        order: &mut Vec<String>,
    ) -> Result<(), String> {
        let Some(service) = self.services.get(name) else {
            return if required { Err(format!("no such service: {name}")) } else { Ok(()) };
        };
        if !seen.insert(name.to_string()) {
            return Ok(());
        }
        match follow {
            Follow::Nothing => {}
            Follow::Dependencies => {
                for (other, dependency) in dependencies(service) {
                    self.visit(&other, on(&dependency, "required"), follow, seen, order)?;
                }
            }
            Follow::Dependents => {
                for other in self.dependents(name) {
                    self.visit(&other, true, follow, seen, order)?;
                }
            }
        }
        order.push(name.to_string());
        Ok(())
    }

    /// The services that depend on one.
    pub fn dependents(&self, name: &str) -> Vec<String> {
        let on_it = |s: &Value| names(s, "depends_on").iter().any(|n| n == name);
        self.services.iter().filter(|(_, s)| on_it(s)).map(|(n, _)| n.clone()).collect()
    }

    /// Lets only these services and what they need take part.
    pub fn with_selected(&mut self, wanted: &[String], follow: Follow) -> Result<(), String> {
        if wanted.is_empty() {
            return Ok(());
        }
        let set: BTreeSet<String> = self.closure(wanted, follow)?.into_iter().collect();
        let all = std::mem::take(&mut self.services);
        for (name, mut service) in all {
            if !set.contains(&name) {
                self.disabled.insert(name, service);
                continue;
            }
            if let Some(Value::Object(depends)) = service.get_mut("depends_on") {
                depends.retain(|other, _| set.contains(other));
                if depends.is_empty()
                    && let Some(service) = service.as_object_mut()
                {
                    service.shift_remove("depends_on");
                }
            }
            self.services.insert(name, service);
        }
        Ok(())
    }

    /// Leaves out networks, volumes, secrets and configs that no service uses.
    pub fn without_unused(&mut self) {
        let mut used: [BTreeSet<String>; 5] = Default::default();
        for service in self.services.values() {
            used[0].extend(names(service, "networks"));
            let list = |thing: &Value, name: &str| -> Vec<Value> {
                thing.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
            };
            for mount in list(service, "volumes") {
                if text(&mount, "type") == "volume" {
                    used[1].insert(text(&mount, "source").to_string());
                }
            }
            let build = service.get("build").cloned().unwrap_or_default();
            for secret in list(service, "secrets").iter().chain(&list(&build, "secrets")) {
                used[2].insert(text(secret, "source").to_string());
            }
            for config in list(service, "configs") {
                used[3].insert(text(&config, "source").to_string());
            }
            used[4].extend(names(service, "models"));
        }
        self.networks.retain(|n, _| used[0].contains(n));
        self.volumes.retain(|n, _| used[1].contains(n));
        self.secrets.retain(|n, _| used[2].contains(n));
        self.configs.retain(|n, _| used[3].contains(n));
        self.models.retain(|n, _| used[4].contains(n));
    }
}

/// Along which ties services are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// None.
    Nothing,
    /// To what a service depends on.
    Dependencies,
    /// To what depends on a service.
    Dependents,
}

/// A service's dependencies.
pub fn dependencies(service: &Value) -> Vec<(String, Value)> {
    service
        .get("depends_on")
        .and_then(Value::as_object)
        .map(|m| m.iter().map(|(k, v)| (k.clone(), v.clone())).collect())
        .unwrap_or_default()
}
