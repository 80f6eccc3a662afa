What the builder's checks find in a Dockerfile is told at the end of a build, however it ends.

  $ t() { printf "$1" > D; docker build --progress plain -f D . 2>&1 | sed -n "s/\x1b\[[0-9]*m//;/warning/,\$p" | LC_ALL=C sort; }; mkdir src; echo a > src/a; echo ff > f
  $ t "FROM busybox\nCMD a\nENTRYPOINT b\nMAINTAINER x\n"
   - JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 2)
   - JSONArgsRecommended: JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals (line 3)
   - MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 4)
   3 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nENV PASSWORD=1 PUBLIC_KEY=2\nARG TOKEN\nARG API_KEY=x\nARG author\n"
   - SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ARG "API_KEY") (line 4)
   - SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ARG "TOKEN") (line 3)
   - SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ENV "PASSWORD") (line 2)
   3 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nENV A b\nWORKDIR c\nWORKDIR d\nRUN echo \$Q\n"
   - LegacyKeyValueFormat: "ENV key=value" should be used instead of legacy "ENV key value" format (line 2)
   - WorkdirRelativePath: Relative workdir "c" can have unexpected results if the base image changes (line 3)
   2 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nENTRYPOINT [\"c\"]\nENTRYPOINT [\"d\"]\nCMD [\"a\"]\nCMD [\"b\"]\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b\n"
   - MultipleInstructionsDisallowed: Multiple CMD instructions should not be used in the same stage because only the last one will be used (line 4)
   - MultipleInstructionsDisallowed: Multiple ENTRYPOINT instructions should not be used in the same stage because only the last one will be used (line 2)
   - MultipleInstructionsDisallowed: Multiple HEALTHCHECK instructions should not be used in the same stage because only the last one will be used (line 6)
   3 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nRUN echo a \\\\\n\n  b\nCMD [\"x\",y]\n"
   - JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 5)
   - NoEmptyContinuation: Empty continuation line (line 4)
   2 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nrun echo a\ncmd [\"x\"]\n"; t "from busybox\nrun echo a\nCMD [\"x\"]\n"; t "from busybox as b\nrun echo a\n"
   - ConsistentInstructionCasing: Command 'FROM' should match the case of the command majority (lowercase) (line 1)
   1 warning found (use docker --debug to expand):
   - ConsistentInstructionCasing: Command 'CMD' should match the case of the command majority (lowercase) (line 3)
   1 warning found (use docker --debug to expand):
  $ t "FROM busybox as b\nLABEL a b\nCOPY f \$Z/f\nENV P=\$PATH:\$FOO\n"
   - FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)
   - LegacyKeyValueFormat: "LABEL key=value" should be used instead of legacy "LABEL key value" format (line 2)
   - UndefinedVar: Usage of undefined variable '$FOO' (line 4)
   - UndefinedVar: Usage of undefined variable '$Z' (line 3)
   4 warnings found (use docker --debug to expand):
  $ t "FROM busybox AS B\nFROM busybox AS b\nFROM busybox AS context\n"
   - DuplicateStageName: Duplicate stage name "b", stage names should be unique (line 2)
   - ReservedStageName: Stage name should not use the same name as reserved stage "context" (line 3)
   - StageNameCasing: Stage name 'B' should be lowercase (line 1)
   3 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nSHELL [\"sh\"]\nCMD a\n"
  $ t "FROM busybox\nEXPOSE 80/TCP\nEXPOSE 1.2.3.4:80:80\n"
   - ExposeInvalidFormat: EXPOSE instruction should not define an IP address or host-port mapping, found '1.2.3.4:80:80' (line 3)
   - ExposeProtoCasing: Defined protocol '80/TCP' in EXPOSE instruction should be lowercase (line 2)
   2 warnings found (use docker --debug to expand):
  $ t "ARG V\nFROM busybox:\$V\n"
     1 |     ARG V
     2 | >>> FROM busybox:$V
     3 |     
   - InvalidDefaultArgInFrom: Default value for ARG busybox:$V results in empty or invalid base image name (line 2)
   1 warning found (use docker --debug to expand):
  --------------------
  --------------------
  D:2
  ERROR: failed to build: failed to solve: failed to parse stage name "busybox:": invalid reference format
  $ t "FROM busybox:\$V\n"
     1 | >>> FROM busybox:$V
     2 |     
   - InvalidDefaultArgInFrom: Default value for ARG busybox:$V results in empty or invalid base image name (line 1)
   - UndefinedArgInFrom: FROM argument 'V' is not declared (line 1)
   2 warnings found (use docker --debug to expand):
  --------------------
  --------------------
  D:1
  ERROR: failed to build: failed to solve: failed to parse stage name "busybox:": invalid reference format
  $ t "FROM --platform=\$TARGETPLATFORM busybox\nFROM --platform=linux/amd64 busybox\nFROM --platform=\$BUILDPLATFORM busybox AS linux\n"
   - FromPlatformFlagConstDisallowed: FROM --platform flag should not use constant value "linux/amd64" (line 2)
   - RedundantTargetPlatform: Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior (line 1)
   2 warnings found (use docker --debug to expand):
  $ t "FROM busybox AS a\nARG X=1\nFROM a\nCOPY f \$X\$NN\n"
   - UndefinedVar: Usage of undefined variable '$NN' (did you mean $X?) (line 4)
   1 warning found (use docker --debug to expand):
  $ t "FROM busybox\nARG FOO\nRUN echo \${FOO} \${BAR}\nENV X=\${BAR:-y} FOOD=1\nENV Z=\$FOOF\nENV PATHH=\$PAHT\n"
   - UndefinedVar: Usage of undefined variable '$BAR' (line 4)
   - UndefinedVar: Usage of undefined variable '$FOOF' (did you mean $FOOD?) (line 5)
   - UndefinedVar: Usage of undefined variable '$PAHT' (did you mean $PATH?) (line 6)
   3 warnings found (use docker --debug to expand):
  $ t "# check=skip=JSONArgsRecommended\nFROM busybox\nCMD a\nENV A b\n"; t "# check=skip=all\nFROM busybox\nCMD a\n"
   - LegacyKeyValueFormat: "ENV key=value" should be used instead of legacy "ENV key value" format (line 4)
   1 warning found (use docker --debug to expand):
  $ t "# check=error=true\nFROM busybox\nCMD a\n"
   - JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 3)
   1 warning found (use docker --debug to expand):
  ERROR: failed to build: failed to solve: lint violation found for rules: JSONArgsRecommended
  $ t "FROM busybox\n# check=skip=JSONArgsRecommended\nCMD a\nENTRYPOINT b\n"
   - JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 3)
   - JSONArgsRecommended: JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals (line 4)
   2 warnings found (use docker --debug to expand):
  $ t "# check=experimental=all\n# what\nFROM busybox AS base\n# not\nARG A=1\n"; echo f > .dockerignore; t "# check=experimental=CopyIgnoredFile\nFROM busybox\nCOPY f* src /x/\nADD src /y/\n"; rm .dockerignore
   - InvalidDefinitionDescription: Comment for ARG should follow the format: `# A <description>` (line 5)
   - InvalidDefinitionDescription: Comment for FROM should follow the format: `# base <description>` (line 3)
   2 warnings found (use docker --debug to expand):
  $ t "FROM busybox\nENV X=1\nENV Y=\${X:?}\${Q:?no}\n"
     1 |     FROM busybox
     2 |     ENV X=1
     3 | >>> ENV Y=${X:?}${Q:?no}
     4 |     
   - UndefinedVar: Usage of undefined variable '$Q' (did you mean $X?) (line 3)
   1 warning found (use docker --debug to expand):
  --------------------
  --------------------
  D:3
  ERROR: failed to build: failed to solve: failed to process "${X:?}${Q:?no}": Q: no
  $ t "FROM busybox\nCMD a\nRUN false\n" | sed 's/^[0-9.]* //'
    1 |     FROM busybox
    2 |     CMD a
    3 | >>> RUN false
    4 |     
  - JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 2)
  1 warning found (use docker --debug to expand):
  --------------------
  --------------------
  D:3
  ERROR: failed to build: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1
  $ printf "FROM busybox\nCMD a\n" > D; docker -D build -f D . 2>&1 | sed -n "/warning/,\$p"
   [33m1 warning found:
  [0m - JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 2)
  JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals
  More info: https://docs.docker.com/go/dockerfile/rule/json-args-recommended/
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> CMD a
     3 |     
  --------------------
  
  $ docker build -q -f D . 2>&1 | cut -c1-7
  sha256:

They can be asked for alone, and so can a Dockerfile's stages and what its target takes.

  $ docker build --check -f D . 2>/dev/null; echo $?
  Check complete, 1 warning has been found!
  
  WARNING: JSONArgsRecommended - https://docs.docker.com/go/dockerfile/rule/json-args-recommended/
  JSON arguments recommended for CMD to prevent unintended behavior related to OS signals
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> CMD a
     3 |     
  --------------------
  1
  $ printf "FROM busybox\nCMD a\nENV A b\nMAINTAINER x\n" > D; docker build --call check -f D . 2>/dev/null
  Check complete, 3 warnings have been found!
  
  WARNING: JSONArgsRecommended - https://docs.docker.com/go/dockerfile/rule/json-args-recommended/
  JSON arguments recommended for CMD to prevent unintended behavior related to OS signals
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> CMD a
     3 |     ENV A b
     4 |     MAINTAINER x
  --------------------
  
  WARNING: LegacyKeyValueFormat - https://docs.docker.com/go/dockerfile/rule/legacy-key-value-format/
  "ENV key=value" should be used instead of legacy "ENV key value" format
  D:3
  --------------------
     1 |     FROM busybox
     2 |     CMD a
     3 | >>> ENV A b
     4 |     MAINTAINER x
     5 |     
  --------------------
  
  WARNING: MaintainerDeprecated - https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/
  Maintainer instruction is deprecated in favor of using label
  D:4
  --------------------
     2 |     CMD a
     3 |     ENV A b
     4 | >>> MAINTAINER x
     5 |     
  --------------------
  [1]
  $ printf "FROM busybox\nCMD [\"a\"]\n" > D; docker build --check -f D . 2>/dev/null; echo $?; docker build --call=lint,ignorestatus=true -f D . 2>/dev/null
  Check complete, no warnings found.
  0
  Check complete, no warnings found.
  $ printf "FROM busybox\nBOGUS\n" > D; docker build --check -f D . 2>&1 | sed 's/ [0-9.]*s$//;/transferring/d'
  #0 building with "default" instance using docker driver
  
  #1 [internal] load build definition from D
  #1 DONE
  ERROR: dockerfile parse error on line 2: unknown instruction: BOGUS
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> BOGUS
     3 |     
  --------------------
  
  $ printf "FROM busybox\nCMD a\nCOPY --bogus a b\n" > D; docker build --check -f D . 2>&1 | sed '1,/DONE/d'
  ERROR: dockerfile parse error on line 3: unknown flag: --bogus
  D:3
  --------------------
     1 |     FROM busybox
     2 |     CMD a
     3 | >>> COPY --bogus a b
     4 |     
  --------------------
  
  $ printf "# check=bogus\nFROM busybox\n" > D; docker build --check -f D . 2>&1 | tail -2
  ERROR: failed to parse check options: invalid check option "bogus"
  
  $ printf "FROM busybox AS base\nARG A=1\nARG B\nRUN --mount=type=secret,id=tok,required true\nFROM base AS dev\nARG C=3\nFROM base\n" > D; docker build --call outline -f D . 2>/dev/null
  BUILD ARG   VALUE   DESCRIPTION
  A           1       
  B                   
  
  SECRET   REQUIRED
  tok      true
  
  $ docker build --call outline --target dev -f D . 2>/dev/null; docker build --call outline --build-arg A=9 -f D . 2>/dev/null | head -3
  TARGET: dev
  
  BUILD ARG   VALUE   DESCRIPTION
  A           1       
  B                   
  C           3       
  
  SECRET   REQUIRED
  tok      true
  
  BUILD ARG   VALUE   DESCRIPTION
  A           9       
  B                   
  $ docker build --call targets -f D . 2>/dev/null
  TARGET    DESCRIPTION
  base      
  dev       
  (default) 
  $ docker build --call=targets,format=json -f D . 2>/dev/null
  {
    "targets": [
      {
        "name": "base",
        "base": "busybox",
        "location": {
          "ranges": [
            {
              "start": {
                "line": 1
              },
              "end": {
                "line": 1
              }
            }
          ]
        }
      },
      {
        "name": "dev",
        "base": "base",
        "location": {
          "ranges": [
            {
              "start": {
                "line": 5
              },
              "end": {
                "line": 5
              }
            }
          ]
        }
      },
      {
        "default": true,
        "base": "base",
        "location": {
          "ranges": [
            {
              "start": {
                "line": 7
              },
              "end": {
                "line": 7
              }
            }
          ]
        }
      }
    ],
    "sources": [
      "RlJPTSBidXN5Ym94IEFTIGJhc2UKQVJHIEE9MQpBUkcgQgpSVU4gLS1tb3VudD10eXBlPXNlY3JldCxpZD10b2sscmVxdWlyZWQgdHJ1ZQpGUk9NIGJhc2UgQVMgZGV2CkFSRyBDPTMKRlJPTSBiYXNlCg=="
    ]
  }
  $ docker build --call=outline,format=json -f D . 2>/dev/null
  {
    "args": [
      {
        "name": "A",
        "value": "1",
        "location": {
          "ranges": [
            {
              "start": {
                "line": 2
              },
              "end": {
                "line": 2
              }
            }
          ]
        }
      },
      {
        "name": "B",
        "location": {
          "ranges": [
            {
              "start": {
                "line": 3
              },
              "end": {
                "line": 3
              }
            }
          ]
        }
      }
    ],
    "secrets": [
      {
        "name": "tok",
        "required": true,
        "location": {
          "ranges": [
            {
              "start": {
                "line": 4
              },
              "end": {
                "line": 4
              }
            }
          ]
        }
      }
    ],
    "sources": [
      "RlJPTSBidXN5Ym94IEFTIGJhc2UKQVJHIEE9MQpBUkcgQgpSVU4gLS1tb3VudD10eXBlPXNlY3JldCxpZD10b2sscmVxdWlyZWQgdHJ1ZQpGUk9NIGJhc2UgQVMgZGV2CkFSRyBDPTMKRlJPTSBiYXNlCg=="
    ]
  }
  $ docker build --call=check,format=json -f D . 2>/dev/null | jq -c .warnings
  null
  $ docker build --call bogus -f D . 2>&1 | tail -1; docker build --call check,x=y .; docker build --call check,outline .; docker build --call check,ignorestatus=x .
  ERROR: failed to build: failed to solve: unsupported request frontend.bogus: unsupported request frontend.bogus
  ERROR: invalid print field: x=y
  ERROR: invalid print value: check,outline
  ERROR: invalid ignorestatus print value: x: strconv.ParseBool: parsing "x": invalid syntax
  [1]
  $ printf "# base what others begin with\nFROM busybox AS base\n# use this\nFROM base AS prod\n# VERSION is what it is\nARG VERSION=2\n" > D; docker build --call targets -f D . 2>/dev/null; docker build --call outline -f D . 2>/dev/null
  TARGET         DESCRIPTION
  base           what others begin with
  prod (default) 
  TARGET: prod
  
  BUILD ARG   VALUE   DESCRIPTION
  VERSION     2       is what it is
  
  $ printf "ARG TAG=latest\nFROM busybox:\$TAG\nARG TAG\nARG OTHER\n" > D; docker build --call outline -f D . 2>/dev/null
  BUILD ARG   VALUE    DESCRIPTION
  TAG         latest   
  OTHER                
  
