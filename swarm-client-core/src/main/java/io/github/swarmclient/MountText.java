package io.github.swarmclient;

import io.github.swarmclient.model.BindOptions;
import io.github.swarmclient.model.ImageOptions;
import io.github.swarmclient.model.Mount;
import io.github.swarmclient.model.MountConsistency;
import io.github.swarmclient.model.MountPropagation;
import io.github.swarmclient.model.MountType;
import io.github.swarmclient.model.TmpfsOptions;
import io.github.swarmclient.model.VolumeDriver;
import io.github.swarmclient.model.VolumeOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mounts as the command line writes them: {@code type=bind,source=/srv,target=/data,ro}. */
final class MountText {
  private static final List<MountType> TYPES =
      List.of(
          MountType.VOLUME,
          MountType.BIND,
          MountType.TMPFS,
          MountType.NPIPE,
          MountType.CLUSTER,
          MountType.IMAGE);
  private static final List<MountPropagation> PROPAGATIONS =
      List.of(
          MountPropagation.RPRIVATE,
          MountPropagation.PRIVATE,
          MountPropagation.RSHARED,
          MountPropagation.SHARED,
          MountPropagation.RSLAVE,
          MountPropagation.SLAVE);
  private static final List<MountConsistency> CONSISTENCIES =
      List.of(
          MountConsistency.DEFAULT,
          MountConsistency.CONSISTENT,
          MountConsistency.CACHED,
          MountConsistency.DELEGATED);
  private static final int OCTAL = 8;

  private final TextForm form;
  private final Mount.Builder mount = Mount.builder();
  private final BindOptions.Builder bind = BindOptions.builder();
  private final VolumeOptions.Builder volume = VolumeOptions.builder();
  private final VolumeDriver.Builder driver = VolumeDriver.builder();
  private final TmpfsOptions.Builder tmpfs = TmpfsOptions.builder();
  private final ImageOptions.Builder image = ImageOptions.builder();
  private MountType type = MountType.VOLUME;

  private MountText(TextForm form) {
    this.form = form;
  }

  static Mount parse(String text) {
    return new MountText(
            new TextForm(
                "mount",
                text,
                "key=value[,key=value…], such as type=bind,source=/srv,target=/data,readonly"))
        .parse();
  }

  private Mount parse() {
    form.fields().forEach(this::take);
    VolumeDriver driverConfig = driver.build();
    if (!driverConfig.equals(VolumeDriver.builder().build())) {
      volume.driverConfig(driverConfig);
    }
    Mount plain = mount.type(type).build();
    checkCommon(plain);
    return withOptions(plain);
  }

  private void checkCommon(Mount plain) {
    if (plain.target() == null) {
      throw form.malformed("target is missing");
    }
    if (type.equals(MountType.TMPFS) && plain.source() != null) {
      throw form.malformed("a tmpfs has no source");
    }
    if (type.equals(MountType.BIND) && plain.source() == null) {
      throw form.malformed("source is missing, which a bind mount needs");
    }
  }

  private void take(TextForm.Field field) {
    switch (field.key()) {
      case "type" -> type = type(field);
      case "source", "src" -> mount.source(source(form.value(field)));
      case "target", "dst", "destination" -> mount.target(form.value(field));
      case "readonly", "ro" -> mount.readOnly(form.flag(field));
      case "consistency" -> mount.consistency(consistency(field));
      default -> takeOption(field);
    }
  }

