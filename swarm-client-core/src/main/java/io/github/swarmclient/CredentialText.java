package io.github.swarmclient;

import io.github.swarmclient.model.CredentialSpec;
import org.jspecify.annotations.Nullable;

/** Credential specs of Windows containers as the command line writes them. */
final class CredentialText {
  private static final String FILE = "file://";
  private static final String REGISTRY = "registry://";

  private CredentialText() {}

  /** Returns what {@code text} stands for; null if it is empty. */
  static @Nullable CredentialSpec parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    TextForm form = new TextForm("credential spec", text, "file://<file> or registry://<value>");
    CredentialSpec.Builder credentials = CredentialSpec.builder();
    if (text.startsWith(FILE) && text.length() > FILE.length()) {
      return credentials.file(text.substring(FILE.length())).build();
    }
    if (text.startsWith(REGISTRY) && text.length() > REGISTRY.length()) {
      return credentials.registry(text.substring(REGISTRY.length())).build();
    }
    throw form.malformed("it begins with none of these, or ends after it");
  }
}
