//! `docker top`: the host's own `ps`, of whose lines the container's are kept. Which options there are, and what it
//! says of those that are none, is that program's business.

use crate::engine::api::container::Top;
use crate::engine::state::{Phase, Run};
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::{
    Fd, KillTarget, Namespaces, Pid, Proc, Signal, Spawn, WaitFlags, WaitFor, WaitStatus,
};
use crate::vfs::{Errno, OpenFlags, text};
use futures_util::future::join;

use super::policy::restarting;

/// What a program of the host ended with: its status, output and errors.
pub type Answer = std::result::Result<(i32, Vec<u8>, Vec<u8>), Errno>;

/// What the daemon looks for in PATH.
const PS: &str = "/usr/bin/ps";
/// Bytes read at once.
const PIECE: usize = 16 << 10;
/// Bytes that are taken of each of its outputs; what is written behind them is lost.
const MOST: usize = 1 << 20;

/// A place where somebody waits for an answer, for as long as he does.
struct Ticket {
    engine: Engine,
    number: u64,
}

impl Ticket {
    fn new(engine: &Engine) -> Ticket {
        let mut st = engine.state();
        st.next += 1;
        let number = st.next;
        st.answers.insert(number, None);
        drop(st);
        Ticket { engine: engine.clone(), number }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.engine.state().answers.remove(&self.number);
    }
}

fn failed(why: &str) -> EngineError {
    EngineError::system(format!("ps: {why}"))
}

/// Refuses a heading `PID` over anything but process numbers (moby `validatePSArgs`).
fn check_words(words: &[String]) -> Result<()> {
    let line = format!(" {}", words.join(" "));
    for (at, _) in line.match_indices("=PID") {
        let name = line[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let title: String = line[at + 1..].chars().take_while(|c| !c.is_whitespace()).collect();
        if name != "pid" {
            return Err(EngineError::system(format!(
                "specifying \"{name}={title}\" is not allowed"
            )));
        }
    }
    Ok(())
}

/// The lines that are of these processes (moby `parsePSOutput`).
fn parse(output: &str, members: &[Pid]) -> Result<Top> {
    let mut lines = output.lines();
    let titles: Vec<String> =
        lines.next().unwrap_or_default().split_whitespace().map(str::to_string).collect();
    let Some(at) = titles.iter().position(|t| t == "PID") else {
        return Err(EngineError::system("Couldn't find PID field in ps output"));
    };
    let (mut processes, mut before) = (Vec::new(), false);
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some(word) = words.get(at) else { continue };
        // A thread has no number of its own.
        if *word != "-" {
            let pid: Pid = word.parse().map_err(|_| {
                EngineError::system(format!(
                    "Unexpected pid '{word}': strconv.Atoi: parsing {word:?}: invalid syntax"
                ))
            })?;
            before = members.binary_search(&pid).is_ok();
        }
        if before {
            let last = titles.len() - 1;
            let mut row: Vec<String> = words.iter().take(last).map(|w| (*w).to_string()).collect();
            row.push(words.get(last..).unwrap_or_default().join(" "));
            processes.push(row);
        }
    }
    Ok(Top { titles, processes })
}

/// Reads an output to its end, or for as long as somebody waits for it.
async fn drained(
    p: &Proc,
    fd: Fd,
    wanted: impl Fn() -> bool,
) -> std::result::Result<Vec<u8>, Errno> {
    let mut all = Vec::new();
    while wanted() {
        let piece = p.read(fd, PIECE).await?;
        if piece.is_empty() {
            break;
        }
        let room = MOST - all.len();
        all.extend_from_slice(&piece[..piece.len().min(room)]);
    }
    p.close(fd)?;
    Ok(all)
}