  private void takeOption(TextForm.Field field) {
    switch (field.key()) {
      case "bind-propagation" -> bind.propagation(propagation(field));
      case "bind-recursive" -> recursive(field);
      case "bind-create-src" -> bind.createMountpoint(form.flag(field));
      case "bind-nonrecursive" ->
          throw form.malformed("bind-nonrecursive is no more: write bind-recursive=disabled");
      case "volume-subpath" -> volume.subpath(form.value(field));
      case "volume-nocopy" -> volume.noCopy(form.flag(field));
      case "volume-label" -> volume.putLabel(form.pair(field).key(), form.pair(field).value());
      case "volume-driver" -> driver.name(form.value(field));
      case "volume-opt" -> driver.putOption(form.pair(field).key(), form.pair(field).value());
      case "image-subpath" -> image.subpath(form.value(field));
      case "tmpfs-size" -> tmpfs.sizeBytes(Sizes.bytes(form, field.key(), form.value(field)));
      case "tmpfs-mode" -> tmpfs.mode(octal(field));
      default -> throw form.unknown(field.key());
    }
  }

  private Mount withOptions(Mount plain) {
    BindOptions binds = bind.build();
    checkRecursion(plain, binds);
    return plain.toBuilder()
        .bindOptions(only("bind-…", MountType.BIND, binds, BindOptions.builder().build()))
        .volumeOptions(
            only("volume-…", MountType.VOLUME, volume.build(), VolumeOptions.builder().build()))
        .tmpfsOptions(
            only("tmpfs-…", MountType.TMPFS, tmpfs.build(), TmpfsOptions.builder().build()))
        .imageOptions(
            only("image-…", MountType.IMAGE, image.build(), ImageOptions.builder().build()))
        .build();
  }

  private <O> @Nullable O only(String keys, MountType of, O options, O none) {
    if (options.equals(none)) {
      return null;
    }
    if (!type.equals(of)) {
      throw form.malformed("the keys " + keys + " do not go with type " + type);
    }
    return options;
  }

  private void checkRecursion(Mount plain, BindOptions options) {
    boolean readOnly = Boolean.TRUE.equals(plain.readOnly());
    if (Boolean.TRUE.equals(options.readOnlyNonRecursive()) && !readOnly) {
      throw form.malformed("bind-recursive=writable needs readonly besides");
    }
    if (Boolean.TRUE.equals(options.readOnlyForceRecursive())
        && !(readOnly && MountPropagation.RPRIVATE.equals(options.propagation()))) {
      throw form.malformed(
          "bind-recursive=readonly needs readonly and bind-propagation=rprivate besides");
    }
  }

  private MountType type(TextForm.Field field) {
    return oneOf(field, MountType.of(form.value(field).toLowerCase(Locale.ROOT)), TYPES);
  }

  private MountPropagation propagation(TextForm.Field field) {
    return oneOf(
        field, MountPropagation.of(form.value(field).toLowerCase(Locale.ROOT)), PROPAGATIONS);
  }

  private MountConsistency consistency(TextForm.Field field) {
    return oneOf(
        field, MountConsistency.of(form.value(field).toLowerCase(Locale.ROOT)), CONSISTENCIES);
  }

  private <E> E oneOf(TextForm.Field field, E value, List<E> known) {
    if (!known.contains(value)) {
      throw form.bad(
          field.key(),
          field.value(),
          "one of " + String.join(", ", known.stream().map(String::valueOf).toList()));
    }
    return value;
  }

  private void recursive(TextForm.Field field) {
    switch (form.value(field)) {
      case "enabled" -> {}
      case "disabled" -> bind.nonRecursive(true);
      case "writable" -> bind.readOnlyNonRecursive(true);
      case "readonly" -> bind.readOnlyForceRecursive(true);
      default ->
          throw form.bad(
              field.key(), field.value(), "one of enabled, disabled, writable, readonly");
    }
  }

  private long octal(TextForm.Field field) {
    if (!form.value(field).matches("[0-7]{1,10}")) {
      throw form.bad(field.key(), field.value(), "an octal number, such as 1777");
    }
    return Long.parseLong(field.value(), OCTAL);
  }

  /** Returns the source, absolute where it is a path from here. */
  private static String source(String source) {
    return source.equals(".") || source.startsWith("./") || source.startsWith("../")
        ? Path.of(source).toAbsolutePath().normalize().toString()
        : source;
  }
}
