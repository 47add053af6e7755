package io.github.swarmclient;

/** Which secrets or configs to list. Of IDs and of names any may fit, of labels all must. */
public final class BlobQuery extends ObjectQuery<BlobQuery> {
  BlobQuery() {}

  @Override
  BlobQuery self() {
    return this;
  }

  /** Wants secrets or configs whose ID is, or begins with, this. */
  public BlobQuery id(String id) {
    return filter("id", Checks.text("ID", id));
  }
}
