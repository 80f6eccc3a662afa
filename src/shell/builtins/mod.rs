//! The table of builtins. One file a builtin, or a family of them; to add one, write the function
//! and one line in [`BUILTINS`].

mod alias;
mod bind;
mod cd;
mod command;
mod complete;
mod control;
mod declare;
mod echo;
mod enable;
mod export;
mod fc;
mod getopts;
mod hash;
mod help;
mod history;
mod jobs;
mod kill;
mod mapfile;
mod opts;
mod printf;
mod pushd;
mod read;
mod set;
mod shopt;
mod source;
mod test;
mod times;
mod trap;
mod types;
mod ulimit;
mod umask;
mod unset;
mod wait;

use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::state::{Boxed, Res, Shell};

pub(crate) use fc::edit;
pub(crate) use jobs::as_command;
pub(crate) use opts::options;
pub(crate) use read::{End, Input};

/// How a builtin runs.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// It never waits.
    Plain(fn(&mut Shell, &Args) -> Res<i32>),
    /// It may wait for input, processes or commands.
    Waits(for<'a> fn(&'a mut Shell, &'a Args) -> Boxed<'a, Res<i32>>),
}

/// A builtin.
pub(crate) struct Builtin {
    pub name: &'static str,
    /// POSIX's special builtins: their errors and assignments are the shell's own.
    pub special: bool,
    /// Which shells have it: `b`, `a`, `d`.
    shells: &'static str,
    pub run: Run,
    /// Synopsis for `help`.
    pub usage: &'static str,
    /// What it does, for `help`.
    pub about: &'static str,
}

impl Builtin {
    /// Whether a shell has it.
    pub(crate) fn in_shell(&self, d: Dialect) -> bool {
        self.shells.contains(match d {
            Dialect::Bash => 'b',
            Dialect::Ash => 'a',
            Dialect::Dash => 'd',
        })
    }
}

macro_rules! builtins {
    ($($name:literal $special:literal $shells:literal $kind:ident $run:path, $usage:literal, $about:literal;)*) => {
        /// Every builtin, sorted by name.
        pub(crate) static BUILTINS: &[Builtin] = &[$(Builtin {
            name: $name,
            special: $special,
            shells: $shells,
            run: builtins!(@$kind $run),
            usage: $usage,
            about: $about,
        },)*];
    };
    (@plain $run:path) => { Run::Plain($run) };
    (@waits $run:path) => {{
        fn run<'a>(sh: &'a mut Shell, args: &'a Args) -> Boxed<'a, Res<i32>> {
            Box::pin($run(sh, args))
        }
        Run::Waits(run)
    }};
}

