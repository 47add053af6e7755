package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          target=/d                              | {'Type':'volume','Target':'/d'}
          dst=/d                                 | {'Type':'volume','Target':'/d'}
          destination=/d                         | {'Type':'volume','Target':'/d'}
          src=v,dst=/d                           | {'Type':'volume','Source':'v','Target':'/d'}
          type=volume,source=v,target=/d         | {'Type':'volume','Source':'v','Target':'/d'}
          TYPE=Volume,SOURCE=V,Target=/D         | {'Type':'volume','Source':'V','Target':'/D'}
          src=v,dst=/d,readonly                  | {'Type':'volume','Source':'v','Target':'/d','ReadOnly':true}
          src=v,dst=/d,ro                        | {'Type':'volume','Source':'v','Target':'/d','ReadOnly':true}
          src=v,dst=/d,ro=1                      | {'Type':'volume','Source':'v','Target':'/d','ReadOnly':true}
          src=v,dst=/d,ro=True                   | {'Type':'volume','Source':'v','Target':'/d','ReadOnly':true}
          src=v,dst=/d,readonly=false            | {'Type':'volume','Source':'v','Target':'/d','ReadOnly':false}
          src=v,dst=/d,readonly=f                | {'Type':'volume','Source':'v','Target':'/d','ReadOnly':false}
          type=bind,src=/s,dst=/d                | {'Type':'bind','Source':'/s','Target':'/d'}
          type=bind,src=/s,dst=/d,consistency=cached | {'Type':'bind','Source':'/s','Target':'/d','Consistency':'cached'}
          type=bind,src=/s,dst=/d,bind-propagation=rshared | {'Type':'bind','Source':'/s','Target':'/d','BindOptions':{'Propagation':'rshared'}}
          type=bind,src=/s,dst=/d,bind-recursive=enabled | {'Type':'bind','Source':'/s','Target':'/d'}
          type=bind,src=/s,dst=/d,bind-recursive=disabled | {'Type':'bind','Source':'/s','Target':'/d','BindOptions':{'NonRecursive':true}}
          type=bind,src=/s,dst=/d,ro,bind-recursive=writable | {'Type':'bind','Source':'/s','Target':'/d','ReadOnly':true,'BindOptions':{'ReadOnlyNonRecursive':true}}
          type=bind,src=/s,dst=/d,ro,bind-recursive=readonly,bind-propagation=rprivate | {'Type':'bind','Source':'/s','Target':'/d','ReadOnly':true,'BindOptions':{'Propagation':'rprivate','ReadOnlyForceRecursive':true}}
          type=bind,src=/s,dst=/d,bind-create-src | {'Type':'bind','Source':'/s','Target':'/d','BindOptions':{'CreateMountpoint':true}}
          src=v,dst=/d,volume-nocopy             | {'Type':'volume','Source':'v','Target':'/d','VolumeOptions':{'NoCopy':true}}
          src=v,dst=/d,volume-nocopy=false       | {'Type':'volume','Source':'v','Target':'/d','VolumeOptions':{'NoCopy':false}}
          src=v,dst=/d,volume-subpath=a/b        | {'Type':'volume','Source':'v','Target':'/d','VolumeOptions':{'Subpath':'a/b'}}
          src=v,dst=/d,volume-label=a=1,volume-label=b | {'Type':'volume','Source':'v','Target':'/d','VolumeOptions':{'Labels':{'a':'1','b':''}}}
          src=v,dst=/d,volume-driver=local       | {'Type':'volume','Source':'v','Target':'/d','VolumeOptions':{'DriverConfig':{'Name':'local'}}}
          src=v,dst=/d,"volume-opt=o=addr=10.0.0.1,rw",volume-opt=type=nfs | {'Type':'volume','Source':'v','Target':'/d','VolumeOptions':{'DriverConfig':{'Options':{'o':'addr=10.0.0.1,rw','type':'nfs'}}}}
          type=tmpfs,dst=/d                      | {'Type':'tmpfs','Target':'/d'}
          type=tmpfs,dst=/d,tmpfs-size=64m,tmpfs-mode=1777 | {'Type':'tmpfs','Target':'/d','TmpfsOptions':{'SizeBytes':67108864,'Mode':1023}}
          type=npipe,src=\\\\.\\pipe\\p,dst=\\\\.\\pipe\\p | {'Type':'npipe','Source':'\\\\\\\\.\\\\pipe\\\\p','Target':'\\\\\\\\.\\\\pipe\\\\p'}
          type=cluster,src=group:g,dst=/d        | {'Type':'cluster','Source':'group:g','Target':'/d'}
          type=image,src=nginx,dst=/d,image-subpath=etc | {'Type':'image','Source':'nginx','Target':'/d','ImageOptions':{'Subpath':'etc'}}
          "dst=/a ""b"", c"                      | {'Type':'volume','Target':'/a \\"b\\", c'}
          """)
  void isReadAsTheCommandLineDoes(String text, String mount) {
    assertThat(Wire.of(MountText.parse(text))).isEqualTo(Wire.json(mount));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                              | has blanks or no key
          type=volume                     | target is missing
          dst                             | dst has no value
          dst=                            | dst has no value
          =/d                             | has blanks or no key
          dst =/d                         | has blanks or no key
          dst= /d                         | has blanks or no key
          dst=/d,                         | has blanks or no key
          dst=/d,,ro                      | has blanks or no key
          type=disk,dst=/d                | type "disk" is not one of volume, bind, tmpfs, npipe, cluster, image
          dst=/d,size=1                   | the key "size" is unknown
          dst=/d,/s                       | the key "/s" is unknown
          dst=/d,ro=yes                   | ro "yes" is not true or false
          type=tmpfs,src=a,dst=/d         | a tmpfs has no source
          type=bind,dst=/d                | source is missing, which a bind mount needs
          type=bind,src=/s,dst=/d,bind-propagation=open | bind-propagation "open" is not one of rprivate
          type=bind,src=/s,dst=/d,consistency=eventual  | consistency "eventual" is not one of default
          type=bind,src=/s,dst=/d,bind-recursive=maybe  | bind-recursive "maybe" is not one of enabled
          type=bind,src=/s,dst=/d,bind-recursive=writable | needs readonly besides
          type=bind,src=/s,dst=/d,ro,bind-recursive=readonly | needs readonly and bind-propagation=rprivate
          type=bind,src=/s,dst=/d,bind-nonrecursive     | write bind-recursive=disabled
          type=bind,src=/s,dst=/d,volume-nocopy         | the keys volume-… do not go with type bind
          dst=/d,bind-propagation=shared                | the keys bind-… do not go with type volume
          dst=/d,tmpfs-size=1m                          | the keys tmpfs-… do not go with type volume
          dst=/d,image-subpath=a                        | the keys image-… do not go with type volume
          type=tmpfs,dst=/d,tmpfs-size=big              | tmpfs-size "big" is not a number of bytes
          type=tmpfs,dst=/d,tmpfs-mode=999              | tmpfs-mode "999" is not an octal number
          dst=/d,volume-label==a                        | volume-label "=a" is not of the form key=value
          dst=/d,volume-opt=                            | volume-opt has no value
          "dst=/d                                       | a quote is not closed
          "dst=/d"x                                     | between a closing quote and the comma
          dst="/d"                                      | a quote stands within a field
          """)
  void whatIsWrongIsNamed(String text, String why) {
    assertThatThrownBy(() -> MountText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("mount \"" + text + "\" is malformed: ")
        .hasMessageContaining(why)
        .hasMessageContaining("; expected key=value");
  }

  @Test
  void aSourceThatBeginsWithADotIsAPathFromHere() {
    assertThat(MountText.parse("type=bind,src=./a,dst=/d").source())
        .isEqualTo(Path.of("a").toAbsolutePath().toString());
  }
}
