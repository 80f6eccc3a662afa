# Containers that come and go, and a volume that they share.
docker volume create shared > /dev/null
for number in $(seq 20); do
  docker run --rm -v shared:/data alpine sh -c "echo $number >> /data/list"
done
docker run --rm -v shared:/data -v "$PWD":/backup alpine tar czf /backup/shared.tar.gz /data
docker run --rm -v shared:/data alpine cat /data/list | tail -n 1
