//! A Compose command line from its first word to its exit status.

use super::command::{Args, Compose, Verb};
use super::daemon::DryRun;
use super::load::files::Choice;
use super::progress::{self, Style};
use super::{help, verbs};
use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::parse::{Grammar, Stop};
use crate::docker::flags::{Flag, Kind, Matches, Takes, list, switch, text};
use crate::docker::format::indent;
use crate::docker::globals;
use crate::docker::main::SHORT_HELP;
use crate::docker::settings::Settings;
use crate::engine::Engine;
use crate::kernel::{Main, Proc};
use crate::vfs::FileType;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The flag that every verb has.
pub const DRY_RUN: Flag = switch("dry-run", "Only say what would be done");

/// Flags before the verb.
pub static FLAGS: &[Flag] = &[
    switch("all-resources", "Also resources that no service uses"),
    text("ansi", "When to print control characters\n(\"never\"|\"always\"|\"auto\")")
        .default("auto"),
    switch("compatibility", "Work as the first Compose did"),
    DRY_RUN,
    list("env-file", "Another file of variables").takes(Takes::Files),
    list("file", "Compose files").short('f').takes(Takes::Files),
    switch("no-ansi", "Do not print control characters").hidden(),
    crate::docker::flags::flag("parallel", Kind::Int, "So many things at a time, -1 for all")
        .default("-1"),
    list("profile", "Profile to enable"),
    text("progress", "How to show progress (auto, tty, plain, json,\nquiet)"),
    text(
        "project-directory",
        "Another working directory (default: that of the\nfirst Compose file)",
    )
    .takes(Takes::Files),
    text("project-name", "Name of the project").short('p'),
    switch("verbose", "Say more about what is done").hidden(),
    switch("version", "Show the version").short('v').hidden(),
    text("workdir", "The same as --project-directory").hidden(),
];

/// The program file `docker-compose`.
pub fn main(engine: Engine) -> Main {
    Rc::new(move |p: Proc| {
        let engine = engine.clone();
        Box::pin(async move {
            let words: Vec<String> = p.argv().iter().skip(1).cloned().collect();
            // Called by docker, its own flags stand first.
            let grammar = Grammar { tables: &[globals::FLAGS], interspersed: false };
            let (globals, words, asked) = match grammar.read(&words) {
                Ok((m, stop)) if m.args.first().is_some_and(|w| w == "compose" || w == "help") => {
                    let args = m.args.clone();
                    (m, args, stop.is_some())
                }
                _ => (Matches::of(globals::FLAGS.iter()), words, false),
            };
            let settings = Settings::load(&p, &globals);
            let cli = Cli::new(p.clone(), engine, settings);
            match run(cli.clone(), &words, asked).await {
                Ok(()) => 0,
                Err(failure) => {
                    if !failure.text.is_empty() {
                        cli.err(&failure.text).await;
                    }
                    failure.status
                }
            }
        })
    })
}

/// With `asked`, docker itself was asked for help in front of the name.
async fn run(cli: Cli, words: &[String], asked: bool) -> Outcome {
    // Called by docker, the first word is the name that the program has there, or what docker asks for it.
    let words = match words {
        [help, own, asked @ ..] if help == "help" && own == "compose" => {
            return told(&cli, asked).await;
        }
        [first, rest @ ..] if first == "compose" => rest,
        all => all,
    };
    let grammar = Grammar { tables: &[FLAGS], interspersed: false };
    let (flags, stop) = grammar.read(words)?;
    if let Some(stop) = &stop {
        deprecated(&cli, stop).await;
    }
    let asked = asked || stop.is_some();
    let Some((first, rest)) = flags.args.split_first() else {
        cli.out(&help::root(cli.columns())).await;
        return Ok(());
    };
    let Some(verb) = find(first) else {
        if flags.on("version") && !asked {
            return verbs::version::misread(&cli, words).await;
        }
        cli.out(&help::root(cli.columns())).await;
        if asked {
            return Ok(());
        }
        let unknown = crate::golang::quote::quote(&format!("compose {first}"));
        return Err(format!("unknown docker command: {unknown}").into());
    };
    if asked {
        let rest: Vec<String> =
            std::iter::once("--help".to_string()).chain(rest.iter().cloned()).collect();
        return call(cli, verb, &flags, &rest).await;
    }
    call(cli, verb, &flags, rest).await
}

