//! A docker command line from its first word to its exit status: flags before the verb, the walk down
//! the tree of commands, help and usage errors, then the verb itself.

use super::cli::{Cli, VERSION};
use super::command::{Entry, Failure, Group, Node, Outcome, Verb};
use super::external::plugin;
use super::flags::Flag;
use super::flags::parse::{Grammar, Stop};
use super::settings::Settings;
use super::{configfile, gaps, globals, help, hosts, reach, tree};
use crate::engine::Engine;
use crate::golang::quote::quote;
use crate::kernel::{Main, Proc};
use std::rc::Rc;

/// The program file `/usr/bin/docker`.
pub fn main(engine: Engine) -> Main {
    Rc::new(move |p: Proc| {
        let engine = engine.clone();
        Box::pin(async move {
            match run(p.clone(), engine).await {
                Ok(()) => 0,
                Err(failure) => {
                    if !failure.text.is_empty() {
                        let text = format!("{}\n", failure.text);
                        // Nothing is left to tell when standard error is closed.
                        let _ = p.write_all(2, &crate::vfs::text::encode(&text)).await;
                    }
                    failure.status
                }
            }
        })
    })
}

/// A usage error: what went wrong, how it is used, where to read more; status 125.
fn usage_error(text: &str, usage: &str, path: &str) -> Failure {
    Failure::new(
        125,
        format!("{text}\n\nUsage:  {usage}\n\nRun '{path} --help' for more information"),
    )
}

async fn run(p: Proc, engine: Engine) -> Outcome {
    super::streams::heed_signals(&p);
    let words: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let grammar = Grammar { tables: &[globals::FLAGS], interspersed: false };
    let root_usage = "docker [OPTIONS] COMMAND [ARG...]";
    let (matches, asked) =
        grammar.read(&words).map_err(|text| usage_error(&text, root_usage, "docker"))?;
    let args = matches.args.clone();
    let cli = Cli::new(p.clone(), engine, Settings::load(&p, &matches));
    if let Some(warning) = &cli.settings.warning {
        cli.err(warning).await;
    }
    let variable = |name: &str| p.env(name).filter(|v| !v.is_empty());
    if let Some(text) = variable("DOCKER_BUILDKIT") {
        hosts::buildkit(&text)?;
    }
    configfile::aliases(cli.settings.file())?;
    if let Some(stop) = asked.as_ref().filter(|_| args.is_empty()) {
        return root_help(&cli, stop).await;
    }
    if asked == Some(Stop::ShortHelp) {
        cli.err(SHORT_HELP).await;
    }
    // With a verb behind it, the flag goes unheeded.
    if matches.on("version") && args.is_empty() {
        return version(&cli).await;
    }
    let level = matches.text("log-level");
    // Without any it is told what is told by default.
    let levels = ["", "panic", "fatal", "error", "warn", "warning", "info", "debug", "trace"];
    if !levels.contains(&level.to_lowercase().as_str()) {
        return Err(format!("Unable to parse logging level: {level}").into());
    }
    let Some(first) = args.first() else {
        // Without a verb the help goes to standard error.
        cli.err(help::root(cli.columns(), &home(&cli)).trim_end()).await;
        return Ok(());
    };
    if first == "help" {
        if asked.is_some() {
            return help_of_help(&cli).await;
        }
        return help_verb(&cli, &args[1..]).await;
    }
    let entries = tree::SECTIONS.iter().map(|(_, entries)| *entries);
    let Some(entry) = entries.flatten().find(|e| e.is(first)) else {
        // Flags behind it are looked at first, as flags of docker itself.
        let all = Grammar { tables: &[globals::FLAGS], interspersed: true };
        match all.parse(&args) {
            Err(Stop::Error(text)) => return Err(usage_error(&text, root_usage, "docker")),
            Err(stop) => {
                deprecated(&cli, &stop).await;
                return root_help(&cli, &Stop::Help).await;
            }
            Ok(_) if asked.is_some() => return root_help(&cli, &Stop::Help).await,
            Ok(_) if matches.on("version") => return version(&cli).await,
            Ok(_) => {}
        }
        return Err(format!(
            "docker: unknown command: docker {first}\n\nRun 'docker --help' for more information"
        )
        .into());
    };
    let mut rest = args[1..].to_vec();
    if asked.is_some() {
        ask_help(entry, &mut rest);
    }
    walk(cli, entry, format!("docker {first}"), rest).await
}

async fn version(cli: &Cli) -> Outcome {
    cli.line(&format!("Docker version {VERSION}, build e6534b4")).await;
    Ok(())
}

fn home(cli: &Cli) -> String {
    cli.p.env("HOME").unwrap_or_default()
}

/// What is said of `-h`: on standard output, but by docker itself on standard error.
pub(crate) const SHORT_HELP: &str = "Flag shorthand -h has been deprecated, use --help";

