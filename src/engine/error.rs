//! What the daemon says when it refuses: the message, byte for byte, and the kind of refusal that
//! the Engine API gives as a status number. Prefixes such as `Error response from daemon:` are the
//! command line's.

use std::fmt;

/// The kinds of refusal, with the status numbers of the Engine API.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ErrorKind {
    /// 304: already in the state asked for.
    NotModified,
    /// 400: the request makes no sense.
    InvalidParameter,
    /// 401: not logged in.
    Unauthorized,
    /// 403: not allowed.
    Forbidden,
    /// 404: no such thing.
    NotFound,
    /// 409: the thing's state is against it.
    Conflict,
    /// 500: it went wrong.
    System,
    /// 501: not in this daemon, or not simulated.
    NotImplemented,
    /// 503: not now.
    Unavailable,
    /// The caller was interrupted by a signal while it waited.
    Interrupted,
}

impl ErrorKind {
    /// The status number of the Engine API; for a caller that was interrupted 499, which nobody gets to see.
    pub fn status(self) -> u16 {
        match self {
            ErrorKind::NotModified => 304,
            ErrorKind::InvalidParameter => 400,
            ErrorKind::Unauthorized => 401,
            ErrorKind::Forbidden => 403,
            ErrorKind::NotFound => 404,
            ErrorKind::Conflict => 409,
            ErrorKind::System => 500,
            ErrorKind::NotImplemented => 501,
            ErrorKind::Unavailable => 503,
            ErrorKind::Interrupted => 499,
        }
    }
}

/// A refusal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EngineError {
    /// The kind.
    pub kind: ErrorKind,
    /// The daemon's words.
    pub message: String,
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for EngineError {}

macro_rules! makers {
    ($($(#[$doc:meta])* $name:ident = $kind:ident;)*) => {
        impl EngineError {
            $($(#[$doc])* pub fn $name(message: impl Into<String>) -> EngineError {
                EngineError { kind: ErrorKind::$kind, message: message.into() }
            })*
        }
    };
}

makers! {
    /// 304.
    not_modified = NotModified;
    /// 400.
    invalid = InvalidParameter;
    /// 401.
    unauthorized = Unauthorized;
    /// 403.
    forbidden = Forbidden;
    /// 404.
    not_found = NotFound;
    /// 409.
    conflict = Conflict;
    /// 500.
    system = System;
    /// 503.
    unavailable = Unavailable;
}

/// How the daemon begins what containerd and runc said.
const TASK: &str = "failed to create task for container: ";

impl EngineError {
    /// What went wrong behind the daemon, in containerd or runc, when a container was to be started.
    pub fn task(kind: ErrorKind, why: &str) -> EngineError {
        EngineError { kind, message: format!("{TASK}{why}") }
    }

    /// Whether it went wrong behind the daemon.
    pub fn is_of_task(&self) -> bool {
        self.message.starts_with(TASK)
    }

    /// Something of real Docker that the simulator lacks, and why.
    pub fn gap(what: &str, why: &str) -> EngineError {
        EngineError {
            kind: ErrorKind::NotImplemented,
            message: format!("Drydock does not simulate {what}: {why}."),
        }
    }

    /// The wait was ended by a signal.
    pub fn interrupted() -> EngineError {
        EngineError { kind: ErrorKind::Interrupted, message: "context canceled".to_string() }
    }
}

/// What a verb gives.
pub type Result<T> = std::result::Result<T, EngineError>;
