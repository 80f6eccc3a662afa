//! A web server for the files of the built site, behind a path of its own as on GitHub Pages.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The path that the site is served behind.
const BASE: &str = "/drydock/";

/// The site, as long as the test runs.
pub struct Site {
    /// Its address.
    pub url: String,
    up: Arc<AtomicBool>,
}

impl Site {
    /// From now on there is no answer to anything.
    pub fn go_down(&self) {
        self.up.store(false, Ordering::SeqCst);
    }
}

/// Serves the site.
pub fn serve() -> Site {
    let root = std::env::var_os("DRYDOCK_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(
        root.join("index.html").is_file(),
        "{} holds no site: cargo xtask build",
        root.display()
    );
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("the port");
    let up = Arc::new(AtomicBool::new(true));
    let still_up = Arc::clone(&up);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if !still_up.load(Ordering::SeqCst) {
                continue;
            }
            let root = root.clone();
            std::thread::spawn(move || {
                // A browser that goes away in the middle is no failure of the test.
                let _ = answer(stream, &root);
            });
        }
    });
    Site { url: format!("http://{address}{BASE}"), up }
}

fn answer(mut stream: TcpStream, root: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/");
    let name = match path.strip_prefix(BASE) {
        Some("") => "index.html",
        Some(name) if !name.contains("..") => name,
        _ => "",
    };
    let file = std::fs::read(root.join(name)).ok().filter(|_| !name.is_empty());
    let (status, kind, body) = match file {
        Some(body) => ("200 OK", kind(name), body),
        None => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" | "webmanifest" => "application/json",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
