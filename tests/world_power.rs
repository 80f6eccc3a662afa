//! Switching the machine off and on: what comes back, and what does not.

use drydock::world::{Config, Input, World, script};

fn sh(world: &mut World, text: &str) -> String {
    String::from_utf8_lossy(&script::capture(world, text).0).into_owned()
}

const CONTAINERS: &str =
    "docker run -d --name always --restart always -v data:/d --tmpfs /t busybox \
    sh -c 'echo ran >> /d/log; echo x > /t/f; sleep 1000' >/dev/null
    docker run -d --name unless --restart unless-stopped busybox sleep 1000 >/dev/null
    docker run -d --name stopped --restart unless-stopped busybox sleep 1000 >/dev/null
    docker stop -t 0 stopped >/dev/null
    docker run -d --name once busybox sleep 1000 >/dev/null
    docker run -d --name gone --rm busybox sleep 1000 >/dev/null\n";
const LIST: &str = "docker ps -a --format '{{.Names}} {{.State}} {{.Status}}' | sed 's/ [0-9]* .*//;s/ Less.*//;s/ About.*//' | sort";

#[test]
fn a_restart_of_the_daemon() {
    let mut w = World::new(Config::default());
    sh(&mut w, CONTAINERS);
    assert_eq!(sh(&mut w, "sudo systemctl stop docker; systemctl is-active docker"), "inactive\n");
    assert!(sh(&mut w, "docker ps").starts_with("Cannot connect to the Docker daemon"));
    sh(&mut w, "sudo systemctl start docker");
    assert_eq!(
        sh(&mut w, LIST),
        "always running Up\nonce exited Exited (137)\nstopped exited Exited (137)\nunless running Up\n"
    );
    assert_eq!(sh(&mut w, "sleep 1; docker exec always cat /d/log"), "ran\nran\n");
}

#[test]
fn settings_that_do_not_read_keep_the_daemon_down() {
    let mut w = World::new(Config::default());
    sh(&mut w, "echo '{' | sudo tee /etc/docker/daemon.json");
    assert!(sh(&mut w, "sudo systemctl restart docker").contains("Job for docker.service failed"));
    assert_eq!(sh(&mut w, "systemctl is-active docker"), "failed\n");
    let log = sh(&mut w, "sudo systemctl status docker");
    assert!(log.contains("unable to configure the Docker daemon"), "{log}");
    assert_eq!(
        sh(&mut w, "docker ps 2>&1"),
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n"
    );
    sh(&mut w, "sudo rm /etc/docker/daemon.json; sudo systemctl start docker");
    assert_eq!(sh(&mut w, "docker ps -q"), "");
}

/// Starts the daemon with settings.
fn set(w: &mut World, settings: &str) -> String {
    sh(w, &format!("echo '{settings}' | sudo tee /etc/docker/daemon.json"));
    sh(w, "sudo systemctl restart docker 2>&1")
}

#[test]
fn containers_get_what_the_settings_say() {
    let mut w = World::new(Config::default());
    let settings = r#"{"log-driver": "local", "log-opts": {"max-size": "1m"}, "default-shm-size": "32M",
        "default-ulimits": {"nofile": {"Name": "nofile", "Hard": 200, "Soft": 100}}}"#;
    assert_eq!(set(&mut w, settings), "");
    let show = "docker inspect -f '{{json .HostConfig.LogConfig}} {{.HostConfig.ShmSize}} {{json .HostConfig.Ulimits}}'";
    sh(&mut w, "docker run -d --name one busybox sleep 100");
    assert_eq!(
        sh(&mut w, &format!("{show} one")),
        "{\"Type\":\"local\",\"Config\":{\"max-size\":\"1m\"}} 33554432 [{\"Name\":\"nofile\",\"Hard\":200,\"Soft\":100}]\n"
    );
    assert_eq!(sh(&mut w, "docker run --rm busybox sh -c 'ulimit -n'"), "100\n");
    sh(&mut w, "docker create --name two --log-driver json-file --shm-size 1m busybox");
    assert_eq!(
        sh(&mut w, &format!("{show} two")),
        "{\"Type\":\"json-file\",\"Config\":{}} 1048576 []\n"
    );
    assert_eq!(sh(&mut w, "docker info -f '{{.LoggingDriver}}'"), "local\n");
}

