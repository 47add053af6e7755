package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes that do not change: the payload of a secret or a config, a profile, a key. Base64 with
 * padding on the wire. What they are is never shown by {@link #toString()}.
 */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** Returns a copy of these bytes. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Bytes of(byte[] content) {
    return new Bytes(Objects.requireNonNull(content, "content").clone());
  }

  /** Returns the bytes of this text in UTF-8. */
  public static Bytes ofUtf8(String text) {
    return new Bytes(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a copy that the caller may change. */
  @JsonValue
  public byte[] toByteArray() {
    return content.clone();
  }

  /** Returns the bytes read as UTF-8; what is none becomes the replacement character. */
  public String utf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Returns how many bytes these are. */
  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** Returns how many bytes these are, and nothing of what they are. */
  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
