package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.testkit.http.Requests.Incoming;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;

/** A request whose answer a fault spoils. */
final class Struck {
  private final EngineConnection connection;
  private final Link link;
  private final Incoming incoming;
  private final Hit hit;

  Struck(EngineConnection connection, Link link, Incoming incoming, Hit hit) {
    this.connection = connection;
    this.link = link;
    this.incoming = incoming;
    this.hit = hit;
  }

  /** Answers, and returns whether the connection can go on. */
  boolean answer() throws IOException {
    return spoil() && !"close".equalsIgnoreCase(request().headers().get("Connection"));
  }

  private boolean spoil() throws IOException {
    return switch (fault().stage()) {
      case CONNECT -> throw new IllegalStateException(fault() + " is none of requests");
      case REQUEST -> RequestFaults.answer(this);
      case SWARM -> SwarmFaults.answer(this);
      default -> spoilAnswer();
    };
  }

  private boolean spoilAnswer() throws IOException {
    try (TransportResponse real = ask()) {
      return switch (fault().stage()) {
        case HEAD -> HeadFaults.answer(this, real);
        case BODY -> BodyFaults.answer(this, real);
        default -> StreamFaults.answer(this, real);
      };
    }
  }

  Fault fault() {
    return hit.fault();
  }

  TransportRequest request() {
    return incoming.request();
  }

  Link link() {
    return link;
  }

  Replies replies() {
    return new Replies(link);
  }

  /** Lets the engine do what is asked. */
  TransportResponse ask() throws IOException {
    return connection.ask(incoming);
  }

  /** Lets the engine do what is asked, and passes on its answer. */
  boolean pass() throws IOException {
    try (TransportResponse real = ask()) {
      return replies().reply(request(), real);
    }
  }

  /** Waits between one byte and the next. */
  void drip() throws IOException {
    connection.ending().pause(hit.lasting(Duration.ofSeconds(1)));
  }

  /** Waits for a moment, so that what was written arrives by itself. */
  void breathe() throws IOException {
    connection.ending().pause(Duration.ofMillis(20));
  }

  /** Waits in the time of the cluster. */
  void hang(Duration usual) throws IOException {
    connection.ending().pause(hit.lasting(usual), connection.time());
  }

  /** Waits until the client goes away. */
  boolean stall() throws IOException {
    connection.ending().await();
    return false;
  }
}
