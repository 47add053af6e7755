package io.github.swarmclient;

/**
 * A task that failed while a rollout was watched.
 *
 * @param taskId the ID of the task
 * @param name its place in the service, {@code my_web.2}
 * @param node the host name or ID of the node, or an empty text if it had none
 * @param error what the engine says, such as {@code task: non-zero exit (1)}
 */
public record TaskFailure(String taskId, String name, String node, String error) {

  /** Returns a line for a person. */
  @Override
  public String toString() {
    return name + (node.isEmpty() ? "" : " on " + node) + ": " + error;
  }
}
