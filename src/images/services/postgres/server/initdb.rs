//! `initdb`: makes a cluster.

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::Proc;
use crate::vfs::{Content, Errno};

use super::super::engine::catalog::{Catalog, Database, Role};
use super::super::engine::storage::{Cluster, save};
use super::super::engine::wal::FIRST;
use super::scram;

const DIRS: [&str; 25] = [
    "base",
    "base/1",
    "base/4",
    "base/5",
    "global",
    "pg_commit_ts",
    "pg_dynshmem",
    "pg_logical",
    "pg_logical/mappings",
    "pg_logical/snapshots",
    "pg_multixact",
    "pg_multixact/members",
    "pg_multixact/offsets",
    "pg_notify",
    "pg_replslot",
    "pg_serial",
    "pg_snapshots",
    "pg_stat",
    "pg_stat_tmp",
    "pg_subtrans",
    "pg_tblspc",
    "pg_twophase",
    "pg_wal",
    "pg_wal/archive_status",
    "pg_xact",
];

const CONF: &str = "# Settings of the server; what is not set here is as it is by itself.
listen_addresses = '*'
max_connections = 100			# (change requires restart)
shared_buffers = 128MB			# min 128kB
dynamic_shared_memory_type = posix
max_wal_size = 1GB
min_wal_size = 80MB
log_timezone = 'Etc/UTC'
datestyle = 'iso, mdy'
timezone = 'Etc/UTC'
lc_messages = 'en_US.utf8'
lc_monetary = 'en_US.utf8'
lc_numeric = 'en_US.utf8'
lc_time = 'en_US.utf8'
default_text_search_config = 'pg_catalog.english'
";

