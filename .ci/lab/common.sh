# shellcheck shell=bash disable=SC2034 # the variables are for the scripts that source this
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

# outer ARGS... talks to the outer engine, with the client of its own root file system: this machine needs none.
outer() {
  local root="$roots/$outer_suite"
  DOCKER_HOST="unix://$outer_socket" "$root/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" \
    "$root/usr/bin/docker" "$@"
}

log() { echo "lab: $*" >&2; }
die() { log "$*"; exit 1; }

need_root() { [ "$(id -u)" = 0 ] || die "must run as root: it mounts and starts engines"; }

# Takes the lab's lock for the rest of this script, so that two runs do not build or start the same thing twice.
# Children must not inherit it (9>&-), or a long-lived engine would hold it for ever.
lock() {
  mkdir -p "$SWARM_LAB"
  exec 9>"$SWARM_LAB/lock"
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
