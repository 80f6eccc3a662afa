//! `docker buildx version`.

use crate::docker::command::{Args, Verb};
use crate::docker::flags::{Flag, switch};

static FLAGS: &[Flag] = &[switch("debug", "Say more about what is done").short('D')];

/// The program's version.
pub const VERSION: &str = "v0.29.1";

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "Print the version of the program for builds",
    args: Args::Exact(0),
    flags: &[FLAGS],
    run: |cli, _| {
        Box::pin(async move {
            let commit = "a32761aeb3debd39be1eca514af3693af0db334b";
            cli.line(&format!("github.com/docker/buildx {VERSION} {commit}")).await;
            Ok(())
        })
    },
    ..Verb::PLAIN
};
