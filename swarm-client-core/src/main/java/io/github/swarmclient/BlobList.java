package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.internal.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Secrets or configs at one moment, by name. Immutable.
 *
 * @param <B> a secret or a config
 */
public final class BlobList<B> extends Snapshot<B> {
  private final Blobs<B> source;
  private final BlobKind kind;
  private final Instant now;

  BlobList(Blobs<B> source, BlobKind kind, List<B> blobs, Instant now) {
    super(blobs.stream().sorted(Comparator.comparing(blob -> name(source.stored(blob)))).toList());
    this.source = source;
    this.kind = kind;
    this.now = now;
  }

  private static String name(Blobs.Stored stored) {
    return Objects.requireNonNullElse(stored.name(), "");
  }

  /** Returns the table that {@code docker secret ls} prints, or {@code docker config ls}. */
  @Override
  public String pretty() {
    boolean secrets = kind == BlobKind.SECRET;
    Table table =
        secrets
            ? new Table("ID", "NAME", "DRIVER", "CREATED", "UPDATED")
            : new Table("ID", "NAME", "CREATED", "UPDATED");
    for (B blob : this) {
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
