package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A certificate authority outside of the swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExternalCa.Builder.class)
public abstract class ExternalCa implements WireObject {
  ExternalCa() {}

  /** Returns how it is spoken to; null is {@link ExternalCaProtocol#CFSSL}. */
  @JsonProperty("Protocol")
  public abstract @Nullable ExternalCaProtocol protocol();

  /** Returns where it is. */
  @JsonProperty("URL")
  public abstract @Nullable String url();

  /** Returns options of the protocol. */
  @JsonProperty("Options")
  @Value.Redacted
  public abstract Map<String, String> options();

  /** Returns its root certificate, in PEM; null is that of the swarm. API 1.30. */
  @JsonProperty("CACert")
  public abstract @Nullable String caCert();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ExternalCa}. */
  public static final class Builder extends ImmutableExternalCa.Builder {
    Builder() {}
  }
}
