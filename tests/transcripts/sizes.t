Sizes that do not fit.

  $ try() { docker create --name xx "$@" busybox true >/dev/null; docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.MemoryReservation}} {{.HostConfig.ShmSize}} {{json .HostConfig.Tmpfs}}' xx 2>/dev/null; docker rm xx >/dev/null 2>&1; }
  $ for m in 99999999999g 9999999999g 99999999999 8589934592g 8388607t 8191p 9p 7.5g 1.5m 0 -1 1 5m 6m 6291456 6291455 6291456b 10kb 10KiB "10 m" 1e9 0x10 " 10m" 10M 10mb 10mib m .5g 5.g +10m; do echo "-- $m"; try -m "$m" 2>&1 | head -1; done
  -- 99999999999g
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 9999999999g
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 99999999999
  99999999999 199999999998 0 67108864 null
  -- 8589934592g
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 8388607t
  9223370937343148032 -2199023255552 0 67108864 null
  -- 8191p
  9222246136947933184 -2251799813685248 0 67108864 null
  -- 9p
  10133099161583616 20266198323167232 0 67108864 null
  -- 7.5g
  8053063680 16106127360 0 67108864 null
  -- 1.5m
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 0
  0 0 0 67108864 null
  -- -1
  invalid argument "-1" for "-m, --memory" flag: invalid size: '-1'
  -- 1
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 5m
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 6m
  6291456 12582912 0 67108864 null
  -- 6291456
  6291456 12582912 0 67108864 null
  -- 6291455
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 6291456b
  6291456 12582912 0 67108864 null
  -- 10kb
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 10KiB
  Error response from daemon: Minimum memory limit allowed is 6MB
  -- 10 m
  10485760 20971520 0 67108864 null
  -- 1e9
  1000000000 2000000000 0 67108864 null
  -- 0x10
  invalid argument "0x10" for "-m, --memory" flag: strconv.ParseFloat: parsing "0x10": invalid syntax
  --  10m
  invalid argument " 10m" for "-m, --memory" flag: strconv.ParseFloat: parsing " 10": invalid syntax
  -- 10M
  10485760 20971520 0 67108864 null
  -- 10mb
  10485760 20971520 0 67108864 null
  -- 10mib
  10485760 20971520 0 67108864 null
  -- m
  invalid argument "m" for "-m, --memory" flag: invalid size: 'm'
  -- .5g
  536870912 1073741824 0 67108864 null
  -- 5.g
  5368709120 10737418240 0 67108864 null
  -- +10m
  10485760 20971520 0 67108864 null
  $ for m in 99999999999g -1 -2 0 1 5m 10m; do echo "-- $m"; try -m 10m --memory-swap "$m" 2>&1 | head -1; done
  -- 99999999999g
  10485760 -9223372036854775808 0 67108864 null
  -- -1
  10485760 -1 0 67108864 null
  -- -2
  invalid argument "-2" for "--memory-swap" flag: invalid size: '-2'
  -- 0
  10485760 20971520 0 67108864 null
  -- 1
  Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage
  -- 5m
  Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage
  -- 10m
  10485760 10485760 0 67108864 null
  $ for m in -1 0 5m 99999999999g; do echo "-- $m"; try --memory-swap "$m" 2>&1 | head -1; done
  -- -1
  0 -1 0 67108864 null
  -- 0
  0 0 0 67108864 null
  -- 5m
  Error response from daemon: You should always set the Memory limit when using Memoryswap limit, see usage
  -- 99999999999g
  0 -9223372036854775808 0 67108864 null
  $ for m in 99999999999g 0 -1 1 64m 9223372036854775807 9223372036854775808; do echo "-- $m"; try --shm-size "$m" 2>&1 | head -1; done
  -- 99999999999g
  Error response from daemon: SHM size can not be less than 0
  -- 0
  0 0 0 67108864 null
  -- -1
  invalid argument "-1" for "--shm-size" flag: invalid size: '-1'
  -- 1
  0 0 0 1 null
  -- 64m
  0 0 0 67108864 null
  -- 9223372036854775807
  Error response from daemon: SHM size can not be less than 0
  -- 9223372036854775808
  Error response from daemon: SHM size can not be less than 0
  $ for m in 99999999999g 11m 5m 0 -1; do echo "-- $m"; try -m 10m --memory-reservation "$m" 2>&1 | head -1; done
  -- 99999999999g
  10485760 20971520 -9223372036854775808 67108864 null
  -- 11m
  Error response from daemon: Minimum memory limit can not be less than memory reservation limit, see usage
  -- 5m
  Error response from daemon: Minimum memory reservation allowed is 6MB
  -- 0
  10485760 20971520 0 67108864 null
  -- -1
  invalid argument "-1" for "--memory-reservation" flag: invalid size: '-1'
  $ for m in 99999999999g 999999999999999999999999g 1m -1 abc 1.5m; do echo "-- $m"; docker run --rm --tmpfs /x:size=$m busybox sh -c 'df -k /x | tail -1' 2>&1 | head -1 | sed 's/.*container init: //;s/  */ /g'; done
  -- 99999999999g
  tmpfs 14785607451541504 0 14785607451541504 0% /x
  -- 999999999999999999999999g
  tmpfs 7335941579472896 0 7335941579472896 0% /x
  -- 1m
  tmpfs 1024 0 1024 0% /x
  -- -1
  error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=-1: invalid argument
  -- abc
  error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=abc: invalid argument
  -- 1.5m
  error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=1.5m: invalid argument
  $ for m in 99999999999g 1m -1 abc 1.5m; do echo "-- $m"; docker run --rm --mount type=tmpfs,dst=/x,tmpfs-size=$m busybox sh -c 'df -k /x | tail -1' 2>&1 | head -1 | sed 's/.*container init: //;s/  */ /g'; done
  -- 99999999999g
  error mounting "tmpfs" to rootfs at "/x": mount src=tmpfs, dst=/x, dstFd=/proc/thread-self/fd/11, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC, data=size=-8589934592g: invalid argument
  -- 1m
  tmpfs 1024 0 1024 0% /x
  -- -1
  invalid argument "type=tmpfs,dst=/x,tmpfs-size=-1" for "--mount" flag: invalid value for tmpfs-size: -1
  -- abc
  invalid argument "type=tmpfs,dst=/x,tmpfs-size=abc" for "--mount" flag: invalid value for tmpfs-size: abc
  -- 1.5m
  tmpfs 1536 0 1536 0% /x
  $ for m in 777 0 1777 8 99999 abc -1 0777 "" 07777 17777; do echo "-- $m"; docker run --rm --mount type=tmpfs,dst=/x,tmpfs-mode=$m busybox stat -c %a /x 2>&1 | head -1 | sed 's/.*container init: //'; done
  -- 777
  777
  -- 0
  1777
  -- 1777
  1777
  -- 8
  invalid argument "type=tmpfs,dst=/x,tmpfs-mode=8" for "--mount" flag: invalid value for tmpfs-mode: 8
  -- 99999
  invalid argument "type=tmpfs,dst=/x,tmpfs-mode=99999" for "--mount" flag: invalid value for tmpfs-mode: 99999
  -- abc
  invalid argument "type=tmpfs,dst=/x,tmpfs-mode=abc" for "--mount" flag: invalid value for tmpfs-mode: abc
  -- -1
  invalid argument "type=tmpfs,dst=/x,tmpfs-mode=-1" for "--mount" flag: invalid value for tmpfs-mode: -1
  -- 0777
  777
  -- 
  invalid argument "type=tmpfs,dst=/x,tmpfs-mode=" for "--mount" flag: invalid value for tmpfs-mode: 
  -- 07777
  7777
  -- 17777
  7777
  $ for m in 99999999999 0 -1 -2 1.5 4194305 9223372036854775807; do echo "-- $m"; docker create --name xx --pids-limit "$m" busybox >/dev/null; docker inspect -f '{{.HostConfig.PidsLimit}}' xx 2>/dev/null; docker rm xx >/dev/null 2>&1; done 2>&1 | head -60
  -- 99999999999
  99999999999
  -- 0
  <nil>
  -- -1
  <nil>
  -- -2
  <nil>
  -- 1.5
  invalid argument "1.5" for "--pids-limit" flag: strconv.ParseInt: parsing "1.5": invalid syntax
  
  Usage:  docker create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker create --help' for more information
  
  -- 4194305
  4194305
  -- 9223372036854775807
  9223372036854775807
  $ for m in 0 1 0.01 0.001 2 3 100 -1 1e3 99999999999999999999 0.0000000001 .5 1.5.1; do echo "-- $m"; docker create --name xx --cpus "$m" busybox >/dev/null 2>e; head -1 e; docker inspect -f '{{.HostConfig.NanoCpus}}' xx 2>/dev/null; docker rm xx >/dev/null 2>&1; done
  -- 0
  0
  -- 1
  1000000000
  -- 0.01
  10000000
  -- 0.001
  1000000
  -- 2
  2000000000
  -- 3
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  -- 100
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  -- -1
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  -- 1e3
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  -- 99999999999999999999
  Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
  
  -- 0.0000000001
  invalid argument "0.0000000001" for "--cpus" flag: value is too precise
  
  -- .5
  500000000
  -- 1.5.1
  invalid argument "1.5.1" for "--cpus" flag: failed to parse 1.5.1 as a rational number
  
  [1]
  $ for m in 0 1 2 1024 262144 262145 -1 99999999999999999999; do echo "-- $m"; docker create --name xx --cpu-shares "$m" busybox >/dev/null 2>e; head -1 e; docker inspect -f '{{.HostConfig.CPUShares}}' xx 2>/dev/null; docker rm xx >/dev/null 2>&1; done
  -- 0
  0
  -- 1
  1
  -- 2
  2
  -- 1024
  1024
  -- 262144
  262144
  -- 262145
  262145
  -- -1
  Error response from daemon: invalid CPU shares (-1): value must be a positive integer
  
  -- 99999999999999999999
  invalid argument "99999999999999999999" for "-c, --cpu-shares" flag: strconv.ParseInt: parsing "99999999999999999999": value out of range
  
  [1]
  $ docker run --rm -m 99999999999 busybox true; docker run --rm --shm-size 99999999999999 busybox sh -c 'df -k /dev/shm | tail -1' | sed 's/  */ /g'
  shm 97656250000 0 97656250000 0% /dev/shm
  $ docker run --rm --shm-size 1 busybox sh -c 'df -k /dev/shm | tail -1' | sed 's/  */ /g'; docker run --rm --shm-size 0 busybox sh -c 'df -k /dev/shm | tail -1' | sed 's/  */ /g'
  shm 4 0 4 0% /dev/shm
  shm 65536 0 65536 0% /dev/shm
  $ docker volume create --opt type=tmpfs --opt device=tmpfs --opt o=size=99999999999g big; docker run --rm -v big:/x busybox sh -c 'df -k /x | tail -1' 2>&1 | sed 's/  */ /g'
  big
  tmpfs 14785607451541504 0 14785607451541504 0% /x