async fn fail(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// The program.
pub async fn main(p: Proc, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut dir = p.env("PGDATA").unwrap_or_default();
    let me = p.user_by_id(p.cred().uid).map_or_else(|| "postgres".to_string(), |u| u.name);
    let (mut user, mut password, mut method) = (me.clone(), None, "trust".to_string());
    let mut it = args.iter();
    while let Some(a) = it.next() {
        let (flag, value) = match a.split_once('=') {
            Some((f, v)) if f.starts_with("--") => (f, Some(v.to_string())),
            _ => (a.as_str(), None),
        };
        let mut take = || value.clone().or_else(|| it.next().cloned()).unwrap_or_default();
        match flag {
            "-D" | "--pgdata" => dir = take(),
            "-U" | "--username" => user = take(),
            "-A" | "--auth" | "--auth-host" | "--auth-local" => method = take(),
            "--pwfile" => {
                let file = take();
                match p.read_file(&file) {
                    Ok(b) => {
                        password = Some(
                            crate::vfs::text::decode_owned(b)
                                .lines()
                                .next()
                                .unwrap_or_default()
                                .to_string(),
                        )
                    }
                    Err(e) => {
                        return fail(
                            &p,
                            &format!(
                                "initdb: error: could not open file \"{file}\" for reading: {e}"
                            ),
                        )
                        .await;
                    }
                }
            }
            "-E" | "--encoding" => {
                let encoding = take();
                if !matches!(encoding.to_lowercase().as_str(), "utf8" | "utf-8" | "unicode") {
                    let text = format!("initdb: error: the encoding {encoding} is not simulated");
                    return fail(&p, &text).await;
                }
            }
            "--locale" => {
                let locale = take();
                if !matches!(locale.to_lowercase().as_str(), "en_us.utf8" | "en_us.utf-8") {
                    let text = format!("initdb: error: the locale {locale} is not simulated");
                    return fail(&p, &text).await;
                }
            }
            "-k" | "--data-checksums" => {
                return fail(&p, "initdb: error: data checksums are not simulated").await;
            }
            "--no-sync" | "-N" | "--no-data-checksums" => {}
            f if !f.starts_with('-') => dir = f.to_string(),
            f => {
                fail(&p, &format!("initdb: unrecognized option '{f}'")).await;
                return fail(&p, "initdb: hint: Try \"initdb --help\" for more information.").await;
            }
        }
    }
    if p.cred().uid == 0 {
        fail(&p, "initdb: error: cannot be run as root").await;
        return fail(&p, "initdb: hint: Please log in (using, e.g., \"su\") as the (unprivileged) user that will own the server process.").await;
    }
    if dir.is_empty() {
        fail(&p, "initdb: error: no data directory specified").await;
        return fail(&p, "initdb: hint: You must identify the directory where the data for this database system will reside.  Do this with either the invocation option -D or the environment variable PGDATA.").await;
    }
    let say = |text: String| {
        let p = p.clone();
        async move {
            let _ = p.write_all(1, text.as_bytes()).await;
        }
    };
    say(format!("The files belonging to this database system will be owned by user \"{me}\".\nThis user must also own the server process.\n\n\
        The database cluster will be initialized with locale \"en_US.utf8\".\nThe default database encoding has accordingly been set to \"UTF8\".\n\
        The default text search configuration will be set to \"english\".\n\nData page checksums are disabled.\n\n")).await;
    let entries =
        p.readdir(&dir).map(|e| e.into_iter().filter(|e| e.name != "." && e.name != "..").count());
    match entries {
        Ok(0) => say(format!("fixing permissions on existing directory {dir} ... ok\n")).await,
        Ok(_) => {
            fail(&p, &format!("initdb: error: directory \"{dir}\" exists but is not empty")).await;
            return fail(&p, &format!("initdb: hint: If you want to create a new database system, either remove or empty the directory \"{dir}\" or run initdb with an argument other than \"{dir}\".")).await;
        }
        Err(_) => say(format!("creating directory {dir} ... ok\n")).await,
    }
    say("creating subdirectories ... ok\nselecting dynamic shared memory implementation ... posix\nselecting default \"max_connections\" ... 100\n\
        selecting default \"shared_buffers\" ... 128MB\nselecting default time zone ... Etc/UTC\ncreating configuration files ... ".into()).await;
    if let Err((file, e)) = make(&p, &dir, major, &user, password.as_deref(), &method) {
        return fail(&p, &format!("\ninitdb: error: could not write file \"{file}\": {e}\ninitdb: removing contents of data directory \"{dir}\"")).await;
    }
    say("ok\nrunning bootstrap script ... ok\nperforming post-bootstrap initialization ... ok\nsyncing data to disk ... ok\n\n".into()).await;
    if method == "trust" {
        fail(&p, "initdb: warning: enabling \"trust\" authentication for local connections\ninitdb: hint: You can change this by editing pg_hba.conf or using the option -A, or --auth-local and --auth-host, the next time you run initdb.").await;
    }
    say(format!("\nSuccess. You can now start the database server using:\n\n    pg_ctl -D {dir} -l logfile start\n\n")).await;
    0
}

fn make(
    p: &Proc,
    dir: &str,
    major: u32,
    user: &str,
    password: Option<&str>,
    method: &str,
) -> Result<(), (String, Errno)> {
    let of = |file: &str| {
        let file = file.to_string();
        move |e| (file, e)
    };
    if !p.exists(dir) {
        p.mkdir(dir, 0o700).map_err(of(dir))?;
    }
    p.chmod(dir, 0o700).map_err(of(dir))?;
    for d in DIRS {
        let path = format!("{dir}/{d}");
        p.mkdir(&path, 0o700).map_err(of(&path))?;
    }
    let write = |name: &str, text: &str| {
        let path = format!("{dir}/{name}");
        save(p, &path, &Content::from(text.as_bytes().to_vec())).map_err(of(&path))
    };
    let version = format!("{major}\n");
    write("PG_VERSION", &version)?;
    write("postgresql.conf", CONF)?;
    write(
        "postgresql.auto.conf",
        "# Do not edit this file manually!\n# It will be overwritten by the ALTER SYSTEM command.\n",
    )?;
    write("pg_ident.conf", "# MAPNAME       SYSTEM-USERNAME         PG-USERNAME\n")?;
    let hba = format!(
        "# TYPE  DATABASE        USER            ADDRESS                 METHOD\n\n# \"local\" is for Unix domain socket connections only\n\
         local   all             all                                     {method}\n# IPv4 local connections:\n\
         host    all             all             127.0.0.1/32            {method}\n# IPv6 local connections:\n\
         host    all             all             ::1/128                 {method}\n# Allow replication connections from localhost, by a user with the\n# replication privilege.\n\
         local   replication     all                                     {method}\nhost    replication     all             127.0.0.1/32            {method}\n\
         host    replication     all             ::1/128                 {method}\n"
    );
    write("pg_hba.conf", &hba)?;
    let empty = serde_json::to_vec(&Catalog::default()).unwrap_or_default();
    for db in ["1", "4", "5"] {
        write(&format!("base/{db}/PG_VERSION"), &version)?;
        let path = format!("{dir}/base/{db}/1259");
        save(p, &path, &Content::from(empty.clone())).map_err(of(&path))?;
        for file in ["1247", "1249", "1255", "2608", "2619"] {
            write(&format!("base/{db}/{file}"), "")?;
        }
    }
    let mut salt = [0; 16];
    p.random(&mut salt);
    let role = Role {
        oid: 10,
        superuser: true,
        createdb: true,
        createrole: true,
        login: true,
        replication: true,
        bypassrls: true,
        member_of: BTreeSet::new(),
        password: password.map(|t| scram::verifier(t, &salt)),
    };
    let names = [(1, "template1"), (4, "template0"), (5, "postgres")];
    let dbs = names.map(|(oid, n)| {
        (oid, Database { name: n.to_string(), owner: user.to_string(), ..Database::default() })
    });
    let mut cluster = Cluster {
        dir: dir.to_string(),
        dbs: dbs.into_iter().collect(),
        roles: BTreeMap::from([(user.to_string(), role)]),
        next_oid: 16_384,
        next_xid: 744,
        wal: FIRST,
        redo: FIRST,
        ..Cluster::default()
    };
    let globals = [cluster.databases_file(), cluster.roles_file()];
    cluster.write(p, &globals, Vec::new())?;
    cluster.checkpoint(p, true).map_err(of("global/pg_control"))?;
    p.sync();
    Ok(())
}
