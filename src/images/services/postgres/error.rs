//! An error as the server reports it: the fields of an ErrorResponse. How it is shown is the client's
//! and the log's.

/// An error of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PgError {
    /// `ERROR`, `FATAL`, `NOTICE`, `WARNING`.
    pub severity: &'static str,
    /// SQLSTATE.
    pub code: &'static str,
    /// The sentence.
    pub message: Box<str>,
    /// More about it.
    pub detail: Option<Box<str>>,
    /// What to do.
    pub hint: Option<Box<str>>,
    /// Where in the statement, in characters from 1.
    pub position: Option<u32>,
    /// Where it was when it happened.
    pub context: Option<Box<str>>,
}

/// What an evaluation comes to.
pub type Res<T> = Result<T, PgError>;

impl PgError {
    /// An error with a code.
    pub fn new(code: &'static str, message: impl Into<Box<str>>) -> PgError {
        PgError {
            severity: "ERROR",
            code,
            message: message.into(),
            detail: None,
            hint: None,
            position: None,
            context: None,
        }
    }

    /// Something that PostgreSQL has and this server has not.
    pub fn gap(what: impl AsRef<str>) -> PgError {
        PgError::new("0A000", format!("{} is not simulated", what.as_ref()))
    }

    /// A message that is no error.
    pub fn notice(message: impl Into<Box<str>>) -> PgError {
        PgError { severity: "NOTICE", ..PgError::new("00000", message) }
    }

    /// An error that ends the session.
    pub fn fatal(code: &'static str, message: impl Into<Box<str>>) -> PgError {
        PgError { severity: "FATAL", ..PgError::new(code, message) }
    }

    /// With a place in the statement, counted from 0.
    pub fn at(mut self, pos: usize) -> PgError {
        if self.position.is_none() && pos != NOWHERE {
            self.position = u32::try_from(pos + 1).ok();
        }
        self
    }

    /// With a detail.
    pub fn detail(mut self, detail: impl Into<Box<str>>) -> PgError {
        self.detail = Some(detail.into());
        self
    }

    /// With a hint.
    pub fn hint(mut self, hint: impl Into<Box<str>>) -> PgError {
        self.hint = Some(hint.into());
        self
    }
}

/// The place of what does not stand in the statement.
pub const NOWHERE: usize = usize::MAX;
