//! Redis: the server, which keeps its keys in memory and, by snapshots and a log of changes, in files of the
//! real formats; and its command line client.

mod aof;
mod aof_load;
mod cli;
mod commands;
mod config;
mod number;
mod persist;
mod rdb;
mod resp;
mod rewrite;
mod run;
mod server;
mod startup;
mod value;

use std::rc::Rc;

use crate::kernel::{Kernel, LocalFuture, Proc, Program};
use crate::vfs::OpenFlags;

/// Makes both programs known.
pub fn register(kernel: &Kernel) {
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> { Box::pin(startup::main(p)) });
    kernel.register("redis-server", Program { main, restartable: |_| true });
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> { Box::pin(cli::main(p)) });
    kernel.register("redis-cli", Program { main, restartable: |_| false });
}

/// Writes lines of the log: to a file, or to standard output where `file` is empty.
async fn write_log(p: &Proc, file: &str, lines: &[u8]) {
    if file.is_empty() {
        let mut rest = lines;
        while !rest.is_empty() {
            match p.write(1, rest).await {
                Ok(n) => rest = &rest[n..],
                Err(crate::vfs::Errno::EINTR) => {}
                Err(_) => return,
            }
        }
        return;
    }
    let flags = OpenFlags::WRITE | OpenFlags::APPEND | OpenFlags::CREAT;
    if let Ok(fd) = p.open(file, flags, 0o644) {
        let _ = p.write_all(fd, lines).await;
        let _ = p.close(fd);
    }
}
