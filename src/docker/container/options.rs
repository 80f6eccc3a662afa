//! The flags that `run` and `create` share. What they come to is in `config`, `host` and
//! `networking`.

use crate::docker::flags::{Flag, Kind, Takes, check, flag, list, switch, text};

const DEVICES: &str = "the host has no devices to give away";
const WINDOWS: &str = "running on windows, but the Docker daemon is running on linux";
const BLOCK: &str = "disks have no speed that could be shared out";
const REALTIME: &str = "the scheduler has no real-time classes";

/// The flags.
pub static FLAGS: &[Flag] = &[
    flag("add-host", Kind::List(check::extra_host), "Another name with its address (host:ip)"),
    flag("annotation", Kind::Map(check::any), "Annotation for the runtime"),
    flag("attach", Kind::List(check::stream), "Streams to attach to: STDIN, STDOUT, STDERR")
        .short('a')
        .takes(Takes::Words(&["stderr", "stdin", "stdout"])),
    flag("blkio-weight", Kind::Uint16, "Share of disk access, 10 to 1000, 0 for no say"),
    flag("blkio-weight-device", Kind::Devices(check::device_weight), "The same for one disk")
        .gap(BLOCK),
    list("cap-add", "Capabilities to add"),
    list("cap-drop", "Capabilities to take away"),
    text("cgroup-parent", "Control group to put it under"),
    text("cgroupns", "Control groups it sees (host|private)"),
    text("cidfile", "File to write its id to").takes(Takes::Files),
    flag("cpu-count", Kind::Int64, "Number of CPUs (Windows)").only(WINDOWS),
    flag("cpu-percent", Kind::Int64, "Part of the CPUs (Windows)").only(WINDOWS),
    flag("cpu-period", Kind::Int64, "Period of the CPU limit, microseconds"),
    flag("cpu-quota", Kind::Int64, "CPU time in a period, microseconds"),
    flag("cpu-rt-period", Kind::Int64, "Period of the real-time limit, microseconds").gap(REALTIME),
    flag("cpu-rt-runtime", Kind::Int64, "Real-time CPU time in a period").gap(REALTIME),
    flag("cpu-shares", Kind::Int64, "Share of the CPUs").short('c'),
    flag("cpus", Kind::Decimal, "How many CPUs it may use"),
    text("cpuset-cpus", "Which CPUs it may use (0-3, 0,1)"),
    text("cpuset-mems", "Which memory nodes it may use (0-3, 0,1)"),
    list("device", "Device of the host to give it"),
    flag("device-cgroup-rule", Kind::List(check::device_rule), "Which devices it may use")
        .gap(DEVICES),
    flag("device-read-bps", Kind::Devices(check::device_bps), "Bytes read from a disk in a second")
        .gap(BLOCK),
    flag("device-read-iops", Kind::Devices(check::device_iops), "Reads from a disk in a second")
        .gap(BLOCK),
    flag(
        "device-write-bps",
        Kind::Devices(check::device_bps),
        "Bytes written to a disk in a second",
    )
    .gap(BLOCK),
    flag("device-write-iops", Kind::Devices(check::device_iops), "Writes to a disk in a second")
        .gap(BLOCK),
    switch("disable-content-trust", "Do not check signatures").default("true"),
    flag("dns", Kind::List(check::ip), "Name servers to ask"),
    list("dns-opt", "Options of the resolver").hidden(),
    list("dns-option", "Options of the resolver"),
    flag("dns-search", Kind::List(check::dns_search), "Domains to look in"),
    text("domainname", "Its NIS domain"),
    text("entrypoint", "Run this in place of the image's ENTRYPOINT"),
    flag(
        "env",
        Kind::List(check::env),
        "Variable to set: NAME=VALUE, or NAME for the\nvalue it has here",
    )
    .short('e'),
    list("env-file", "File with a variable a line").takes(Takes::Files),
    list("expose", "Port or ports that it listens on"),
    flag("gpus", Kind::Gpus, "GPUs to give it ('all' for all)"),
    list("group-add", "Groups that its user is in, too"),
    text("health-cmd", "Command that looks whether it is well"),
    flag("health-interval", Kind::Duration, "Time between two looks (ms|s|m|h)"),
    flag("health-retries", Kind::Int, "Failures in a row that mean unhealthy"),
    flag("health-start-interval", Kind::Duration, "Time between looks while it starts (ms|s|m|h)"),
    flag(
        "health-start-period",
        Kind::Duration,
        "Time it has for its start before failures count\n(ms|s|m|h)",
    ),
    flag("health-timeout", Kind::Duration, "Time that one look may take (ms|s|m|h)"),
    switch("help", "Show this help"),
    text("hostname", "Its host name").short('h'),
    switch("init", "Run a small init as its first process"),
    switch("interactive", "Keep its standard input open").short('i'),
    flag("io-maxbandwidth", Kind::Bytes, "Bytes in a second (Windows)").only(WINDOWS),
    flag("io-maxiops", Kind::Uint, "Disk operations in a second (Windows)").only(WINDOWS),
    text("ip", "Fixed IPv4 address, as 172.30.100.104"),
    text("ip6", "Fixed IPv6 address, as 2001:db8::33"),
    text("ipc", "Whose shared memory it sees"),
    text("isolation", "How it is kept apart (Windows)"),
    flag("kernel-memory", Kind::Bytes, "Limit of kernel memory"),
    flag("label", Kind::List(check::label), "Label: KEY=VALUE").short('l'),
    list("label-file", "File with a label a line").takes(Takes::Files),
    flag("link", Kind::List(check::link), "Link to another container"),
    flag("link-local-ip", Kind::List(check::ip), "Link-local address")
        .gap("link-local addresses are not assigned"),
    text("log-driver", "Where its output is kept").takes(Takes::Words(&[
        "json-file",
        "local",
        "none",
    ])),
    list("log-opt", "Options for that: max-size=10m"),
    text("mac-address", "Fixed hardware address, as 92:d0:c6:0a:29:33"),
    flag("memory", Kind::Bytes, "Limit of memory").short('m'),
    flag("memory-reservation", Kind::Bytes, "Soft limit of memory"),
    flag("memory-swap", Kind::SwapBytes, "Limit of memory and swap together, '-1' for none"),
    flag("memory-swappiness", Kind::Int64, "How readily it swaps, 0 to 100").default("-1"),
    flag("mount", Kind::Mount, "Mount: type=volume|bind|tmpfs,src=...,dst=..."),
    text("name", "Its name"),
    flag("net", Kind::Network, "Network to be in").hidden().takes(Takes::Networks),
    list("net-alias", "Another name in the network").hidden(),
    flag("network", Kind::Network, "Network to be in").takes(Takes::Networks),
    list("network-alias", "Another name for it in the network"),
    switch("no-healthcheck", "Do not look after its health"),
    switch("oom-kill-disable", "Do not kill it when memory runs out"),
    flag("oom-score-adj", Kind::Int, "How readily it is killed then, -1000 to 1000"),
    text("pid", "Whose processes it sees").takes(Takes::Words(&["container:", "host"])),
    flag("pids-limit", Kind::Int64, "How many processes there may be, -1 for any number"),
    text("platform", "Platform of the image: os/arch"),
    switch("privileged", "Allow it everything"),
    list("publish", "Port to open on the host: [[IP:]HOST:]CONTAINER").short('p'),
    switch("publish-all", "Open all ports of the image on the host").short('P'),
    text("pull", "When to fetch the image (\"always\", \"missing\",\n\"never\")")
        .default("missing")
        .takes(Takes::Words(&["always", "missing", "never"])),
    switch("quiet", "Do not tell of fetching the image").short('q'),
    switch("read-only", "Nothing of its own files may be written"),
    text("restart", "When to start it again after its end").default("no").takes(Takes::Words(&[
        "always",
        "no",
        "on-failure",
        "unless-stopped",
    ])),
    switch("rm", "Remove it at its end, with its volumes that have\nno name"),
    text("runtime", "Program that runs containers"),
    list("security-opt", "Options of security modules"),
    flag("shm-size", Kind::Bytes, "Size of /dev/shm"),
    text("stop-signal", "Signal that asks it to stop"),
    flag("stop-timeout", Kind::Int, "Seconds that it has for stopping"),
    list("storage-opt", "Options of the storage driver"),
    flag("sysctl", Kind::Map(check::sysctl), "Kernel setting of its own"),
    list("tmpfs", "Directory to keep in memory: PATH[:OPTIONS]"),
    switch("tty", "Give it a terminal").short('t'),
    flag("ulimit", Kind::Ulimit, "Limit of a resource: name=soft[:hard]"),
    switch("use-api-socket", "Let it talk to the engine")
        .gap("it is an experiment of the client's that hands over logins"),
    text("user", "User to be: NAME or UID, [:GROUP]").short('u'),
    text("userns", "Whose user numbers it has").takes(Takes::Words(&["host"])),
    text("uts", "Whose host name it has").takes(Takes::Words(&["host"])),
    list("volume", "Volume or directory to mount: [SOURCE:]TARGET[:MODE]")
        .short('v')
        .takes(Takes::Volumes),
    text("volume-driver", "Driver of volumes that are made now"),
    list("volumes-from", "Container whose mounts it gets, too").takes(Takes::Containers),
    text("workdir", "Directory to start in").short('w'),
];
