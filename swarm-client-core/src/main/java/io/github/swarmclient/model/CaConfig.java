package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The ca config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = CaConfig.Builder.class)
public abstract class CaConfig implements WireObject {
  CaConfig() {}

  /** Returns the node cert expiry. */
  @JsonProperty("NodeCertExpiry")
  public abstract @Nullable Duration nodeCertExpiry();

  /** Returns the external cas. */
  @JsonProperty("ExternalCAs")
  public abstract List<ExternalCa> externalCas();

  /** Returns the signing ca cert. */
  @JsonProperty("SigningCACert")
  @Value.Redacted
  public abstract @Nullable String signingCaCert();

  /** Returns the signing ca key. */
  @JsonProperty("SigningCAKey")
  @Value.Redacted
  public abstract @Nullable String signingCaKey();

  /** Returns the force rotate. */
  @JsonProperty("ForceRotate")
  @Uint64
  public abstract @Nullable Long forceRotate();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link CaConfig}. */
  public static final class Builder extends ImmutableCaConfig.Builder {
    Builder() {}
  }
}
