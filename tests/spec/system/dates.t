date: formats and expressions.

  $ date -u -d @0; date -u -d @86400 +%F; date -d @1 +%s
  Thu <DATE>:00 UTC 1970
  1970-01-02
  1
  $ date -u -d '2024-03-01 12:34:56.789' '+%a %A %b %B %d %e %H %I %j %k %l %m %M %N %p %P %S %u %U %V %W %w %y %Y %C %g %G %Z %z'
  Fri Friday Mar March 01  1 12 12 061 12 12 03 34 789000000 PM pm 56 5 08 09 09 5 24 2024 20 24 2024 UTC +0000
  $ date -u -d '2024-03-01 12:34:56' '+%c|%D|%F|%R|%r|%T|%x|%X|%h|%q|%%'
  Fri <DATE>:56 2024|03/01/24|2024-03-01|12:34|12:34:56 PM|12:34:56|03/01/24|12:34:56|Mar|1|%
  $ date -u -d '2024-03-01' '+%-d %_d %-m %05d %^a %#b %3N %:z %::z'
  1  1 3 00001 FRI MAR 000 +00:00 +00:00:00
  $ date -u -R -d @0; date -u -Iseconds -d @0; date -u -Ihours -d @0; date -u -I -d @0; date -u --rfc-3339=seconds -d @0
  Thu, 01 Jan 1970 00:00:00 +0000
  <TIME>
  1970-01-01T00+00:00
  1970-01-01
  <TIME>
  $ date -u -d '2024-01-31 +1 month' +%F; date -u -d '2024-03-01 -1 day' +%F; date -u -d '2024-01-01 2 weeks ago' +%F
  2024-03-02
  2024-02-29
  2023-12-18
  $ date -u -d '2024-05-05 next monday' +%F; date -u -d '2024-05-05 last friday' +%F; date -u -d 'thursday 2024-05-05' +%F
  2024-05-05
  2024-05-05
  2024-05-05
  $ date -u -d '1 Jan 2024 3pm' '+%F %T'; date -u -d 'Jan 2, 2024' +%F; date -u -d '1/2/2024' +%F; date -u -d 20240102 +%F
  <TIME>
  2024-01-02
  2024-01-02
  2024-01-02
  $ date -u -d '2024-01-02T03:04:05Z' +%s; date -u -d '2024-01-02T03:04:05+02:00' +%s; date -u -d '2024-01-02 03:04 EST' +%s
  1704164645
  1704157445
  1704182640
  $ TZ=EST5EDT date -d @1700000000; TZ=UTC-3 date -d @0
  Tue <DATE>:20 EST 2023
  Thu <DATE>:00 UTC 1970
  $ date -d nonsense; echo $?
  date: invalid date ‘nonsense’
  1
  $ date -d 2024-02-30; echo $?
  date: invalid date ‘2024-02-30’
  1
  $ date +%F extra; echo $?
  date: extra operand ‘extra’
  Try 'date --help' for more information.
  1
  $ date -Inonsense; echo $?
  date: invalid argument ‘nonsense’ for ‘--iso-8601’
  Valid arguments are:
    - ‘hours’
    - ‘minutes’
    - ‘date’
    - ‘seconds’
    - ‘ns’
  Try 'date --help' for more information.
  1
  $ date -z; echo $?
  date: invalid option -- 'z'
  Try 'date --help' for more information.
  1
  $ touch -d @1000000000 f; date -u -r f; date -r nofile; echo $?
  Sun <DATE>:40 UTC 2001
  date: nofile: No such file or directory
  1
  $ printf '2024-01-02\n@0\n' | date -u -f - +%F
  2024-01-02
  1970-01-01
  $ date -d @0 -r f; echo $?
  date: the options to specify dates for printing are mutually exclusive
  Try 'date --help' for more information.
  1
  $ date -u -d '1970-01-01 00:00:00 UTC +5 hours 30 minutes' +%T
  05:30:00
  $ date -u -d 'yesterday 2024-03-01' +%F; date -u -d 'tomorrow 2024-02-28' +%F
  2024-02-29
  2024-02-29
