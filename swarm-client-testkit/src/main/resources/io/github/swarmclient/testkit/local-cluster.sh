# local-cluster.sh BASE HOST_SCRIPT: what outlives the JVM that started it, and cleans up after it. Its standard input is a
# pipe from the JVM: each line "HOSTNAME ROOT" starts a host, and its end, however the JVM ended, ends everything.
# Prints "cluster NUMBER", and "host HOSTNAME PID" for each host, which is process 1 of namespaces of its own; "failed
# HOSTNAME" if that cannot be, with the reason in the host's log.
set -u
base=$1 host_script=$2
trap '' INT HUP TERM

clean() { # NUMBER: removes all that a cluster leaves when its processes have ended
  ip link delete "swarm-$1" 2>/dev/null
  tries=100
  while [ "$tries" -gt 0 ]; do
    find /sys/fs/cgroup -depth -type d -path "*/swarm-$1*" -exec rmdir {} + 2>/dev/null
    rm -rf "$base/$1"/*/ 2>/dev/null
    # Processes that were killed take a moment to let go.
    [ -z "$(find /sys/fs/cgroup -type d -path "*/swarm-$1" | head -n 1)" ] && [ -z "$(ls -d "$base/$1"/*/ 2>/dev/null)" ] && break
    tries=$((tries - 1))
    sleep 0.1
  done
  rm -rf "${base:?}/$1"
}

mkdir -p "$base"
chmod 711 "$base"
# Clusters whose supervisor was killed as well: nobody holds their lock any more.
for lock in "$base"/*/lock; do
  [ -e "$lock" ] || continue
  left=${lock%/lock}
  ( flock -n 9 && clean "${left##*/}" ) 9<"$lock"
done

# The switch that the hosts are plugged into has a network namespace of its own: on this machine's, firewall rules of Docker
# or others would apply to what goes through it. It, and with it every cable, goes when its process does.
setpriv --pdeathsig KILL -- unshare --net sleep infinity </dev/null &
switch=$!
hosts=$switch
# Until it has left this machine's namespace.
while [ "$(readlink "/proc/$switch/ns/net")" = "$(readlink /proc/self/ns/net)" ]; do
  kill -0 "$switch" 2>/dev/null || exit 1
  sleep 0.01
done

# The cable to the switch is the cluster's claim to its number and addresses, whoever else starts one meanwhile.
number=$(($(od -An -N2 -tu2 /dev/urandom) % 510))
tries=510
claim() {
  net=198.$((18 + number / 255)).$((number % 255))
  ! ip -4 route | grep -q "^$net\." && ip link add "swarm-$number" type veth peer name uplink netns "$switch" 2>/dev/null
}
until claim; do
  number=$(((number + 1) % 510))
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || { ip link add "swarm-$number" type veth peer name uplink netns "$switch"; kill "$switch"; exit 1; }
done
dir=$base/$number
mkdir -p "$dir"
chmod 711 "$dir"
exec 9>"$dir/lock"
flock 9
nsenter --target "$switch" --net ip -batch - <<BATCH
link add switch type bridge
link set switch up
link set uplink master switch up
BATCH
ip address add "$net.1/24" dev "swarm-$number"
ip link set "swarm-$number" up
echo "cluster $number $net $dir $switch"

while read -r hostname root; do
  mkdir -p "$dir/$hostname"
  # Dies with this process, and with it all that it has started.
  setpriv --pdeathsig KILL -- unshare --mount --uts --ipc --net --pid --fork --kill-child \
    sh -c "$host_script" host "$dir/$hostname" "$hostname" "$root" </dev/null 2>"$dir/$hostname/host.log" 9>&- &
  hosts="$hosts $!"
done
# shellcheck disable=SC2086 # several
kill -KILL $hosts 2>/dev/null
wait
# What started an engine that was frozen then has stopped with it, and does not see that it is gone.
for process in /proc/[0-9]*; do
  grep -q "cgroup-parent=/swarm-$number/" "$process/cmdline" 2>/dev/null && kill -CONT "${process#/proc/}" 2>/dev/null
done
clean "$number"
