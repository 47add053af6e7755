#!/bin/sh
# What the official docker:dind entrypoint does, so far as a node of the lab needs it:
# no TLS set-up, and the plain TCP port is always open.
set -eu

# Anything but flags or a literal "dockerd" is a command of its own, e.g. a shell.
case "${1:-}" in
  '' | -*) ;;
  dockerd) shift ;;
  *) exec "$@" ;;
esac

# A node that was killed and started again finds its old pid files, and would take itself for the other engine.
find /run /var/run/docker -name 'docker*.pid' -delete 2>/dev/null || :
find /run /var/run/docker -name 'containerd*.pid' -delete 2>/dev/null || :

# The engine looks at this to know that it runs in a container.
export container=docker

# cgroup v2: a group with processes of its own cannot hand controllers down, so move all into a leaf first.
# Again and again, for a `docker exec` may have put another process into the group meanwhile.
nest() {
  xargs -rn1 </sys/fs/cgroup/cgroup.procs >/sys/fs/cgroup/init/cgroup.procs 2>/dev/null || :
  sed -e 's/ / +/g' -e 's/^/+/' </sys/fs/cgroup/cgroup.controllers >/sys/fs/cgroup/cgroup.subtree_control
}
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  mkdir -p /sys/fs/cgroup/init
  tries=50
  until nest 2>/dev/null; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "cannot nest cgroups" >&2; break; }
  done
fi

# Mounts made by the engine must reach its containers.
mount --make-rshared / 2>/dev/null || :

# Debian's iptables talks nftables; fall back where the kernel only has the old tables.
if ! iptables -nL >/dev/null 2>&1 && iptables-legacy -nL >/dev/null 2>&1; then
  mkdir -p /usr/local/sbin
  for name in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore; do
    ln -sf "/usr/sbin/$(echo "$name" | sed 's/tables/tables-legacy/')" "/usr/local/sbin/$name"
  done
  export PATH="/usr/local/sbin:$PATH"
fi

# docker-init reaps what the engine's children leave behind. Without --tls=false an engine on plain TCP waits about 15 s.
exec docker-init -- dockerd --host=unix:///var/run/docker.sock --host=tcp://0.0.0.0:2375 --tls=false "$@"
