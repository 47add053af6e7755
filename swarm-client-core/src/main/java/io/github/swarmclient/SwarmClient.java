package io.github.swarmclient;

import io.github.swarmclient.transport.SwarmTransport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection to one Docker engine, or to the managers of a swarm. Thread-safe. */
public final class SwarmClient implements AutoCloseable {
  private final SwarmTransport transport;
  private final TimeSource time;

  private SwarmClient(Builder builder) {
    this.transport = Objects.requireNonNull(builder.transport, "transport");
    this.time = builder.time;
  }

  /** Returns a client that talks through {@code transport}, and closes it when it is closed. */
  public static SwarmClient over(SwarmTransport transport) {
    return builder().transport(transport).build();
  }

  /** Returns a builder of clients. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns where this client takes the time from. */
  public TimeSource time() {
    return time;
  }

  @Override
  public void close() {
    transport.close();
  }

  /** Builds a {@link SwarmClient}. */
  public static final class Builder {
    private @Nullable SwarmTransport transport;
    private TimeSource time = TimeSource.system();

    Builder() {}

    /** Talks through {@code transport}. */
    public Builder transport(SwarmTransport transport) {
      this.transport = Objects.requireNonNull(transport, "transport");
      return this;
    }

    /** Takes the time from {@code time}; from the system's clock if this is not called. */
    public Builder time(TimeSource time) {
      this.time = Objects.requireNonNull(time, "time");
      return this;
    }

    /** Returns the client. Connects to nothing yet. */
    public SwarmClient build() {
      return new SwarmClient(this);
    }
  }
}
