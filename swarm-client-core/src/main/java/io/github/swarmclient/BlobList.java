package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.internal.text.Words;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Secrets or configs at one moment, by name. Immutable.
 *
 * @param <B> a secret or a config
 */
public final class BlobList<B> extends AbstractList<B> {
  private final Blobs<B> source;
  private final BlobKind kind;
  private final List<B> blobs;
  private final Instant now;

  BlobList(Blobs<B> source, BlobKind kind, List<B> blobs, Instant now) {
    this.source = source;
    this.kind = kind;
    this.blobs =
        blobs.stream().sorted(Comparator.comparing(blob -> name(source.stored(blob)))).toList();
    this.now = now;
  }

  private static String name(Blobs.Stored stored) {
    return Objects.requireNonNullElse(stored.name(), "");
  }

  @Override
  public B get(int index) {
    return blobs.get(index);
  }

  @Override
  public int size() {
    return blobs.size();
  }

  /** Returns the table that {@code docker secret ls} prints, or {@code docker config ls}. */
  public String pretty() {
    boolean secrets = kind == BlobKind.SECRET;
    Table table =
        secrets
            ? new Table("ID", "NAME", "DRIVER", "CREATED", "UPDATED")
            : new Table("ID", "NAME", "CREATED", "UPDATED");
    for (B blob : blobs) {
      Blobs.Stored stored = source.stored(blob);
      String id = Objects.requireNonNullElse(stored.id(), "");
      String created = Words.ago(stored.createdAt(), now);
      String updated = Words.ago(stored.updatedAt(), now);
      if (secrets) {
        table.row(id, name(stored), stored.driver(), created, updated);
      } else {
        table.row(id, name(stored), created, updated);
      }
    }
    return table.toString();
  }
}
