package io.github.swarmclient;

import java.util.AbstractList;
import java.util.List;

/**
 * What there was of a kind at one moment. Immutable.
 *
 * @param <E> what is listed
 */
public abstract sealed class Snapshot<E> extends AbstractList<E>
    permits BlobList, NetworkList, NodeList, ServiceList, ServiceTasks {
  private final List<E> entries;

  Snapshot(List<E> entries) {
    this.entries = List.copyOf(entries);
  }

  @Override
  public final E get(int index) {
    return entries.get(index);
  }

  @Override
  public final int size() {
    return entries.size();
  }

  /** Returns the table that the docker command line prints. */
  public abstract String pretty();
}
