package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.Network;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Removes a network. */
public final class NetworkRemove {
  private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

  private final ApiCalls calls;
  private final String network;
  private final String operation;
  private Duration within = DEFAULT_DEADLINE;
  private String inUse = "";

  NetworkRemove(ApiCalls calls, String network) {
    this.calls = calls;
    this.network = network;
    this.operation = "network removal of " + Text.printable(network);
  }

  /** Sets the deadline of {@link #awaitGone}; 2 minutes if this is not called. */
  public NetworkRemove within(Duration deadline) {
    this.within = Poller.positive(deadline);
    return this;
  }

  /**
   * Removes the network.
   *
   * @throws NotFoundException if there is no such network
   * @throws RefusedException if a service or a task uses it; tasks do so for some seconds after
   *     their service was removed
   * @throws DeniedException if it is one that every engine has
   */
  public void execute() {
    calls.delete(operation, "/networks/{}", network).done();
  }

  /**
   * Removes the network as soon as the tasks on it have stopped. One that a service uses is not
   * waited for.
   *
   * @throws WaitException if tasks still use it at the deadline
   */
  public void awaitGone() {
    Network found = calls.get(operation, "/networks/{}", network).read(Network.class);
    String id = Objects.requireNonNull(found.id(), "networks have an ID");
    new Poller(calls.time(), within).until(operation, () -> tryRemove(id), () -> inUse);
  }

  /** By its ID a network is removed once, however often that is tried. */
  private Optional<String> tryRemove(String id) {
    try {
      calls.delete(operation, "/networks/{}", id).done();
    } catch (NotFoundException e) {
      return Optional.of(id);
    } catch (RefusedException e) {
      if (!e.engineMessage().contains("is in use by task")) {
        throw e;
      }
      inUse = e.engineMessage();
      return Optional.empty();
    }
    return Optional.of(id);
  }
}
