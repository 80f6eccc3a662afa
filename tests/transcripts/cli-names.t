A name that is empty is refused before anything is asked.

  $ docker stop ''
  invalid container name or ID: value is empty
  [1]
  $ docker kill ''
  invalid container name or ID: value is empty
  [1]
  $ docker start ''
  invalid container name or ID: value is empty
  Error: failed to start containers: 
  [1]
  $ docker wait ''
  invalid container name or ID: value is empty
  [1]
  $ docker logs ''
  invalid container name or ID: value is empty
  [1]
  $ docker port ''
  invalid container name or ID: value is empty
  [1]
  $ docker inspect ''
  []
  invalid container name or ID: value is empty
  [1]
  $ docker exec '' true
  invalid container name or ID: value is empty
  [1]
  $ docker volume rm ''
  invalid volume name or ID: value is empty
  [1]
  $ docker volume inspect ''
  []
  invalid volume name or ID: value is empty
  [1]
  $ docker network rm '' 2>&1 | head -1
  invalid network name or ID: value is empty
  $ docker plugin disable ''
  invalid plugin name or ID: value is empty
  [1]
  $ docker history ''
  Error response from daemon: page not found
  [1]
  $ docker context use ''
  context name cannot be empty
  [1]
  $ docker context export ''
  context name cannot be empty
  [1]
  $ docker build ''
  ERROR: failed to build: please specify build context (e.g. "." for the current directory)
  [1]
  $ docker logout ''
  Removing login credentials for https://index.docker.io/v1/

A letter is a byte to the reader of flags, and help takes a truth.

  $ docker run -é busybox
  unknown shorthand flag: 'Ã' in -é
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker ps --help=maybe
  invalid argument "maybe" for "--help" flag: strconv.ParseBool: parsing "maybe": invalid syntax
  
  Usage:  docker ps [OPTIONS]
  
  Run 'docker ps --help' for more information
  [125]
  $ docker volume --help=maybe
  invalid argument "maybe" for "--help" flag: strconv.ParseBool: parsing "maybe": invalid syntax
  
  Usage:  docker volume COMMAND
  
  Run 'docker volume --help' for more information
  [125]
  $ docker help --nope
  unknown flag: --nope
  
  Usage:  docker help [command]
  
  Run 'docker help --help' for more information
  [125]
  $ docker help nope
  unknown help topic: nope
  [1]
  $ docker volume --nope ls
  unknown flag: --nope
  
  Usage:  docker volume COMMAND
  
  Run 'docker volume --help' for more information
  [125]
