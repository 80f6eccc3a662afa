//! What PostgreSQL has and this server has not: so that it is not said to be unknown.

/// Functions, sorted.
const FUNCTIONS: &str = "\
    acos acosd any_value array_agg array_append array_cat array_dims array_fill array_lower \
    array_ndims array_position array_positions array_prepend array_remove array_replace \
    array_sample array_shuffle array_upper asin asind atan atan2 atand avg bit_and bit_count \
    bit_length bit_or bit_xor bool_and bool_or broadcast cbrt corr cos cosd cosh cot count \
    covar_pop covar_samp crc32 cume_dist current_query current_schemas currtid2 database_to_xml \
    date_add date_bin date_subtract daterange decode degrees dense_rank div encode enum_first \
    enum_last enum_range erf every factorial family first_value gcd generate_subscripts get_bit \
    get_byte getdatabaseencoding has_any_column_privilege has_column_privilege \
    has_function_privilege has_sequence_privilege \
    has_tablespace_privilege host hostmask inet_client_port inet_merge inet_same_family \
    inet_server_port int4range int8range isempty isfinite json_agg json_array \
    json_array_elements json_array_elements_text json_array_length json_build_array json_each \
    json_each_text json_extract_path json_extract_path_text json_object json_object_agg \
    json_object_keys json_populate_record json_populate_recordset json_strip_nulls \
    json_to_record json_to_recordset json_typeof jsonb_agg jsonb_array_elements \
    jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_each jsonb_each_text \
    jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_agg \
    jsonb_object_keys jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array \
    jsonb_populate_record jsonb_set jsonb_strip_nulls jsonb_to_record jsonb_to_recordset \
    jsonb_typeof justify_days justify_hours justify_interval lag last_value lcm lead lo_create \
    lo_export lo_import log10 lower_inc macaddr8_set7bit make_time make_timestamp \
    make_timestamptz masklen max min min_scale mode netmask network normalize nth_value ntile \
    num_nonnulls num_nulls numnode numrange overlay parse_ident percent_rank percentile_cont \
    percentile_disc pg_advisory_lock pg_advisory_unlock pg_advisory_xact_lock pg_backup_start \
    pg_backup_stop pg_blocking_pids pg_client_encoding pg_column_compression pg_column_size \
    pg_conf_load_time pg_control_checkpoint pg_control_system pg_create_restore_point \
    pg_current_logfile pg_current_snapshot pg_current_wal_insert_lsn pg_current_wal_lsn \
    pg_export_snapshot pg_function_is_visible pg_get_functiondef pg_get_keywords \
    pg_get_triggerdef pg_has_role pg_is_wal_replay_paused pg_jit_available \
    pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp \
    pg_listening_channels pg_log_backend_memory_contexts pg_ls_dir pg_ls_logdir pg_ls_waldir \
    pg_my_temp_schema pg_notification_queue_usage pg_notify pg_promote pg_read_binary_file \
    pg_read_file pg_relation_filenode pg_rotate_logfile pg_safe_snapshot_blocking_pids \
    pg_stat_file pg_stat_get_activity pg_stat_reset pg_switch_wal pg_tablespace_location \
    pg_tablespace_size pg_trigger_depth pg_try_advisory_lock pg_type_is_visible pg_wal_lsn_diff \
    pg_walfile_name plainto_tsquery point query_to_xml quote_nullable radians random_normal \
    range_agg range_merge rank regexp_count regexp_instr regexp_like regexp_matches \
    regexp_split_to_array regexp_split_to_table regexp_substr regr_slope row_number scale \
    set_bit set_byte setseed setweight sha224 sha256 sha384 sha512 similarity sin sind sinh \
    stddev stddev_pop stddev_samp string_agg string_to_table strip sum table_to_xml tan tand \
    tanh to_ascii to_bin to_number to_oct to_tsquery to_tsvector trim_array trim_scale \
    ts_headline ts_rank tsrange tstzrange txid_current_snapshot txid_status unistr upper_inc \
    uuid_extract_timestamp uuidv4 uuidv7 var_pop var_samp variance websearch_to_tsquery \
    width_bucket xml_is_well_formed xmlagg xpath";

/// Types, sorted.
const TYPES: &str = "\
    aclitem bit bit_varying box circle daterange hstore int4multirange int4range int8range \
    jsonpath line lseg macaddr macaddr8 money numrange path pg_lsn pg_snapshot point polygon \
    refcursor regcollation regconfig regdictionary regnamespace regoper regoperator regproc \
    regprocedure regrole regtype tid timetz tsquery tsrange tstzrange tsvector varbit xid8 xml";

/// Tables and views of the system, sorted.
const TABLES: &str = "\
    pg_aggregate pg_am pg_attrdef pg_auth_members pg_available_extensions pg_cast pg_collation \
    pg_config pg_conversion pg_cursors pg_db_role_setting pg_default_acl pg_depend \
    pg_description pg_enum pg_event_trigger pg_extension pg_file_settings pg_foreign_table \
    pg_group pg_hba_file_rules pg_inherits pg_language pg_locks pg_matviews pg_opclass \
    pg_operator pg_partitioned_table pg_policies pg_policy pg_prepared_statements \
    pg_prepared_xacts pg_proc pg_publication pg_range pg_replication_slots pg_rewrite pg_rules \
    pg_seclabel pg_sequence pg_shadow pg_shdepend pg_shdescription pg_stat_all_indexes \
    pg_stat_all_tables pg_stat_archiver pg_stat_bgwriter pg_stat_checkpointer pg_stat_database \
    pg_stat_io pg_stat_progress_vacuum pg_stat_replication pg_stat_statements \
    pg_stat_user_indexes pg_stat_user_tables pg_stat_wal pg_statio_user_tables pg_statistic \
    pg_stats pg_subscription pg_tablespace pg_timezone_names pg_trigger pg_ts_config pg_type \
    pg_user_mapping";

/// Whether there is a function of that name in PostgreSQL which is not built here.
pub fn function(name: &str) -> bool {
    among(FUNCTIONS, name)
}

/// The same for a type.
pub fn data_type(name: &str) -> bool {
    among(TYPES, name)
}

/// The same for a table of the system.
pub fn table(name: &str) -> bool {
    among(TABLES, name)
}

fn among(words: &str, name: &str) -> bool {
    words.split(' ').any(|w| w == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [FUNCTIONS, TYPES, TABLES] {
            assert!(list.split(' ').is_sorted());
        }
    }
}
