What inspect shows of a container's settings: every key in its order, and lists that are empty or missing.

  $ cat > seen <<'X'
  > docker inspect "$@" | jq --indent 4 'map(del(.Config.Env))' | sed 's/[0-9a-f]\{64\}/ID/g; s/..:..:..:..:..:../MAC/' | grep -v '"Created"\|Path":\|At":\|"Pid"\|Sandbox\|CgroupnsMode\|com.docker.compose.*\(files\|dir\|hash\|version\)'
  > X
  $ docker create --name ab --add-host h:1.2.3.4 --cap-add net_admin --cap-add CAP_SYS_TIME --cap-drop cap_chown --cap-drop ALL --cpu-shares 512 --cpus 1.5 --cpuset-cpus 0 --device /dev/null:/dev/n:r --device-cgroup-rule 'c 1:3 r' --dns 1.1.1.1 --dns-option ndots:2 --dns-search ex.org --domainname dom --entrypoint ls -e A=b --env EMPTY= --expose 81/udp --group-add 7 --health-cmd 'true' --health-interval 3s --health-retries 4 --health-start-period 2s --health-start-interval 1s --health-timeout 1s --hostname ho --init -i --ipc private --label l=m --log-opt max-size=1m -m 64m --memory-reservation 32m --memory-swap 128m --oom-score-adj 3 --pids-limit 50 -p 127.0.0.1:8090:80 -p 81:81/udp --read-only --restart on-failure:3 --security-opt no-new-privileges --shm-size 32m --stop-signal SIGINT --stop-timeout 5 --sysctl net.ipv4.ip_forward=1 --tmpfs /t:size=1m -t --ulimit nofile=10:20 --user 5:6 --userns host --uts host -v v1:/v -v /anon --mount type=volume,src=v2,dst=/v2 --volume-driver local --workdir /w busybox -l / 2>&1 | grep -v '^[0-9a-f]\{64\}$'; bash seen ab
  Error response from daemon: conflicting options: hostname and the UTS mode
  Error: No such object: ab
  []
  $ mkdir -p cc; printf 'services:\n  a:\n    image: busybox\n    environment: {A: b}\n    command: sleep 100\n' > cc/compose.yaml; cd cc; docker compose up -d >/dev/null 2>&1; bash ../seen cc-a-1; docker compose down -t 0 2>/dev/null
  [
      {
          "Id": "ID",
          "Args": [
              "100"
          ],
          "State": {
              "Status": "running",
              "Running": true,
              "Paused": false,
              "Restarting": false,
              "OOMKilled": false,
              "Dead": false,
              "ExitCode": 0,
              "Error": "",
          },
          "Image": "sha256:ID",
          "Name": "/cc-a-1",
          "RestartCount": 0,
          "Driver": "overlay2",
          "Platform": "linux",
          "MountLabel": "",
          "ProcessLabel": "",
          "AppArmorProfile": "",
          "ExecIDs": null,
          "HostConfig": {
              "Binds": null,
              "ContainerIDFile": "",
              "LogConfig": {
                  "Type": "json-file",
                  "Config": {}
              },
              "NetworkMode": "cc_default",
              "PortBindings": {},
              "RestartPolicy": {
                  "Name": "no",
                  "MaximumRetryCount": 0
              },
              "AutoRemove": false,
              "VolumeDriver": "",
              "VolumesFrom": null,
              "ConsoleSize": [
                  0,
                  0
              ],
              "CapAdd": null,
              "CapDrop": null,
              "Dns": null,
              "DnsOptions": null,
              "DnsSearch": null,
              "ExtraHosts": [],
              "GroupAdd": null,
              "IpcMode": "private",
              "Cgroup": "",
              "Links": null,
              "OomScoreAdj": 0,
              "PidMode": "",
              "Privileged": false,
              "PublishAllPorts": false,
              "ReadonlyRootfs": false,
              "SecurityOpt": null,
              "UTSMode": "",
              "UsernsMode": "",
              "ShmSize": 67108864,
              "Runtime": "runc",
              "Isolation": "",
              "CpuShares": 0,
              "Memory": 0,
              "NanoCpus": 0,
              "CgroupParent": "",
              "BlkioWeight": 0,
              "BlkioWeightDevice": null,
              "BlkioDeviceReadBps": null,
              "BlkioDeviceWriteBps": null,
              "BlkioDeviceReadIOps": null,
              "BlkioDeviceWriteIOps": null,
              "CpuPeriod": 0,
              "CpuQuota": 0,
              "CpuRealtimePeriod": 0,
              "CpuRealtimeRuntime": 0,
              "CpusetCpus": "",
              "CpusetMems": "",
              "Devices": null,
              "DeviceCgroupRules": null,
              "DeviceRequests": null,
              "MemoryReservation": 0,
              "MemorySwap": 0,
              "MemorySwappiness": null,
              "OomKillDisable": false,
              "PidsLimit": null,
              "Ulimits": null,
              "CpuCount": 0,
              "CpuPercent": 0,
              "IOMaximumIOps": 0,
              "IOMaximumBandwidth": 0,
              "MaskedPaths": [
                  "/proc/asound",
                  "/proc/acpi",
                  "/proc/interrupts",
                  "/proc/kcore",
                  "/proc/keys",
                  "/proc/latency_stats",
                  "/proc/timer_list",
                  "/proc/timer_stats",
                  "/proc/sched_debug",
                  "/proc/scsi",
                  "/sys/firmware",
                  "/sys/devices/virtual/powercap"
              ],
              "ReadonlyPaths": [
                  "/proc/bus",
                  "/proc/fs",
                  "/proc/irq",
                  "/proc/sys",
                  "/proc/sysrq-trigger"
              ]
          },
          "GraphDriver": {
              "Data": {
                  "ID": "ID",
                  "LowerDir": "/var/lib/docker/overlay2/ID-init/diff:/var/lib/docker/overlay2/ID/diff",
                  "MergedDir": "/var/lib/docker/overlay2/ID/merged",
                  "UpperDir": "/var/lib/docker/overlay2/ID/diff",
                  "WorkDir": "/var/lib/docker/overlay2/ID/work"
              },
              "Name": "overlay2"
          },
          "Mounts": [],
          "Config": {
    "Hostname": "<ID1>",
              "Domainname": "",
              "User": "",
              "AttachStdin": false,
              "AttachStdout": true,
              "AttachStderr": true,
              "Tty": false,
              "OpenStdin": false,
              "StdinOnce": false,
              "Cmd": [
                  "sleep",
                  "100"
              ],
              "Image": "busybox",
              "Volumes": null,
              "WorkingDir": "",
              "Entrypoint": null,
              "OnBuild": null,
              "Labels": {
                  "com.docker.compose.container-number": "1",
                  "com.docker.compose.depends_on": "",
                  "com.docker.compose.image": "sha256:ID",
                  "com.docker.compose.oneoff": "False",
                  "com.docker.compose.project": "cc",
                  "com.docker.compose.service": "a",
              }
          },
          "NetworkSettings": {
              "Bridge": "",
              "Ports": {},
              "HairpinMode": false,
              "LinkLocalIPv6Address": "",
              "LinkLocalIPv6PrefixLen": 0,
              "SecondaryIPAddresses": null,
              "SecondaryIPv6Addresses": null,
              "EndpointID": "",
              "Gateway": "",
              "GlobalIPv6Address": "",
              "GlobalIPv6PrefixLen": 0,
              "IPAddress": "",
              "IPPrefixLen": 0,
              "IPv6Gateway": "",
              "MacAddress": "",
              "Networks": {
                  "cc_default": {
                      "IPAMConfig": null,
                      "Links": null,
                      "Aliases": [
                          "cc-a-1",
                          "a"
                      ],
                      "MacAddress": "MAC",
                      "DriverOpts": null,
                      "GwPriority": 0,
                      "NetworkID": "ID",
                      "EndpointID": "ID",
    "Gateway": "<IP>",
    "IPAddress": "<IP>",
                      "IPPrefixLen": 16,
                      "IPv6Gateway": "",
                      "GlobalIPv6Address": "",
                      "GlobalIPv6PrefixLen": 0,
                      "DNSNames": [
                          "cc-a-1",
                          "a",
    "<ID1>"
                      ]
                  }
              }
          }
      }
  ]
  $ mkdir -p cd; cp seen cd; cd cd; printf 'services:\n  a:\n    image: busybox\n    command: ["sleep","100"]\n    cap_add: [NET_ADMIN, cap_sys_time]\n    cap_drop: [ALL]\n    dns: 1.1.1.1\n    extra_hosts: ["h:1.2.3.4"]\n    security_opt: [no-new-privileges]\n    tmpfs: /t\n    volumes: [v:/v, ./:/b:ro]\n    ports: ["8091:80", "127.0.0.1::81"]\n    expose: [82]\n    devices: [/dev/null:/dev/n]\n    ulimits: {nofile: 100}\n    sysctls: {net.ipv4.ip_forward: 1}\n    environment: {A: b}\n    healthcheck: {test: "true", interval: 3s}\n    logging: {driver: json-file, options: {max-size: 1m}}\n    mem_limit: 64m\n    cpus: 0.5\n    stop_grace_period: 3s\n    init: true\n    tty: true\n    stdin_open: true\n    user: "5"\n    working_dir: /w\n    hostname: ho\n    labels: {x: y}\n    restart: always\n    shm_size: 1m\n    read_only: true\n    entrypoint: ["sh","-c"]\nvolumes: {v: }\n' > compose.yaml; docker compose create 2>&1 | grep -v 'Creat'; bash seen cd-a-1; docker compose down -t 0 -v 2>/dev/null
  cp: cannot stat 'seen': No such file or directory
   Container cd-a-1  Error response from daemon: invalid mount config for type "volume": invalid mount path: 'v:/v' mount path must be absolute
  Error response from daemon: invalid mount config for type "volume": invalid mount path: 'v:/v' mount path must be absolute
  bash: seen: No such file or directory
