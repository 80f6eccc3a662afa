What date makes of phrases, zones and forms, and of what is none.

  $ rm -rf ~/q; mkdir ~/q; cd ~/q; umask 022
  $ printf 'x' > f; touch -d '2025-03-04 05:06:07.123456789' f; printf '2025-01-01\nyesterday 2025-01-01\n2020-02-29 12:00\n' > dates; printf '2025-01-01\nbad\n2025-01-02\n' > bad
  $ date -d '2025-01-02 noon'
  date: invalid date ‘2025-01-02 noon’
  [1]
  $ date -d '2025-01-02 midnight'
  date: invalid date ‘2025-01-02 midnight’
  [1]
  $ date -d 'tomorrow noon' +%T
  date: invalid date ‘tomorrow noon’
  [1]
  $ date -d '2025-01-02 03:04:05' +'%:z|%::z|%:::z|%::::z|%:a'
  +00:00|+00:00:00|+00|%::::z|%:a
  $ date -d '2025-01-02 03:04:05' +'%10d|%-10d|%_10d|%010d|%10a|%^10a|%-10a'
  0000000002|2|         2|0000000002|       Thu|       THU|Thu
  $ date -d '2025-01-02 03:04:05' -Ifoo
  date: invalid argument ‘foo’ for ‘--iso-8601’
  Valid arguments are:
    - ‘hours’
    - ‘minutes’
    - ‘date’
    - ‘seconds’
    - ‘ns’
  Try 'date --help' for more information.
  [1]
  $ date -d '2025-01-02 03:04:05' -I s
  date: the argument ‘s’ lacks a leading '+';
  when using an option to specify date(s), any non-option
  argument must be a format string beginning with '+'
  Try 'date --help' for more information.
  [1]
  $ date -d '2025-01-02 03:04:05' --rfc-3339=foo
  date: invalid argument ‘foo’ for ‘--rfc-3339’
  Valid arguments are:
    - ‘date’
    - ‘seconds’
    - ‘ns’
  Try 'date --help' for more information.
  [1]
  $ date 0102
  date: invalid date ‘0102’
  [1]
  $ date ''
  date: invalid date ‘’
  [1]
  $ date -d 'a 2025-01-02' +%F
  2025-01-01
  $ date -d '9999-12-31' +%s
  253402214400
  $ date -d '99999-12-31' +%s
  3093527894400
  $ date -d '0001-01-01' +%s
  -62135596800
  $ date --resolution
  0.000000001
  $ date -d midnight
  date: invalid date ‘midnight’
  [1]
  $ date -d 'noon tomorrow'
  date: invalid date ‘noon tomorrow’
  [1]
  $ date -d 'today midnight'
  date: invalid date ‘today midnight’
  [1]
  $ date -d '2025-01-02 UTC UTC'
  date: invalid date ‘2025-01-02 UTC UTC’
  [1]
  $ date -d '2025-01-02T10'
  date: invalid date ‘2025-01-02T10’
  [1]
