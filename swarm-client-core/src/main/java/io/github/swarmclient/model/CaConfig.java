package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How the certificates of the nodes are issued. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = CaConfig.Builder.class)
public abstract class CaConfig implements WireObject {
  CaConfig() {}

  /** Returns how long a certificate of a node is valid; engines set 90 days. */
  @JsonProperty("NodeCertExpiry")
  public abstract @Nullable Duration nodeCertExpiry();

  /** Returns the certificate authorities outside of the swarm that sign instead of the managers. */
  @JsonProperty("ExternalCAs")
  public abstract List<ExternalCa> externalCas();

  /**
   * Returns the root certificate to sign with, in PEM; null is one that the managers make. Not
   * shown by {@code toString}. API 1.30.
   */
  @JsonProperty("SigningCACert")
  @Value.Redacted
  public abstract @Nullable String signingCaCert();

  /**
   * Returns the key of the root certificate, in PEM; never read back from an engine. Not shown by
   * {@code toString}. API 1.30.
   */
  @JsonProperty("SigningCAKey")
  @Value.Redacted
  public abstract @Nullable String signingCaKey();

  /** Returns a number whose raise rotates the root certificate, unsigned; null is 0. API 1.30. */
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
