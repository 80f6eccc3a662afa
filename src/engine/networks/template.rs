//! Networks that are nothing but settings for others, and those that take their settings from them.

use crate::engine::api::network::NetworkCreate;
use crate::engine::records::Template;
use crate::engine::{Engine, EngineError, Result};

impl Engine {
    /// Whose settings a new network is to have (libnetwork's `NewNetwork`).
    pub(super) fn template(&self, request: &NetworkCreate) -> Result<Template> {
        let from = request.config_from.as_str();
        if request.config_only {
            if !from.is_empty() {
                return Err(EngineError::forbidden(
                    "a configuration network cannot depend on another configuration network",
                ));
            }
            if request.internal
                || request.attachable
                || request.ingress
                || !request.scope.is_empty()
            {
                return Err(EngineError::forbidden(
                    "configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.",
                ));
            }
            return Ok(Template::Only);
        }
        if from.is_empty() {
            return Ok(Template::Own);
        }
        let there =
            self.state().networks.values().any(|n| n.template == Template::Only && n.name == from);
        if !there {
            return Err(EngineError::not_found(format!(
                "configuration network {from:?} does not exist"
            )));
        }
        let own = !request.ipam.config.is_empty()
            || request.ipam.options.as_ref().is_some_and(|o| !o.is_empty())
            || !request.options.is_empty()
            || !request.labels.is_empty()
            || request.enable_ipv6;
        if own {
            return Err(EngineError::forbidden(
                "user specified configurations are not supported if the network depends on a configuration network",
            ));
        }
        Ok(Template::From(from.to_string()))
    }

    /// The settings that a network keeps for others, as a request.
    pub(super) fn settings_of(&self, name: &str) -> Result<NetworkCreate> {
        let id = self.find_network(name)?;
        let st = self.state();
        let kept = st.networks.get(&id).map(|n| NetworkCreate {
            ipam: n.ipam.clone(),
            enable_ipv4: Some(n.ipv4),
            enable_ipv6: n.ipv6,
            options: n.options.clone(),
            labels: n.labels.clone(),
            ..NetworkCreate::default()
        });
        Ok(kept.unwrap_or_default())
    }
}
