Words of a mode that do not go with what is mounted.

  $ docker run --rm -v /tmp:/x:nocopy busybox true
  docker: Error response from daemon: invalid volume specification: '/tmp:/x:nocopy': invalid mount config for type "bind": field VolumeOptions must not be specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/x:shared busybox true
  docker: Error response from daemon: invalid volume specification: 'vol:/x:shared': invalid mount config for type "volume": field BindOptions must not be specified
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm -v vol:/x:ro,rw busybox true
  docker: Error response from daemon: invalid mode: ro,rw
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x:size busybox true
  docker: Error response from daemon: invalid tmpfs option "size"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x:size=1m,,ro busybox true
  docker: Error response from daemon: invalid tmpfs option ""
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --tmpfs /x --mount type=tmpfs,dst=/x busybox true
  $ docker run --rm --tmpfs /x -v vol:/x busybox true
  docker: Error response from daemon: Duplicate mount point: /x
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --volumes-from :ro busybox true
  docker: Error response from daemon: invalid name or ID supplied: ""
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --mount type=image,src=busybox,dst=/x,image-subpath=../x busybox true
  docker: Error response from daemon: invalid mount config for type "image": subpath must be a relative path within the volume
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --security-opt writable-cgroups=maybe busybox true
  docker: Error response from daemon: invalid --security-opt 2: "writable-cgroups=maybe"
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --gpus all,count=2 busybox true
  invalid argument "all,count=2" for "--gpus" flag: gpu request key 'count' can be specified only once
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --gpus all,x busybox true
  invalid argument "all,x" for "--gpus" flag: invalid count (x): value must be either "all" or an integer: invalid syntax
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --device '' busybox true
  docker: bad format for path: 
  
  Run 'docker run --help' for more information
  [125]
  $ docker run --rm --health-interval 1.5.5s busybox true
  invalid argument "1.5.5s" for "--health-interval" flag: time: missing unit in duration "1.5.5s"
  
  Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
  
  Run 'docker run --help' for more information
  [125]
  $ docker create --mac-address 02:42:ac:11:00:zz busybox
  docker: 02:42:ac:11:00:zz is not a valid mac address
  
  Run 'docker create --help' for more information
  [125]