/// `docker help compose ...`.
async fn told(cli: &Cli, asked: &[String]) -> Outcome {
    match asked {
        [] => cli.out(&help::root(cli.columns())).await,
        [name, rest @ ..] => match find(name).filter(|_| rest.is_empty()) {
            Some(verb) => cli.out(&help::verb(verb, cli.columns())).await,
            None => return Err(format!("unknown help topic: {}", asked.join(" ")).into()),
        },
    }
    Ok(())
}

/// Says so of `-h`.
async fn deprecated(cli: &Cli, stop: &Stop) {
    if *stop == Stop::ShortHelp {
        cli.out(&format!("{SHORT_HELP}\n")).await;
    }
}

fn find(name: &str) -> Option<&'static Verb> {
    verbs::ALL.iter().copied().find(|v| v.name == name)
}

async fn call(cli: Cli, verb: &'static Verb, globals: &Matches, words: &[String]) -> Outcome {
    static DRY_ONLY: &[Flag] = &[DRY_RUN];
    let grammar = Grammar { tables: &[verb.flags, DRY_ONLY], interspersed: verb.interspersed };
    let matches = match grammar.parse(words) {
        Ok(matches) => matches,
        Err(Stop::Error(text)) => return Err(text.into()),
        Err(stop) => {
            deprecated(&cli, &stop).await;
            cli.out(&help::verb(verb, cli.columns())).await;
            return Ok(());
        }
    };
    check(verb, &matches.args)?;
    if verb.name == "watch" {
        unwatched(cli.clone(), globals, &matches.args).await?;
    }
    if let Some(why) = verb.gap {
        return Err(Failure::gap(&format!("'docker compose {}'", verb.name), why));
    }
    let mut compose = surroundings(&cli, globals).await?;
    compose.dry = (globals.on("dry-run") || matches.on("dry-run")).then(DryRun::default);
    for (path, given, flags) in [
        ("docker compose".to_string(), globals, FLAGS),
        (format!("docker compose {}", verb.name), &matches, verb.flags),
        (format!("docker compose {}", verb.name), &matches, DRY_ONLY),
    ] {
        for flag in flags.iter().filter(|f| given.given(f.long)) {
            let idle = matches!(flag.kind, Kind::Bool) && given.text(flag.long) == flag.default
                // Of no use to one that does not stay.
                || given.on("detach") && matches!(flag.long, "menu" | "watch");
            if let Some(why) = flag.gap.filter(|_| !idle) {
                return Err(crate::docker::gaps::refuse(&path, flag.long, why));
            }
        }
    }
    let style = compose.style;
    (verb.run)(compose, matches).await.map_err(|failure| match style {
        Style::Json if !failure.text.is_empty() => told_as_json(failure),
        _ => failure,
    })
}

/// A failure for programs to read.
fn told_as_json(failure: Failure) -> Failure {
    let object = serde_json::json!({"error": true, "message": failure.text});
    Failure { text: indent::compact(&object, true), ..failure }
}

/// Ends `watch` where no service says what to watch.
async fn unwatched(cli: Cli, globals: &Matches, services: &[String]) -> Outcome {
    let compose = surroundings(&cli, globals).await?;
    let project = compose.project(services).await?;
    if project.services.values().any(|s| s.get("develop").is_some_and(|d| !d.is_null())) {
        return Ok(());
    }
    Err("none of the selected services is configured for watch, consider setting a 'develop' section"
        .into())
}

fn check(verb: &Verb, args: &[String]) -> Outcome {
    let path = format!("docker compose {}", verb.name);
    let plural = |n: usize| if n == 1 { "argument" } else { "arguments" };
    let docker = |said: String, see: &str| {
        Err(Failure::from(format!(
            "docker: '{path}' {said}\n\nUsage:  {}\n\n{see} '{path} --help' for more information",
            help::usage(verb)
        )))
    };
    match verb.args {
        Args::None => match args.first() {
            Some(word) => Err(format!("unknown command {word:?} for {path:?}").into()),
            None => Ok(()),
        },
        Args::Min(n) if args.len() < n => {
            Err(format!("requires at least {n} arg(s), only received {}", args.len()).into())
        }
        Args::Range(low, high) if args.len() < low || args.len() > high => {
            Err(format!("accepts between {low} and {high} arg(s), received {}", args.len()).into())
        }
        Args::Most(n) if args.len() > n => {
            Err(format!("accepts at most {n} arg(s), received {}", args.len()).into())
        }
        Args::Exact(n) if args.len() != n => docker(format!("requires {n} {}", plural(n)), "Run"),
        Args::AtLeast(n) if args.len() < n => {
            docker(format!("requires at least {n} {}", plural(n)), "See")
        }
        _ => Ok(()),
    }
}

