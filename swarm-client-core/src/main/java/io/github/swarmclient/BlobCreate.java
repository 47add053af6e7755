package io.github.swarmclient;

import io.github.swarmclient.model.Bytes;
import io.github.swarmclient.model.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a secret or a config. What is in it never shows in a message. Single-use.
 *
 * @param <T> the class that has the ending
 */
public abstract sealed class BlobCreate<T extends BlobCreate<T>>
    permits SecretCreate, ConfigCreate {
  final ApiCalls calls;
  final String name;
  final String operation;
  final Map<String, String> labels = new LinkedHashMap<>();
  private final BlobKind kind;
  private Source source = () -> new byte[0];
  private @Nullable String template;

  BlobCreate(ApiCalls calls, BlobKind kind, String name) {
    this.calls = calls;
    this.kind = kind;
    this.name = kind.checkedName(name);
    this.operation = kind.word() + " create of " + name;
  }

  /** Where the content comes from. */
  private interface Source {
    byte[] read() throws IOException;
  }

  abstract T self();

  /** Sets the content. */
  public final T data(byte[] data) {
    byte[] copy = data.clone();
    return from(() -> copy);
  }

  /** Sets the content to a text, which becomes UTF-8. */
  public final T data(String text) {
    return data(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the content from a file, which is read at the ending. */
  public final T file(Path file) {
    return from(
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(kind.limit());
          }
        });
  }

  /** Takes the content from a stream, which is read at the ending, and left open. */
  public final T stream(InputStream in) {
    return from(() -> in.readNBytes(kind.limit()));
  }

  private T from(Source content) {
    this.source = content;
    return self();
  }

  /** Adds a label, or gives it another value. */
  public final T label(String key, String value) {
    labels.put(Checks.text("label", key), value);
    return self();
  }

  /**
   * Lets each container have the content filled in: {@code {{.Node.Hostname}}} and the like are
   * expanded.
   *
   * @param driver what expands them; engines know {@code golang}
   */
  public final T template(String driver) {
    this.template = Checks.text("template driver", driver);
    return self();
  }

  final @Nullable Driver templating() {
    return template == null ? null : Driver.builder().name(template).build();
  }

  /** Reads the content, and looks only at how long it is. */
  final Bytes content() {
    try {
      return Bytes.of(kind.checkedData(name, source.read()));
    } catch (IOException e) {
      throw new SwarmException(operation, "the content cannot be read: " + e.getMessage(), e);
    }
  }

  final ApiCall post(Object spec) {
    return calls.post(operation, kind.path() + "/create").body(spec);
  }
}
