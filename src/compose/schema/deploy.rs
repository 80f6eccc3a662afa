//! What `deploy`, `develop` and requests for devices may say (compose-spec).

use super::parts::{LIST_OF_STRINGS, LIST_OR_DICT, SERVICE_HOOK, STRING_OR_LIST};
use super::{BOOL, EXTENSIONS, INT, MAP, Map, NULL, NUMBER, OPEN, STR, Schema};

/// `deployment`.
pub(super) const DEPLOYMENT: Schema = Schema::Map(&Map {
    types: MAP | NULL,
    known: &[
        ("endpoint_mode", Schema::Type(STR)),
        ("labels", LIST_OR_DICT),
        ("mode", Schema::Type(STR)),
        (
            "placement",
            Schema::Map(&Map {
                known: &[
                    ("constraints", Schema::List { item: &Schema::Type(STR), unique: false }),
                    ("max_replicas_per_node", Schema::Type(INT | STR)),
                    (
                        "preferences",
                        Schema::List {
                            item: &Schema::Map(&Map {
                                known: &[("spread", Schema::Type(STR))],
                                pattern: EXTENSIONS,
                                closed: true,
                                ..OPEN
                            }),
                            unique: false,
                        },
                    ),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        ("replicas", Schema::Type(INT | STR)),
        (
            "resources",
            Schema::Map(&Map {
                known: &[
                    (
                        "limits",
                        Schema::Map(&Map {
                            known: &[
                                ("cpus", Schema::Type(NUMBER | STR)),
                                ("memory", Schema::Type(STR)),
                                ("pids", Schema::Type(INT | STR)),
                            ],
                            pattern: EXTENSIONS,
                            closed: true,
                            ..OPEN
                        }),
                    ),
                    (
                        "reservations",
                        Schema::Map(&Map {
                            known: &[
                                ("cpus", Schema::Type(NUMBER | STR)),
                                ("devices", DEVICES),
                                ("generic_resources", GENERIC_RESOURCES),
                                ("memory", Schema::Type(STR)),
                            ],
                            pattern: EXTENSIONS,
                            closed: true,
                            ..OPEN
                        }),
                    ),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        (
            "restart_policy",
            Schema::Map(&Map {
                known: &[
                    ("condition", Schema::Type(STR)),
                    ("delay", Schema::Type(STR)),
                    ("max_attempts", Schema::Type(INT | STR)),
                    ("window", Schema::Type(STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        (
            "rollback_config",
            Schema::Map(&Map {
                known: &[
                    ("delay", Schema::Type(STR)),
                    ("failure_action", Schema::Type(STR)),
                    ("max_failure_ratio", Schema::Type(NUMBER | STR)),
                    ("monitor", Schema::Type(STR)),
                    ("order", Schema::Words(&["start-first", "stop-first"])),
                    ("parallelism", Schema::Type(INT | STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        (
            "update_config",
            Schema::Map(&Map {
                known: &[
                    ("delay", Schema::Type(STR)),
                    ("failure_action", Schema::Type(STR)),
                    ("max_failure_ratio", Schema::Type(NUMBER | STR)),
                    ("monitor", Schema::Type(STR)),
                    ("order", Schema::Words(&["start-first", "stop-first"])),
                    ("parallelism", Schema::Type(INT | STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `development`.
pub(super) const DEVELOPMENT: Schema = Schema::Map(&Map {
    types: MAP | NULL,
    known: &[(
        "watch",
        Schema::List {
            item: &Schema::Map(&Map {
                known: &[
                    (
                        "action",
                        Schema::Words(&["rebuild", "sync", "restart", "sync+restart", "sync+exec"]),
                    ),
                    ("exec", SERVICE_HOOK),
                    ("ignore", STRING_OR_LIST),
                    ("include", STRING_OR_LIST),
                    ("initial_sync", Schema::Type(BOOL)),
                    ("path", Schema::Type(STR)),
                    ("target", Schema::Type(STR)),
                ],
                pattern: EXTENSIONS,
                closed: true,
                required: &["path", "action"],
                ..OPEN
            }),
            unique: false,
        },
    )],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `generic_resources`.
pub(super) const GENERIC_RESOURCES: Schema = Schema::List {
    item: &Schema::Map(&Map {
        known: &[(
            "discrete_resource_spec",
            Schema::Map(&Map {
                known: &[("kind", Schema::Type(STR)), ("value", Schema::Type(NUMBER | STR))],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        )],
        pattern: EXTENSIONS,
        closed: true,
        ..OPEN
    }),
    unique: false,
};

/// `devices`.
pub(super) const DEVICES: Schema = Schema::List {
    item: &Schema::Map(&Map {
        known: &[
            ("capabilities", LIST_OF_STRINGS),
            ("count", Schema::Type(STR | INT)),
            ("device_ids", LIST_OF_STRINGS),
            ("driver", Schema::Type(STR)),
            ("options", LIST_OR_DICT),
        ],
        pattern: EXTENSIONS,
        closed: true,
        required: &["capabilities"],
        ..OPEN
    }),
    unique: false,
};

/// `gpus`.
pub(super) const GPUS: Schema = Schema::OneOf(&[
    Schema::Words(&["all"]),
    Schema::List {
        item: &Schema::Map(&Map {
            known: &[
                ("capabilities", LIST_OF_STRINGS),
                ("count", Schema::Type(STR | INT)),
                ("device_ids", LIST_OF_STRINGS),
                ("driver", Schema::Type(STR)),
                ("options", LIST_OR_DICT),
            ],
            ..OPEN
        }),
        unique: false,
    },
]);