/// What the flags before the verb come to.
async fn surroundings(cli: &Cli, g: &Matches) -> Result<Compose, Failure> {
    let p = &cli.p;
    let mut ansi = g.text("ansi").to_string();
    if g.on("no-ansi") {
        if ansi != "auto" {
            return Err("cannot specify DEPRECATED \"--no-ansi\" and \"--ansi\". Please use only \"--ansi\"".into());
        }
        ansi = "never".to_string();
        cli.err("option '--no-ansi' is DEPRECATED ! Please use '--ansi' instead.").await;
    }
    if let Some(value) = p.env("COMPOSE_ANSI").filter(|_| !g.given("ansi")) {
        ansi = value;
    }
    let plain = p.env("NO_COLOR").is_some_and(|v| !v.is_empty());
    let colors = !plain && (ansi == "always" || ansi == "auto" && p.isatty(1));
    let terminal = p.isatty(2);
    let auto = match ansi.as_str() {
        "never" => Style::Plain,
        "always" => Style::Terminal,
        _ if terminal => Style::Terminal,
        _ => Style::Plain,
    };
    let asked = match g.given("progress") {
        true => g.text("progress").to_string(),
        false => p.env("COMPOSE_PROGRESS").unwrap_or_default(),
    };
    let style = match asked.as_str() {
        "" | "auto" => auto,
        "tty" if ansi == "never" => {
            return Err("can't use --progress tty while ANSI support is disabled".into());
        }
        "tty" => Style::Terminal,
        "plain" if ansi == "always" => {
            return Err("can't use --progress plain while ANSI support is forced".into());
        }
        "plain" => Style::Plain,
        "quiet" | "none" => Style::Quiet,
        "json" => Style::Json,
        other => {
            progress::check(other)?;
            auto
        }
    };
    if let Some(limit) = p.env("COMPOSE_PARALLEL_LIMIT").filter(|v| !v.is_empty())
        && !g.given("parallel")
        && limit.parse::<i64>().is_err()
    {
        return Err(format!("COMPOSE_PARALLEL_LIMIT must be an integer (found: {limit:?})").into());
    }
    let mut dir = g.text("project-directory").to_string();
    if !g.text("workdir").is_empty() {
        if !dir.is_empty() {
            return Err("cannot specify DEPRECATED \"--workdir\" and \"--project-directory\". Please use only \"--project-directory\" instead".into());
        }
        dir = g.text("workdir").to_string();
        cli.write(2, b"\x1b[31moption '--workdir' is DEPRECATED at root level! Please use '--project-directory' instead.\n\x1b[0m").await;
    }
    let mut env_files = g.list("env-file").to_vec();
    if env_files.is_empty() {
        let given = p.env("COMPOSE_ENV_FILES").unwrap_or_default();
        env_files = given.split(',').filter(|f| !f.is_empty()).map(str::to_string).collect();
    }
    let files = g.list("file").to_vec();
    let mut streams = BTreeMap::new();
    for file in &files {
        let text = match file.as_str() {
            "-" => cli.read_all(0).await,
            path if p.stat(path).is_ok_and(|s| s.file_type() == FileType::Fifo) => {
                cli.read_path(path).await
            }
            _ => continue,
        };
        streams.entry(file.clone()).or_insert(text.unwrap_or_default());
    }
    let old = g.on("compatibility")
        || p.env("COMPOSE_COMPATIBILITY")
            .is_some_and(|v| crate::golang::strconv::parse_bool(&v) == Ok(true));
    Ok(Compose {
        cli: cli.clone(),
        choice: Choice {
            name: g.text("project-name").to_string(),
            profiles: g.list("profile").to_vec(),
            files,
            dir,
            env_files,
            streams,
        },
        style,
        colors,
        dry: None,
        all: g.on("all-resources"),
        separator: if old { "_" } else { "-" },
    })
}
