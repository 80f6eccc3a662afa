//! `docker trust`: signatures of images, of which this registry has none. Its verbs come to no more
//! than their arguments.

use super::command::{Args, Group, Verb, group, verb};
use super::flags::{Takes, list, switch, text};

const WHY: &str = "images are not signed";

/// The noun.
pub static GROUP: Group = Group {
    about: "Signatures of images",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("inspect", &INSPECT).gap(WHY),
        group("key", &KEY),
        verb("revoke", &REVOKE).gap(WHY),
        verb("sign", &SIGN).gap(WHY),
        group("signer", &SIGNER),
    ],
};

static KEY: Group = Group {
    about: "Keys to sign with",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[verb("generate", &GENERATE).gap(WHY), verb("load", &LOAD).gap(WHY)],
};

static SIGNER: Group = Group {
    about: "Who may sign",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[verb("add", &ADD).gap(WHY), verb("remove", &REMOVE).aliases(&["rm"]).gap(WHY)],
};

static INSPECT: Verb = Verb::unbuilt(
    "IMAGE[:TAG] [IMAGE[:TAG]...]",
    "Show keys and signatures",
    Args::Min(1),
    &[&[switch("pretty", "For people to read")]],
);
static REVOKE: Verb = Verb::unbuilt(
    "[OPTIONS] IMAGE[:TAG]",
    "Take signatures back",
    Args::Exact(1),
    &[&[switch("yes", "Do not ask first").short('y')]],
);
static SIGN: Verb = Verb::unbuilt(
    "IMAGE:TAG",
    "Sign an image",
    Args::Exact(1),
    &[&[switch("local", "Sign an image that is here")]],
);
static GENERATE: Verb = Verb::unbuilt(
    "NAME",
    "Make a pair of keys",
    Args::Exact(1),
    &[&[text("dir", "Directory to write the public key to").takes(Takes::Files)]],
);
static LOAD: Verb = Verb::unbuilt(
    "[OPTIONS] KEYFILE",
    "Read a private key from a file",
    Args::Exact(1),
    &[&[text("name", "Name of the key").default("signer")]],
);
static ADD: Verb = Verb::unbuilt(
    "OPTIONS NAME REPOSITORY [REPOSITORY...] ",
    "Let someone sign",
    Args::Min(2),
    &[&[list("key", "File of the public key").takes(Takes::Files)]],
);
static REMOVE: Verb = Verb::unbuilt(
    "[OPTIONS] NAME REPOSITORY [REPOSITORY...]",
    "Let someone sign no longer",
    Args::Min(2),
    &[&[switch("force", "Do not ask first").short('f')]],
);
