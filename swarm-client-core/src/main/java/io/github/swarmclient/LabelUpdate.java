package io.github.swarmclient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Changes the labels of a secret or a config. Where somebody else changes it at the same time, the
 * change is made anew on what they left. Single-use.
 *
 * @param <B> a secret or a config
 */
public final class LabelUpdate<B> {
  private final Blobs<B> blobs;
  private final String operation;
  private final String nameOrId;
  private Consumer<Map<String, String>> edit = labels -> {};

  LabelUpdate(Blobs<B> blobs, String operation, String nameOrId) {
    this.blobs = blobs;
    this.operation = operation;
    this.nameOrId = nameOrId;
  }

  /** Adds a label, or gives it another value. */
  public LabelUpdate<B> label(String key, String value) {
    Checks.text("label", key);
    edit = edit.andThen(labels -> labels.put(key, value));
    return this;
  }

  /** Removes a label, if it is there. */
  public LabelUpdate<B> removeLabel(String key) {
    edit = edit.andThen(labels -> labels.remove(key));
    return this;
  }

  /**
   * Makes the change. Sends nothing if the labels are as wanted already.
   *
   * @return what there is then
   * @throws NotFoundException if there is none of this ID or name
   */
  public B execute() {
    return Conflicts.retry(this::once);
  }

  private B once() {
    B blob = blobs.read(operation, nameOrId);
    Blobs.Stored stored = blobs.stored(blob);
    Map<String, String> labels = new LinkedHashMap<>(stored.labels());
    edit.accept(labels);
    if (labels.equals(stored.labels())) {
      return blob;
    }
    blobs.write(operation, stored, labels);
    return blobs.read(operation, nameOrId);
  }
}
