package io.github.swarmclient;

import io.github.swarmclient.model.Ulimit;
import java.util.List;

/** Limits of processes as the command line writes them: {@code nofile=1024:2048}. */
final class UlimitText {
  private static final List<String> NAMES =
      List.of(
          "core",
          "cpu",
          "data",
          "fsize",
          "locks",
          "memlock",
          "msgqueue",
          "nice",
          "nofile",
          "nproc",
          "rss",
          "rtprio",
          "rttime",
          "sigpending",
          "stack");

  private UlimitText() {}

  static Ulimit parse(String text) {
    TextForm form = form(text);
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw form.malformed("there is no limit");
    }
    String[] limits = text.substring(equals + 1).split(":", -1);
    if (limits.length > 2) {
      throw form.malformed("there are more than two limits");
    }
    long soft = form.number("soft limit", limits[0]);
    long hard = limits.length == 1 ? soft : form.number("hard limit", limits[1]);
    return of(form, text.substring(0, equals), soft, hard);
  }

  static Ulimit of(String name, long soft, long hard) {
    return of(form(name + "=" + soft + ":" + hard), name, soft, hard);
  }

  private static TextForm form(String text) {
    return new TextForm(
        "ulimit", text, "name=soft[:hard], such as nofile=1024:2048; -1 is no limit");
  }

  private static Ulimit of(TextForm form, String name, long soft, long hard) {
    if (!NAMES.contains(name)) {
      throw form.bad("name", name, "one of " + String.join(", ", NAMES));
    }
    if (hard != -1 && (soft == -1 || soft > hard)) {
      throw form.malformed("the soft limit " + soft + " is above the hard limit " + hard);
    }
    return Ulimit.builder().name(name).soft(soft).hard(hard).build();
  }
}
