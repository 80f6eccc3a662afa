Arguments are counted before they are looked at, and numbers read as Go reads them.

  $ docker context ls --format '{{split .Nope}}'
  template parsing error: template: :1:2: executing "" at <split>: wrong number of args for split: want 2 got 1
  [1]
  $ docker context ls --format '{{pad .Nope 1}}'
  template parsing error: template: :1:2: executing "" at <pad>: wrong number of args for pad: want 3 got 2
  [1]
  $ docker system df --format '{{truncate .Nope}}'
  template parsing error: template: :1:2: executing "" at <truncate>: wrong number of args for truncate: want 2 got 1
  [1]
  $ docker context ls --format '{{json}}'
  template parsing error: template: :1:2: executing "" at <json>: wrong number of args for json: want 1 got 0
  [1]
  $ docker context ls --format '{{upper .Name "x"}}'
  template parsing error: template: :1:2: executing "" at <upper>: wrong number of args for upper: want 1 got 2
  [1]
  $ docker context ls --format '{{099}}'
  template parsing error: template: :1: integer overflow: "099"
  [1]
  $ docker context ls --format '{{1.2.3}}'
  template parsing error: template: :1: unexpected ".3" in operand
  [1]
  $ docker volume create tv1 > /dev/null; docker volume inspect tv1 -f '{{.Labels.x.y}}'
  <no value>
  $ docker inspect tv1 --format '{{.Label "x"}}'
  
  template parsing error: template: :1:2: executing "" at <.Label>: Label is not a method but has arguments
  [1]
  $ docker inspect tv1 --format '{{.Name "x"}}'
  
  template parsing error: template: :1:2: executing "" at <.Name>: Name is not a method but has arguments
  [1]
