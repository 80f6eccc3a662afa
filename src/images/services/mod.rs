//! The programs that run in the images: servers, simulated as far as their files, ports and signals
//! go. What is not simulated is said in a sentence.

mod nginx;
pub mod postgres;
mod redis;

use std::rc::Rc;

use crate::kernel::{Kernel, LocalFuture, Proc, Program};

/// Makes all of them known to the kernel.
pub fn register(kernel: &Kernel) {
    super::hello::register(kernel);
    nginx::register(kernel);
    postgres::register(kernel);
    redis::register(kernel);
    for (name, about) in GAPS {
        let main = Rc::new(move |p: Proc| -> LocalFuture<i32> { Box::pin(gap(p, about)) });
        kernel.register(name, Program { main, restartable: |_| false });
    }
}

/// Programs that are there but do nothing: the name of their code, and what is said.
const GAPS: &[(&str, &str)] = &[("python", "python3: the Python interpreter is not simulated")];

async fn gap(p: Proc, about: &'static str) -> i32 {
    let _ = p.write_all(2, format!("{about}\n").as_bytes()).await;
    1
}
