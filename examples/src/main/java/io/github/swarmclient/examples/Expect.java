package io.github.swarmclient.examples;

import java.util.function.Predicate;

/** Looks whether something is so, and says what was seen if it is not. */
final class Expect {
  private Expect() {}

  /** What the walkthrough asks for was not observed. */
  static final class NotObserved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotObserved(String message) {
      super(message);
    }
  }

  static void that(boolean so, String what, Object seen) {
    if (!so) {
      throw new NotObserved(what + ", but seen was: " + seen);
    }
  }

  /** Returns the failure of {@code step}, which has to be of the given type. */
  static <E extends RuntimeException> E refusal(Class<E> type, Runnable step) {
    return refusal(type, step, failure -> true);
  }

  static <E extends RuntimeException> E refusal(Class<E> type, Runnable step, Predicate<E> right) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (type.isInstance(e) && right.test(type.cast(e))) {
        return type.cast(e);
      }
      throw e;
    }
    throw new NotObserved("expected was a refusal of type " + type.getSimpleName());
  }

  /** Returns the first line of what a refusal says. */
  static String words(RuntimeException refusal) {
    String text = String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
    return refusal.getClass().getSimpleName() + ": " + text;
  }
}
