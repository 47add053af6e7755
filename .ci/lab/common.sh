# shellcheck shell=bash disable=SC2034,SC2154 # variables are for the scripts that source this, and from them
# Shared by the lab's scripts; sourced, never run.

# Everything built, downloaded or run lives here, never in the checkout.
SWARM_LAB="${SWARM_LAB:-/var/cache/swarm-client-lab}"
roots="$SWARM_LAB/roots"
images="$SWARM_LAB/images"
run="$SWARM_LAB/run"

# Debian suite -> tag of the node image. Each suite carries one engine generation.
suites=(bookworm trixie forky)
declare -A node_tag=([bookworm]=20.10 [trixie]=26 [forky]=28)

# The generation that runs the node containers. Testing moves and may be broken on some day, so stable is the default.
outer_suite="${SWARM_LAB_OUTER:-trixie}"
# A bridge and address pools that clash neither with another engine's nor with those that the nodes' own engines choose.
# (Set all three, and SWARM_LAB, for a second lab on one machine.)
outer_bridge="${SWARM_LAB_BRIDGE:-swarmlab0}"
outer_address="${SWARM_LAB_ADDRESS:-192.168.240.1/24}"
outer_pool="base=${SWARM_LAB_POOL:-192.168.128.0/18},size=26"
outer_cgroup=/swarm-client-lab
outer_socket="$run/socket/docker.sock"

# The guest: a machine in a machine, whose kernel has the IPVS that this one's may lack. Its nodes have the addresses
# $guest_network.11 to .13, and this machine .1, at a network device that is there as long as the guest runs.
guest="$SWARM_LAB/guest"
guest_run="$SWARM_LAB/guest-run"
guest_suite=trixie
guest_name=swarm-client-lab-guest
guest_device="${SWARM_LAB_GUEST_DEVICE:-swarmguest0}"
guest_network="${SWARM_LAB_GUEST_NETWORK:-192.168.241}"

# The pid in the file may belong to another process by now: it must be the one that `guest-up` started.
guest_pid() { cat "$guest_run/pid" 2>/dev/null || :; }
guest_runs() { tr '\0' ' ' 2>/dev/null <"/proc/$(guest_pid)/cmdline" | grep -q "qemu.*$guest_name"; }

# There is nothing in a guest to save: its disk is never written to. The network device goes a moment after the process.
end_guest() {
  local i
  if guest_runs 2>/dev/null; then
    log "ending the guest"
    kill -KILL "$(guest_pid)" 2>/dev/null || :
  fi
  for ((i = 0; i < 100; i++)); do
    guest_runs 2>/dev/null || [ -e "/sys/class/net/$guest_device" ] || break
    sleep 0.1
  done
  rm -rf "$guest_run"
}

# outer ARGS... talks to the outer engine, with the client of its own root file system: this machine needs none.
outer() { client "$outer_suite" "unix://$outer_socket" "$@"; }

# client SUITE ADDRESS ARGS...: that suite's client, talking to the engine at ADDRESS.
client() {
  local root="$roots/$1" address=$2
  shift 2
  DOCKER_HOST="$address" "$root/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" \
    "$root/usr/bin/docker" "$@"
}

log() { echo "lab: $*" >&2; }
die() { log "$*"; exit 1; }

need_root() { [ "$(id -u)" = 0 ] || die "must run as root: it mounts and starts engines"; }

# lock NAME: takes one of the lab's locks for the rest of this script, so that two runs do not build or start the same
# thing twice. Children must not inherit it (9>&-), or a long-lived engine would hold it for ever.
lock() {
  mkdir -p "$SWARM_LAB"
  exec 9>"$SWARM_LAB/$1.lock"
  flock -n 9 || { log "waiting for another run to finish"; flock 9; }
}

# apt_install PACKAGE... installs what is missing; apt is not touched when nothing is.
apt_install() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  log "installing ${missing[*]}"
  apt_update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends \
    "${missing[@]}" >&2 9>&-
}

apt_updated=
apt_update() {
  [ -z "$apt_updated" ] || return 0
  # One broken third-party source of the machine must not stop the lab; what is really missing fails later, by name.
  apt-get -qq -o DPkg::Lock::Timeout=300 update >&2 9>&- || log "apt-get update reported errors, going on"
  apt_updated=yes
}

# Prints the Debian mirror this machine is configured with.
debian_mirror() {
  local site
  # shellcheck disable=SC2016 # $(SITE) is apt's
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort -u | head -n1)
  [ -n "$site" ] || die "apt knows no Debian mirror (has apt-get update run?)"
  echo "$site"
}

# finished TARGET SCRIPT [FILE...]: whether TARGET was built by this very SCRIPT, and from these FILEs.
finished() { [ -d "$1" ] && [ "$(cat "$1.done" 2>/dev/null)" = "$(recipe "${@:2}")" ]; }
recipe() { (cd "$here" && cat -- "$@") | sha256sum | cut -d' ' -f1; }

# step TARGET SCRIPT [FILE...] [-- ARGS...]: runs SCRIPT ARGS... TARGET, writing a log; prints it only on failure.
step() {
  local target=$1 start=$SECONDS files=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do files+=("$1"); shift; done
  # An engine that runs from the old root file system would lose its files.
  if [ "$target" = "$roots/$outer_suite" ] && outer version >/dev/null 2>&1; then
    log "$target is to be rebuilt, but an engine runs from it: run .ci/lab/down first"
    return 1
  fi
  rm -rf "$target.partial"
  if ! "$here/${files[0]}" "${@:2}" "$target.partial" >"$target.log" 2>&1 9>&-; then
    tail -n 30 "$target.log" >&2
    log "$target failed, see $target.log"
    return 1
  fi
  # Renamed only when complete and marked last, so that an aborted build never looks finished.
  rm -rf "$target.done" "$target"
  mv "$target.partial" "$target"
  recipe "${files[@]}" >"$target.done.partial"
  mv "$target.done.partial" "$target.done"
  log "built $target in $((SECONDS - start)) s"
}
