//! `!reset` and `!override`: tags by which a later file takes away what an earlier one said.

use super::path::Path;
use crate::compose::yaml::{Document, Kind, NodeId};
use crate::golang::quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// So many steps through aliases no file needs.
const MOST: usize = 200_000;

/// The places that a file takes away from those before it.
#[derive(Clone, Debug, Default)]
pub struct Resets(Vec<Path>);

impl Resets {
    /// Takes the tags out of a document; what is reset is no longer in it.
    pub fn gather(document: &mut Document) -> Result<Resets, String> {
        let mut walk = Walk { paths: Vec::new(), visited: BTreeMap::new(), steps: 0 };
        let root = document.root;
        if let Some(root) = walk.node(document, root, Path::top())? {
            document.root = root;
        }
        Ok(Resets(walk.paths))
    }

    /// Takes the places away.
    pub fn apply(&self, value: &mut Value) {
        if !self.0.is_empty() {
            self.walk(value, &Path::top());
        }
    }

    fn walk(&self, value: &mut Value, path: &Path) {
        match value {
            Value::Object(map) => {
                map.retain(|name, _| !self.0.iter().any(|p| path.below(name).same(p)));
                for (name, value) in map.iter_mut() {
                    self.walk(value, &path.below(name));
                }
            }
            Value::Array(items) => {
                for (i, item) in items.iter_mut().enumerate() {
                    self.walk(item, &path.below(&format!("[{i}]")));
                }
            }
            _ => {}
        }
    }
}

struct Walk {
    paths: Vec<Path>,
    /// From which places an anchor's node was come to.
    visited: BTreeMap<NodeId, Vec<String>>,
    steps: usize,
}

impl Walk {
    fn node(
        &mut self,
        document: &mut Document,
        id: NodeId,
        path: Path,
    ) -> Result<Option<NodeId>, String> {
        self.steps += 1;
        if self.steps > MOST {
            return Err("yaml: document contains excessive aliasing".to_string());
        }
        let path = path.merged();
        if let Kind::Alias(target) = document.nodes[id].kind {
            self.cycle(target, &path.to_string())?;
            return self.node(document, target, path);
        }
        match document.nodes[id].tag.as_str() {
            "!reset" => {
                self.paths.push(path);
                return Ok(None);
            }
            "!override" => {
                self.paths.push(path);
                return Ok(Some(id));
            }
            _ => {}
        }
        match document.nodes[id].kind.clone() {
            Kind::List(items) => {
                let mut kept = Vec::new();
                for (i, item) in items.into_iter().enumerate() {
                    kept.extend(self.node(document, item, path.below(&i.to_string()))?);
                }
                document.nodes[id].kind = Kind::List(kept);
            }
            Kind::Map(entries) => {
                let mut lines: BTreeMap<String, usize> = BTreeMap::new();
                let mut kept = Vec::new();
                for (key, value) in entries {
                    let name = document.text(key).unwrap_or_default().to_string();
                    let line = document.nodes[key].line;
                    if let Some(first) = lines.insert(name.clone(), line) {
                        let twice = format!(
                            "line {line}: mapping key {} already defined at line {first}",
                            quote(&name)
                        );
                        return Err(match path.same(&Path::top()) {
                            true => format!("yaml: unmarshal errors:\n  {twice}"),
                            false => twice,
                        });
                    }
                    if let Some(value) = self.node(document, value, path.below(&name))? {
                        kept.push((key, value));
                    }
                }
                document.nodes[id].kind = Kind::Map(kept);
            }
            _ => {}
        }
        Ok(Some(id))
    }

    fn cycle(&mut self, node: NodeId, path: &str) -> Result<(), String> {
        let before = self.visited.entry(node).or_default();
        for earlier in before.iter().filter(|p| *p != path) {
            if earlier.contains("<<") || path.contains("<<") {
                continue;
            }
            let inside = path.starts_with(&format!("{earlier}."))
                || earlier.starts_with(&format!("{path}."));
            if inside && !different_services(path, earlier) {
                return Err(format!(
                    "cycle detected: node at path {path} references node at path {earlier}"
                ));
            }
        }
        before.push(path.to_string());
        Ok(())
    }
}

fn different_services(a: &str, b: &str) -> bool {
    let of = |path: &str| {
        path.strip_prefix("services.")
            .map(|rest| rest.split('.').next().unwrap_or_default().to_string())
    };
    matches!((of(a), of(b)), (Some(a), Some(b)) if a != b)
}