/// Runs a program to its end; gives its status, output and errors. It is killed once nobody wants them.
async fn output_of(p: &Proc, argv: Vec<String>, wanted: impl Fn() -> bool) -> Answer {
    let null = p.open("/dev/null", OpenFlags::READ, 0)?;
    let (out, out_w) = p.pipe()?;
    let (err, err_w) = p.pipe()?;
    let fds = vec![(0, null), (1, out_w), (2, err_w)];
    let spawned = p.spawn(Spawn { fds: Some(fds), ..Spawn::new(PS, argv) });
    for fd in [null, out_w, err_w] {
        p.close(fd)?;
    }
    let pid = spawned?;
    // Both at once: it may fill either before it ends the other.
    let (said, complained) = join(drained(p, out, &wanted), drained(p, err, &wanted)).await;
    let (said, complained) = (said?, complained?);
    if !wanted() {
        p.kill(KillTarget::Pid(pid), Some(Signal::KILL))?;
    }
    let status = match p.wait(WaitFor::Pid(pid), WaitFlags::default()).await? {
        Some((_, WaitStatus::Exited(code))) => i32::from(code),
        _ => 1,
    };
    Ok((status, said, complained))
}

impl Engine {
    /// Has the host's `ps` run, as a child of a process of the daemon's.
    async fn ps(&self, p: &Proc, words: Vec<String>) -> Result<Answer> {
        let ticket = Ticket::new(self);
        let number = ticket.number;
        let engine = self.clone();
        let host = Namespaces { ..self.inner.host };
        self.inner.kernel.spawn_root(
            &["/usr/bin/dockerd"],
            host,
            std::rc::Rc::new(move |p: Proc| {
                let (engine, words) = (engine.clone(), words.clone());
                Box::pin(async move {
                    let mut argv = vec!["ps".to_string()];
                    argv.extend(words);
                    let wanted = || engine.state().answers.contains_key(&number);
                    let answer = output_of(&p, argv, wanted).await;
                    if let Some(place) = engine.state().answers.get_mut(&number) {
                        *place = Some(answer);
                    }
                    engine.changed();
                    0
                })
            }),
        );
        self.until(p, |e| e.state().answers.get_mut(&number).and_then(Option::take)).await
    }

    /// `docker top`, for the client `p`.
    pub async fn container_top(&self, p: &Proc, id: &str, args: &[String]) -> Result<Top> {
        let c = self.container(id)?;
        if c.phase == Phase::Restarting {
            return Err(restarting(&c.id));
        }
        let Some(run) = &c.run else {
            return Err(EngineError::conflict(format!("container {} is not running", c.id)));
        };
        // The client joins its words with blanks.
        let mut words: Vec<String> =
            args.join(" ").split_whitespace().map(str::to_string).collect();
        if words.is_empty() {
            words.push("-ef".to_string());
        }
        check_words(&words)?;
        let members = self.members(run);
        let list: Vec<String> = members.iter().map(Pid::to_string).collect();
        let mut quick = words.clone();
        quick.push(format!("-q{}", list.join(",")));
        let mut answer = self.ps(p, quick).await?;
        if !matches!(answer, Ok((0, ..))) {
            // Some options do not go with a list of processes.
            answer = self.ps(p, words).await?;
        }
        let (status, out, err) = answer.map_err(|e| {
            failed(&format!("fork/exec {PS}: {}", crate::engine::volumes::go_errno(e)))
        })?;
        if status != 0 {
            let err = text::decode_owned(err);
            return Err(match err.lines().next().filter(|l| !l.is_empty()) {
                Some(line) => failed(line),
                None => failed(&format!("exit status {status}")),
            });
        }
        let top = parse(&text::decode_owned(out), &members)?;
        self.emit_container(&c.id, "top", &[]);
        Ok(top)
    }

    fn members(&self, run: &Run) -> Vec<Pid> {
        let mut all: Vec<Pid> = self.inner.kernel.confined(run.cgroup).into_iter().collect();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{check_words, parse};

    #[test]
    fn lines() {
        let out = "PID TTY CMD\n 7 ?  sh -c  x\n 8 ? other\n - ? thread\n";
        let top = parse(out, &[7]).unwrap();
        assert_eq!(top.titles, ["PID", "TTY", "CMD"]);
        assert_eq!(top.processes, [["7", "?", "sh -c x"]]);
        assert_eq!(
            parse("USER\n", &[]).unwrap_err().message,
            "Couldn't find PID field in ps output"
        );
    }

    #[test]
    fn headings() {
        let words = |line: &str| line.split(' ').map(str::to_string).collect::<Vec<_>>();
        assert!(check_words(&words("-o pid=PID -o cmd")).is_ok());
        let refused = check_words(&words("-o cmd=PID")).unwrap_err().message;
        assert_eq!(refused, "specifying \"cmd=PID\" is not allowed");
    }
}
