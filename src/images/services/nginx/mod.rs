//! nginx: serves files, passes requests on and answers them as its configuration says, logs as the real one does, and
//! stops at SIGQUIT and SIGTERM.

mod answer;
mod build;
mod command;
mod conf;
mod listing;
mod route;
mod site;
mod vars;
mod words;

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::future::poll_fn;
use std::net::Ipv4Addr;
use std::rc::Rc;
use std::task::Poll;

use answer::{Answer, Complaint, DATE, reason};
use chrono::DateTime;
use command::{options, send};
use route::{Call, respond};
use site::Sites;
use vars::without_port;

use crate::coreutils::net::serve::asked;
use crate::kernel::{Disposition, Fd, Heap, Kernel, LocalFuture, Proc, Program, Signal};
use crate::vfs::Errno;

/// Which nginx this is.
const VERSION: &str = "1.29.3";

/// Where the first process leaves its number.
const PID_FILE: &str = "/run/nginx.pid";

/// Makes nginx known.
pub fn register(kernel: &Kernel) {
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> { Box::pin(main(p)) });
    kernel.register("nginx", Program { main, restartable: |_| true });
}

async fn say(p: &Proc, line: &str) {
    let stamp = clock(p, "%Y/%m/%d %H:%M:%S");
    let _ = p.write_all(2, format!("{stamp} {line}\n").as_bytes()).await;
}

fn clock(p: &Proc, format: &str) -> String {
    DateTime::from_timestamp_nanos(p.now()).format(format).to_string()
}

async fn main(p: Proc) -> i32 {
    if let Some(heap) = p.heap() {
        // A copy of the world: it goes on where it was.
        let Some(memory) = heap.as_any().downcast_ref::<Memory>() else { return 1 };
        let memory = Rc::new(memory.copy());
        p.set_heap(memory.clone());
        return Master { p, memory }.run().await;
    }
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let asks = match options(&args) {
        Ok(asks) => asks,
        Err((said, status)) => {
            let _ = p.write_all(2, said.as_bytes()).await;
            return status;
        }
    };
    let tell = |level: &str, text: &str| format!("[{level}] {0}#{0}: {text}", p.pid());
    let read = build::load(&p);
    let sites = match read {
        Ok(sites) => sites,
        Err(why) => {
            say(&p, &tell("emerg", &why)).await;
            if asks.test {
                let text = format!("nginx: configuration file {} test failed\n", conf::MAIN);
                let _ = p.write_all(2, text.as_bytes()).await;
            }
            return 1;
        }
    };
    for warning in &sites.warnings {
        say(&p, &tell("warn", warning)).await;
    }
    if asks.test {
        let file = conf::MAIN;
        if !asks.quiet {
            let text = format!(
                "nginx: the configuration file {file} syntax is ok\nnginx: configuration file {file} test is successful\n"
            );
            let _ = p.write_all(2, text.as_bytes()).await;
        }
        if asks.dump {
            let text = p.read_file(file).unwrap_or_default();
            let _ = p
                .write_all(
                    1,
                    &[format!("# configuration file {file}:\n").into_bytes(), text].concat(),
                )
                .await;
        }
        return 0;
    }
    if let Some(signal) = asks.signal {
        return send(&p, &signal).await;
    }
    match Master::start(p, sites).await {
        Ok(master) => master.run().await,
        Err(status) => status,
    }
}

/// What one of the things that nginx waits for came to.
enum Event {
    /// A signal is to be taken.
    Signal,
    /// Somebody calls at a port.
    Call(u16, Result<(Fd, Ipv4Addr), Errno>),
    /// Somebody was answered.
    Served,
}

/// What nginx keeps in its memory.
struct State {
    sites: Rc<Sites>,
    listeners: BTreeMap<u16, Fd>,
    /// A pipe that nobody writes into: reading it ends with a signal.
    quiet: Fd,
}

struct Memory(RefCell<State>);

impl Memory {
    fn copy(&self) -> Memory {
        let state = self.0.borrow();
        let sites = Rc::new(state.sites.copy());
        let listeners = state.listeners.clone();
        Memory(RefCell::new(State { sites, listeners, quiet: state.quiet }))
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory")
            .field("listeners", &self.0.borrow().listeners)
            .finish_non_exhaustive()
    }
}

