package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a node or a swarm proves itself by. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TlsInfo.Builder.class)
public abstract class TlsInfo implements WireObject {
  TlsInfo() {}

  /** Returns the root certificate, in PEM. API 1.30. */
  @JsonProperty("TrustRoot")
  public abstract @Nullable String trustRoot();

  /** Returns the subject of the issuer, in DER. API 1.30. */
  @JsonProperty("CertIssuerSubject")
  public abstract @Nullable Bytes certIssuerSubject();

  /** Returns the public key of the issuer, in DER. API 1.30. */
  @JsonProperty("CertIssuerPublicKey")
  public abstract @Nullable Bytes certIssuerPublicKey();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TlsInfo}. */
  public static final class Builder extends ImmutableTlsInfo.Builder {
    Builder() {}
  }
}
