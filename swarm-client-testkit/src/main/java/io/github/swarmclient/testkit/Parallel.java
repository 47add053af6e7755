package io.github.swarmclient.testkit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one thing with several items side by side. */
final class Parallel {
  private Parallel() {}

  /**
   * Returns when {@code action} has ended for every item, and throws a failure if there was one.
   * Interrupting this thread shortens nothing: what was begun would be left behind.
   */
  static <T> void forEach(List<T> items, Consumer<T> action) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, items.size()));
    try {
      CompletableFuture<?>[] running =
          items.stream()
              .map(item -> CompletableFuture.runAsync(() -> action.accept(item), threads))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(Failures.reason(e), e);
    } finally {
      threads.shutdown();
    }
  }
}
