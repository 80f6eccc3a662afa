What is wrong with the client's own file is told, and the rest goes on.

  $ mkdir -p cf; t() { printf "$1" > cf/config.json; shift; docker --config cf "$@"; }
  $ t '{' ps -q
  WARNING: Error parsing config file (cf/config.json): unexpected EOF
  $ t '[]' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal array into Go value of type configfile.ConfigFile
  $ t '"x"' volume ls -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal string into Go value of type configfile.ConfigFile
  $ t '1' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal number into Go value of type configfile.ConfigFile
  $ t '' ps -q
  $ t '{"a":}' ps -q
  WARNING: Error parsing config file (cf/config.json): invalid character '}' looking for beginning of value
  $ t '{"a":1,}' ps -q
  WARNING: Error parsing config file (cf/config.json): invalid character '}' looking for beginning of object key string
  $ t '{a:1}' ps -q
  WARNING: Error parsing config file (cf/config.json): invalid character 'a' looking for beginning of object key string
  $ t '{"a":1}x' ps -q
  $ t '{"a":[1 2]}' ps -q
  WARNING: Error parsing config file (cf/config.json): invalid character '2' after array element
  $ t '// c' ps -q
  WARNING: Error parsing config file (cf/config.json): invalid character '/' looking for beginning of value
  $ t '{"psFormat":1}' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal number into Go struct field ConfigFile.psFormat of type string
  $ t '{"psFormat":"{{.Nope}}"}' ps -q
  failed to execute template: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext
  [1]
  $ t '{"HttpHeaders":[]}' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal array into Go struct field ConfigFile.HttpHeaders of type map[string]string
  $ t '{"auths":1}' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal number into Go struct field ConfigFile.auths of type map[string]types.AuthConfig
  $ t '{"auths":{"x":{"auth":"!!"}}}' ps -q
  WARNING: Error parsing config file (cf/config.json): illegal base64 data at input byte 0
  $ t '{"auths":{"x":{"auth":"eA=="}}}' ps -q
  WARNING: Error parsing config file (cf/config.json): Invalid auth configuration file
  $ t '{"auths":{"x":{"auth":"YTpi"}}}' ps -q
  $ t '{"currentContext":1}' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal number into Go struct field ConfigFile.currentContext of type string
  $ t '{"plugins":1}' ps -q
  WARNING: Error parsing config file (cf/config.json): json: cannot unmarshal number into Go struct field ConfigFile.plugins of type map[string]map[string]string
  $ t '{"aliases":{"x":"ps"}}' ps -q
  not allowed to alias "x" (allowed: map[string]struct {}{"builder":struct {}{}})
  [1]
  $ t '{"unknown":[1,2]}' ps -q
  $ mkdir -p cd/config.json; docker --config cd ps -q
  WARNING: Error parsing config file (cd/config.json): read cd/config.json: is a directory
  $ touch cx; docker --config cx ps -q
  WARNING: Error loading config file: open cx/config.json: not a directory
  $ t '{}' ps -q; chmod 0 cf/config.json; docker --config cf ps -q
  WARNING: Error loading config file: open cf/config.json: permission denied
