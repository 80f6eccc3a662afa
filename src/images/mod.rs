//! What the simulated registry holds: one file an image, each a list of layers and a configuration,
//! and the services that run in them. To add an image, write its file and add a line to [`CATALOGUE`].

mod alpine;
mod busybox;
pub mod debian;
mod digests;
mod hello;
mod layer;
mod nginx;
mod plugins;
mod postgres;
mod python;
mod redis;
pub mod services;
mod ubuntu;

use std::rc::Rc;

use crate::engine::Registry;
use crate::engine::api::config::ImageConfig;
use crate::engine::api::image::SearchResult;
use crate::engine::images::registry::{RemoteImage, RemoteLayer, RemotePlugin};
use crate::engine::images::store::History;
use crate::engine::images::tree::Tree;

/// A repository of the registry.
pub struct Repository {
    /// `library/alpine`.
    pub name: &'static str,
    /// One line for `docker search`.
    pub about: &'static str,
    /// Stars there.
    pub stars: i64,
    /// Its tags; all mean the same image unless `make` looks at them.
    pub tags: &'static [&'static str],
    /// The image of a tag.
    pub make: fn(&str) -> RemoteImage,
}

/// All repositories, by name.
pub static CATALOGUE: &[Repository] = &[
    alpine::REPOSITORY,
    busybox::REPOSITORY,
    debian::REPOSITORY,
    hello::REPOSITORY,
    nginx::REPOSITORY,
    postgres::REPOSITORY,
    python::REPOSITORY,
    redis::REPOSITORY,
    ubuntu::REPOSITORY,
];

/// Names that people know from the real registry and that are missing here, by name: whoever asks for one
/// is told so.
static ELSEWHERE: &[&str] = &[
    "adminer",
    "amazonlinux",
    "caddy",
    "cassandra",
    "centos",
    "clickhouse",
    "composer",
    "consul",
    "couchdb",
    "docker",
    "drupal",
    "eclipse-mosquitto",
    "eclipse-temurin",
    "elasticsearch",
    "elixir",
    "erlang",
    "fedora",
    "gcc",
    "ghost",
    "golang",
    "gradle",
    "grafana",
    "haproxy",
    "httpd",
    "influxdb",
    "jenkins",
    "joomla",
    "julia",
    "kibana",
    "kong",
    "logstash",
    "mariadb",
    "maven",
    "memcached",
    "mongo",
    "mongo-express",
    "mysql",
    "nats",
    "neo4j",
    "nextcloud",
    "node",
    "openjdk",
    "oraclelinux",
    "perl",
    "php",
    "phpmyadmin",
    "rabbitmq",
    "registry",
    "rockylinux",
    "ruby",
    "rust",
    "solr",
    "sonarqube",
    "telegraf",
    "tomcat",
    "traefik",
    "vault",
    "wordpress",
    "zookeeper",
];

/// The registry that holds [`CATALOGUE`].
pub struct Catalogue;

fn find(repository: &str) -> Option<&'static Repository> {
    CATALOGUE.iter().find(|r| r.name == repository)
}

impl Registry for Catalogue {
    fn image(&self, repository: &str, tag: &str) -> Option<RemoteImage> {
        let r = find(repository)?;
        r.tags.contains(&tag).then(|| (r.make)(tag))
    }

    fn plugin(&self, repository: &str, tag: &str) -> Option<RemotePlugin> {
        let found = plugins::PLUGINS.iter().find(|(name, _)| *name == repository);
        found.filter(|_| matches!(tag, "latest" | "next")).map(|(_, make)| make())
    }

    fn has(&self, repository: &str) -> bool {
        find(repository).is_some()
    }

    fn elsewhere(&self, repository: &str) -> bool {
        let official = repository.strip_prefix("library/");
        official.is_some_and(|name| ELSEWHERE.binary_search(&name).is_ok())
    }

    fn tags(&self, repository: &str) -> Vec<String> {
        let tags = find(repository).map(|r| r.tags).unwrap_or_default();
        tags.iter().map(|t| (*t).to_string()).collect()
    }

    fn diff_id(&self, mark: u64) -> Option<String> {
        let known = digests::DIGESTS.binary_search_by_key(&mark, |(m, _)| *m).ok();
        known.map(|i| format!("sha256:{}", digests::DIGESTS[i].1))
    }