// name, special, shells, kind, code, synopsis, description
builtins! {
    "." true "bad" waits source::source, "[-p path] filename [arguments]", "Runs the commands of a file in this shell.";
    ":" true "bad" plain control::colon, "", "Does nothing, successfully.";
    "[" false "bad" plain test::bracket, "expression ]", "The same as `test`, with a closing bracket.";
    "alias" false "bad" plain alias::alias, "[-p] [name[=value] ... ]", "Sets aliases, or shows them.";
    "bg" false "bad" plain jobs::bg, "[job_spec ...]", "Lets stopped jobs go on in the background.";
    "bind" false "b" plain bind::bind, "[-lpsvPSVX] [-m keymap] [-r keyseq] [keyseq:command]", "Says how the line editor treats keys.";
    "break" true "bad" plain control::break_, "[n]", "Leaves the loop, or that many loops.";
    "builtin" false "b" waits command::builtin, "[shell-builtin [arg ...]]", "Runs a builtin even if a function has its name.";
    "caller" false "b" plain types::caller, "[expr]", "Shows who called the running function.";
    "cd" false "bad" plain cd::cd, "[-L|[-P [-e]]] [-@] [dir]", "Changes the working directory.";
    "chdir" false "ad" plain cd::cd, "[dir]", "Changes the working directory.";
    "command" false "bad" waits command::command, "[-pVv] command [arg ...]", "Runs a command without looking at functions, or says what it is.";
    "compgen" false "b" waits complete::compgen, "[-abcdefgjksuv] [-o option] [-A action] [-W wordlist] [word]", "Shows what a word may be completed to.";
    "complete" false "b" plain complete::complete, "[-abcdefgjksuv] [-pr] [-A action] [-W wordlist] [name ...]", "Says how a command's arguments are completed.";
    "compopt" false "b" plain complete::compopt, "[-o|+o option] [name ...]", "Changes options of a completion.";
    "continue" true "bad" plain control::continue_, "[n]", "Goes on with the next turn of the loop.";
    "declare" false "b" plain declare::declare, "[-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]", "Sets variables with attributes, or shows them.";
    "dirs" false "b" plain pushd::dirs, "[-clpv] [+N] [-N]", "Shows the directory stack.";
    "disown" false "b" plain jobs::disown, "[-h] [-ar] [jobspec ... | pid ...]", "Takes jobs off the table.";
    "echo" false "bad" plain echo::echo, "[-neE] [arg ...]", "Writes its arguments.";
    "enable" false "b" plain enable::enable, "[-a] [-dnps] [-f filename] [name ...]", "Turns builtins on and off.";
    "eval" true "bad" waits source::eval, "[arg ...]", "Runs its arguments as a command.";
    "exec" true "bad" waits source::exec, "[-cl] [-a name] [command [argument ...]] [redirection ...]", "Puts a program in the shell's place.";
    "exit" true "bad" plain control::exit, "[n]", "Ends the shell.";
    "export" true "bad" plain export::export, "[-fn] [name[=value] ...] or export -p", "Hands variables on to programs.";
    "false" false "bad" plain control::no, "", "Fails.";
    "fc" false "b" waits fc::fc, "[-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]", "Shows lines of the history, or runs them again.";
    "fg" false "bad" waits jobs::fg, "[job_spec]", "Brings a job to the foreground.";
    "getopts" false "bad" plain getopts::getopts, "optstring name [arg ...]", "Reads options out of arguments, one a call.";
    "hash" false "bad" plain hash::hash, "[-lr] [-p pathname] [-dt] [name ...]", "Remembers where commands are.";
    "help" false "ba" plain help::help, "[-dms] [pattern ...]", "Says what builtins do.";
    "history" false "ba" waits history::history, "[-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]", "Shows the history.";
    "jobs" false "bad" waits jobs::jobs, "[-lnprs] [jobspec ...] or jobs -x command [args]", "Shows jobs.";
    "kill" false "bad" plain kill::kill, "[-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]", "Sends a signal.";
    "let" false "ba" plain control::let_, "arg [arg ...]", "Evaluates arithmetic.";
    "local" false "bad" plain declare::local, "[option] name[=value] ...", "Makes variables local to the function.";
    "logout" false "b" plain control::logout, "[n]", "Ends a login shell.";
    "mapfile" false "b" waits mapfile::mapfile, "[-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]", "Reads lines into an array.";
    "popd" false "b" plain pushd::popd, "[-n] [+N | -N]", "Takes a directory off the stack.";
    "printf" false "bad" plain printf::printf, "[-v var] format [arguments]", "Writes its arguments by a format.";
    "pushd" false "b" plain pushd::pushd, "[-n] [+N | -N | dir]", "Puts a directory on the stack.";
    "pwd" false "bad" plain cd::pwd, "[-LP]", "Writes the working directory.";
    "read" false "bad" waits read::read, "[-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]", "Reads a line into variables.";
    "readarray" false "b" waits mapfile::mapfile, "[-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]", "Reads lines into an array.";
    "readonly" true "bad" plain export::readonly, "[-aAf] [name[=value] ...] or readonly -p", "Makes variables unchangeable.";
    "return" true "bad" plain control::return_, "[n]", "Ends a function or sourced file.";
    "set" true "bad" plain set::set, "[-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]", "Sets options and positional parameters.";
    "shift" true "bad" plain control::shift, "[n]", "Takes positional parameters away from the front.";
    "shopt" false "b" plain shopt::shopt, "[-pqsu] [-o] [optname ...]", "Turns shell options on and off.";
    "source" false "ba" waits source::source, "[-p path] filename [arguments]", "Runs the commands of a file in this shell.";
    "suspend" false "b" plain jobs::suspend, "[-f]", "Stops the shell until SIGCONT.";
    "test" false "bad" plain test::test, "[expr]", "Evaluates a condition.";
    "times" true "bad" plain times::times, "", "Shows processor times.";
    "trap" true "bad" plain trap::trap, "[-Plp] [[action] signal_spec ...]", "Sets what runs at signals and events.";
    "true" false "bad" plain control::colon, "", "Succeeds.";
    "type" false "bad" plain types::type_, "[-afptP] name [name ...]", "Says what a name stands for.";
    "typeset" false "b" plain declare::declare, "[-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]", "The same as `declare`.";
    "ulimit" false "bad" plain ulimit::ulimit, "[-SHabcdefiklmnpqrstuvxPRT] [limit]", "Shows or sets limits.";
    "umask" false "bad" plain umask::umask, "[-p] [-S] [mode]", "Shows or sets the mask for new files.";
    "unalias" false "bad" plain alias::unalias, "[-a] name [name ...]", "Removes aliases.";
    "unset" true "bad" plain unset::unset, "[-f] [-v] [-n] [name ...]", "Removes variables and functions.";
    "wait" false "bad" waits wait::wait, "[-fn] [-p var] [id ...]", "Waits for jobs.";
}

/// The builtin of a name, if the shell has it and it is not turned off.
pub(crate) fn find(sh: &Shell, name: &str) -> Option<&'static Builtin> {
    let i = BUILTINS.binary_search_by(|b| b.name.cmp(name)).ok()?;
    let b = &BUILTINS[i];
    (b.in_shell(sh.dialect) && (sh.disabled.is_empty() || !sh.disabled.contains(name))).then_some(b)
}

/// Whether a name is one of POSIX's special builtins.
pub(crate) fn is_special(name: &str) -> bool {
    BUILTINS.binary_search_by(|b| b.name.cmp(name)).is_ok_and(|i| BUILTINS[i].special)
}

impl Shell {
    /// Says how a builtin is used, after a wrong option; gives status 2.
    pub(crate) fn usage(&mut self, name: &str) -> i32 {
        if self.bash()
            && let Ok(i) = BUILTINS.binary_search_by(|b| b.name.cmp(name))
        {
            self.complain(&format!("{name}: usage: {name} {}\n", BUILTINS[i].usage));
        }
        2
    }

    /// Complains about an option that a builtin does not have; gives status 2.
    pub(crate) fn bad_option(&mut self, name: &str, option: char) -> Res<i32> {
        match self.dialect {
            Dialect::Bash => self.builtin_error(name, &format!("-{option}: invalid option")),
            _ => {
                let word = if self.dialect == Dialect::Ash { "illegal" } else { "Illegal" };
                self.builtin_error(name, &format!("{word} option -{option}"));
                if is_special(name) && !self.interactive {
                    return Err(self.fatal_error());
                }
            }
        }
        Ok(self.usage(name))
    }
}

#[cfg(test)]
mod tests {
    use super::BUILTINS;

    #[test]
    fn the_table_is_sorted() {
        assert!(BUILTINS.windows(2).all(|w| w[0].name < w[1].name));
    }
}
