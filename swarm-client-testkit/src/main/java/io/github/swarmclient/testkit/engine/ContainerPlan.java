package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a container is made from: the spec of its task, with the placeholders filled in. */
record ContainerPlan(
    ImageScript script, String image, List<String> command, List<String> env, String hostname) {

  static ContainerPlan of(Task task, Node node, Images images) {
    JsonNode spec = task.containerSpec();
    String image = Json.string(spec, "Image");
    List<String> command = new ArrayList<>();
    spec.path("Command").forEach(word -> command.add(word.asText()));
    spec.path("Args").forEach(word -> command.add(word.asText()));
    List<String> env = new ArrayList<>();
    env.add("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    spec.path("Env").forEach(entry -> env.add(fill(entry.asText(), task, node)));
    return new ContainerPlan(
        images.script(node.host.images().origin(image)),
        image,
        List.copyOf(command),
        List.copyOf(env),
        fill(Json.string(spec, "Hostname"), task, node));
  }

  private static String fill(String template, Task task, Node node) {
    if (!template.contains("{{")) {
      return template;
    }
    Map<String, String> values =
        Map.of(
            "Service.ID", task.serviceId,
            "Service.Name", task.serviceName,
            "Node.ID", node.id,
            "Node.Hostname", node.host.hostname(),
            "Task.ID", task.id,
            "Task.Name", task.name(),
            "Task.Slot", Long.toString(task.slot));
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      String pattern = "\\{\\{\\s*\\." + value.getKey().replace(".", "\\.") + "\\s*}}";
      text = text.replaceAll(pattern, value.getValue());
    }
    return text;
  }
}
