//! Volumes whose files are on another machine: NFS shares, and what plugins keep.

use drydock::world::{Config, Input, World, script};

fn sh(world: &mut World, text: &str) -> String {
    String::from_utf8_lossy(&script::capture(world, text).0).into_owned()
}

fn world() -> World {
    World::new(Config::default())
}

#[test]
fn a_share_is_seen_by_two_clients_and_survives_this_machine() {
    let mut w = world();
    sh(
        &mut w,
        "docker volume create -o type=nfs -o o=addr=nas,rw,nfsvers=4 -o device=:/export/shared nv
         sudo mkdir /mnt/nas; sudo mount -t nfs nas:/export/shared /mnt/nas",
    );
    let mounted =
        sh(&mut w, "docker run --rm -v nv:/d busybox sh -c 'echo hi > /d/f; mount' | grep ' /d '");
    assert!(mounted.starts_with(":/export/shared on /d type nfs4 (rw"), "{mounted}");
    assert_eq!(sh(&mut w, "cat /mnt/nas/f; docker run --rm -v nv:/d busybox cat /d/f"), "hi\nhi\n");
    w.input(Input::PowerCut);
    assert_eq!(sh(&mut w, "ls /mnt/nas; docker run --rm -v nv:/d busybox cat /d/f"), "hi\n");
}

#[test]
fn a_share_that_can_not_be_mounted_says_why() {
    for (options, device, why) in [
        ("addr=10.0.2.99", ":/export/shared", "data: addr=10.0.2.99: no route to host"),
        ("addr=192.0.2.1", ":/export/shared", "data: addr=192.0.2.1: connection timed out"),
        ("addr=127.0.0.1", ":/export/shared", "data: addr=127.0.0.1: connection refused"),
        ("addr=nosuch", ":/x", "lookup nosuch on 127.0.0.53:53: no such host"),
        ("addr=nas,vers=4", ":/nosuch", "addr=10.0.2.20,vers=4: no such file or directory"),
        ("addr=nas", ":/export/../etc", "addr=10.0.2.20: permission denied"),
        ("addr=nas", "/export/shared", "addr=10.0.2.20: invalid argument"),
        ("rw", ":/export/shared", "_data: invalid argument"),
    ] {
        let mut w = world();
        sh(
            &mut w,
            &format!("docker volume create -o type=nfs -o o={options} -o device={device} nv"),
        );
        let said = sh(&mut w, "docker run --rm -v nv:/d busybox true");
        assert!(said.contains(why), "{options} {device}: {said}");
        assert_eq!(sh(&mut w, "docker ps -aq; docker volume rm nv"), "nv\n");
    }
}

#[test]
fn a_driver_is_there_once_its_plugin_is() {
    let mut w = world();
    assert_eq!(
        sh(&mut w, "docker volume create -d rbd vv"),
        "Error response from daemon: create vv: error looking up volume plugin rbd: plugin \"rbd\" not found\n"
    );
    let asked = sh(&mut w, "echo n | docker plugin install wetopi/rbd; docker plugin ls -q");
    assert!(asked.contains(" - network: [host]\n"), "{asked}");
    assert!(
        asked.contains("permission denied while installing plugin wetopi/rbd:latest"),
        "{asked}"
    );
    let done = sh(&mut w, "echo y | docker plugin install --alias rbd wetopi/rbd | tail -n 1");
    assert_eq!(done, "Installed plugin wetopi/rbd\n");
    assert_eq!(
        sh(&mut w, "docker plugin ls --format '{{.Name}} {{.Enabled}} {{.PluginReference}}'"),
        "rbd:latest true docker.io/wetopi/rbd:latest\n"
    );
    assert_eq!(
        sh(
            &mut w,
            "docker volume create -d rbd vv; docker run --rm -v vv:/d busybox sh -c 'echo a > /d/f'
             docker run --rm -v vv:/d busybox cat /d/f; docker volume inspect -f '{{.Driver}}' vv"
        ),
        "vv\na\nrbd:latest\n"
    );
    assert_eq!(
        sh(
            &mut w,
            "docker run -d --name uu -v vv:/d busybox sleep 99 >/dev/null; docker plugin disable rbd
             docker rm -f uu; docker plugin rm rbd; docker plugin disable rbd; docker start uu
             docker run --rm -v vv:/d busybox true 2>&1 | head -n 1
             docker plugin set rbd RBD_CONF_MON_HOST=nosuch; docker plugin enable rbd
             docker run --rm -v vv:/d busybox true 2>&1 | grep -o 'VolumeDriver.*'"
        ),
        "Error response from daemon: plugin rbd:latest is in use\nuu\n\
         Error response from daemon: plugin rbd:latest is enabled\nrbd\n\
         Error response from daemon: No such container: uu\n\
         Error: failed to start containers: uu\n\
         docker: Error response from daemon: error looking up volume plugin rbd:latest: plugin \
         rbd:latest found but disabled\nrbd\n\
         VolumeDriver.Mount: rbd: couldn't connect to \"nosuch\": Connection timed out\n"
    );
    assert_eq!(
        sh(
            &mut w,
            "docker plugin disable rbd; docker plugin set rbd RBD_CONF_MON_HOST=nas; docker plugin enable rbd
             docker volume rm vv; docker volume create -d rbd vv; docker run --rm -v vv:/d busybox ls /d"
        ),
        "rbd\nrbd\nvv\nvv\n"
    );
}

#[test]
fn a_directory_of_another_machine_by_ssh() {
    let mut w = world();
    sh(&mut w, "docker plugin install --grant-all-permissions vieux/sshfs DEBUG=1");
    assert_eq!(
        sh(&mut w, "docker volume create -d vieux/sshfs s"),
        "Error response from daemon: create s: VolumeDriver.Create: 'sshcmd' option required\n"
    );
    for (n, password, path) in
        [(1, "learner", "notes"), (2, "wrong", "/export"), (3, "learner", "")]
    {
        sh(
            &mut w,
            &format!(
                "docker volume create -d vieux/sshfs -o sshcmd=learner@nas:{path} -o password={password} s{n}"
            ),
        );
    }
    let said = sh(&mut w, "docker run --rm -v s1:/d busybox true");
    assert!(said.contains("exit status 1 (learner@nas:notes: No such file or directory"), "{said}");
    let said = sh(&mut w, "docker run --rm -v s2:/d busybox true");
    assert!(said.contains("exit status 1 (read: Connection reset by peer"), "{said}");
    let said = sh(
        &mut w,
        "docker run --rm -v s3:/d busybox mkdir /d/notes; docker run --rm -v s1:/d busybox ls -A /d; docker volume rm s3 s1
         docker volume create -d vieux/sshfs -o sshcmd=learner@nas:. -o password=learner s4
         docker run --rm -v s4:/d busybox ls /d",
    );
    assert_eq!(said, "s3\ns1\ns4\nnotes\n");
}

#[test]
fn what_is_no_plugin_can_not_be_installed() {
    let mut w = world();
    assert_eq!(
        sh(&mut w, "docker plugin install --grant-all-permissions busybox"),
        "Error response from daemon: did not find plugin config for specified reference docker.io/library/busybox:latest\n"
    );
    assert!(
        sh(&mut w, "docker plugin install no/such").contains("error resolving plugin reference")
    );
    assert_eq!(
        sh(&mut w, "docker plugin rm x; docker plugin inspect x"),
        "Error response from daemon: plugin \"x\" not found\n[]\nError response from daemon: plugin \"x\" not found\n"
    );
}
