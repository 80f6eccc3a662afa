//! What a service may say in a Compose file (compose-spec). What the parts are is `parts`' and `deploy`'s.

use super::deploy::{DEPLOYMENT, DEVELOPMENT, GPUS};
use super::parts::{
    COMMAND, ENV_FILE, EXTRA_HOSTS, HEALTHCHECK, LABEL_FILE, LIST_OF_STRINGS, LIST_OR_DICT,
    SERVICE_CONFIG_OR_SECRET, SERVICE_HOOK, STRING_OR_LIST, ULIMITS,
};
use super::places::{
    SERVICE_BLKIO, SERVICE_BUILD, SERVICE_DEPENDS_ON, SERVICE_NETWORKS, SERVICE_VOLUMES,
};
use super::{BOOL, EXTENSIONS, INT, MAP, Map, NULL, NUMBER, OPEN, Pattern, STR, Schema};

/// `service`.
pub(super) const SERVICE: Schema = Schema::Map(&Map {
    known: &[
        ("annotations", LIST_OR_DICT),
        ("attach", Schema::Type(BOOL | STR)),
        ("blkio_config", SERVICE_BLKIO),
        ("build", SERVICE_BUILD),
        ("cap_add", Schema::List { item: &Schema::Type(STR), unique: true }),
        ("cap_drop", Schema::List { item: &Schema::Type(STR), unique: true }),
        ("cgroup", Schema::Words(&["host", "private"])),
        ("cgroup_parent", Schema::Type(STR)),
        ("command", COMMAND),
        ("configs", SERVICE_CONFIG_OR_SECRET),
        ("container_name", Schema::ContainerName),
        (
            "cpu_count",
            Schema::OneOf(&[Schema::Type(STR), Schema::Range { low: 0, high: i64::MAX }]),
        ),
        ("cpu_percent", Schema::OneOf(&[Schema::Type(STR), Schema::Range { low: 0, high: 100 }])),
        ("cpu_period", Schema::Type(NUMBER | STR)),
        ("cpu_quota", Schema::Type(NUMBER | STR)),
        ("cpu_rt_period", Schema::Type(NUMBER | STR)),
        ("cpu_rt_runtime", Schema::Type(NUMBER | STR)),
        ("cpu_shares", Schema::Type(NUMBER | STR)),
        ("cpus", Schema::Type(NUMBER | STR)),
        ("cpuset", Schema::Type(STR)),
        (
            "credential_spec",
            Schema::Map(&Map {
                known: &[
                    ("config", Schema::Type(STR)),
                    ("file", Schema::Type(STR)),
                    ("registry", Schema::Type(STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        ("depends_on", SERVICE_DEPENDS_ON),
        ("deploy", DEPLOYMENT),
        ("develop", DEVELOPMENT),
        ("device_cgroup_rules", LIST_OF_STRINGS),
        (
            "devices",
            Schema::List {
                item: &Schema::OneOf(&[
                    Schema::Type(STR),
                    Schema::Map(&Map {
                        known: &[
                            ("permissions", Schema::Type(STR)),
                            ("source", Schema::Type(STR)),
                            ("target", Schema::Type(STR)),
                        ],
                        pattern: EXTENSIONS,
                        closed: true,
                        required: &["source"],
                        ..OPEN
                    }),
                ]),
                unique: false,
            },
        ),
        ("dns", STRING_OR_LIST),
        ("dns_opt", Schema::List { item: &Schema::Type(STR), unique: true }),
        ("dns_search", STRING_OR_LIST),
        ("domainname", Schema::Type(STR)),
        ("entrypoint", COMMAND),
        ("env_file", ENV_FILE),
        ("environment", LIST_OR_DICT),
        ("expose", Schema::List { item: &Schema::Type(STR | NUMBER), unique: true }),
        (
            "extends",
            Schema::OneOf(&[
                Schema::Type(STR),
                Schema::Map(&Map {
                    known: &[("file", Schema::Type(STR)), ("service", Schema::Type(STR))],
                    closed: true,
                    required: &["service"],
                    ..OPEN
                }),
            ]),
        ),
        ("external_links", Schema::List { item: &Schema::Type(STR), unique: true }),
        ("extra_hosts", EXTRA_HOSTS),
        ("gpus", GPUS),
        ("group_add", Schema::List { item: &Schema::Type(STR | NUMBER), unique: true }),
        ("healthcheck", HEALTHCHECK),
        ("hostname", Schema::Type(STR)),
        ("image", Schema::Type(STR)),
        ("init", Schema::Type(BOOL | STR)),
        ("ipc", Schema::Type(STR)),
        ("isolation", Schema::Type(STR)),
        ("label_file", LABEL_FILE),
        ("labels", LIST_OR_DICT),
        ("links", Schema::List { item: &Schema::Type(STR), unique: true }),
        (
            "logging",
            Schema::Map(&Map {
                known: &[
                    ("driver", Schema::Type(STR)),
                    (
                        "options",
                        Schema::Map(&Map {
                            pattern: Some((Pattern::Any, Schema::Type(STR | NUMBER | NULL))),
                            ..OPEN
                        }),
                    ),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        ("mac_address", Schema::Type(STR)),
        ("mem_limit", Schema::Type(NUMBER | STR)),
        ("mem_reservation", Schema::Type(STR | INT)),
        ("mem_swappiness", Schema::Type(INT | STR)),
        ("memswap_limit", Schema::Type(NUMBER | STR)),
        (
            "models",
            Schema::OneOf(&[
                LIST_OF_STRINGS,
                Schema::Map(&Map {
                    pattern: Some((
                        Pattern::Name,
                        Schema::OneOf(&[
                            Schema::Map(&Map {
                                known: &[
                                    ("endpoint_var", Schema::Type(STR)),
                                    ("model_var", Schema::Type(STR)),
                                ],
                                pattern: EXTENSIONS,
                                closed: true,
                                ..OPEN
                            }),
                            Schema::Type(NULL),
                        ]),
                    )),
                    ..OPEN
                }),
            ]),
        ),
        ("network_mode", Schema::Type(STR)),
        ("networks", SERVICE_NETWORKS),
        ("oom_kill_disable", Schema::Type(BOOL | STR)),
        (
            "oom_score_adj",
            Schema::OneOf(&[Schema::Type(STR), Schema::Range { low: -1000, high: 1000 }]),
        ),
        ("pid", Schema::Type(STR | NULL)),
        ("pids_limit", Schema::Type(NUMBER | STR)),
        ("platform", Schema::Type(STR)),
        (
            "ports",
            Schema::List {
                item: &Schema::OneOf(&[
                    Schema::Type(NUMBER),
                    Schema::Type(STR),
                    Schema::Map(&Map {
                        known: &[
                            ("app_protocol", Schema::Type(STR)),
                            ("host_ip", Schema::Type(STR)),
                            ("mode", Schema::Type(STR)),
                            ("name", Schema::Type(STR)),
                            ("protocol", Schema::Type(STR)),
                            ("published", Schema::Type(STR | INT)),
                            ("target", Schema::Type(INT | STR)),
                        ],
                        pattern: EXTENSIONS,
                        closed: true,
                        ..OPEN
                    }),
                ]),
                unique: true,
            },
        ),
        ("post_start", Schema::List { item: &SERVICE_HOOK, unique: false }),
        ("pre_stop", Schema::List { item: &SERVICE_HOOK, unique: false }),
        ("privileged", Schema::Type(BOOL | STR)),
        ("profiles", LIST_OF_STRINGS),
        (
            "provider",
            Schema::Map(&Map {
                known: &[
                    (
                        "options",
                        Schema::Map(&Map {
                            pattern: Some((
                                Pattern::Any,
                                Schema::OneOf(&[
                                    Schema::Type(STR | NUMBER | BOOL),
                                    Schema::List {
                                        item: &Schema::Type(STR | NUMBER | BOOL),
                                        unique: false,
                                    },
                                ]),
                            )),
                            ..OPEN
                        }),
                    ),
                    ("type", Schema::Type(STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                required: &["type"],
                ..OPEN
            }),
        ),
        ("pull_policy", Schema::Pull),
        ("pull_refresh_after", Schema::Type(STR)),
        ("read_only", Schema::Type(BOOL | STR)),
        ("restart", Schema::Type(STR)),
        ("runtime", Schema::Type(STR)),
        ("scale", Schema::Type(INT | STR)),
        ("secrets", SERVICE_CONFIG_OR_SECRET),
        ("security_opt", Schema::List { item: &Schema::Type(STR), unique: true }),
        ("shm_size", Schema::Type(NUMBER | STR)),
        ("stdin_open", Schema::Type(BOOL | STR)),
        ("stop_grace_period", Schema::Type(STR)),
        ("stop_signal", Schema::Type(STR)),
        ("storage_opt", Schema::Type(MAP)),
        ("sysctls", LIST_OR_DICT),
        ("tmpfs", STRING_OR_LIST),
        ("tty", Schema::Type(BOOL | STR)),
        ("ulimits", ULIMITS),
        ("use_api_socket", Schema::Type(BOOL)),
        ("user", Schema::Type(STR)),
        ("userns_mode", Schema::Type(STR)),
        ("uts", Schema::Type(STR)),
        ("volumes", SERVICE_VOLUMES),
        ("volumes_from", Schema::List { item: &Schema::Type(STR), unique: true }),
        ("working_dir", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});
