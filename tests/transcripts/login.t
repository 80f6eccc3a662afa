Registries and logins, as far as nobody answers.

  $ docker login -u me --password-stdin < /dev/null
  Error: Cannot perform an interactive login from a non TTY device
  [1]
  $ docker login --password-stdin < /dev/null
  the --password-stdin option requires --username to be set
  [1]
  $ docker login -u me -p x --password-stdin
  conflicting options: cannot specify both --password and --password-stdin
  [1]
  $ docker login -u '' -p x
  username is empty
  [1]
  $ docker login -u me -p ''
  password is empty
  [1]
  $ docker login < /dev/null
  Error: Cannot perform an interactive login from a non TTY device
  [1]
  $ docker login a b
  docker: 'docker login' requires at most 1 argument
  
  Usage:  docker login [OPTIONS] [SERVER]
  
  SRun 'docker login --help' for more information
  [1]
  $ docker login -p
  flag needs an argument: 'p' in -p
  
  Usage:  docker login [OPTIONS] [SERVER]
  
  Run 'docker login --help' for more information
  [125]
  $ docker logout a b
  docker: 'docker logout' requires at most 1 argument
  
  Usage:  docker logout [SERVER]
  
  SRun 'docker logout --help' for more information
  [1]
  $ docker logout example.com
  Removing login credentials for example.com
  $ docker search
  docker: 'docker search' requires 1 argument
  
  Usage:  docker search [OPTIONS] TERM
  
  Run 'docker search --help' for more information
  [1]
  $ docker search a b
  docker: 'docker search' requires 1 argument
  
  Usage:  docker search [OPTIONS] TERM
  
  Run 'docker search --help' for more information
  [1]
  $ docker search --limit 200 x
  Error response from daemon: limit 200 is outside the range of [1, 100]
  [1]
  $ docker search --limit x y
  invalid argument "x" for "--limit" flag: strconv.ParseInt: parsing "x": invalid syntax
  
  Usage:  docker search [OPTIONS] TERM
  
  Run 'docker search --help' for more information
  [125]
  $ docker search --filter stars=many x
  Error response from daemon: invalid filter 'stars=many': strconv.Atoi: parsing "many": invalid syntax
  [1]
  $ docker search --filter nope=1 x
  Error response from daemon: invalid filter 'nope'
  [1]
  $ docker search --filter x y
  invalid argument "x" for "-f, --filter" flag: bad format of filter (expected name=value)
  
  Usage:  docker search [OPTIONS] TERM
  
  Run 'docker search --help' for more information
  [125]
  $ docker pull 'Bad Name'
  invalid reference format: repository name (library/Bad Name) must be lowercase
  [1]
  $ docker pull
  docker: 'docker pull' requires 1 argument
  
  Usage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]
  
  Run 'docker pull --help' for more information
  [1]
  $ docker pull a b
  docker: 'docker pull' requires 1 argument
  
  Usage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]
  
  Run 'docker pull --help' for more information
  [1]
  $ docker pull UPPER
  invalid reference format: repository name (library/UPPER) must be lowercase
  [1]
  $ docker pull busybox:bad:tag
  invalid reference format
  [1]
  $ docker pull -a busybox:latest
  tag can't be used with --all-tags/-a
  [1]
  $ docker pull --platform nope busybox
  Using default tag: latest
  Error response from daemon: "nope": unknown operating system or architecture: invalid argument
  [1]
  $ docker push nope
  Using default tag: latest
  The push refers to repository [docker.io/library/nope]
  An image does not exist locally with the tag: nope
  [1]
  $ docker push 'Bad Name'
  invalid reference format: repository name (library/Bad Name) must be lowercase
  [1]
  $ docker push -a busybox:latest
  tag can't be used with --all-tags/-a
  [1]
  $ docker push
  docker: 'docker push' requires 1 argument
  
  Usage:  docker push [OPTIONS] NAME[:TAG]
  
  Run 'docker push --help' for more information
  [1]
