Times for --since, --until and the filter until: as much of a date as there is, in the layout that its look asks for.

  $ docker run -d --name q1 busybox sh -c 'echo out; sleep 1000' | wc -c
  65
  $ for t in 2020-01 2020-1-01 2020-13-01 2020-02-30 2020-01-01T 2020-01-01T10: 2020-01-01T10:0 2020-01-01T10:61 2020-01-01T24; do docker logs --since $t q1; done
  invalid value for "since": parsing time "2020-01" as "2006-01-02": cannot parse "" as "-"
  invalid value for "since": parsing time "2020-1-01" as "2006-01-02": cannot parse "1-01" as "01"
  invalid value for "since": parsing time "2020-13-01": month out of range
  invalid value for "since": parsing time "2020-02-30": day out of range
  invalid value for "since": parsing time "2020-01-01T" as "2006-01-02T15": cannot parse "" as "15"
  invalid value for "since": parsing time "2020-01-01T10:" as "2006-01-02T15:04": cannot parse "" as "04"
  invalid value for "since": parsing time "2020-01-01T10:0" as "2006-01-02T15:04": cannot parse "0" as "04"
  invalid value for "since": parsing time "2020-01-01T10:61": minute out of range
  invalid value for "since": parsing time "2020-01-01T24": hour out of range
  [1]
  $ for t in 2020-01-01T10:00:61 2020-01-01T10:00:00. 2020-01-01T10:00:00x 2020-01-01T10:00:00Z5 2020-01-01T10:00:00+2 2020-01-01T10:00:00+0200 20-01-01 x-y 2020-01-0x 2020-01-01x 2020/01/01 -5 1h- soon; do docker logs --until=$t q1; done
  invalid value for "until": parsing time "<TIME>": second out of range
  invalid value for "until": parsing time "<TIME>.": extra text: "."
  invalid value for "until": parsing time "<TIME>x": extra text: "x"
  invalid value for "until": parsing time "<TIME>5": extra text: "5"
  invalid value for "until": parsing time "<TIME>+2" as "2006-01-02T15:04Z07:00": cannot parse ":00+2" as "Z07:00"
  invalid value for "until": parsing time "<TIME>" as "2006-01-02T15:04Z07:00": cannot parse ":00+0200" as "Z07:00"
  invalid value for "until": parsing time "20-01-01" as "2006-01-02": cannot parse "20-01-01" as "2006"
  invalid value for "until": parsing time "x-y" as "2006-01-02": cannot parse "x-y" as "2006"
  invalid value for "until": parsing time "2020-01-0x" as "2006-01-02": cannot parse "0x" as "02"
  invalid value for "until": parsing time "2020-01-01x": extra text: "x"
  invalid value for "until": failed to parse value as time or duration: "2020/01/01"
  invalid value for "until": parsing time "-5" as "2006-01-02": cannot parse "-5" as "2006"
  invalid value for "until": parsing time "1h-" as "2006-01-02": cannot parse "1h-" as "2006"
  invalid value for "until": failed to parse value as time or duration: "soon"
  [1]
  $ for t in 2020-01-01 2020-01-01T1 2020-01-01T10:00 2020-01-01T10:00:00.5 2020-01-01Z 2020-01-01+02:00 2020-01-01T10:00:00Z 2020-01-01T10:00:00+02:00 1577836800.5 0 ''; do docker logs --since=$t q1; done
  out
  out
  out
  out
  out
  out
  out
  out
  out
  out
  out
  $ docker logs --since '2020-01-01 10:00:00' q1
  invalid value for "since": parsing time "<TIME>": extra text: " 10:00:00"
  [1]
  $ docker container prune -f --filter until=2020-13-01
  Error response from daemon: parsing time "2020-13-01": month out of range
  [1]
  $ docker container prune -f --filter until=2020-01-01T1
  Total reclaimed space: 0B
  $ docker image prune -f --filter until=2020-01-01T10:
  Error response from daemon: parsing time "2020-01-01T10:" as "2006-01-02T15:04": cannot parse "" as "04"
  [1]
  $ docker network prune -f --filter until=x
  Error response from daemon: failed to parse value as time or duration: "x"
  [1]
  $ docker events --since 2020-01 --until 1s
  parsing time "2020-01" as "2006-01-02": cannot parse "" as "-"
  [1]
  $ docker events --since 2030-01-01 --until 2020-01-01
  Error response from daemon: `since` time (1893456000.000000000) cannot be after `until` time (1577836800.000000000)
  [1]
  $ docker events --since 5 --until 1.5
  Error response from daemon: `since` time (5) cannot be after `until` time (1.5)
  [1]
