A host that is in no swarm refuses the nouns of one, after the client has looked at the words.

  $ docker service create
  docker: 'docker service create' requires at least 1 argument
  
  Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  See 'docker service create --help' for more information
  [1]
  $ docker service create --name web nginx
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker service inspect a b
  []
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker service scale a=1 b=2
  a: Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  b: Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker service scale a=x
  a: invalid replicas value x: strconv.ParseUint: parsing "x": invalid syntax
  [1]
  $ docker service bogus
  docker: unknown command: docker service bogus
  
  Usage:  docker service
  
  Run 'docker service --help' for more information
  [1]
  $ docker service create --replicas x nginx
  invalid argument "x" for "--replicas" flag: strconv.ParseUint: parsing "x": invalid syntax
  
  Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker service create --help' for more information
  [125]
  $ docker node ls
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker node inspect self
  []
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker node ps
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker node rm a b
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker node update --role boss a
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker stack ls
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker stack deploy web
  Specify a Compose file (with --compose-file)
  [1]
  $ docker stack deploy -c nope.yml web
  open nope.yml: no such file or directory
  [1]
  $ docker stack bogus
  docker: unknown command: docker stack bogus
  
  Usage:  docker stack [OPTIONS]
  
  Run 'docker stack --help' for more information
  [1]
  $ docker secret ls
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker secret create a
  secret file is required
  [1]
  $ docker secret create a nope
  error reading from nope: open nope: no such file or directory
  [1]
  $ echo x | docker secret create a -
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker config ls
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker config create a nope
  Error reading content from "nope": error reading from nope: open nope: no such file or directory
  [1]
  $ docker config rm a b
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker swarm leave
  Error response from daemon: This node is not part of a swarm
  [1]
  $ docker swarm join-token boss
  unknown role boss
  [1]
  $ docker swarm join-token worker
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker swarm join-token
  docker: 'docker swarm join-token' requires 1 argument
  
  Usage:  docker swarm join-token [OPTIONS] (worker|manager)
  
  Run 'docker swarm join-token --help' for more information
  [1]
  $ docker swarm unlock-key
  could not fetch unlock key: Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker swarm ca
  Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
  [1]
  $ docker swarm init extra
  docker: 'docker swarm init' accepts no arguments
  
  Usage:  docker swarm init [OPTIONS]
  
  Run 'docker swarm init --help' for more information
  [1]
  $ docker swarm init --availability maybe
  invalid availability "maybe", only active, pause and drain are supported
  [1]
  $ docker volume create v9
  v9
  $ docker volume update v9
  can only update cluster volumes
  [1]
  $ docker volume update nope
  Error response from daemon: get nope: no such volume
  [1]
  $ docker volume update
  docker: 'docker volume update' requires 1 argument
  
  Usage:  docker volume update [OPTIONS] [VOLUME]
  
  Run 'docker volume update --help' for more information
  [1]
  $ docker network create --scope swarm n9
  Error response from daemon: cannot create a swarm scoped network when swarm is not active
  [1]
  $ docker network create --ingress n9
  Error response from daemon: Ingress network can only be global scope network
  [1]
