package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A few engines that see each other, and the time they live in. Everything in here is guarded by
 * the one lock of the world: every public method takes it, and nothing else may be called without.
 */
public final class World {
  private static final Instant START = Instant.ofEpochSecond(1_795_449_600);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final VirtualTime time;
  private final Pace pace;
  private final Ids ids = new Ids(20261123);
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Images images;
  private final boolean keepsUnknownMembers;
  private boolean partitioned;

  /**
   * Makes engines, which run, and belong to no swarm.
   *
   * @param settings one for each engine
   * @param images what there is to run
   * @param keepsUnknownMembers whether members of a spec that no engine knows are kept
   * @param realTime whether time follows the real clock
   */
  public World(
      List<HostSettings> settings, Images images, boolean keepsUnknownMembers, boolean realTime) {
    this.time = new VirtualTime(realTime ? Instant.now() : START);
    this.pace = new Pace(time, change, realTime);
    this.images = images;
    this.keepsUnknownMembers = keepsUnknownMembers;
    Set<String> addresses = new HashSet<>();
    for (HostSettings host : settings) {
      if (!addresses.add(host.address())) {
        throw new IllegalArgumentException("two hosts have the address " + host.address());
      }
      if (hosts.put(host.hostname(), new Host(this, host)) != null) {
        throw new IllegalArgumentException("two hosts are named " + host.hostname());
      }
    }
  }

  /** Returns the engines. */
  public Collection<Host> hosts() {
    return hosts.values();
  }

  /**
   * Makes engines one swarm, as requests to them do, and returns when all nodes are ready. It is
   * done here, and not by a client, as most tests begin with it, and a client is a thousand classes
   * to load.
   *
   * @param managers host names; the first is the leader
   * @param workers host names
   */
  public void form(List<String> managers, List<String> workers) {
    lock();
    try {
      Host first = Objects.requireNonNull(hosts.get(managers.get(0)));
      Joining.found(first, null, null, "");
      enter(first.managed(true), managers.subList(1, managers.size()), true);
      enter(first.managed(true), workers, false);
      pass(Joining.GREETING);
    } finally {
      unlock();
    }
  }

  private void enter(Cluster cluster, List<String> hostnames, boolean managers) {
    for (String hostname : hostnames) {
      Joining.enter(Objects.requireNonNull(hosts.get(hostname)), cluster, managers, "");
    }
  }

  /** Returns the current time. */
  public Instant now() {
    lock();
    try {
      return time.now();
    } finally {
      unlock();
    }
  }

  /** Returns whether time follows the real clock. */
  public boolean realTime() {
    return pace.real();
  }

  /** Lets time pass at once, and everything happen that is due meanwhile. */
  public void advance(Duration duration) {
    lock();
    try {
      pace.skip(duration);
      changed();
    } finally {
      unlock();
    }
  }

  /** Returns the script of an image, made if there is none yet. */
  public ImageScript script(String image) {
    return images.script(image);
  }

  /** Forgets how containers were to behave. */
  public void forgetScripts() {
    atomically(images::forgetScripts);
  }

  /** Runs {@code action} while nothing else happens. */
  public void atomically(Runnable action) {
    lock();
    try {
      action.run();
    } finally {
      unlock();
    }
  }

  /** Returns whether some hosts cannot see some others. */
  boolean isPartitioned() {
    return partitioned;
  }

  /**
   * Divides the network: hosts of one number see each other, and no others. Those that are not
   * named have the number 0; without any all see each other again.
   */
  public void partition(Map<String, Integer> sides) {
    lock();
    try {
      partitioned = !sides.isEmpty();
      hosts.values().forEach(h -> h.switches().side(sides.getOrDefault(h.hostname(), 0)));
      hosts.values().forEach(partitioned ? HostSwitches::check : Power::found);
      changed();
    } finally {
      unlock();
    }
  }

  void lock() {
    lock.lock();
    if (lock.getHoldCount() == 1) {
      pace.used();
    }
  }

  /** Takes the lock for someone who only waits for what others do. */
  void lockToWait() {
    lock.lock();
  }

  void unlock() {
    // Something may be due sooner now than those expect who wait.
    changed();
    lock.unlock();
  }

  /** Wakes the readers of all feeds, so that they look again. */
  void changed() {
    change.signalAll();
  }

  /**
   * Waits, once, for {@link #changed()} or for time to pass.
   *
   * @param since when the one who waits last had what it waits for
   */
  void awaitChange(Instant since) throws InterruptedException {
    pace.await(since);
  }

  /** Returns when {@code duration} has passed; a request is held for so long. */
  void pass(Duration duration) {
    try {
      pace.pass(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineError.of(500, "context canceled");
    }
  }

  /**
   * Holds a request until {@code so}, at most until {@code end}.
   *
   * @return whether it is so
   */
  boolean passUntil(BooleanSupplier so, Instant end) {
    try {
      return pace.passUntil(so, end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineError.of(500, "context canceled");
    }
  }

  VirtualTime time() {
    return time;
  }

  Ids ids() {
    return ids;
  }

  Images images() {
    return images;
  }

  boolean keepsUnknownMembers() {
    return keepsUnknownMembers;
  }

  /** Returns the engine that listens at {@code address}, which may carry a port, or null. */
  @Nullable Host hostAt(String address) {
    String name = address.replaceFirst("^tcp://", "").replaceFirst(":\\d+$", "");
    for (Host host : hosts.values()) {
      if (host.address().equals(name) || host.hostname().equals(name)) {
        return host;
      }
    }
    return null;
  }
}