impl Heap for Memory {
    fn duplicate(&self) -> Rc<dyn Heap> {
        Rc::new(self.copy())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The process that listens, with what it serves.
struct Master {
    p: Proc,
    memory: Rc<Memory>,
}

impl Master {
    /// Begins to serve; the status where it can not.
    async fn start(p: Proc, sites: Sites) -> Result<Master, i32> {
        for signal in [Signal::QUIT, Signal::TERM, Signal::INT, Signal::HUP, Signal::USR1] {
            let _ = p.signal(signal, Disposition::Handle);
        }
        let (quiet, _) = p.pipe().map_err(|_| 1)?;
        let state = State { sites: Rc::new(sites), listeners: BTreeMap::new(), quiet };
        let memory = Rc::new(Memory(RefCell::new(state)));
        p.set_heap(memory.clone());
        let master = Master { p, memory };
        let p = &master.p;
        if master.listen().await.is_err() {
            return Err(1);
        }
        let _ = p.write_file(PID_FILE, format!("{}\n", p.pid()).as_bytes(), 0o644);
        let version = format!("nginx/{VERSION}");
        for text in ["using the \"epoll\" event method", &version, "start worker processes"] {
            say(p, &master.tell("notice", text)).await;
        }
        Ok(master)
    }

    fn tell(&self, level: &str, text: &str) -> String {
        format!("[{level}] {0}#{0}: {text}", self.p.pid())
    }

    /// Listens at all ports of the configuration, and at no others any more.
    async fn listen(&self) -> Result<(), ()> {
        let ports = self.memory.0.borrow().sites.ports();
        let gone: Vec<Fd> = {
            let listeners = &mut self.memory.0.borrow_mut().listeners;
            listeners.extract_if(.., |port, _| !ports.contains(port)).map(|(_, fd)| fd).collect()
        };
        for fd in gone {
            let _ = self.p.close(fd);
        }
        for port in ports {
            if self.memory.0.borrow().listeners.contains_key(&port) {
                continue;
            }
            match self.p.listen(None, port) {
                Ok((fd, _)) => drop(self.memory.0.borrow_mut().listeners.insert(port, fd)),
                Err(e) => {
                    let why = format!("bind() to 0.0.0.0:{port} failed ({}: {e})", e.number());
                    say(&self.p, &self.tell("emerg", &why)).await;
                    return Err(());
                }
            }
        }
        Ok(())
    }

    /// Reads the configuration again; one that is wrong changes nothing.
    async fn reload(&self) {
        say(&self.p, &self.tell("notice", "signal 1 (SIGHUP) received, reconfiguring")).await;
        say(&self.p, &self.tell("notice", "reconfiguring")).await;
        match build::load(&self.p) {
            Ok(sites) => {
                let before = {
                    let mut state = self.memory.0.borrow_mut();
                    std::mem::replace(&mut state.sites, Rc::new(sites))
                };
                if self.listen().await.is_err() {
                    self.memory.0.borrow_mut().sites = before;
                }
            }
            Err(why) => say(&self.p, &self.tell("emerg", &why)).await,
        }
    }

    /// Serves until a signal ends it.
    async fn run(self) -> i32 {
        let p = self.p.clone();
        let quiet = self.memory.0.borrow().quiet;
        let mut calls: BTreeMap<u16, LocalFuture<Event>> = BTreeMap::new();
        let mut served: Vec<LocalFuture<Event>> = Vec::new();
        loop {
            let listeners = self.memory.0.borrow().listeners.clone();
            calls.retain(|port, _| listeners.contains_key(port));
            for (port, fd) in listeners {
                let p = p.clone();
                calls.entry(port).or_insert_with(|| {
                    Box::pin(async move { Event::Call(port, p.accept(fd).await) })
                });
            }
            let mut signal = Box::pin(async {
                let _ = p.read(quiet, 1).await;
                Event::Signal
            });
            let event = poll_fn(|cx| {
                if let Poll::Ready(event) = signal.as_mut().poll(cx) {
                    return Poll::Ready(event);
                }
                for call in calls.values_mut() {
                    if let Poll::Ready(event) = call.as_mut().poll(cx) {
                        return Poll::Ready(event);
                    }
                }
                let done = served.iter_mut().position(|s| s.as_mut().poll(cx).is_ready());
                match done {
                    Some(at) => {
                        drop(served.remove(at));
                        Poll::Ready(Event::Served)
                    }
                    None => Poll::Pending,
                }
            });
            match event.await {
                Event::Call(port, Ok((fd, peer))) => {
                    calls.remove(&port);
                    let (p, sites) = (p.clone(), Rc::clone(&self.memory.0.borrow().sites));
                    served.push(Box::pin(async move {
                        serve(&p, &sites, fd, peer, port).await;
                        let _ = p.close(fd);
                        Event::Served
                    }));
                }
                Event::Call(port, Err(Errno::EINTR)) => drop(calls.remove(&port)),
                Event::Call(_, Err(_)) => return 1,
                Event::Served | Event::Signal => {}
            }
            match p.take_signal() {
                Some(Signal::HUP) => self.reload().await,
                Some(Signal::USR1) => {
                    say(&p, &self.tell("notice", "signal 10 (SIGUSR1) received, reopening logs"))
                        .await;
                }
                Some(s) => {
                    let what = if s == Signal::QUIT { "shutting down" } else { "exiting" };
                    let text = format!("signal {} ({s}) received, {what}", s.number());
                    say(&p, &self.tell("notice", &text)).await;
                    say(&p, &self.tell("notice", "exit")).await;
                    let _ = p.unlink(PID_FILE);
                    return 0;
                }
                None => {}
            }
        }
    }
}

async fn serve(p: &Proc, sites: &Sites, fd: Fd, peer: Ipv4Addr, port: u16) {
    let Some(asked) = asked(p, fd).await else { return };
    let request = &asked.line;
    let (answer, log) = respond(p, sites, &Call { asked: &asked, peer, port }).await;
    let host = asked.header("Host").unwrap_or_default();
    let server = sites.server(port, without_port(host));
    let server = server.and_then(|s| s.names.first()).map_or("", String::as_str);
    for Complaint { why, upstream } in log {
        let upstream = upstream.map(|url| format!(", upstream: \"{url}\"")).unwrap_or_default();
        let host = asked.header("Host").map(|h| format!(", host: \"{h}\"")).unwrap_or_default();
        let line = format!(
            "[error] {0}#{0}: *1 {why}, client: {peer}, server: {server}, request: \"{request}\"{upstream}{host}",
            p.pid()
        );
        say(p, &line).await;
    }
    let Answer { status, headers, body } = answer;
    let sent = if asked.method == "HEAD" || status == 444 { 0 } else { body.len() };
    if status != 444 {
        let connection = asked.header("Connection").unwrap_or_default();
        let keep = match asked.version == "HTTP/1.0" {
            true => connection.eq_ignore_ascii_case("keep-alive"),
            false => !connection.eq_ignore_ascii_case("close"),
        };
        let words = format!("{status} {}", reason(status));
        let mut head = format!(
            "HTTP/1.1 {}\r\nServer: nginx/{VERSION}\r\nDate: {}\r\n",
            words.trim_end(),
            clock(p, DATE)
        );
        let early = ["Content-Type", "Content-Length", "Last-Modified", "Location"];
        let (first, last): (Vec<_>, Vec<_>) =
            headers.into_iter().partition(|(name, _)| early.contains(&name.as_ref()));
        let connection =
            ("Connection".into(), if keep { "keep-alive" } else { "close" }.to_string());
        for (name, value) in first.into_iter().chain([connection]).chain(last) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let _ = p.write_all(fd, head.as_bytes()).await;
        let _ = p.write_all(fd, &body[..sent]).await;
    }
    let line = format!(
        "{peer} - - [{}] \"{request}\" {status} {sent} \"{}\" \"{}\" \"{}\"\n",
        clock(p, "%d/%b/%Y:%H:%M:%S +0000"),
        asked.header("Referer").unwrap_or("-"),
        asked.header("User-Agent").unwrap_or("-"),
        asked.header("X-Forwarded-For").unwrap_or("-")
    );
    let _ = p.write_all(1, line.as_bytes()).await;
}
