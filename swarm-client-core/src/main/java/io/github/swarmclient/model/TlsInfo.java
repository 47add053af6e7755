package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The tls info. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TlsInfo.Builder.class)
public abstract class TlsInfo implements WireObject {
  TlsInfo() {}

  /** Returns the trust root. */
  @JsonProperty("TrustRoot")
  public abstract @Nullable String trustRoot();

  /** Returns the cert issuer subject. */
  @JsonProperty("CertIssuerSubject")
  public abstract @Nullable Bytes certIssuerSubject();

  /** Returns the cert issuer public key. */
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