    fn search(&self, term: &str) -> Vec<SearchResult> {
        let term = term.to_ascii_lowercase();
        let fits = |r: &&Repository| {
            r.name.contains(&term) || r.about.to_ascii_lowercase().contains(&term)
        };
        let mut found: Vec<&Repository> = CATALOGUE.iter().filter(fits).collect();
        found.sort_by_key(|r| -r.stars);
        let result = |r: &Repository| SearchResult {
            name: r.name.trim_start_matches("library/").to_string(),
            description: r.about.to_string(),
            star_count: r.stars,
            is_official: true,
            is_automated: false,
        };
        found.into_iter().map(result).collect()
    }
}

/// An image under construction.
struct Recipe {
    image: RemoteImage,
    seconds: i64,
}

impl Recipe {
    /// Without layers, made at a time in seconds since the epoch.
    fn new(seconds: i64, config: ImageConfig) -> Recipe {
        let image = RemoteImage {
            config,
            created: seconds * 1_000_000_000,
            layers: Vec::new(),
            history: Vec::new(),
        };
        Recipe { image, seconds }
    }

    /// From another image, whose layers are shared.
    fn from(base: RemoteImage, seconds: i64, change: impl FnOnce(&mut ImageConfig)) -> Recipe {
        let mut image = base;
        image.created = seconds * 1_000_000_000;
        change(&mut image.config);
        Recipe { image, seconds }
    }

    fn step(&mut self, created_by: &str, empty_layer: bool) {
        let created = crate::golang::time::rfc3339(self.seconds * 1_000_000_000);
        self.image.history.push(History {
            created,
            created_by: created_by.to_string(),
            empty_layer,
            ..History::default()
        });
    }

    /// A layer, the step that made it and how many bytes of it are transferred.
    fn layer(mut self, created_by: &str, compressed: u64, tree: fn() -> Tree) -> Recipe {
        self.step(created_by, false);
        self.image.layers.push(RemoteLayer { compressed, tree: Rc::new(tree) });
        self
    }

    /// A step that only changed the configuration.
    fn note(mut self, created_by: &str) -> Recipe {
        self.step(created_by, true);
        self
    }

    fn done(self) -> RemoteImage {
        self.image
    }
}

/// A list of words as owned strings.
fn words(list: &[&str]) -> Option<Vec<String>> {
    Some(list.iter().map(|w| (*w).to_string()).collect())
}

/// Docker's usual search path.
const PATH: &str = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::layer_id;
    use std::collections::BTreeMap;
    use std::fmt::Write;

    /// The table saves the time to work the digests out; one that is missing would be right, but slow.
    /// Where layers have changed, the failure prints the table that is to stand there.
    #[test]
    fn digests_of_layers_are_known() {
        let mut all = BTreeMap::new();
        for r in CATALOGUE {
            for tag in r.tags {
                for layer in Catalogue.image(r.name, tag).unwrap().layers {
                    let tree = (layer.tree)();
                    all.entry(tree.mark()).or_insert_with(|| layer_id(&tree));
                }
            }
        }
        let mut text = String::new();
        for (mark, id) in &all {
            let id = id.trim_start_matches("sha256:");
            writeln!(text, "    (0x{mark:016x}, \"{id}\"),").unwrap();
        }
        let known: BTreeMap<_, _> =
            digests::DIGESTS.iter().map(|(mark, id)| (*mark, format!("sha256:{id}"))).collect();
        assert!(known == all, "layers have changed; src/images/digests.rs is to hold\n{text}");
        assert!(digests::DIGESTS.is_sorted());
    }

    #[test]
    fn every_image_can_be_made_and_its_steps_match_its_layers() {
        assert!(CATALOGUE.windows(2).all(|w| w[0].name < w[1].name));
        assert!(ELSEWHERE.is_sorted());
        assert!(CATALOGUE.iter().all(|r| !Catalogue.elsewhere(r.name)));
        for r in CATALOGUE {
            for tag in r.tags {
                let image = Catalogue.image(r.name, tag).unwrap();
                let made = image.history.iter().filter(|h| !h.empty_layer).count();
                assert_eq!(made, image.layers.len(), "{}:{tag}", r.name);
                for layer in &image.layers {
                    assert!(!(layer.tree)().0.is_empty());
                }
            }
        }
    }
}
