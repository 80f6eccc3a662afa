//! Containers started in order, each service when what it depends on is as it must be.

use super::containers::{self, OneOff, of_service};
use super::{inject, order};
use crate::compose::command::Compose;
use crate::compose::progress::{Progress, State};
use crate::compose::project::service::{Dependency, Service};
use crate::compose::project::{Project, scale};
use crate::docker::command::{Failure, Outcome};
use crate::docker::container::START_UP;
use crate::engine::api::container::ContainerSummary;
use crate::golang::{duration, quote::quote};
use futures_util::future::{Either, select};
use std::collections::BTreeMap;
use std::pin::pin;

/// Between two looks at what is waited for.
const LOOK: u64 = 500_000_000;

/// Waiting for all to be as it should.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wait {
    /// Wait until everything runs or is healthy.
    pub all: bool,
    /// So many seconds at most; 0 for ever.
    pub seconds: i64,
}

/// Starts a project's containers.
pub async fn project(c: &Compose, project: &Project, wait: Wait, progress: &Progress) -> Outcome {
    let all = containers::list(&c.engine()?, &project.name, OneOff::Exclude, true, &[])?;
    let limit = Some(wait.seconds).filter(|s| *s > 0);
    order::each(order::layers(project), |name| {
        let all = &all;
        async move { service(c, project, &name, all, progress).await }
    })
    .await?;
    if !wait.all {
        return Ok(());
    }
    let mut needs = BTreeMap::new();
    for name in project.services.keys() {
        let completed = project.services.values().any(|s| {
            let condition = s.get("depends_on").and_then(|d| d.get(name));
            condition.is_some_and(|d| d["condition"] == "service_completed_successfully")
        });
        let condition =
            if completed { "service_completed_successfully" } else { "running_or_healthy" };
        let need = Dependency {
            condition: condition.to_string(),
            required: true,
            ..Dependency::default()
        };
        needs.insert(name.clone(), need);
    }
    let waiting = pin!(dependencies(c, project, &project.name, &needs, &all, progress));
    let Some(seconds) = limit else { return waiting.await };
    let late = pin!(c.cli.p.sleep(u64::try_from(seconds).unwrap_or(0) * 1_000_000_000));
    match select(waiting, late).await {
        Either::Left((result, _)) => result,
        Either::Right(_) => {
            let shown = duration::text(seconds.saturating_mul(1_000_000_000));
            Err(format!("application not healthy after {shown}").into())
        }
    }
}

async fn service(
    c: &Compose,
    project: &Project,
    name: &str,
    all: &[ContainerSummary],
    progress: &Progress,
) -> Outcome {
    let value = &project.services[name];
    let service = Service::of(value)?;
    if service.deploy.as_ref().and_then(|d| d.replicas) == Some(0) {
        return Ok(());
    }
    dependencies(c, project, name, &service.depends_on, all, progress).await?;
    if all.is_empty() {
        return match scale(value) {
            0 => Ok(()),
            _ => Err(nothing_to_start(name)),
        };
    }
    let engine = c.engine()?;
    for x in of_service(all, name) {
        if x.state == "running" {
            continue;
        }
        inject::files(c, project, (name, &service), &x.id)?;
        let shown = containers::shown(&x);
        progress.event(&shown, State::Working, "Starting").await;
        hooks(name, &service)?;
        engine.container_start(&x.id)?;
        c.cli.p.stand_aside(START_UP).await;
        progress.event(&shown, State::Done, "Started").await;
    }
    Ok(())
}

/// The refusal to start a service that has no container.
pub fn nothing_to_start(name: &str) -> Failure {
    format!("service {} has no container to start", quote(name)).into()
}

/// What is not done for a container is refused, not passed over.
fn hooks(name: &str, service: &Service) -> Outcome {
    let refuse =
        |what: &str, why| Err(Failure::gap(&format!("'{what}' of service {}", quote(name)), why));
    let why = "commands around a container's life are not run";
    if !service.post_start.is_empty() {
        return refuse("post_start", why);
    }
    if !service.pre_stop.is_empty() {
        return refuse("pre_stop", why);
    }
    if service.use_api_socket {
        return refuse("use_api_socket", "it is an experiment of Docker's that hands over logins");
    }
    Ok(())
}

