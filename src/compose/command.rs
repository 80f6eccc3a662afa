//! The shape of a verb of Compose, what every verb holds while it works, and the list of what is lacking.

use super::daemon::{Daemon, DryRun};
use super::load::Options;
use super::load::files::Choice;
use super::progress::{self, Style};
use super::project::select::Follow;
use super::project::{self, Project};
use super::verbs;
use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Running};
use crate::docker::flags::{Flag, Matches};
use crate::docker::gaps::Gap;
use futures_util::future::ready;

/// The version, as the program tells it.
pub const VERSION: &str = "2.40.3-3";
/// The version, as labels keep it.
pub const LABEL_VERSION: &str = "2.40.3";

/// How many words a verb takes besides flags, and whose words complain of the number.
#[derive(Clone, Copy, Debug)]
pub enum Args {
    /// None.
    None,
    /// At least so many (cobra's words).
    Min(usize),
    /// So many (docker's words).
    Exact(usize),
    /// At least so many (docker's words).
    AtLeast(usize),
    /// Between the two (cobra's words).
    Range(usize, usize),
    /// At most so many (cobra's words).
    Most(usize),
    /// Any number.
    Any,
}

/// One thing that Compose can do.
#[derive(Debug)]
pub struct Verb {
    /// Its name.
    pub name: &'static str,
    /// The usage line after the name.
    pub usage: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// How many words it takes.
    pub args: Args,
    /// Its flags.
    pub flags: &'static [Flag],
    /// Whether flags may follow other words.
    pub interspersed: bool,
    /// Why the simulator does not have it.
    pub gap: Option<&'static str>,
    /// What it does.
    pub run: fn(Compose, Matches) -> Running,
}

impl Verb {
    /// What most verbs leave as it is; for `Verb { name: .., ..Verb::PLAIN }`. Without a `run` a verb is
    /// a gap.
    pub const PLAIN: Verb = Verb {
        name: "",
        usage: "",
        about: "",
        args: Args::Any,
        flags: &[],
        interspersed: true,
        gap: None,
        run: |_, _| Box::pin(ready(Err(Failure::gap("this verb", "nothing stands behind it")))),
    };
}

/// A verb at work.
#[derive(Clone)]
pub struct Compose {
    /// The process and its way to the engine.
    pub cli: Cli,
    /// Which project.
    pub choice: Choice,
    /// How to show progress.
    pub style: Style,
    /// Whether colours may be used.
    pub colors: bool,
    /// Take resources into account that no service uses.
    pub all: bool,
    /// Say what would be done, and do nothing.
    pub dry: Option<DryRun>,
    /// What stands between the parts of a container's name.
    pub separator: &'static str,
}

impl Compose {
    /// The engine.
    pub fn engine(&self) -> Result<Daemon, Failure> {
        Ok(Daemon::new(self.cli.ping()?, self.dry.clone()))
    }

    /// What stands before all that a dry run tells.
    pub fn prefix(&self) -> &'static str {
        if self.dry.is_some() { progress::DRY_RUN } else { "" }
    }

    /// What a dry run says of a file of a container that it looks for in vain.
    pub fn not_found(&self, path: &str, id: &str) -> Failure {
        format!(" {} Could not find the file {path} in container {id}", self.prefix()).into()
    }

    /// The end of a verb with a container's status: an empty line stands where a reason would.
    pub async fn ended_by(&self, status: i32) -> Failure {
        let reason = if self.style == Style::Json { "{\"error\":true}" } else { "" };
        self.cli.err(reason).await;
        Failure::silent(status)
    }

    /// Prints a warning as logrus does.
    pub async fn warn(&self, text: &str) {
        self.cli.log("warning", text).await;
    }

    /// The project of these files, with the named services enabled and what they need; with all where
    /// none is named.
    pub async fn project_with(
        &self,
        services: &[String],
        options: Options,
    ) -> Result<Project, Failure> {
        let (project, warnings) = project::load(&self.cli.p, &self.choice, options);
        for warning in warnings {
            self.warn(&warning).await;
        }
        let mut project = project?;
        project.with_enabled(services);
        project.with_selected(services, Follow::Dependencies)?;
        if !self.all {
            project.without_unused();
        }
        Ok(project)
    }

    /// The project, ready for its containers to be made.
    pub async fn project(&self, services: &[String]) -> Result<Project, Failure> {
        let options = Options { discard_env_files: true, ..Options::default() };
        self.project_with(services, options).await
    }

    /// The project if there are files or no name was given, and its name.
    pub async fn project_or_name(
        &self,
        services: &[String],
    ) -> Result<(Option<Project>, String), Failure> {
        if !self.choice.name.is_empty() && self.choice.files.is_empty() {
            return Ok((None, self.choice.name.clone()));
        }
        let options = Options { discard_env_files: true, environment: false, ..Options::default() };
        match self.project_with(services, options).await {
            Ok(project) => {
                let name = project.name.clone();
                Ok((Some(project), name))
            }
            Err(failure) => match self.cli.p.env("COMPOSE_PROJECT_NAME") {
                Some(name) if !name.is_empty() => Ok((None, name)),
                _ => Err(failure),
            },
        }
    }
}

/// All that real Compose has and the simulator lacks.
pub fn gaps() -> Vec<Gap> {
    let mut all = Vec::new();
    for flag in super::main::FLAGS {
        if let Some(why) = flag.gap {
            all.push(Gap { what: format!("docker compose --{}", flag.long), why });
        }
    }
    for verb in verbs::ALL {
        let path = format!("docker compose {}", verb.name);
        match verb.gap {
            Some(why) => all.push(Gap { what: path, why }),
            None => {
                for flag in verb.flags {
                    if let Some(why) = flag.gap {
                        all.push(Gap { what: format!("{path} --{}", flag.long), why });
                    }
                }
            }
        }
    }
    all.sort();
    all
}

/// Runs one of docker's own verbs, as if these words had been typed behind it.
pub async fn docker_verb(
    cli: &Cli,
    verb: &'static crate::docker::command::Verb,
    words: &[String],
) -> crate::docker::command::Outcome {
    let grammar = crate::docker::flags::parse::Grammar {
        tables: verb.flags,
        interspersed: verb.interspersed,
    };
    let matches = grammar.parse(words).map_err(|stop| match stop {
        crate::docker::flags::parse::Stop::Error(text) => Failure::from(text),
        _ => Failure::silent(0),
    })?;
    (verb.run)(cli.clone(), matches).await
}

/// Whether a variable is set to a truth.
pub fn truth(cli: &Cli, name: &str) -> bool {
    let value = cli.p.env(name).unwrap_or_default();
    matches!(value.to_lowercase().as_str(), "1" | "t" | "true" | "y" | "yes")
}
