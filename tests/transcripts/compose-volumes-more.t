Volumes with names, drivers and labels of their own, and such as others have made.

  $ mkdir vol; cd vol; v() { printf 'services:\n  a:\n    image: busybox\n    volumes: ["data:/data"]\nvolumes:\n  data:%b' "$1" > compose.yaml; }
  $ v ' {}\n'; docker compose create 2>&1 | grep Volume; docker volume inspect vol_data -f '{{json .Labels}}' | tr , '\n' | grep -v hash
   Volume vol_data  Creating
   Volume vol_data  Created
  "com.docker.compose.project":"vol"
  "com.docker.compose.version":"2.40.3"
  "com.docker.compose.volume":"data"}
  $ v ' {labels: {x: y}}\n'; docker compose create < /dev/null 2>&1 | sed 's/time="[^"]*"/TIME/'
  Volume "vol_data" exists but doesn't match configuration in compose file. Recreate (data will be lost)?
  $ v ' {name: other}\n'; docker compose create 2>&1 | grep Volume
   Volume other  Creating
   Volume other  Created
  $ v ' {external: true}\n'; docker compose create
  external volume "data" not found
  [1]
  $ v ' {external: true, name: other}\n'; docker compose create 2>&1 | sed 's/time="[^"]*"/TIME/'
  $ v ' {external: true, driver: local}\n'; docker compose config
  volumes.data: conflicting parameters "external" and "driver" specified
  [1]
  $ v ' {external: {name: old}}\n'; docker compose config
  time="<TIME>" level=warning msg="volumes.data: external.name is deprecated. Please set name and external: true"
  name: vol
  services:
    a:
      image: busybox
      networks:
        default: null
      volumes:
        - type: volume
          source: data
          target: /data
          volume: {}
  networks:
    default:
      name: vol_default
  volumes:
    data:
      name: old
      external: true
  $ v ' {driver: nope}\n'; docker compose -p vx create 2>&1 | tail -1
  Error response from daemon: create vx_data: error looking up volume plugin nope: plugin "nope" not found
  $ v ' {driver_opts: {type: tmpfs, device: tmpfs}}\n'; docker compose -p vy create 2>&1 | tail -1; docker volume inspect vy_data -f '{{json .Options}}'
   Container vy-a-1  Created
  {"device":"tmpfs","type":"tmpfs"}
  $ docker compose -p vy volumes --format '{{.Name}} {{.Driver}}'
  vy_data local
  $ docker compose -p vx down -v 2>&1 | tail -1
   Network vx_default  Removed
  $ docker compose down -v 2>&1 | grep Volume
   Volume vol_data  Removing
   Volume vol_data  Removed
