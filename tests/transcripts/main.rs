//! Sessions recorded on a real Docker Engine, replayed on the simulated one. A transcript is prose with
//! indented steps: a command behind `$`, more lines of it behind `>`, then its output, then its exit status
//! in brackets when that is not 0. A step agrees when output and status do, after what differs from run to
//! run has been replaced. Steps that are known to disagree are listed in `KNOWN_GAPS`; one that agrees now
//! fails the run until it is taken off the list.

mod normalise;
mod replay;
mod transcript;

use replay::replay;

macro_rules! transcripts {
    ($($name:ident $file:literal)*) => {
        const FILES: &[&str] = &[$($file),*];
        $(#[test]
        fn $name() {
            let report = replay($file, include_str!(concat!("../transcripts/", $file)), &transcript::gaps(GAPS));
            assert!(report.is_empty(), "\n{report}");
        })*
    };
}

transcripts! {
    anonymous_images "anonymous-images.t"
    anonymous_more "anonymous-more.t"
    anonymous_volumes "anonymous-volumes.t"
    ash_ends "ash-ends.t"
    backup_databases "backup-databases.t"
    backup_restore "backup-restore.t"
    backups "backups.t"
    bad_archives_paths "bad-archives-paths.t"
    bad_archives_zeros "bad-archives-zeros.t"
    bad_archives "bad-archives.t"
    bad_images "bad-images.t"
    bad_words "bad-words.t"
    bind_mounts "bind-mounts.t"
    bind_owners "bind-owners.t"
    bind_words "bind-words.t"
    build_archives "build-archives.t"
    build_checks "build-checks.t"
    build_contexts "build-contexts.t"
    build_copies "build-copies.t"
    build_history "build-history.t"
    build_ignore "build-ignore.t"
    build_mistakes "build-mistakes.t"
    build_mounts "build-mounts.t"
    build_output "build-output.t"
    build_refusals "build-refusals.t"
    build_stages "build-stages.t"
    build_words "build-words.t"
    build "build.t"
    buildx "buildx.t"
    busybox_files "busybox-files.t"
    cli_config_file "cli-config-file.t"
    cli_edges "cli-edges.t"
    cli_hosts "cli-hosts.t"
    cli_mistakes "cli-mistakes.t"
    cli_names "cli-names.t"
    cli_times "cli-times.t"
    commit_changes "commit-changes.t"
    commit_volumes "commit-volumes.t"
    commit "commit.t"
    compose_attached "compose-attached.t"
    compose_bad_files "compose-bad-files.t"
    compose_bake "compose-bake.t"
    compose_build "compose-build.t"
    compose_changes "compose-changes.t"
    compose_config "compose-config.t"
    compose_data "compose-data.t"
    compose_depends "compose-depends.t"
    compose_errors "compose-errors.t"
    compose_health "compose-health.t"
    compose_lifecycle "compose-lifecycle.t"
    compose_mistakes "compose-mistakes.t"
    compose_networks "compose-networks.t"
    compose_reaching "compose-reaching.t"
    compose_secrets "compose-secrets.t"
    compose_short "compose-short.t"
    compose_take_out "compose-take-out.t"
    compose_up "compose-up.t"
    compose_variables "compose-variables.t"
    compose_volumes_kept "compose-volumes-kept.t"
    compose_volumes_more "compose-volumes-more.t"
    compose_volumes_shared "compose-volumes-shared.t"
    compose_volumes "compose-volumes.t"
    context "context.t"
    copy_up_owners "copy-up-owners.t"
    copy_up "copy-up.t"
    cp_errors "cp-errors.t"
    cp_kinds "cp-kinds.t"
    cp_link_loops "cp-link-loops.t"
    cp_links "cp-links.t"
    cp_more "cp-more.t"
    cp "cp.t"
    create_fails "create-fails.t"
    deep_trees "deep-trees.t"
    df "df.t"
    diff "diff.t"
    dumps "dumps.t"
    engine_health "engine-health.t"
    engine_limits "engine-limits.t"
    engine_logs "engine-logs.t"
    engine_on_disk "engine-on-disk.t"
    engine_states "engine-states.t"
    engine_users "engine-users.t"
    engine_volumes "engine-volumes.t"
    env "env.t"
    errors_volumes "errors-volumes.t"
    errors_words "errors-words.t"
    errors "errors.t"
    events_filters "events-filters.t"
    events "events.t"
    exec_ended "exec-ended.t"
    exec_errors "exec-errors.t"
    exec_more "exec-more.t"
    exec "exec.t"
    exit_codes "exit-codes.t"
    export_import "export-import.t"
    health_more "health-more.t"
    healthcheck "healthcheck.t"
    host_shell "host-shell.t"
    httpd "httpd.t"
    images "images.t"
    inspect "inspect.t"
    interrupt_daemon "interrupt-daemon.t"
    interrupt "interrupt.t"
    interrupts "interrupts.t"
    ip_and_cpus "ip-and-cpus.t"
    kill_pause "kill-pause.t"
    labels "labels.t"
    lifecycle "lifecycle.t"
    limits_inside "limits-inside.t"
    limits "limits.t"
    login "login.t"
    logs_options "logs-options.t"
    logs "logs.t"
    many_at_once "many-at-once.t"
    memory_eaten "memory-eaten.t"
    mount_modes "mount-modes.t"
    mount_points "mount-points.t"
    mount_syntax "mount-syntax.t"
    mount_words "mount-words.t"
    mounts_more "mounts-more.t"
    mounts_nested "mounts-nested.t"
    name_conflicts "name-conflicts.t"
    network_connect "network-connect.t"
    network_files "network-files.t"
    network_more "network-more.t"
    network_moves "network-moves.t"
    network_names "network-names.t"
    network_options "network-options.t"
    network_settings "network-settings.t"
    network_words "network-words.t"
    networks "networks.t"
    one_liners "one-liners.t"
    options_honoured "options-honoured.t"
    permissions_more "permissions-more.t"
    permissions "permissions.t"
    port "port.t"
    ports_left "ports-left.t"
    ports_more "ports-more.t"
    postgres_init "postgres-init.t"
    postgres_psql "postgres-psql.t"
    postgres_settings "postgres-settings.t"
    postgres "postgres.t"
    prune_answers "prune-answers.t"
    prune_filters "prune-filters.t"
    prunes "prunes.t"
    ps "ps.t"
    recent "recent.t"
    redis "redis.t"
    references "references.t"
    refused_more "refused-more.t"
    rename "rename.t"
    resolv_conf "resolv-conf.t"
    restart_policies "restart-policies.t"
    restart "restart.t"
    rights_of_users "rights-of-users.t"
    rights_shared "rights-shared.t"
    run_words "run-words.t"
    run "run.t"
    save_load_more "save-load-more.t"
    save_load "save-load.t"
    shell_replaced "shell-replaced.t"
    stdin_kept "stdin-kept.t"
    swarm "swarm.t"
    system "system.t"
    tag_rmi "tag-rmi.t"
    template_arity "template-arity.t"
    template_errors "template-errors.t"
    templates "templates.t"
    tmpfs_more "tmpfs-more.t"
    tmpfs "tmpfs.t"
    told_more "told-more.t"
    top "top.t"
    update "update.t"
    usage "usage.t"
    users "users.t"
    volume_in_use "volume-in-use.t"
    volume_kinds "volume-kinds.t"
    volume_life "volume-life.t"
    volume_lifecycle "volume-lifecycle.t"
    volume_ls_filters "volume-ls-filters.t"
    volume_options "volume-options.t"
    volume_outlives "volume-outlives.t"
    volume_prune "volume-prune.t"
    volume_states "volume-states.t"
    volume_subpaths "volume-subpaths.t"
    volume_survives "volume-survives.t"
    volume_users "volume-users.t"
    volumes_from "volumes-from.t"
    wait_top_stats "wait-top-stats.t"
    wait "wait.t"
    writable_layer "writable-layer.t"
}

const GAPS: &str = include_str!("KNOWN_GAPS");

#[test]
fn the_list_holds_every_transcript() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of transcripts")
        .map(|entry| entry.expect("an entry").file_name().display().to_string())
        .filter(|name| name.ends_with(".t"))
        .collect();
    files.sort();
    assert_eq!(FILES, files);
}

#[test]
fn every_known_gap_names_a_step() {
    for gap in transcript::gaps(GAPS) {
        assert!(
            FILES.contains(&gap.file.as_str()),
            "KNOWN_GAPS names {}, which is not there",
            gap.file
        );
    }
}
