package io.github.swarmclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The smaller text forms of the command line. */
class TextFormsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "4096, 4096",
    "1b, 1",
    "1k, 1024",
    "1K, 1024",
    "1kb, 1024",
    "1KiB, 1024",
    "1 k, 1024",
    "512m, 536870912",
    "1.5g, 1610612736",
    "2G, 2147483648",
    "1t, 1099511627776",
    "1p, 1125899906842624",
    "0.5k, 512",
    "1.0001k, 1024",
    "9223372036854775807, 9223372036854775807",
  })
  void sizesAreCountedInPowersOf1024(String text, long bytes) {
    assertThat(Sizes.bytes("memory limit", text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "m",
        "-1",
        "-1m",
        "1x",
        "1mm",
        "1,5g",
        "0x10",
        "1e3",
        ".5g",
        "1.g",
        "one",
        "9223372036854775808",
        "9000000t",
        " 1m",
        "1m "
      })
  void whatIsNoSizeIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sizes.bytes("memory limit", text))
        .withMessageStartingWith("memory limit \"" + text + "\" is malformed: it is ")
        .withMessageEndingWith("such as 512m");
  }

  @Test
  void swapMayBeWithoutLimit() {
    assertThat(Sizes.swap("-1")).isEqualTo(-1);
    assertThat(Sizes.swap("1g")).isEqualTo(1L << 30);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sizes.swap("-2"))
        .withMessageContaining("memory swap \"-2\" is malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1000000000",
    "0.5, 500000000",
    ".5, 500000000",
    "2., 2000000000",
    "1.5, 1500000000",
    "0.000000001, 1",
    "0.1000000000000, 100000000",
    "9223372036.854775807, 9223372036854775807",
  })
  void processorsAreCountedInBillionths(String text, long nanos) {
    assertThat(Sizes.nanoCpus("CPU limit", text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is no decimal number",
    "., it is no decimal number",
    "-1, it is no decimal number",
    "1/2, it is no decimal number",
    "1e3, it is no decimal number",
    "500m, it is no decimal number",
    "0.0000000001, it has more than 9 decimals",
    "9223372036.854775808, it is too large",
    "9999999999, it is too large",
  })
  void whatIsNoNumberOfProcessorsIsRefused(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sizes.nanoCpus("CPU limit", text))
        .withMessage(
            "CPU limit \""
                + text
                + "\" is malformed: "
                + why
                + "; expected a number of processors, such as 0.5 or 2");
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "10s, PT10S",
    "+10s, PT10S",
    "1m30s, PT1M30S",
    "1h2m3.5s, PT1H2M3.5S",
    "100ms, PT0.1S",
    "1us, PT0.000001S",
    "1µs, PT0.000001S",
    "1μs, PT0.000001S",
    "7ns, PT0.000000007S",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "90s, PT1M30S",
    "2s1h, PT1H2S",
  })
  void durationsAreReadAsGoDoes(String text, String duration) {
    assertThat(GoDuration.parse("stop grace period", text)).hasToString(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is no number with a unit",
    "10, its unit is missing",
    "1.5, its unit is missing",
    "-1s, it is negative",
    "s, it is no number with a unit",
    ".s, it is no number with a unit",
    "1d, it is no number with a unit",
    "1S, it is no number with a unit",
    "1m 30s, it is no number with a unit",
    "1m30, it is no number with a unit",
    "PT10S, it is no number with a unit",
    "9999999h, it is more than 292 years",
  })
  void whatIsNoDurationIsRefused(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoDuration.parse("stop grace period", text))
        .withMessage(
            "stop grace period \""
                + text
                + "\" is malformed: "
                + why
                + "; expected a duration such as 10s, 1m30s or 500ms");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          nofile=1024:2048 | {'Name':'nofile','Soft':1024,'Hard':2048}
          nofile=1024      | {'Name':'nofile','Soft':1024,'Hard':1024}
          core=0           | {'Name':'core','Soft':0,'Hard':0}
          memlock=-1:-1    | {'Name':'memlock','Soft':-1,'Hard':-1}
          memlock=-1       | {'Name':'memlock','Soft':-1,'Hard':-1}
          stack=10:-1      | {'Name':'stack','Soft':10,'Hard':-1}
          """)
  void ulimitsHaveASoftAndAHardLimit(String text, String ulimit) {
    assertThat(Wire.of(UlimitText.parse(text))).isEqualTo(Wire.json(ulimit));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``               | there is no limit
          nofile           | there is no limit
          nofile=          | soft limit "" is not a whole number
          nofile=a         | soft limit "a" is not a whole number
          nofile=1:b       | hard limit "b" is not a whole number
          nofile=1:2:3     | there are more than two limits
          nofile=2:1       | the soft limit 2 is above the hard limit 1
          nofile=-1:5      | the soft limit -1 is above the hard limit 5
          files=1          | name "files" is not one of core, cpu, data
          NOFILE=1         | name "NOFILE" is not one of core
          =1               | name "" is not one of core
          """)
  void whatIsWrongWithAUlimitIsNamed(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UlimitText.parse(text))
        .withMessageStartingWith("ulimit \"" + text + "\" is malformed: " + why);
  }

  @Test
  void genericResourcesAreCounted() {
    assertThat(Wire.of(GenericResourceText.parse("gpu=2,ssd=1")))
        .isEqualTo(
            Wire.json(
                "[{'DiscreteResourceSpec':{'Kind':'gpu','Value':2}},"
                    + "{'DiscreteResourceSpec':{'Kind':'ssd','Value':1}}]"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', \"\" is not kind=count",
    "gpu, \"gpu\" is not kind=count",
    "=2, \"=2\" is not kind=count",
    "gpu=, gpu \"\" is not a count",
    "gpu=-1, gpu \"-1\" is not a count",
    "gpu=1.5, gpu \"1.5\" is not a count",
    "gpu=UUID1, gpu \"UUID1\" is not a count; services cannot ask for a resource by its name",
    "'gpu=1,', \"\" is not kind=count",
  })
  void whatIsWrongWithAGenericResourceIsNamed(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenericResourceText.parse(text))
        .withMessageStartingWith("generic resource \"" + text + "\" is malformed: " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"node.labels.zone", "engine.labels.rack", "node.labels.a.b-c"})
  void tasksAreSpreadOverLabels(String label) {
    assertThat(Wire.of(PlacementText.parse("spread=" + label)))
        .isEqualTo(Wire.json("{'Spread':{'SpreadDescriptor':'" + label + "'}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', the strategy \"\" is unknown",
    "spread, spread \"\" is not a label",
    "spread=, spread \"\" is not a label",
    "spread=node.id, spread \"node.id\" is not a label",
    "spread=node.labels., spread \"node.labels.\" is not a label",
    "binpack=node.labels.a, the strategy \"binpack\" is unknown",
    "node.labels.a, the strategy \"node.labels.a\" is unknown",
  })
  void whatIsWrongWithAPlacementPreferenceIsNamed(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlacementText.parse(text))
        .withMessageStartingWith("placement preference \"" + text + "\" is malformed: " + why);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          front                                | {'Target':'front'}
          name=front                           | {'Target':'front'}
          NAME=Front,alias=Web,alias=www       | {'Target':'Front','Aliases':['Web','www']}
          name=front,driver-opt=a=1,driver-opt=b=x=y | {'Target':'front','DriverOpts':{'a':'1','b':'x=y'}}
          """)
  void networksHaveAliasesAndDriverOptions(String text, String network) {
    assertThat(Wire.of(NetworkText.parse(text))).isEqualTo(Wire.json(network));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          alias=web                | name is missing
          name=                    | name has no value
          name=a,alias=            | alias has no value
          name=a,driver-opt=b      | driver-opt "b" is not of the form key=value
          name=a,ip=10.0.0.1       | ip is for single containers
          name=a,mac-address=1     | mac-address is for single containers
          name=a,target=b          | the key "target" is unknown
          name=a, alias=b          | " alias=b" has blanks or no key
          """)
  void whatIsWrongWithANetworkIsNamed(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkText.parse(text))
        .withMessageStartingWith("network \"" + text + "\" is malformed: " + why);
  }

  @Test
  void credentialSpecsComeFromAConfigAFileOrTheRegistry() {
    assertThat(Wire.of(Credentials.parse("file://a.json")))
        .isEqualTo(Wire.json("{'File':'a.json'}"));
    assertThat(Wire.of(Credentials.parse("config://a.json")))
        .isEqualTo(Wire.json("{'Config':'a.json'}"));
    assertThat(Wire.of(Credentials.parse("registry://a"))).isEqualTo(Wire.json("{'Registry':'a'}"));
    assertThat(Credentials.parse("")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "config://", "file://", "registry:a", "http://x", " "})
  void whatIsNoCredentialSpecIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.parse(text))
        .withMessageStartingWith("credential spec \"" + text + "\" is malformed");
  }

  private static List<String> env(String content) {
    return EnvFile.parse("web.env", content.getBytes(UTF_8), Map.of("HERE", "yes")::get);
  }

  @Test
  void envFilesAreTakenAsTheyStand() {
    assertThat(env("\ufeffA=1\n\n# comment\n   # comment\n  B= two \r\nC=\"x\" $A # no\nD=\nE==\n"))
        .containsExactly("A=1", "B= two ", "C=\"x\" $A # no", "D=", "E==");
  }

  @Test
  void aNameAloneInAnEnvFileIsTakenFromHereOrLeftOut() {
    assertThat(env("HERE\nNOT_HERE\n")).containsExactly("HERE=yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "A B=1", "A\t=1", "A B", "export A=1"})
  void anEnvFileWithABadNameSaysWhichLine(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env("OK=1\n" + line + "\n"))
        .withMessageStartingWith("env file web.env line 2 is malformed: ")
        .withMessageContaining("is no variable's name");
  }

  @Test
  void anEnvFileIsUtf8AndThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvFile.parse("web.env", new byte[] {'A', '=', (byte) 0xff}, n -> null))
        .withMessage("env file web.env is malformed: it is not UTF-8");
    assertThatThrownBy(() -> EnvFile.read(Path.of("/nowhere/web.env")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("env file /nowhere/web.env cannot be read");
  }
}