/// Waits for what a service depends on.
pub async fn dependencies(
    c: &Compose,
    project: &Project,
    name: &str,
    needs: &BTreeMap<String, Dependency>,
    all: &[ContainerSummary],
    progress: &Progress,
) -> Outcome {
    let mut waits = Vec::new();
    for (other, need) in needs {
        if need.condition == "service_started" {
            continue;
        }
        match project.services.get(other) {
            None if project.disabled.contains_key(other) => continue,
            None => return Err(crate::compose::project::select::no_such(project, other).into()),
            Some(service) if scale(service) == 0 => continue,
            Some(_) => {}
        }
        let found = of_service(all, other);
        for x in &found {
            progress.event(&containers::shown(x), State::Working, "Waiting").await;
        }
        if found.is_empty() {
            let text = format!("{name} is missing dependency {other}");
            if need.required {
                return Err(text.into());
            }
            c.warn(&text).await;
            continue;
        }
        waits.push(one(c, other, need, found, progress));
    }
    order::all(waits.into_iter()).await
}

async fn tell(found: &[ContainerSummary], state: State, text: &str, progress: &Progress) {
    for x in found {
        progress.event(&containers::shown(x), state, text).await;
    }
}

async fn one(
    c: &Compose,
    other: &str,
    need: &Dependency,
    found: Vec<ContainerSummary>,
    progress: &Progress,
) -> Outcome {
    if c.dry.is_some() {
        let completed = need.condition == "service_completed_successfully";
        tell(&found, State::Done, if completed { "Exited" } else { "Healthy" }, progress).await;
        return Ok(());
    }
    loop {
        c.cli.p.sleep(LOOK).await.map_err(|_| Failure::silent(130))?;
        let (looked, what) = match need.condition.as_str() {
            "running_or_healthy" => (healthy(c, &found, true), "is not running or is unhealthy"),
            "service_healthy" => (healthy(c, &found, false), "failed to start"),
            "service_completed_successfully" => match completed(c, &found)? {
                None => continue,
                Some(0) => {
                    tell(&found, State::Done, "Exited", progress).await;
                    return Ok(());
                }
                Some(code) => {
                    let text =
                        format!("{} didn't complete successfully: exit {code}", quote(other));
                    if !need.required {
                        let text = format!("optional dependency {text}");
                        tell(&found, State::Warning, &format!("Skipped: {text}"), progress).await;
                        c.warn(&text).await;
                        return Ok(());
                    }
                    let text = format!("service {text}");
                    tell(&found, State::Error, &text, progress).await;
                    return Err(text.into());
                }
            },
            other => {
                c.warn(&format!("unsupported depends_on condition: {other}")).await;
                return Ok(());
            }
        };
        match looked {
            Ok(true) => {
                tell(&found, State::Done, "Healthy", progress).await;
                return Ok(());
            }
            Ok(false) => {}
            Err(failure) if need.required && need.condition == "service_healthy" => {
                tell(&found, State::Error, "Error", progress).await;
                return Err(format!("dependency failed to start: {}", failure.text).into());
            }
            Err(failure) if need.required => return Err(failure),
            Err(failure) => {
                let text = format!("optional dependency {} {what}", quote(other));
                tell(&found, State::Warning, &format!("Skipped: {text}"), progress).await;
                c.warn(&format!("{text}: {}", failure.text)).await;
                return Ok(());
            }
        }
    }
}

fn healthy(c: &Compose, found: &[ContainerSummary], or_running: bool) -> Result<bool, Failure> {
    let engine = c.engine()?;
    for x in found {
        let x = engine.look().container_inspect(&x.id, false)?;
        let name = x.name.trim_start_matches('/');
        if x.state.status == "exited" {
            return Err(format!("container {name} exited ({})", x.state.exit_code).into());
        }
        if x.config.healthcheck.is_none() && or_running {
            return Ok(x.state.status == "running");
        }
        let Some(health) = &x.state.health else {
            return Err(format!("container {name} has no healthcheck configured").into());
        };
        match health.status.as_str() {
            "healthy" => {}
            "starting" => return Ok(false),
            "unhealthy" => return Err(format!("container {name} is unhealthy").into()),
            other => {
                return Err(format!(
                    "container {name} had unexpected health status {}",
                    quote(other)
                )
                .into());
            }
        }
    }
    Ok(true)
}

fn completed(c: &Compose, found: &[ContainerSummary]) -> Result<Option<i64>, Failure> {
    let engine = c.engine()?;
    for x in found {
        let x = engine.look().container_inspect(&x.id, false)?;
        if x.state.status == "exited" {
            return Ok(Some(x.state.exit_code));
        }
    }
    Ok(None)
}
