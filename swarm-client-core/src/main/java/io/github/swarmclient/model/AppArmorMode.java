package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether the default profile of AppArmor applies. API 1.44. */
public final class AppArmorMode extends OpenEnum {
  /** The default profile applies. */
  public static final AppArmorMode DEFAULT = new AppArmorMode("default");

  /** No profile applies. */
  public static final AppArmorMode DISABLED = new AppArmorMode("disabled");

  private AppArmorMode(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AppArmorMode of(String value) {
    return new AppArmorMode(value);
  }
}
