package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.internal.tar.TarSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarTest {
  @TempDir Path dir;
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectories(dir.resolve("target"));
    Files.writeString(dir.resolve("secret"), "not yours");
  }

  /** Writes headers that no well-meaning archiver would. */
  private static final class Tar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Tar entry(char type, String name, String link, String content) {
      byte[] body = content.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(header(type, name, link, String.format("%011o\0", body.length)));
      out.writeBytes(Arrays.copyOf(body, (body.length + 511) / 512 * 512));
      return this;
    }

    static byte[] header(char type, String name, String link, String size) {
      byte[] header = new byte[512];
      put(header, 0, name);
      put(header, 100, "0000644\0");
      put(header, 124, size);
      put(header, 136, "00000000000\0");
      header[156] = (byte) type;
      put(header, 157, link);
      put(header, 257, "ustar\00000");
      return checked(header);
    }

    static byte[] checked(byte[] header) {
      put(header, 148, "        ");
      int sum = 0;
      for (byte b : header) {
        sum += b & 0xff;
      }
      put(header, 148, String.format("%06o\0", sum));
      return header;
    }

    static void put(byte[] header, int at, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    Tar file(String name) {
      return entry('0', name, "", "evil");
    }

    byte[] end() {
      out.writeBytes(new byte[1024]);
      return out.toByteArray();
    }
  }

  private void unpack(byte[] tar) throws IOException {
    new TarTarget("copy in task t1", target).read(new ByteArrayInputStream(tar));
  }

  private List<String> found() throws IOException {
    try (Stream<Path> paths = Files.walk(dir)) {
      return paths.map(path -> dir.relativize(path).toString()).sorted().toList();
    }
  }

  @Test
  void whatIsPackedIsUnpacked() throws IOException {
    Path source = Files.createDirectories(dir.resolve("site"));
    Path script = Files.writeString(source.resolve("run.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
    Files.setLastModifiedTime(script, FileTime.from(Instant.parse("2020-02-03T04:05:06Z")));
    Path locked = Files.createDirectories(source.resolve("locked"));
    byte[] large = new byte[200_001];
    Arrays.fill(large, (byte) 7);
    Files.write(locked.resolve("large"), large);
    Files.createFile(locked.resolve("empty"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path deep = Files.createDirectories(source.resolve("d".repeat(90)).resolve("e".repeat(90)));
    Files.writeString(deep.resolve("f".repeat(200)), "deep");
    Files.writeString(source.resolve("grüße ✓.txt"), "ä");
    Files.createSymbolicLink(source.resolve("link"), Path.of("locked/large"));
    Files.createSymbolicLink(
        source.resolve("long"), Path.of("d".repeat(90) + "/" + "e".repeat(90)));
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    TarSource packed = TarSource.of(source);
    packed.writeTo(tar);
    assertThat(tar.size() % 512).isZero();
    unpack(tar.toByteArray());
    Path copy = target.resolve("site");
    assertThat(copy.resolve("run.sh")).hasContent("#!/bin/sh\n");
    assertThat(Files.getPosixFilePermissions(copy.resolve("run.sh")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
    assertThat(Files.getLastModifiedTime(copy.resolve("run.sh")).toInstant())
        .isEqualTo("2020-02-03T04:05:06Z");
    assertThat(copy.resolve("locked/large")).hasBinaryContent(large);
    assertThat(copy.resolve("locked/empty")).isEmptyFile();
    assertThat(Files.getPosixFilePermissions(copy.resolve("locked")))
        .isEqualTo(PosixFilePermissions.fromString("r-xr-xr-x"));
    assertThat(copy.resolve(source.relativize(deep)).resolve("f".repeat(200))).hasContent("deep");
    assertThat(copy.resolve("grüße ✓.txt")).hasContent("ä");
    assertThat(Files.readSymbolicLink(copy.resolve("link"))).isEqualTo(Path.of("locked/large"));
    assertThat(Files.readSymbolicLink(copy.resolve("long")).toString()).hasSize(181);
    // Once more, over what is there.
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    packed.writeTo(again);
    assertThat(again.toByteArray()).isEqualTo(tar.toByteArray());
    Files.setPosixFilePermissions(
        copy.resolve("locked"), PosixFilePermissions.fromString("rwxr-xr-x"));
    unpack(again.toByteArray());
    assertThat(copy.resolve("locked/large")).hasBinaryContent(large);
    Files.setPosixFilePermissions(
        copy.resolve("locked"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void tarReadsWhatThisWrites() throws Exception {
    Path source = Files.createDirectories(dir.resolve("site"));
    Files.writeString(source.resolve("n".repeat(150)), "long");
    Files.writeString(source.resolve("a"), "b");
    Path archive = dir.resolve("a.tar");
    try (var out = Files.newOutputStream(archive)) {
      TarSource.of(source).writeTo(out);
    }
    Process tar =
        new ProcessBuilder("tar", "-tf", archive.toString()).redirectErrorStream(true).start();
    String listed = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tar.waitFor()).isZero();
    assertThat(listed.lines())
        .containsExactlyInAnyOrder("site/", "site/a", "site/" + "n".repeat(150));
    // And the other way round, in both of its long forms.
    for (String format : List.of("gnu", "pax", "ustar", "v7")) {
      Path theirs = dir.resolve(format + ".tar");
      List<String> names = format.equals("v7") ? List.of("site/a") : List.of("site");
      if (format.equals("ustar")) {
        Files.deleteIfExists(source.resolve("n".repeat(150)));
      }
      Process packing =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.of(
                              "tar",
                              "--format=" + format,
                              "-cf",
                              theirs.toString(),
                              "-C",
                              dir.toString()),
                          names.stream())
                      .toList())
              .redirectErrorStream(true)
              .start();
      packing.getInputStream().readAllBytes();
      assertThat(packing.waitFor()).isZero();
      Path there = dir.resolve(format);
      new TarTarget("test", there).read(Files.newInputStream(theirs));
      assertThat(there.resolve("site/a")).hasContent("b");
      if (format.equals("gnu") || format.equals("pax")) {
        assertThat(there.resolve("site").resolve("n".repeat(150))).hasContent("long");
      }
    }
  }

  static Stream<Arguments> escapes() {
    return Stream.of(
        Arguments.of("absolute", new Tar().file("/tmp/swarm-client-escape").end()),
        Arguments.of("parent", new Tar().file("../evil").end()),
        Arguments.of("parent within", new Tar().file("a/../../evil").end()),
        Arguments.of("parent that stays", new Tar().file("a/../evil").end()),
        Arguments.of("parent at the end", new Tar().file("a/..").end()),
        Arguments.of("parent alone", new Tar().entry('5', "..", "", "").end()),
        Arguments.of("parent with slashes", new Tar().file("a//..//..//evil").end()),
        Arguments.of("empty name", new Tar().file("").end()),
        Arguments.of("the folder itself", new Tar().file("./").end()),
        Arguments.of("absolute link", new Tar().entry('2', "l", "/etc", "").end()),
        Arguments.of("absolute link with slashes", new Tar().entry('2', "l", "//etc", "").end()),
        Arguments.of("link up", new Tar().entry('2', "l", "..", "").end()),
        Arguments.of("link to a sibling", new Tar().entry('2', "l", "../secret", "").end()),
        Arguments.of("link up from below", new Tar().entry('2', "a/l", "../../secret", "").end()),
        Arguments.of("link up behind a name", new Tar().entry('2', "l", "a/../../x", "").end()),
        Arguments.of(
            "link up behind a name that stays", new Tar().entry('2', "l", "a/..", "").end()),
        Arguments.of("link with dots", new Tar().entry('2', "l", "./../secret", "").end()),
        Arguments.of("empty link", new Tar().entry('2', "l", "", "").end()),
        Arguments.of(
            "through a link",
            new Tar().entry('2', "l", "sub", "").entry('5', "sub", "", "").file("l/evil").end()),
        Arguments.of(
            "through a link to be", new Tar().entry('2', "l", "sub", "").file("l/evil").end()),
        Arguments.of(
            "folder through a link",
            new Tar().entry('2', "l", "sub", "").entry('5', "l/evil", "", "").end()),
        Arguments.of(
            "link through a link",
            new Tar().entry('2', "a/b/l", "../..", "").entry('2', "a/b/l/m", "..", "").end()),
        Arguments.of("hard link up", new Tar().entry('1', "h", "../secret", "").end()),
        Arguments.of("absolute hard link", new Tar().entry('1', "h", "/etc/passwd", "").end()),
        Arguments.of("hard link to nothing", new Tar().entry('1', "h", "nothing", "").end()),
        Arguments.of(
            "hard link to a link",
            new Tar().entry('2', "l", "x", "").entry('1', "h", "l", "").end()),
        Arguments.of(
            "hard link through a link",
            new Tar()
                .entry('5', "d", "", "")
                .file("d/f")
                .entry('2', "l", "d", "")
                .entry('1', "h", "l/f", "")
                .end()),
        Arguments.of("character device", new Tar().entry('3', "dev", "", "").end()),
        Arguments.of("block device", new Tar().entry('4', "dev", "", "").end()),
        Arguments.of("fifo", new Tar().entry('6', "fifo", "", "").end()),
        Arguments.of("sparse file", new Tar().entry('S', "sparse", "", "").end()),
        Arguments.of("unknown kind", new Tar().entry('Z', "what", "", "").end()),
        Arguments.of(
            "pax parent", new Tar().entry('x', "p", "", "16 path=../evil\n").file("good").end()),
        Arguments.of(
            "pax absolute",
            new Tar().entry('x', "p", "", "18 path=/tmp/evil\n").file("good").end()),
        Arguments.of(
            "pax link",
            new Tar().entry('x', "p", "", "17 linkpath=/etc\n").entry('2', "l", "good", "").end()),
        Arguments.of(
            "pax with a zero byte",
            new Tar().entry('x', "p", "", "12 path=a\0b\n").file("good").end()),
        Arguments.of(
            "gnu parent",
            new Tar().entry('L', "././@LongLink", "", "../evil\0").file("good").end()),
        Arguments.of(
            "gnu link",
            new Tar()
                .entry('K', "././@LongLink", "", "../secret\0")
                .entry('2', "l", "good", "")
                .end()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("escapes")
  void whatLeadsOutOfTheFolderIsRefused(String kind, byte[] tar) throws IOException {
    assertThatThrownBy(() -> unpack(tar))
        .as(kind)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("was not unpacked");
    assertThat(found())
        .noneMatch(path -> path.contains("evil"))
        .filteredOn(path -> !path.startsWith("target"))
        .containsExactly("", "secret");
    assertThat(dir.resolve("secret")).hasContent("not yours");
  }

  @Test
  void aLinkThatWasThereIsNotFollowed() throws IOException {
    Path outside = Files.createDirectories(dir.resolve("outside"));
    Files.createSymbolicLink(target.resolve("l"), outside);
    assertThatThrownBy(() -> unpack(new Tar().file("l/evil").end()))
        .isInstanceOf(MalformedResponseException.class);
    Files.createSymbolicLink(target.resolve("s"), dir.resolve("secret"));
    unpack(new Tar().file("s").end());
    assertThat(target.resolve("s")).hasContent("evil").isRegularFile();
    assertThat(dir.resolve("secret")).hasContent("not yours");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void linksWithinTheFolderAreKept() throws IOException {
    unpack(
        new Tar()
            .entry('5', "a/b", "", "")
            .file("a/f")
            .entry('2', "a/b/up", "../f", "")
            .entry('2', "down", "a/b", "")
            .entry('1', "h", "a/f", "")
            .end());
    assertThat(target.resolve("a/b/up")).hasContent("evil").isSymbolicLink();
    assertThat(target.resolve("h")).hasContent("evil").isRegularFile();
    assertThat(Files.readSymbolicLink(target.resolve("down"))).isEqualTo(Path.of("a/b"));
  }

  @Test
  void aFolderIsNotReplacedByAFile() throws IOException {
    Files.writeString(Files.createDirectories(target.resolve("d")).resolve("f"), "mine");
    assertThatThrownBy(() -> unpack(new Tar().file("d").end())).isInstanceOf(IOException.class);
    assertThat(target.resolve("d/f")).hasContent("mine");
  }

  @Test
  void anArchiveThatIsCutIsAnErrorWhereverItIsCut() throws IOException {
    Tar tar = new Tar().entry('5', "d", "", "").file("d/f").entry('x', "p", "", "10 path=g\n");
    byte[] whole = tar.file("x").end();
    for (int cut = 0; cut < whole.length - 1024; cut += 64) {
      byte[] part = Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> unpack(part))
          .as("cut at %d", cut)
          .isInstanceOf(MalformedResponseException.class);
    }
    assertThatCode(() -> unpack(whole)).doesNotThrowAnyException();
    assertThat(target.resolve("g")).hasContent("evil");
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    byte[] noise = "not a tar at all ".repeat(100).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(noise)).isInstanceOf(MalformedResponseException.class);
    byte[] bad = new Tar().file("f").end();
    bad[0] = 'X';
    assertThatThrownBy(() -> unpack(bad))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("checksum");
    byte[] size = Tar.header('0', "f", "", "12x");
    assertThatThrownBy(() -> unpack(size)).isInstanceOf(MalformedResponseException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 path=",
        "x",
        "99 path=a\n",
        "0 path=a\n",
        "-1 path=a\n",
        "8 path=a\n",
        " ",
        "7 size=\n",
        "99999999999999999999 a=b\n",
        "5 =b\n"
      })
  void aBrokenPaxHeaderIsRefused(String records) {
    byte[] tar = new Tar().entry('x', "p", "", records).file("f").end();
    assertThatThrownBy(() -> unpack(tar)).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void hugeHeadersAndSizesAreRefused() {
    byte[] longName = Tar.header('L', "x", "", String.format("%011o\0", 1 << 30));
    assertThatThrownBy(() -> unpack(longName)).isInstanceOf(MalformedResponseException.class);
    byte[] binary = Tar.header('0', "f", "", "");
    binary[124] = (byte) 0x80;
    binary[128] = 0x7f;
    Tar.checked(binary);
    assertThatThrownBy(() -> unpack(binary))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("too much");
    binary[125] = 0x7f;
    Tar.checked(binary);
    assertThatThrownBy(() -> unpack(binary)).isInstanceOf(MalformedResponseException.class);
    binary[124] = (byte) 0xff;
    binary[125] = (byte) 0xff;
    Tar.checked(binary);
    assertThatThrownBy(() -> unpack(binary)).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void tooManyEntriesAndTooManyBytesAreRefused() {
    byte[] tar = new Tar().file("a").file("b").file("c").end();
    assertThatThrownBy(
            () -> new TarTarget("copy", target, 2, 100).read(new ByteArrayInputStream(tar)))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("too much");
    assertThatThrownBy(
            () -> new TarTarget("copy", target, 100, 11).read(new ByteArrayInputStream(tar)))
        .isInstanceOf(MalformedResponseException.class);
    assertThatCode(() -> new TarTarget("copy", target, 3, 12).read(new ByteArrayInputStream(tar)))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyFilesAndFoldersArePacked() throws Exception {
    Path source = Files.createDirectories(dir.resolve("src"));
    assertThat(new ProcessBuilder("mkfifo", source.resolve("fifo").toString()).start().waitFor())
        .isZero();
    assertThatThrownBy(() -> TarSource.of(source).writeTo(new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fifo");
    assertThatThrownBy(() -> TarSource.of(source.resolve("fifo")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TarSource.of(Path.of("/")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNamedLinkIsFollowedAndKeepsItsName() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("index.html"), Path.of("secret"));
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    TarSource.of(link).writeTo(tar);
    unpack(tar.toByteArray());
    assertThat(target.resolve("index.html")).isRegularFile().hasContent("not yours");
  }
}
