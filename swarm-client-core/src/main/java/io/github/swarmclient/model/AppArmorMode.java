package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How AppArmor is applied. */
public final class AppArmorMode extends OpenEnum {
  /** The word {@code default}. */
  public static final AppArmorMode DEFAULT = new AppArmorMode("default");

  /** The word {@code disabled}. */
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
