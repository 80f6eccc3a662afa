//! Signals of signal(7): numbers, names, default actions.

use std::fmt;

macro_rules! signals {
    ($($name:ident = $number:literal, $action:ident, $text:literal;)*) => {
        /// A signal, with its number on x86-64.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs)]
        pub enum Signal { $($name = $number,)* }

        impl Signal {
            /// Every signal, by number.
            pub const ALL: &[Signal] = &[$(Signal::$name,)*];

            /// The name without `SIG`.
            pub fn name(self) -> &'static str {
                match self { $(Signal::$name => stringify!($name),)* }
            }

            /// What strsignal(3) says.
            pub fn text(self) -> &'static str {
                match self { $(Signal::$name => $text,)* }
            }

            /// What happens where the process has not said otherwise.
            pub fn action(self) -> Action {
                match self { $(Signal::$name => Action::$action,)* }
            }
        }
    };
}

/// A signal's default action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Action {
    Terminate,
    Core,
    Ignore,
    Stop,
    Continue,
}

signals! {
    HUP = 1, Terminate, "Hangup";
    INT = 2, Terminate, "Interrupt";
    QUIT = 3, Core, "Quit";
    ILL = 4, Core, "Illegal instruction";
    TRAP = 5, Core, "Trace/breakpoint trap";
    ABRT = 6, Core, "Aborted";
    BUS = 7, Core, "Bus error";
    FPE = 8, Core, "Floating point exception";
    KILL = 9, Terminate, "Killed";
    USR1 = 10, Terminate, "User defined signal 1";
    SEGV = 11, Core, "Segmentation fault";
    USR2 = 12, Terminate, "User defined signal 2";
    PIPE = 13, Terminate, "Broken pipe";
    ALRM = 14, Terminate, "Alarm clock";
    TERM = 15, Terminate, "Terminated";
    STKFLT = 16, Terminate, "Stack fault";
    CHLD = 17, Ignore, "Child exited";
    CONT = 18, Continue, "Continued";
    STOP = 19, Stop, "Stopped (signal)";
    TSTP = 20, Stop, "Stopped";
    TTIN = 21, Stop, "Stopped (tty input)";
    TTOU = 22, Stop, "Stopped (tty output)";
    URG = 23, Ignore, "Urgent I/O condition";
    XCPU = 24, Core, "CPU time limit exceeded";
    XFSZ = 25, Core, "File size limit exceeded";
    VTALRM = 26, Terminate, "Virtual timer expired";
    PROF = 27, Terminate, "Profiling timer expired";
    WINCH = 28, Ignore, "Window changed";
    IO = 29, Terminate, "I/O possible";
    PWR = 30, Terminate, "Power failure";
    SYS = 31, Core, "Bad system call";
}

impl Signal {
    /// The number.
    pub fn number(self) -> i32 {
        self as i32
    }

    /// The signal with a number from 1 to 31.
    pub fn from_number(n: i32) -> Option<Signal> {
        Signal::ALL.iter().copied().find(|s| s.number() == n)
    }

    /// A signal by name (with or without `SIG`, in any case) or by number.
    pub fn parse(s: &str) -> Option<Signal> {
        if let Ok(n) = s.parse::<i32>() {
            return Signal::from_number(n);
        }
        let upper = s.to_ascii_uppercase();
        let name = upper.strip_prefix("SIG").unwrap_or(&upper);
        let name = match name {
            "POLL" => "IO",
            "CLD" => "CHLD",
            "IOT" => "ABRT",
            other => other,
        };
        Signal::ALL.iter().copied().find(|s| s.name() == name)
    }
}

impl fmt::Display for Signal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SIG{}", self.name())
    }
}

/// What a process wants done with a signal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Disposition {
    /// The signal's own action.
    #[default]
    Default,
    /// Nothing.
    Ignore,
    /// It is queued for [`super::Proc::take_signal`], and blocking calls end with EINTR, but for those that
    /// a handler with SA_RESTART lets go on.
    Handle,
    /// The same without SA_RESTART: it ends every blocking call.
    Interrupt,
}
