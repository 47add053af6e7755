# local-host.sh DIR HOSTNAME ROOT: process 1 of a host. Makes it look like a machine of its own: a host name, and a root file
# system that is ROOT, which stays as it is, or else this machine's, with /run, /tmp, /proc and /sys of its own.
set -eu
dir=$1 hostname=$2 root=$3
trap 'echo "failed $hostname"' EXIT
# Still this machine's /proc, which knows the process by another number.
read -r pid rest </proc/self/stat
echo "$hostname" >/proc/sys/kernel/hostname
mkdir -p "$dir/data" "$dir/top"
new=$dir/top
if [ -n "$root" ]; then
  mount -t tmpfs tmpfs "$dir/top"
  mkdir "$dir/top/upper" "$dir/top/work" "$dir/top/new"
  new=$dir/top/new
  mount -t overlay overlay -o "lowerdir=$root,upperdir=$dir/top/upper,workdir=$dir/top/work" "$new"
  mount --rbind /dev "$new/dev"
else
  mount --rbind / "$new"
fi
mount --make-rprivate "$new"
cd "$new"
mount -t proc proc proc
# It shows the network devices of whoever mounts it.
mount -t sysfs sysfs sys
mount --rbind /sys/fs/cgroup sys/fs/cgroup
[ -n "$root" ] || mount --bind "$dir" mnt
mount -t tmpfs tmpfs run
mkdir run/node run/old run/bin
if [ -n "$root" ]; then mount --bind "$dir" run/node; else mount --move mnt run/node; fi
mount -t tmpfs tmpfs tmp
# Where nothing is remembered of it, the engine takes the name servers of the machine.
[ -z "$root" ] || cp -L /etc/resolv.conf etc/resolv.conf 2>/dev/null || :
pivot_root . run/old
cd /
umount -l /run/old
# Mounts made by the engine must reach its containers.
mount --make-rshared /
PATH=/run/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# iptables talks nftables today; fall back where the kernel only has the old tables.
if ! iptables -nL >/dev/null 2>&1; then
  for name in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore; do
    legacy=$(command -v "${name%%tables*}tables-legacy${name#*tables}" || :)
    [ -z "$legacy" ] || ln -s "$legacy" "/run/bin/$name"
  done
fi
echo "host $hostname $pid"
# Reaps what the engine's children leave behind, also when all else is killed.
while :; do sleep 100000 || :; done
