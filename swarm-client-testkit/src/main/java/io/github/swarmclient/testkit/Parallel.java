package io.github.swarmclient.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does one thing with several items side by side. */
final class Parallel {
  private Parallel() {}

  /**
   * Returns when {@code action} has ended for every item. If it failed for some, the first failure
   * is thrown, with the others in it.
   */
  static <T> void forEach(List<T> items, Consumer<T> action) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, items.size()));
    try {
      List<Future<?>> running = new ArrayList<>();
      items.forEach(item -> running.add(threads.submit(() -> action.accept(item))));
      RuntimeException failure = null;
      for (Future<?> one : running) {
        failure = joined(failure, failureOf(one));
      }
      if (failure != null) {
        throw failure;
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static @Nullable RuntimeException failureOf(Future<?> task) {
    try {
      task.get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while engines were at work", e);
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(Failures.reason(e), e);
    }
  }

  private static @Nullable RuntimeException joined(
      @Nullable RuntimeException first, @Nullable RuntimeException next) {
    if (first == null) {
      return next;
    }
    if (next != null) {
      first.addSuppressed(next);
    }
    return first;
  }
}
