What an image's history says of its instructions, with their variables replaced.

  $ h() { printf "$1" | docker build -q -t hi - >/dev/null; docker history --no-trunc --format '{{.CreatedBy}}' hi | head -$2; }
  $ h 'FROM busybox\nARG P=8080\nENV V=/vol U=1000\nEXPOSE $P 90/udp 70-72\nVOLUME $V /b\nUSER $U\nSTOPSIGNAL SIGINT\nSHELL ["/bin/sh","-c"]\nWORKDIR $V\nLABEL a=$P b="c d"\nENV X="y z" W=$P\nCMD echo $P\n' 11
  CMD ["/bin/sh" "-c" "echo $P"]
  ENV X=y z W=8080
  LABEL a=8080 b=c d
  WORKDIR /vol
  SHELL [/bin/sh -c]
  STOPSIGNAL SIGINT
  USER 1000
  VOLUME [/vol /b]
  EXPOSE [8080/tcp 70/tcp 71/tcp 72/tcp 90/udp]
  ENV V=/vol U=1000
  ARG P=8080
  $ h 'FROM busybox\nENTRYPOINT ["a","b c"]\nCMD ["x"]\nHEALTHCHECK --interval=5s CMD true\nMAINTAINER a b\nVOLUME ["/x y"]\nRUN ["echo","a"]\n' 6
  RUN echo a # buildkit
  VOLUME [/x y]
  MAINTAINER a b
  HEALTHCHECK &{["CMD-SHELL" "true"] "5s" "0s" "0s" "0s" '\x00'}
  CMD ["x"]
  ENTRYPOINT ["a" "b c"]
  $ h 'FROM busybox\nARG A=1\nRUN echo $A\nUSER a:b\nEXPOSE 80\nEXPOSE 80 443\nHEALTHCHECK NONE\nENTRYPOINT []\nCMD []\nSHELL ["a", "b"]\nSTOPSIGNAL 9\n' 10
  STOPSIGNAL 9
  SHELL [a b]
  CMD []
  ENTRYPOINT []
  HEALTHCHECK &{["NONE"] "0s" "0s" "0s" "0s" '\x00'}
  EXPOSE [443/tcp 80/tcp]
  EXPOSE [80/tcp]
  USER a:b
  RUN |1 A=1 /bin/sh -c echo $A # buildkit
  ARG A=1
