package io.github.swarmclient.testkit.engine;

import io.github.swarmclient.ApiVersion;
import java.util.List;
import java.util.Map;

/**
 * What an engine and its machine are.
 *
 * @param hostname the name, unique among the hosts
 * @param address the IP address
 * @param engineVersion the version of the engine, such as 28.5.2
 * @param apiVersion the newest version of the API it speaks
 * @param minApiVersion the oldest version of the API it speaks
 * @param labels the labels of the engine
 * @param nanoCpus the processors, in billionths
 * @param memory the memory, in bytes
 * @param arch the processor architecture, as {@code uname} calls it
 * @param genericResources what else it has that tasks can reserve
 */
public record HostSettings(
    String hostname,
    String address,
    String engineVersion,
    ApiVersion apiVersion,
    ApiVersion minApiVersion,
    Map<String, String> labels,
    long nanoCpus,
    long memory,
    String arch,
    List<GenericResource> genericResources) {}
