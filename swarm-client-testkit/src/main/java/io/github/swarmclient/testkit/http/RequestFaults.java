package io.github.swarmclient.testkit.http;

import java.io.IOException;

/** What strikes a request before the engine sees it, and is answered nevertheless. */
final class RequestFaults {
  private RequestFaults() {}

  static boolean answer(Struck struck) throws IOException {
    return switch (struck.fault()) {
      case CONTINUE_IGNORED -> struck.pass();
      case REDIRECT_301 -> redirect(struck, "301 Moved Permanently");
      case REDIRECT_307 -> redirect(struck, "307 Temporary Redirect");
      default -> redirect(struck, "308 Permanent Redirect");
    };
  }

  private static boolean redirect(Struck struck, String status) throws IOException {
    struck.replies().whole(status, "text/html", "", "Location: /swarm\r\n");
    return true;
  }
}
