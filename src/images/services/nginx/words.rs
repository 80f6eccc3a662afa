//! The directives of nginx: where each may stand, with how many words behind it, and what is made of it here
//! (nginx.org, "Alphabetical index of directives").

/// Where a directive stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// Outside of all blocks.
    Main,
    /// In `events`.
    Events,
    /// In `http`.
    Http,
    /// In a `server`.
    Server,
    /// In a `location`.
    Location,
    /// In an `upstream`.
    Upstream,
    /// In `types`, whose lines are anyone's.
    Types,
}

const M: u8 = 1;
const E: u8 = 2;
const H: u8 = 4;
const S: u8 = 8;
const L: u8 = 16;
const U: u8 = 32;
const SITE: u8 = H | S | L;

impl Place {
    fn bit(self) -> u8 {
        match self {
            Place::Main => M,
            Place::Events => E,
            Place::Http => H,
            Place::Server => S,
            Place::Location => L,
            Place::Upstream => U,
            Place::Types => 0,
        }
    }
}

/// What is known of a directive.
#[derive(Clone, Copy)]
pub(super) struct Word {
    places: u8,
    least: usize,
    most: usize,
    /// The place that its braces make, where it has any.
    pub block: Option<Place>,
}

const MANY: usize = usize::MAX;

const fn line(places: u8, least: usize, most: usize) -> Word {
    Word { places, least, most, block: None }
}

const fn block(places: u8, least: usize, most: usize, inside: Place) -> Word {
    Word { places, least, most, block: Some(inside) }
}

/// Those that are done.
const DONE: &[(&str, Word)] = &[
    ("events", block(M, 0, 0, Place::Events)),
    ("http", block(M, 0, 0, Place::Http)),
    ("location", block(S | L, 1, 2, Place::Location)),
    ("types", block(SITE, 0, 0, Place::Types)),
    ("upstream", block(H, 1, 1, Place::Upstream)),
    ("add_header", line(SITE, 2, 3)),
    ("alias", line(L, 1, 1)),
    ("autoindex", line(SITE, 1, 1)),
    ("default_type", line(SITE, 1, 1)),
    ("error_page", line(SITE, 2, MANY)),
    ("include", line(M | E | H | S | L | U, 1, 1)),
    ("index", line(SITE, 1, MANY)),
    ("listen", line(S, 1, MANY)),
    ("proxy_pass", line(L, 1, 1)),
    ("proxy_set_header", line(SITE, 2, 2)),
    ("return", line(S | L, 1, 2)),
    ("root", line(SITE, 1, 1)),
    ("server_name", line(S, 1, MANY)),
    ("try_files", line(S | L, 2, MANY)),
];

/// Those that make no difference to what is seen here.
const IDLE: &str = "absolute_redirect access_log charset client_body_buffer_size client_body_timeout \
    client_header_buffer_size client_header_timeout client_max_body_size daemon error_log etag expires gzip \
    gzip_buffers gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_static gzip_types \
    gzip_vary http2 keepalive keepalive_requests keepalive_timeout large_client_header_buffers least_conn log_format \
    log_not_found master_process max_ranges multi_accept open_file_cache output_buffers pid port_in_redirect \
    proxy_buffer_size proxy_buffering proxy_buffers proxy_busy_buffers_size proxy_connect_timeout proxy_hide_header \
    proxy_http_version proxy_intercept_errors proxy_pass_header proxy_read_timeout proxy_redirect \
    proxy_request_buffering proxy_send_timeout reset_timedout_connection resolver resolver_timeout send_timeout \
    sendfile server_name_in_redirect server_names_hash_bucket_size server_names_hash_max_size server_tokens \
    ssl_ciphers ssl_prefer_server_ciphers ssl_protocols tcp_nodelay tcp_nopush thread_pool timer_resolution \
    types_hash_bucket_size types_hash_max_size underscores_in_headers use user variables_hash_max_size \
    worker_connections worker_cpu_affinity worker_priority worker_processes worker_rlimit_nofile \
    worker_shutdown_timeout zone";

/// Those that would make one.
const GAPS: &str = "addition_types allow auth_basic auth_basic_user_file auth_request break charset_map dav_methods deny \
    empty_gif fastcgi_param fastcgi_pass flv geo grpc_pass hash if internal ip_hash limit_conn limit_conn_zone \
    limit_except limit_rate limit_req limit_req_zone load_module mail map memcached_pass mirror mp4 perl \
    proxy_bind proxy_cache proxy_cache_path proxy_cache_valid proxy_method proxy_next_upstream proxy_set_body random \
    random_index rewrite satisfy scgi_pass secure_link set slice split_clients ssi ssl ssl_certificate \
    ssl_certificate_key stream stub_status sub_filter userid uwsgi_pass valid_referers xslt_stylesheet";

fn among(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|word| word == name)
}

/// Finds out about a directive with so many words behind it; `opens` where a brace follows. An error is without
/// the place in the file.
pub(super) fn check(name: &str, words: usize, opens: bool, place: Place) -> Result<Word, String> {
    let server = match place {
        Place::Upstream => line(U, 1, MANY),
        _ => block(H, 0, 0, Place::Server),
    };
    let word = match DONE.iter().find(|(known, _)| *known == name) {
        Some((_, word)) => *word,
        None if name == "server" => server,
        None if among(IDLE, name) => line(M | E | H | S | L | U, 0, MANY),
        None if among(GAPS, name) => {
            return Err(format!("Drydock does not simulate nginx's directive \"{name}\""));
        }
        None => return Err(format!("unknown directive \"{name}\"")),
    };
    match (word.block, opens) {
        _ if word.places & place.bit() == 0 => {
            Err(format!("\"{name}\" directive is not allowed here"))
        }
        (Some(_), false) => Err(format!("directive \"{name}\" has no opening \"{{\"")),
        (None, true) => Err(format!("directive \"{name}\" is not terminated by \";\"")),
        _ if !(word.least..=word.most).contains(&words) => {
            Err(format!("invalid number of arguments in \"{name}\" directive"))
        }
        _ => Ok(word),
    }
}
