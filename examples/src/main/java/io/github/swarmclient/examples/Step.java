package io.github.swarmclient.examples;

/**
 * One row of the walkthrough.
 *
 * @param number its number
 * @param what what a person would type, or do
 * @param call how a program says it
 * @param run does it, looks, and returns what was observed
 */
record Step(int number, String what, String call, Run run) {
  /** Does one step. */
  @FunctionalInterface
  interface Run {
    String observe() throws Exception;
  }
}
