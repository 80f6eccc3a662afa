//! `--to-command`: each member goes to a command of its own, which is told of it in its environment.

use std::rc::Rc;

use crate::coreutils::launch;
use crate::kernel::{Disposition, Signal};

use super::header::Member;
use super::input::{Input, padding};
use super::{Fatal, Tar};

impl Tar<'_> {
    /// Runs the command with a member for its input.
    pub(super) async fn feed_command(
        &mut self,
        input: &mut Input,
        m: &Member,
        name: &str,
        command: &str,
    ) -> Result<(), Fatal> {
        self.cx.flush().await;
        let told = [
            ("TAR_FILETYPE", "f".to_string()),
            ("TAR_MODE", format!("0{:o}", m.mode & 0o7777)),
            ("TAR_FILENAME", name.to_string()),
            ("TAR_REALNAME", name.to_string()),
            ("TAR_UNAME", m.user.clone()),
            ("TAR_GNAME", m.group.clone()),
            ("TAR_UID", m.uid.to_string()),
            ("TAR_GID", m.gid.to_string()),
            ("TAR_SIZE", m.size.to_string()),
            ("TAR_MTIME", m.mtime.div_euclid(1_000_000_000).to_string()),
            ("TAR_ARCHIVE", self.o.archive.clone()),
        ];
        let mut env: Vec<(String, String)> = self.cx.p.environ().to_vec();
        env.retain(|(k, _)| !told.iter().any(|(t, _)| t == k));
        env.extend(told.map(|(k, v)| (k.to_string(), v)));
        let argv = ["/bin/sh", "-c", command].map(str::to_string);
        let (r, w) = match self.cx.p.pipe() {
            Ok(ends) => ends,
            Err(e) => return Err(self.fatal(format!("Cannot open pipe: {e}")).await),
        };
        let _ = self.cx.p.set_cloexec(w, true);
        let pid = launch::spawn(&self.cx.p, &argv, |s| {
            s.fds = Some(vec![(0, r), (1, 1), (2, 2)]);
            s.env = Some(Rc::new(env));
        });
        let _ = self.cx.p.close(r);
        // A command need not read all that it is given.
        let ignored = self.cx.p.signal(Signal::PIPE, Disposition::Ignore);
        let mut left = m.size;
        let mut reads = true;
        while left > 0 {
            let piece = self.piece(input, left).await?;
            left -= piece.len() as u64;
            reads = reads && self.cx.p.write_all(w, &piece).await.is_ok();
        }
        let _ = self.cx.p.close(w);
        if let Ok(before) = ignored {
            let _ = self.cx.p.signal(Signal::PIPE, before);
        }
        match pid {
            Ok(pid) => {
                let status = launch::wait(&self.cx.p, pid).await.map_or(0, |s| s.code());
                if status != 0 {
                    self.problem(format!("{pid}: Child returned status {status}")).await;
                }
            }
            Err(e) => self.problem(format!("{command}: Cannot exec: {e}")).await,
        }
        self.pass(input, padding(m.size)).await
    }
}