async fn root_help(cli: &Cli, stop: &Stop) -> Outcome {
    if *stop == Stop::ShortHelp {
        cli.err(SHORT_HELP).await;
    }
    cli.out(&help::root(cli.columns(), &home(cli))).await;
    Ok(())
}

async fn deprecated(cli: &Cli, stop: &Stop) {
    if *stop == Stop::ShortHelp {
        cli.line(SHORT_HELP).await;
    }
}

const HELP_USAGE: &str = "docker help [command]";

/// The screen of `docker help` itself.
async fn help_of_help(cli: &Cli) -> Outcome {
    cli.line(&format!("Usage:  {HELP_USAGE}\n\nShow how a command is used")).await;
    Ok(())
}

async fn help_verb(cli: &Cli, words: &[String]) -> Outcome {
    match (Grammar { tables: &[], interspersed: true }).parse(words) {
        Ok(_) => {}
        Err(Stop::Error(text)) => return Err(usage_error(&text, HELP_USAGE, "docker help")),
        Err(stop) => {
            deprecated(cli, &stop).await;
            return help_of_help(cli).await;
        }
    }
    if let Some((_, rest)) = words.split_first().filter(|(first, _)| *first == "help") {
        return match rest {
            [] => help_of_help(cli).await,
            rest => Err(format!("unknown help topic: {}", rest.join(" ")).into()),
        };
    }
    let mut path = "docker".to_string();
    let mut node: Option<&Entry> = None;
    for (i, word) in words.iter().enumerate() {
        let next = match node.map(|e| e.node) {
            // What it knows is its own.
            Some(Node::Plugin { .. }) => break,
            None => tree::SECTIONS.iter().flat_map(|(_, e)| e.iter()).find(|e| e.is(word)),
            Some(Node::Group(group)) => group.entries.iter().find(|e| e.is(word)),
            Some(_) => None,
        };
        let Some(next) = next else {
            let said = format!("unknown help topic: {}", words[i..].join(" "));
            return Err(match node.map(|e| e.node) {
                // A program of its own has said it, and ended badly.
                Some(Node::Group(group)) if group.builder => {
                    format!("ERROR: {said}\nexit status 1")
                }
                _ => said,
            }
            .into());
        };
        path = format!("{path} {word}");
        node = Some(next);
    }
    match node.map(|e| e.node) {
        None => cli.out(&help::root(cli.columns(), &home(cli))).await,
        Some(Node::Verb(verb)) => cli.out(&help::verb(&path, verb, cli.columns())).await,
        Some(Node::Group(group)) => cli.out(&help::group(&path, group, cli.columns())).await,
        Some(Node::Plugin { file, .. }) => {
            let asked = [&["help".to_string()], words].concat();
            return plugin(cli, file, &asked).await.map_err(|failure| match failure.status {
                1 if failure.text.is_empty() => "exit status 1".into(),
                _ => failure,
            });
        }
        // Told as any refusal, but not taken for a failure.
        Some(Node::Only { engine, .. }) => cli.err(&only(&path, engine).text).await,
    }
    Ok(())
}

/// The refusal of a command that engines of another sort know.
fn only(path: &str, engine: &str) -> Failure {
    format!("{path} is only supported on a Docker daemon {engine}").into()
}

/// Hands a wish for help on. Verbs with a flag of that name of their own do not hear of it.
fn ask_help(entry: &Entry, words: &mut Vec<String>) {
    let own = |f: &Flag| f.long == "help";
    let told = match entry.node {
        Node::Verb(verb) => !verb.flags.iter().flat_map(|t| t.iter()).any(own),
        // It is given docker's own flags.
        Node::Plugin { .. } => false,
        Node::Group(_) | Node::Only { .. } => true,
    };
    if told {
        words.insert(0, "--help".to_string());
    }
}

