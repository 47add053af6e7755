package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** How containers resolve names. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = DnsConfig.Builder.class)
public abstract class DnsConfig implements WireObject {
  DnsConfig() {}

  /** Returns the addresses of the name servers. API 1.25. */
  @JsonProperty("Nameservers")
  public abstract List<String> nameservers();

  /** Returns the domains in which short names are searched. API 1.25. */
  @JsonProperty("Search")
  public abstract List<String> search();

  /** Returns options of the resolver, e.g. {@code timeout:3}. API 1.25. */
  @JsonProperty("Options")
  public abstract List<String> options();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link DnsConfig}. */
  public static final class Builder extends ImmutableDnsConfig.Builder {
    Builder() {}
  }
}
