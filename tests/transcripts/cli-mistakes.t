What is said of names, filters, options and templates that do not fit.

  $ docker run -d --name run1 -l k=v -p 8123:80 -v vol1:/data busybox sleep 1000 | wc -c; docker create --name cre1 busybox true | wc -c; docker network create --subnet 10.77.0.0/16 net1 | wc -c
  65
  65
  65
  $ docker start //cre1; docker stop /run1/; docker start run1/; docker start ../run1
  //cre1
  /run1/
  run1/
  Error response from daemon: page not found
  Error: failed to start containers: ../run1
  [1]
  $ docker volume rm ..; docker volume rm .
  Error response from daemon: page not found
  Error response from daemon: page not found
  [1]
  $ docker stats --no-stream ''; docker commit ''; docker network connect net1 ''; docker network disconnect '' run1
  invalid container name or ID: value is empty
  invalid container name or ID: value is empty
  invalid container name or ID: value is empty
  invalid network name or ID: value is empty
  [1]
  $ docker stats --no-stream --format '{{.Name}}' run1 run1
  run1
  $ docker ps --filter exited=99999999999999999999; docker ps --filter before=; docker ps --filter publish=
  Error response from daemon: invalid filter 'exited=99999999999999999999': strconv.Atoi: parsing "99999999999999999999": value out of range
  Error response from daemon: No such container:
  Error response from daemon: error while looking up for publish : Empty string specified for ports.
  [1]
  $ docker ps -q --filter id=; docker ps --filter network= --format '{{.Names}}'; docker ps -a -l --last 2 --format '{{.Names}}'
  run1
  cre1
  run1
  $ docker ps --format '{{.Label 3}}'; docker ps --format '{{eq .Names 3}}'; docker ps --format '{{index .Names 0}}'
  failed to execute template: template: :1:9: executing "" at <3>: expected string; found 3
  failed to execute template: template: :1:2: executing "" at <eq .Names 3>: error calling eq: incompatible types for comparison: string and int
  failed to execute template: template: :1:2: executing "" at <index .Names 0>: error calling index: reflect: string index out of range
  [1]
  $ docker inspect -s run1 -f '{{gt .SizeRootFs 1}}'; docker inspect run1 -f '{{gt .State.Pid 1.5}}'; docker inspect run1 -f '{{eq .State.Running "true"}}'
  
  template parsing error: template: :1:2: executing "" at <gt .SizeRootFs 1>: error calling gt: incompatible types for comparison: json.Number and int
  
  template parsing error: template: :1:2: executing "" at <gt .State.Pid 1.5>: error calling gt: incompatible types for comparison: json.Number and float64
  
  template parsing error: template: :1:2: executing "" at <eq .State.Running "true">: error calling eq: incompatible types for comparison: bool and string
  [1]
  $ docker inspect run1 -f '{{if .HostConfig.OomKillDisable}}y{{else}}n{{end}} {{.HostConfig.OomKillDisable}} {{.HostConfig.PidsLimit}}'
  y false <nil>
  $ docker create --name lim --pids-limit 5 --init busybox | wc -c; docker inspect lim -f '{{.HostConfig.PidsLimit}} {{eq .HostConfig.Init true}}'; docker inspect lim -f '{{eq .HostConfig.PidsLimit 5}}'
  65
  5 true
  
  template parsing error: template: :1:2: executing "" at <eq .HostConfig.PidsLimit 5>: error calling eq: incompatible types for comparison: json.Number and int
  [1]
  $ docker inspect run1 -f '{{(index .NetworkSettings.Networks "foo").IPAddress}}'; docker inspect run1 -f '{{(index .Mounts 0).Nope}}'; docker inspect run1 -f '{{index .NetworkSettings.Ports "81/tcp"}}'
  
  template parsing error: template: :1:35: executing "" at <"foo">: nil data; no entry for key "IPAddress"
  
  template parsing error: template: :1:17: executing "" at <0>: map has no entry for key "Nope"
  <no value>
  $ docker commit run1 sha256:abc; docker commit -c 'EXPOSE x' run1 im1; docker commit -c '# nothing' run1 im1; docker commit -c "$(printf 'ENV A=1\nENV B=2')" run1 im1 | wc -c; docker inspect im1 -f '{{json .Config.Env}}' | grep -o '"A=1","B=2"'
  Error response from daemon: refusing to create an ambiguous tag using digest algorithm as name
  Error response from daemon: Invalid containerPort: x
  Error response from daemon: file with no instructions
  72
  "A=1","B=2"
  $ docker import - im@sha256:0000000000000000000000000000000000000000000000000000000000000000 </dev/null; docker import --platform x/y - </dev/null
  Error response from daemon: cannot import digest reference
  Error response from daemon: operating system is not supported
  [1]
  $ docker save -o /dev/null busybox; docker export -o /dev/null run1
  failed to save image: cannot write to a character device file
  failed to export container: cannot write to a character device file
  [1]
  $ docker tag busybox localhost:5000/$(printf 'a%.0s' $(seq 250)); docker tag busybox a/$(printf 'b%.0s' $(seq 254)) 2>&1 | tail -c 60
  y/tag: repository name must not be more than 255 characters
  $ docker exec -w /etc/passwd run1 pwd
  OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/etc/passwd") set in config.json failed: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type
  [127]
  $ docker run --rm --device : busybox true; docker run --rm --log-opt mode=non-blocking --log-opt max-buffer-size=x busybox true; docker run --rm --log-opt cache-disabled=x busybox true; docker run --rm --log-opt cache-disabled=true busybox echo ok
  docker: bad format for path: :
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: error parsing option max-buffer-size: invalid size: 'x'
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid value for option cache-disabled: x
  
  Run 'docker run --help' for more information
  ok
  $ printf '[1,' > j1; printf '{"a":}' > j2; for f in j1 j2; do docker run --rm --security-opt seccomp=$f busybox true; done
  docker: compacting json for seccomp profile (j1) failed: unexpected end of JSON input
  
  Run 'docker run --help' for more information
  docker: compacting json for seccomp profile (j2) failed: invalid character '}' looking for beginning of value
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --cpuset-cpus 0-99999999 busybox true; docker run --rm --network container:run1 --ip 1.2.3.4 busybox true
  docker: Error response from daemon: Invalid value 0-99999999 for cpuset cpus: value of out range, maximum is 8192
  
  Run 'docker run --help' for more information
  docker: Error response from daemon: invalid config for network container:run1: invalid endpoint settings:
  user specified IP address is supported on user defined networks only
  
  Run 'docker run --help' for more information
  [125]
  $ docker run -d --name rng -p 0-5:80 busybox sleep 10 2>&1 | sed 's/([0-9a-f]*)/(ID)/' | tail -3; docker rm -f rng
  docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint rng (ID): invalid port range: 0-5
  
  Run 'docker run --help' for more information
  rng
  $ docker search ftp://x
  Error response from daemon: invalid repository name: repository name (ftp://x) should not have a scheme
  [1]
  $ docker volume prune -f --filter all=true --filter all=false
  Error response from daemon: invalid filter 'all=[false true]': only one value is expected
  [1]
