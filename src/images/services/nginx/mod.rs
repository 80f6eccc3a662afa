//! nginx: serves the files of the directory that its site names, logs as the real one does, and stops
//! at SIGQUIT and SIGTERM.

mod answer;

use std::net::Ipv4Addr;
use std::rc::Rc;

use answer::{Answer, DATE, find, page, reason};
use chrono::DateTime;

use crate::coreutils::net::serve::asked;
use crate::kernel::{Disposition, Fd, Kernel, LocalFuture, Proc, Program, Signal};
use crate::vfs::{Errno, text};

/// Makes nginx known.
pub fn register(kernel: &Kernel) {
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> { Box::pin(main(p)) });
    kernel.register("nginx", Program { main, restartable: |_| true });
}

/// What the first site of the configuration says.
struct Site {
    port: u16,
    root: String,
    index: Vec<String>,
}

async fn say(p: &Proc, line: &str) {
    let stamp = clock(p, "%Y/%m/%d %H:%M:%S");
    let _ = p.write_all(2, format!("{stamp} {line}\n").as_bytes()).await;
}

fn clock(p: &Proc, format: &str) -> String {
    DateTime::from_timestamp_nanos(p.now()).format(format).to_string()
}

async fn main(p: Proc) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    if args.iter().any(|a| a == "-v") {
        let _ = p.write_all(2, b"nginx version: nginx/1.29.3\n").await;
        return 0;
    }
    let site = site(&p);
    if args.iter().any(|a| a == "-t") {
        let text = "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n\
                    nginx: configuration file /etc/nginx/nginx.conf test is successful\n";
        let _ = p.write_all(2, text.as_bytes()).await;
        return 0;
    }
    for signal in [Signal::QUIT, Signal::TERM, Signal::INT, Signal::HUP] {
        let _ = p.signal(signal, Disposition::Handle);
    }
    let listener = match p.listen(None, site.port) {
        Ok((fd, _)) => fd,
        Err(e) => {
            let line = format!(
                "[emerg] {0}#{0}: bind() to 0.0.0.0:{1} failed ({2}: {e})",
                p.pid(),
                site.port,
                e.number()
            );
            say(&p, &line).await;
            return 1;
        }
    };
    let _ = p.write_file("/run/nginx.pid", format!("{}\n", p.pid()).as_bytes(), 0o644);
    let notice = |text: &str| format!("[notice] {0}#{0}: {text}", p.pid());
    say(&p, &notice("using the \"epoll\" event method")).await;
    say(&p, &notice("nginx/1.29.3")).await;
    say(&p, &notice("start worker processes")).await;
    loop {
        match p.accept(listener).await {
            Ok((fd, peer)) => {
                serve(&p, &site, fd, peer).await;
                let _ = p.close(fd);
            }
            Err(Errno::EINTR) => {}
            Err(_) => return 1,
        }
        match p.take_signal() {
            Some(Signal::HUP) => {
                say(&p, &notice("signal 1 (SIGHUP) received, reconfiguring")).await
            }
            Some(s) => {
                let what = if s == Signal::QUIT { "shutting down" } else { "exiting" };
                say(&p, &notice(&format!("signal {} ({s}) received, {what}", s.number()))).await;
                say(&p, &notice("exit")).await;
                let _ = p.unlink("/run/nginx.pid");
                return 0;
            }
            None => {}
        }
    }
}

/// Reads the first `*.conf` of conf.d, as far as `listen`, `root` and `index` go.
fn site(p: &Proc) -> Site {
    let mut site = Site {
        port: 80,
        root: "/usr/share/nginx/html".to_string(),
        index: vec!["index.html".to_string(), "index.htm".to_string()],
    };
    let dir = "/etc/nginx/conf.d";
    let entries = p.readdir(dir).unwrap_or_default();
    let Some(file) = entries.iter().find(|e| e.name.ends_with(".conf")) else { return site };
    let conf = p.read_file(&format!("{dir}/{}", file.name)).unwrap_or_default();
    let conf = text::decode_owned(conf);
    let (mut port, mut root, mut index) = (false, false, false);
    for statement in conf.split([';', '{', '}']) {
        let mut words = statement.split_whitespace();
        match words.next() {
            Some("listen") if !port => {
                let value = words.next().unwrap_or_default();
                if let Ok(n) = value.rsplit(':').next().unwrap_or_default().parse() {
                    (site.port, port) = (n, true);
                }
            }
            Some("root") if !root => {
                if let Some(dir) = words.next() {
                    (site.root, root) = (dir.to_string(), true);
                }
            }
            Some("index") if !index => {
                (site.index, index) = (words.map(str::to_string).collect(), true);
            }
            _ => {}
        }
    }
    site
}

async fn serve(p: &Proc, site: &Site, fd: Fd, peer: Ipv4Addr) {
    let Some(asked) = asked(p, fd).await else { return };
    let request = &asked.line;
    let answer = match asked.method.as_str() {
        "GET" | "HEAD" => match find(p, site, &asked) {
            Ok(answer) => answer,
            Err((status, why)) => {
                if let Some(why) = why {
                    let host = asked.header("Host").map(|h| format!(", host: \"{h}\""));
                    let line = format!(
                        "[error] {0}#{0}: *1 {why}, client: {peer}, server: localhost, request: \"{request}\"{1}",
                        p.pid(),
                        host.unwrap_or_default()
                    );
                    say(p, &line).await;
                }
                page(status)
            }
        },
        _ => page(405),
    };
    let Answer { status, headers, body } = answer;
    let connection = asked.header("Connection").unwrap_or_default();
    let keep = match asked.line.ends_with("HTTP/1.0") {
        true => connection.eq_ignore_ascii_case("keep-alive"),
        false => !connection.eq_ignore_ascii_case("close"),
    };
    let mut head = format!(
        "HTTP/1.1 {status} {}\r\nServer: nginx/1.29.3\r\nDate: {}\r\n",
        reason(status),
        clock(p, DATE)
    );
    let (first, last): (Vec<_>, Vec<_>) = headers
        .into_iter()
        .partition(|(name, _)| !matches!(*name, "ETag" | "Accept-Ranges" | "Content-Range"));
    let connection = ("Connection", if keep { "keep-alive" } else { "close" }.to_string());
    for (name, value) in first.into_iter().chain([connection]).chain(last) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let sent = if asked.method == "HEAD" { 0 } else { body.len() };
    let _ = p.write_all(fd, head.as_bytes()).await;
    let _ = p.write_all(fd, &body[..sent]).await;
    let line = format!(
        "{peer} - - [{}] \"{request}\" {status} {sent} \"-\" \"{}\" \"-\"\n",
        clock(p, "%d/%b/%Y:%H:%M:%S +0000"),
        asked.header("User-Agent").unwrap_or("-")
    );
    let _ = p.write_all(1, line.as_bytes()).await;
}