#[test]
fn the_daemon_tells_its_settings() {
    let mut w = World::new(Config::default());
    let settings = r#"{"registry-mirrors": ["https://m.example.com"], "labels": ["a=b"], "debug": true,
        "insecure-registries": ["r.local:5000", "10.0.0.0/8"], "live-restore": true}"#;
    assert_eq!(set(&mut w, settings), "");
    assert_eq!(
        sh(&mut w, "docker info | sed -n '/^ Labels/,$p'"),
        " Labels:\n  a=b\n Experimental: false\n Insecure Registries:\n  r.local:5000\n  10.0.0.0/8\n  \
         ::1/128\n  127.0.0.0/8\n Registry Mirrors:\n  https://m.example.com/\n Live Restore Enabled: true\n\n"
    );
    assert_eq!(
        sh(&mut w, "docker info -f '{{.Debug}} {{json .RegistryConfig.Mirrors}}'"),
        "true [\"https://m.example.com/\"]\n"
    );
    let failed = set(&mut w, r#"{"log-opts": {"foo": "x"}}"#);
    assert!(
        failed.starts_with(
            "Job for docker.service failed because the control process exited with error code.\n"
        ),
        "{failed}"
    );
    let log = sh(&mut w, "sudo journalctl -u docker");
    assert!(
        log.contains("failed to set log opts: unknown log opt 'foo' for json-file log driver"),
        "{log}"
    );
    assert_eq!(set(&mut w, r#"{"log-driver": "nope"}"#), "");
    assert!(sh(&mut w, "docker run busybox 2>&1").contains("\"nope\" not found"));
}

#[test]
fn the_default_bridge_is_as_the_settings_say() {
    let mut w = World::new(Config::default());
    assert_eq!(set(&mut w, r#"{"icc": false, "mtu": 1400}"#), "");
    sh(&mut w, "docker run -d busybox sleep 1000");
    assert_eq!(
        sh(
            &mut w,
            "docker run --rm busybox sh -c 'ip link show eth0 | head -n 1; ping -c1 -w1 172.17.0.2 | grep loss'"
        ),
        "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue\n1 packets transmitted, 0 packets \
         received, 100% packet loss\n"
    );
    assert_eq!(set(&mut w, "{}"), "");
    let mtu =
        "docker network inspect bridge -f '{{index .Options \"com.docker.network.driver.mtu\"}}'";
    assert_eq!(sh(&mut w, mtu), "1500\n");
}

#[test]
fn an_emptied_data_directory_holds_nothing_and_can_be_filled_again() {
    let mut w = World::new(Config::default());
    sh(&mut w, "docker run --name c -v v:/d busybox true");
    sh(
        &mut w,
        "sudo systemctl stop docker; sudo rm -rf /var/lib/docker; sudo systemctl start docker",
    );
    assert_eq!(
        sh(
            &mut w,
            "docker images -q; docker ps -aq; docker volume ls -q; docker network ls -q | wc -l"
        ),
        "3\n"
    );
    assert_eq!(sh(&mut w, "docker run --rm -v v:/d busybox echo again 2>/dev/null"), "again\n");
}

#[test]
fn containers_live_on_where_they_are_told_to() {
    let mut w = World::new(Config::default());
    sh(&mut w, "echo '{\"live-restore\": true}' | sudo tee /etc/docker/daemon.json");
    sh(&mut w, "sudo systemctl restart docker");
    sh(&mut w, CONTAINERS);
    sh(&mut w, "sudo systemctl restart docker");
    assert_eq!(sh(&mut w, "docker exec always cat /d/log /t/f"), "ran\nx\n");
}

#[test]
fn a_restart_of_the_machine() {
    let mut w = World::new(Config::default());
    sh(&mut w, CONTAINERS);
    let (out, status) = script::capture(
        &mut w,
        "echo kept > kept; echo gone | sudo tee /dev/shm/f /tmp/f; sudo reboot; sleep 5; echo never",
    );
    let out = String::from_utf8_lossy(&out);
    assert!(!out.contains("never"), "{out}");
    assert_eq!(status, 255);
    assert_eq!(sh(&mut w, "cat kept; ls /dev/shm /tmp"), "kept\n/dev/shm:\n\n/tmp:\n");
    assert_eq!(
        sh(&mut w, LIST),
        "always running Up\nonce exited Exited (137)\nstopped exited Exited (137)\nunless running Up\n"
    );
    assert_eq!(sh(&mut w, "sleep 1; docker exec always cat /d/log"), "ran\nran\n");
    assert_eq!(sh(&mut w, "docker run --rm busybox echo works"), "works\n");
}

#[test]
fn a_power_cut_takes_what_was_not_written() {
    let mut w = World::new(Config::default());
    sh(&mut w, CONTAINERS);
    sh(
        &mut w,
        "echo old > old; sleep 40; echo new > old; echo 1 > synced; sync synced; echo 2 > fresh; sleep 6; echo 3 > late",
    );
    w.input(Input::PowerCut);
    // `old` was on the disk before it was changed, `fresh` has a name and nothing more, `late` not
    // even that.
    assert_eq!(
        sh(&mut w, "grep . old synced; stat -c '%n %s' *"),
        "old:old\nsynced:1\nfresh 0\nold 4\nsynced 2\n"
    );
    assert_eq!(
        sh(&mut w, LIST),
        "always running Up\nonce exited Exited (255)\nstopped exited Exited (137)\nunless running Up\n"
    );
    let losses = w.engine().losses();
    assert!(losses.iter().any(|l| l.cause == "the power failed" && l.mount == "/t"), "{losses:?}");
}

#[test]
fn the_reset_line_can_be_pulled_by_root_on_the_host_alone() {
    let mut w = World::new(Config::default());
    assert_eq!(sh(&mut w, "echo b > /proc/sysrq-trigger").lines().count(), 1);
    sh(&mut w, "docker run --rm busybox sh -c 'echo b > /proc/sysrq-trigger'");
    assert_eq!(sh(&mut w, "echo here"), "here\n");
    sh(&mut w, "echo gone > f; sudo sh -c 'echo b > /proc/sysrq-trigger'; sleep 9");
    assert_eq!(sh(&mut w, "cat f 2>&- | wc -c"), "0\n");
}

#[test]
fn a_session_with_a_power_cut_can_be_replayed() {
    let mut w = World::new(Config::default());
    w.input(Input::OpenTerminal { cols: 80, rows: 24 });
    w.run(10_000);
    for line in ["docker run -d --restart always --name a busybox sleep 99\r", "docker ps -q\r"] {
        w.input(Input::Keys { tty: 0, data: line.as_bytes().to_vec() });
        while w.run(10_000) == drydock::world::Progress::Busy {}
    }
    w.input(Input::PowerCut);
    while w.run(10_000) == drydock::world::Progress::Busy {}
    w.input(Input::Keys { tty: 0, data: b"docker ps -q\r".to_vec() });
    while w.run(10_000) == drydock::world::Progress::Busy {}
    let mut again = World::replay(w.log());
    while again.run(10_000) == drydock::world::Progress::Busy {}
    let text = |w: &mut World| {
        let all: Vec<u8> = w.take_output().into_iter().flat_map(|(_, b)| b).collect();
        String::from_utf8_lossy(&all).into_owned()
    };
    let (one, two) = (text(&mut w), text(&mut again));
    assert!(one.contains("docker-host"), "{one}");
    assert_eq!(one, two);
}

#[test]
fn what_redis_had_not_brought_to_the_disk_is_lost_with_the_power() {
    let mut w = World::new(Config::default());
    sh(
        &mut w,
        "docker run -d --name log --restart always -v log:/data redis redis-server --appendonly yes >/dev/null
        docker run -d --name snap --restart always -v snap:/data redis >/dev/null
        sleep 1; docker exec log redis-cli set a early; docker exec snap redis-cli set a saved
        docker exec snap redis-cli save; docker exec snap redis-cli set a unsaved; sleep 3
        docker exec log redis-cli set b late",
    );
    w.input(Input::PowerCut);
    let get = |name: &str, key: &str| format!("docker exec {name} redis-cli get {key}");
    assert_eq!(sh(&mut w, &format!("sleep 1; {}", get("log", "a"))), "early\n");
    assert_eq!(sh(&mut w, &get("log", "b")), "\n");
    assert_eq!(sh(&mut w, &get("snap", "a")), "saved\n");
}

#[test]
fn a_copy_of_the_world_has_a_redis_that_goes_on() {
    let mut w = World::new(Config::default());
    sh(
        &mut w,
        "docker run -d --name r1 redis >/dev/null; sleep 1; docker exec r1 redis-cli set a b",
    );
    let mut copy = w.fork();
    assert_eq!(
        sh(&mut copy, "docker exec r1 redis-cli get a; docker exec r1 redis-cli del a"),
        "b\n1\n"
    );
    assert_eq!(sh(&mut w, "docker exec r1 redis-cli get a"), "b\n");
}

#[test]
fn a_copy_of_the_world_has_an_nginx_that_goes_on() {
    let mut w = World::new(Config::default());
    let site = "server { listen 80; return 200 \"$hostname\\n\"; }";
    sh(
        &mut w,
        &format!(
            "echo '{site}' > s.conf; docker run -d --hostname one -p 80:80 --name web \\
             -v ./s.conf:/etc/nginx/conf.d/default.conf nginx >/dev/null; sleep 1; curl -s localhost"
        ),
    );
    let mut copy = w.fork();
    let asked = "curl -s localhost; docker logs web 2>/dev/null | grep -c GET; docker kill -s HUP web; curl -s localhost";
    assert_eq!(sh(&mut copy, asked), "one\n2\nweb\none\n");
    assert_eq!(
        sh(&mut w, "curl -s localhost; docker logs web 2>/dev/null | grep -c GET"),
        "one\n2\n"
    );
}
