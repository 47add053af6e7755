package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ObjectVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What secrets and configs have in common: files that a swarm keeps under a name and hands to
 * containers. One is named by its ID, its name or the beginning of its ID; of these the engine
 * prefers the first. To be asked of a manager. Thread-safe; the operations it begins are not, and
 * are used once.
 *
 * @param <B> a secret or a config
 */
public abstract sealed class Blobs<B> permits Secrets, Configs {
  private final ApiCalls calls;
  private final BlobKind kind;
  private final Class<B> type;

  Blobs(ApiCalls calls, BlobKind kind, Class<B> type) {
    this.calls = calls;
    this.kind = kind;
    this.type = type;
  }

  /** Returns what there is to know of {@code blob}, whichever it is. */
  abstract Stored stored(B blob);

  /**
   * A secret or a config as the swarm has it.
   *
   * @param driver where a secret is kept; empty if that is the swarm
   * @param spec returns the spec to write so that it has these labels, and everything else stays
   */
  record Stored(
      @Nullable String id,
      @Nullable ObjectVersion version,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable String name,
      String driver,
      Map<String, String> labels,
      Function<Map<String, String>, Object> spec) {}

  /**
   * Returns all of them.
   *
   * @throws SwarmStateException if the engine is no manager
   */
  public final BlobList<B> list() {
    return list(query -> query);
  }

  /** Returns those that a query wants. */
  public final BlobList<B> list(UnaryOperator<BlobQuery> query) {
    return new BlobList<>(
        this, kind, list(kind.word() + " list", query.apply(new BlobQuery())), calls.time().now());
  }

  final List<B> list(String operation, BlobQuery query) {
    return calls.get(operation, kind.path()).filters(query.filters()).readList(type);
  }

  /** Returns those that bear exactly one of these names; engines take names for beginnings. */
  final List<B> named(String operation, List<String> names) {
    BlobQuery query = new BlobQuery();
    names.forEach(query::name);
    return list(operation, query).stream()
        .filter(blob -> names.contains(stored(blob).name()))
        .toList();
  }

  /**
   * Returns one of them.
   *
   * @throws NotFoundException if there is none of this ID or name
   * @throws InvalidRequestException if several IDs begin so
   */
  public final B inspect(String nameOrId) {
    return read(kind.word() + " inspect of " + Text.printable(nameOrId), nameOrId);
  }

  final B read(String operation, String nameOrId) {
    return calls.get(operation, kind.path() + "/{}", nameOrId).read(type);
  }

  /** Begins to change the labels of one; engines let nothing else be changed. */
  public final LabelUpdate<B> update(String nameOrId) {
    return new LabelUpdate<>(
        this, kind.word() + " update of " + Text.printable(nameOrId), nameOrId);
  }

  final void write(String operation, Stored stored, Map<String, String> labels) {
    calls
        .post(operation, kind.path() + "/{}/update", Objects.requireNonNull(stored.id()))
        .query("version", Conflicts.index(stored.version()))
        .body(stored.spec().apply(labels))
        .done();
  }

  /**
   * Removes one.
   *
   * @throws NotFoundException if there is none of this ID or name
   * @throws RefusedException if services use it, with their names
   */
  public final void remove(String nameOrId) {
    String operation = kind.word() + " removal of " + Text.printable(nameOrId);
    calls.delete(operation, kind.path() + "/{}", nameOrId).done();
  }
}
