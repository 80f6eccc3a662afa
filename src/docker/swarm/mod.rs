//! Clusters of hosts: the host is in none, and says so as the engine of any lone host does. That it can
//! not be made a member of one is a gap of the simulation.

pub mod cluster;
pub mod config;
mod flags;
pub mod node;
pub mod refuse;
pub mod secret;
pub mod service;
pub mod stack;
mod values;

use super::command::Failure;

/// What the engine answers to all that only a swarm's manager can do.
pub fn no_manager() -> Failure {
    Failure::from(
        "Error response from daemon: This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to connect this node to swarm and try again.",
    )
}