async fn walk(cli: Cli, entry: &'static Entry, path: String, words: Vec<String>) -> Outcome {
    let (mut entry, mut path, mut words) = (entry, path, words);
    loop {
        match entry.node {
            Node::Verb(verb) => return call(cli, verb, path, &words, entry.gap).await,
            Node::Only { engine, words: known, .. } => {
                // Of an engine that does not answer all is believed.
                cli.ping()?;
                if let Some(word) = words.first().filter(|w| known.contains(&w.as_str())) {
                    path = format!("{path} {word}");
                }
                return Err(only(&path, engine));
            }
            Node::Plugin { file, .. } => {
                let mut all = vec![entry.name.to_string()];
                all.extend(words);
                return plugin(&cli, file, &all).await;
            }
            Node::Group(group) => {
                // Flags of the noun's own may stand before the command.
                let leading = Grammar { tables: &[group.flags], interspersed: false }.parse(&words);
                let (behind, help) = match &leading {
                    Ok(m) => (m.args.clone(), None),
                    Err(Stop::Error(_)) => (Vec::new(), None),
                    Err(stop) => (
                        words.iter().skip_while(|w| w.starts_with('-')).cloned().collect(),
                        Some(stop),
                    ),
                };
                let next = behind.first().and_then(|w| group.entries.iter().find(|e| e.is(w)));
                let Some(next) = next else {
                    return alone(&cli, group, &own_name(&path), &words).await;
                };
                let mut rest: Vec<String> = behind[1..].to_vec();
                if help.is_some() {
                    ask_help(next, &mut rest);
                } else if let Node::Verb(verb) = next.node {
                    // What is given to the noun is given to its command.
                    let known = |w: &&String| {
                        let name = w.trim_start_matches('-').split('=').next().unwrap_or_default();
                        !w.starts_with("--")
                            || verb.flags.iter().flat_map(|t| t.iter()).any(|f| f.long == name)
                    };
                    let given = &words[..words.len() - behind.len()];
                    if given.first().is_none_or(|w| known(&w)) {
                        rest.splice(0..0, given.iter().cloned());
                    }
                }
                path = format!("{path} {}", next.name);
                words = rest;
                entry = next;
            }
        }
    }
}

/// The path as it is told. Builds are done by a program of their own, which names itself in its own way.
fn own_name(path: &str) -> String {
    match path {
        "docker build" | "docker image build" => "docker buildx build".to_string(),
        "docker bake" => "docker buildx bake".to_string(),
        "docker builder" => "docker buildx".to_string(),
        other => other.replacen("docker builder ", "docker buildx ", 1),
    }
}

/// A noun without a command that it knows.
async fn alone(cli: &Cli, group: &Group, path: &str, words: &[String]) -> Outcome {
    let usage = help::group_usage(path, group);
    match (Grammar { tables: &[group.flags], interspersed: true }).parse(words) {
        Err(Stop::Error(text)) => Err(usage_error(&text, &usage, path)),
        Err(stop) => {
            deprecated(cli, &stop).await;
            cli.out(&help::group(path, group, cli.columns())).await;
            Ok(())
        }
        Ok(m) => match m.args.first() {
            found if group.builder => {
                cli.out(&help::group(path, group, cli.columns())).await;
                match found {
                    None => Ok(()),
                    Some(word) => Err(format!("ERROR: unknown command: {}", quote(word)).into()),
                }
            }
            None => {
                cli.err(help::group(path, group, cli.columns()).trim_end()).await;
                Ok(())
            }
            Some(word) => Err(format!(
                "docker: unknown command: {path} {word}\n\nUsage:  {usage}\n\nRun '{path} --help' for more information"
            )
            .into()),
        },
    }
}

async fn call(
    cli: Cli,
    verb: &'static Verb,
    typed: String,
    words: &[String],
    gap: Option<&str>,
) -> Outcome {
    let path = own_name(&typed);
    let builder = path.starts_with("docker buildx ");
    let usage = help::usage_line(&path, verb);
    let grammar = Grammar { tables: verb.flags, interspersed: verb.interspersed };
    let mut matches = match grammar.parse(words) {
        Ok(matches) => matches,
        Err(Stop::Error(text)) => return Err(usage_error(&text, &usage, &path)),
        Err(stop) => {
            deprecated(&cli, &stop).await;
            cli.out(&help::verb(&path, verb, cli.columns())).await;
            return Ok(());
        }
    };
    for flag in verb.flags.iter().flat_map(|t| t.iter()).filter(|f| matches.given(f.long)) {
        if let Some(other) = flag.instead {
            cli.line(&format!("Flag --{} has been deprecated, use --{other} instead", flag.long))
                .await;
        }
    }
    reach::reachable(&cli, &typed)?;
    reach::flags(&cli, &typed, verb.flags, &matches)?;
    verb.args.check(&matches.args, &path, &usage).map_err(|e| {
        let said = if builder { "ERROR: " } else { "" };
        Failure::from(format!("{said}{e}"))
    })?;
    if let Some(why) = gap {
        if builder && !path.ends_with(" import") {
            super::buildx::builder::chosen(&cli, &matches)?;
        }
        return Err(Failure::gap(&format!("'{path}'"), why));
    }
    let flags = || verb.flags.iter().flat_map(|t| t.iter());
    for name in matches.names() {
        let Some(flag) = flags().find(|f| f.long == name) else { continue };
        // A flag that is set to what it is anyway asks for nothing.
        let idle = matches.list(name).iter().all(|v| v.is_empty() || v == flag.default);
        if let Some(why) = flag.gap.filter(|_| !idle) {
            return Err(gaps::refuse(&path, flag.long, why));
        }
    }
    matches.path = path;
    (verb.run)(cli, matches).await
}
