package io.github.swarmclient.examples;

import io.github.swarmclient.model.EngineVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Does all that the operations guide does, in 32 steps, and looks after each at what came of it.
 * Runs on the embedded engine; with {@code --engine dind} on three real engines in containers, with
 * {@code --engine env} on those that {@code SWARM_ENGINES} names.
 */
public final class Walkthrough {
  private Walkthrough() {}

  /** Runs the steps; the exit status is 0 only if all of them passed. */
  public static void main(String[] args) {
    int passed;
    String engine;
    try (Lab lab = new Lab(Engines.start(args))) {
      engine = describe(Engines.kind(args), lab);
      passed = run(lab);
    }
    System.out.printf("walkthrough: %d of 32 steps passed on %s%n", passed, engine);
    System.exit(passed == 32 ? 0 : 1);
  }

  private static String describe(String kind, Lab lab) {
    EngineVersion version = lab.m.version();
    return kind + " engine " + version.version() + " (API " + lab.m.apiVersion() + ")";
  }

  static int run(Lab lab) {
    List<Step> steps = new ArrayList<>(new ClusterSteps(lab).steps());
    steps.addAll(new ServiceSteps(lab).steps());
    steps.addAll(new MeshSteps(lab).steps());
    return pass(steps);
  }

  /** Runs some steps, and returns how many passed. */
  static int pass(List<Step> steps) {
    return (int) steps.stream().filter(Walkthrough::passes).count();
  }

  private static boolean passes(Step step) {
    System.out.printf("%2d  %s%n      %s%n", step.number(), step.what(), step.call());
    try {
      System.out.println("      ok: " + step.run().observe());
      return true;
    } catch (Exception e) {
      System.out.println("      FAILED: " + e);
      return false;
    }
  }
}
