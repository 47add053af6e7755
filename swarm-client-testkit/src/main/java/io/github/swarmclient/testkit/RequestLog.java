package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last requests that clients of a cluster have sent: method, target and status. Headers and
 * bodies, which may be secret, are not in it.
 */
final class RequestLog {
  private static final int REQUESTS = 50;

  /** How often each was sent, in the order in which they were sent last: waits repeat a few. */
  private final Map<String, Integer> last = new LinkedHashMap<>();

  /** Returns a transport that hands on to another, which it closes, and keeps this log. */
  SwarmTransport recording(SwarmTransport transport) {
    return new Recording(this, transport);
  }

  synchronized List<String> last() {
    return last.entrySet().stream()
        .map(sent -> sent.getKey() + (sent.getValue() == 1 ? "" : " ×" + sent.getValue()))
        .toList();
  }

  private synchronized void add(String line) {
    Integer before = last.remove(line);
    last.put(line, before == null ? 1 : before + 1);
    if (last.size() > REQUESTS) {
      last.remove(last.keySet().iterator().next());
    }
  }

  /** A transport whose requests are kept in mind. */
  private record Recording(RequestLog log, SwarmTransport transport) implements SwarmTransport {
    @Override
    public TransportResponse send(TransportRequest request) throws IOException {
      String asked = transport + " " + request;
      try {
        TransportResponse response = transport.send(request);
        log.add(asked + " " + response.status());
        return response;
      } catch (IOException e) {
        log.add(asked + " failed: " + Failures.reason(e));
        throw e;
      }
    }

    @Override
    public void close() {
      transport.close();
    }

    @Override
    public String toString() {
      return transport.toString();
    }
  }
}
