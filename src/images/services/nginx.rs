//! nginx: serves the files of the directory that its site names, logs as the real one does, and stops
//! at SIGQUIT and SIGTERM.

use std::net::Ipv4Addr;
use std::rc::Rc;

use chrono::DateTime;

use crate::coreutils::net::serve::asked;
use crate::kernel::{Disposition, Fd, Kernel, LocalFuture, Proc, Program, Signal};
use crate::vfs::{CapSet, Cred, Errno, text};

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
    let (method, request) = (asked.method.as_str(), &asked.line);
    let (status, kind, body) = match method {
        "GET" | "HEAD" => as_worker(p, find(p, site, asked.path())).await,
        _ => page(405, "Not Allowed"),
    };
    let mut location = String::new();
    if status == 301 {
        let host = asked.header("Host").unwrap_or("localhost");
        // The port that it listens on is told, not the one that leads to it.
        let host = host.split(':').next().unwrap_or_default();
        let port = if site.port == 80 { String::new() } else { format!(":{}", site.port) };
        let query = asked.target.strip_prefix(asked.path()).unwrap_or_default();
        location = format!("Location: http://{host}{port}{}/{query}\r\n", asked.path());
    }
    let reason = match status {
        200 => "OK",
        301 => "Moved Permanently",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Not Allowed",
        _ => "Internal Server Error",
    };
    let answer = format!(
        "HTTP/1.1 {status} {reason}\r\nServer: nginx/1.29.3\r\nDate: {}\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\n{location}Connection: close\r\n\r\n",
        clock(p, "%a, %d %b %Y %H:%M:%S GMT"),
        body.len()
    );
    let sent = if method == "HEAD" { 0 } else { body.len() };
    let _ = p.write_all(fd, answer.as_bytes()).await;
    let _ = p.write_all(fd, &body[..sent]).await;
    let line = format!(
        "{peer} - - [{}] \"{request}\" {status} {sent} \"-\" \"{}\" \"-\"\n",
        clock(p, "%d/%b/%Y:%H:%M:%S +0000"),
        asked.header("User-Agent").unwrap_or("-")
    );
    let _ = p.write_all(1, line.as_bytes()).await;
}

fn page(status: u16, reason: &str) -> (u16, &'static str, Vec<u8>) {
    let body = format!(
        "<html>\r\n<head><title>{status} {reason}</title></head>\r\n<body>\r\n<center><h1>{status} {reason}</h1></center>\r\n\
         <hr><center>nginx/1.29.3</center>\r\n</body>\r\n</html>\r\n"
    );
    (status, "text/html", body.into_bytes())
}

/// Does a worker's part: what root alone may read is not served.
async fn as_worker<T>(p: &Proc, work: impl Future<Output = T>) -> T {
    let own = p.cred();
    if let Some(user) = p.user_by_name("nginx").filter(|_| own.euid == 0) {
        // The real user stays root, so that there is a way back.
        let (groups, caps) = (Vec::new(), CapSet::NONE);
        let worker = Cred { euid: user.uid, egid: user.gid, groups, caps, ..(*own).clone() };
        let _ = p.set_cred(worker);
    }
    let done = work.await;
    let _ = p.set_cred((*own).clone());
    done
}

/// The file that a request means.
async fn find(p: &Proc, site: &Site, path: &str) -> (u16, &'static str, Vec<u8>) {
    if path.split('/').any(|part| part == "..") {
        return page(400, "Bad Request");
    }
    let mut file = format!("{}{path}", site.root.trim_end_matches('/'));
    if p.stat(&file).is_ok_and(|s| s.is_dir()) {
        if p.access(&file, 4).is_err() {
            return page(403, "Forbidden");
        }
        if !path.ends_with('/') {
            return page(301, "Moved Permanently");
        }
        let candidates = site.index.iter().map(|i| format!("{}/{i}", file.trim_end_matches('/')));
        match candidates.into_iter().find(|f| p.exists(f)) {
            Some(found) => file = found,
            None => return page(403, "Forbidden"),
        }
    }
    match p.read_file(&file) {
        Ok(body) => (200, kind_of(&file), body),
        Err(Errno::EACCES) => page(403, "Forbidden"),
        Err(e) => {
            let line = format!(
                "[error] {0}#{0}: *1 open() \"{file}\" failed ({1}: {e})",
                p.pid(),
                e.number()
            );
            say(p, &line).await;
            page(404, "Not Found")
        }
    }
}

fn kind_of(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "js" => "application/javascript",
        "json" => "application/json",
        "txt" => "text/plain",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
