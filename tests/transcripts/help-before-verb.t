Help that is asked for in front of a verb, and names with slashes in a request's path.

  $ docker --help run
  docker: 'docker run' requires at least 1 argument
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker run --help' for more information
  [1]
  $ docker --help create; docker --help container run; docker container --help create
  docker: 'docker create' requires at least 1 argument
  
  Usage:  docker create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker create --help' for more information
  docker: 'docker container run' requires at least 1 argument
  
  Usage:  docker container run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker container run --help' for more information
  docker: 'docker container create' requires at least 1 argument
  
  Usage:  docker container create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker container create --help' for more information
  [1]
  $ docker --help run --pull never busybox echo hi
  hi
  $ docker --help exec c1 ls | head -1
  Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]
  $ docker --help volume nope | head -1; docker --help nope x | head -1; docker --help help ps | head -1
  Usage:  docker volume COMMAND
  Usage:  docker [OPTIONS] COMMAND
  Usage:  docker help [command]
  $ docker --help run -x 2>&1 | head -1; docker --help ps -x 2>&1 | head -1; docker --help -x 2>&1 | head -1
  unknown shorthand flag: 'x' in -x
  unknown shorthand flag: 'x' in -x
  unknown shorthand flag: 'x' in -x
  $ docker --help --log-level x ps; docker --help --version | head -1
  Unable to parse logging level: x
  Usage:  docker [OPTIONS] COMMAND
  $ docker -h ps | head -1
  Flag shorthand -h has been deprecated, use --help
  Usage:  docker ps [OPTIONS]
  $ docker --help compose ps | head -1; docker --help compose nope | head -1; docker --help compose -x
  Usage:  docker compose ps [OPTIONS] [SERVICE...]
  Usage:  docker compose [OPTIONS] COMMAND
  unknown shorthand flag: 'x' in -x
  [1]
  $ docker --help=false ps -q; docker --help=x ps
  invalid argument "x" for "--help" flag: strconv.ParseBool: parsing "x": invalid syntax
  
  Usage:  docker [OPTIONS] COMMAND [ARG...]
  
  Run 'docker --help' for more information
  [125]
  $ docker compose --version x 2>&1 | sed -n '1,3p;$p'; docker compose -v x 2>&1 | sed -n '1p;$p'
  Error: unknown flag: --version
  Usage:
    version [OPTIONS] [flags]
  unknown flag: --version
  Error: unknown shorthand flag: 'v' in -v
  unknown shorthand flag: 'v' in -v
  $ docker history -q busybox | wc -l; docker tag busybox zz/b; docker history -q zz//b | wc -l; docker history zz/c/; docker rmi zz//b; docker rmi zz//b; docker history a//b
  1
  1
  Error response from daemon: No such image: zz/c:latest
  Untagged: zz/b:latest
  Error response from daemon: No such image: zz/b:latest
  Error response from daemon: No such image: a/b:latest
  [1]
  $ docker create --name c1 busybox true >/dev/null; docker kill -s 0 c1/; docker kill -s 0 /c1
  Error response from daemon: cannot kill container: c1: invalid signal: 0
  Error response from daemon: cannot kill container: c1: invalid signal: 0
  [1]
  $ docker --help history rm nope | head -1; docker history rm nope
  Usage:  docker history [OPTIONS] IMAGE
  docker: 'docker history' requires 1 argument
  
  Usage:  docker history [OPTIONS] IMAGE
  
  Run 'docker history --help' for more information
  [1]
