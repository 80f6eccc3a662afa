//! What a service may say of its build, mounts, networks and dependencies (compose-spec).

use super::parts::{
    BLKIO_LIMIT, BLKIO_WEIGHT, EXTRA_HOSTS, LIST_OF_STRINGS, LIST_OR_DICT,
    SERVICE_CONFIG_OR_SECRET, ULIMITS,
};
use super::{BOOL, EXTENSIONS, INT, Map, NULL, NUMBER, OPEN, Pattern, STR, Schema};

/// `build`.
pub(super) const SERVICE_BUILD: Schema = Schema::OneOf(&[
    Schema::Type(STR),
    Schema::Map(&Map {
        known: &[
            ("additional_contexts", LIST_OR_DICT),
            ("args", LIST_OR_DICT),
            ("cache_from", Schema::List { item: &Schema::Type(STR), unique: false }),
            ("cache_to", Schema::List { item: &Schema::Type(STR), unique: false }),
            ("context", Schema::Type(STR)),
            ("dockerfile", Schema::Type(STR)),
            ("dockerfile_inline", Schema::Type(STR)),
            ("entitlements", Schema::List { item: &Schema::Type(STR), unique: false }),
            ("extra_hosts", EXTRA_HOSTS),
            ("isolation", Schema::Type(STR)),
            ("labels", LIST_OR_DICT),
            ("network", Schema::Type(STR)),
            ("no_cache", Schema::Type(BOOL | STR)),
            ("platforms", Schema::List { item: &Schema::Type(STR), unique: false }),
            ("privileged", Schema::Type(BOOL | STR)),
            ("provenance", Schema::Type(STR | BOOL)),
            ("pull", Schema::Type(BOOL | STR)),
            ("sbom", Schema::Type(STR | BOOL)),
            ("secrets", SERVICE_CONFIG_OR_SECRET),
            ("shm_size", Schema::Type(INT | STR)),
            ("ssh", LIST_OR_DICT),
            ("tags", Schema::List { item: &Schema::Type(STR), unique: false }),
            ("target", Schema::Type(STR)),
            ("ulimits", ULIMITS),
        ],
        pattern: EXTENSIONS,
        closed: true,
        ..OPEN
    }),
]);

/// `volumes`.
pub(super) const SERVICE_VOLUMES: Schema = Schema::List {
    item: &Schema::OneOf(&[
        Schema::Type(STR),
        Schema::Map(&Map {
            known: &[
                (
                    "bind",
                    Schema::Map(&Map {
                        known: &[
                            ("create_host_path", Schema::Type(BOOL | STR)),
                            ("propagation", Schema::Type(STR)),
                            (
                                "recursive",
                                Schema::Words(&["enabled", "disabled", "writable", "readonly"]),
                            ),
                            ("selinux", Schema::Words(&["z", "Z"])),
                        ],
                        pattern: EXTENSIONS,
                        closed: true,
                        ..OPEN
                    }),
                ),
                ("consistency", Schema::Type(STR)),
                (
                    "image",
                    Schema::Map(&Map {
                        known: &[("subpath", Schema::Type(STR))],
                        pattern: EXTENSIONS,
                        closed: true,
                        ..OPEN
                    }),
                ),
                ("read_only", Schema::Type(BOOL | STR)),
                ("source", Schema::Type(STR)),
                ("target", Schema::Type(STR)),
                (
                    "tmpfs",
                    Schema::Map(&Map {
                        known: &[
                            ("mode", Schema::Type(NUMBER | STR)),
                            (
                                "size",
                                Schema::OneOf(&[
                                    Schema::Range { low: 0, high: i64::MAX },
                                    Schema::Type(STR),
                                ]),
                            ),
                        ],
                        pattern: EXTENSIONS,
                        closed: true,
                        ..OPEN
                    }),
                ),
                ("type", Schema::Words(&["bind", "volume", "tmpfs", "cluster", "npipe", "image"])),
                (
                    "volume",
                    Schema::Map(&Map {
                        known: &[
                            ("labels", LIST_OR_DICT),
                            ("nocopy", Schema::Type(BOOL | STR)),
                            ("subpath", Schema::Type(STR)),
                        ],
                        pattern: EXTENSIONS,
                        closed: true,
                        ..OPEN
                    }),
                ),
            ],
            pattern: EXTENSIONS,
            closed: true,
            required: &["type"],
            ..OPEN
        }),
    ]),
    unique: true,
};

/// `networks`.
pub(super) const SERVICE_NETWORKS: Schema = Schema::OneOf(&[
    LIST_OF_STRINGS,
    Schema::Map(&Map {
        pattern: Some((
            Pattern::Name,
            Schema::OneOf(&[
                Schema::Map(&Map {
                    known: &[
                        ("aliases", LIST_OF_STRINGS),
                        (
                            "driver_opts",
                            Schema::Map(&Map {
                                pattern: Some((Pattern::Any, Schema::Type(STR | NUMBER))),
                                ..OPEN
                            }),
                        ),
                        ("gw_priority", Schema::Type(NUMBER)),
                        ("interface_name", Schema::Type(STR)),
                        ("ipv4_address", Schema::Type(STR)),
                        ("ipv6_address", Schema::Type(STR)),
                        ("link_local_ips", LIST_OF_STRINGS),
                        ("mac_address", Schema::Type(STR)),
                        ("priority", Schema::Type(NUMBER)),
                    ],
                    pattern: EXTENSIONS,
                    closed: true,
                    ..OPEN
                }),
                Schema::Type(NULL),
            ]),
        )),
        closed: true,
        ..OPEN
    }),
]);

/// `depends_on`.
pub(super) const SERVICE_DEPENDS_ON: Schema = Schema::OneOf(&[
    LIST_OF_STRINGS,
    Schema::Map(&Map {
        pattern: Some((
            Pattern::Name,
            Schema::Map(&Map {
                known: &[
                    (
                        "condition",
                        Schema::Words(&[
                            "service_started",
                            "service_healthy",
                            "service_completed_successfully",
                        ]),
                    ),
                    ("required", Schema::Type(BOOL)),
                    ("restart", Schema::Type(BOOL | STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                required: &["condition"],
                ..OPEN
            }),
        )),
        closed: true,
        ..OPEN
    }),
]);

/// `blkio`.
pub(super) const SERVICE_BLKIO: Schema = Schema::Map(&Map {
    known: &[
        ("device_read_bps", Schema::List { item: &BLKIO_LIMIT, unique: false }),
        ("device_read_iops", Schema::List { item: &BLKIO_LIMIT, unique: false }),
        ("device_write_bps", Schema::List { item: &BLKIO_LIMIT, unique: false }),
        ("device_write_iops", Schema::List { item: &BLKIO_LIMIT, unique: false }),
        ("weight", Schema::Type(INT | STR)),
        ("weight_device", Schema::List { item: &BLKIO_WEIGHT, unique: false }),
    ],
    closed: true,
    ..OPEN
});
