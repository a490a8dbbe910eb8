package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r.git, HTTPS, github.com, o, r, https://github.com/o/r.git",
        "https://user:secret@github.com/o/r, HTTPS, github.com, o, r, https://github.com/o/r",
        "https://tok@Git.Example:8443/a/b/c.git/, HTTPS, git.example, a/b, c, https://git.example:8443/a/b/c.git",
        "git@github.com:o/r.git, SSH, github.com, o, r, ssh://git@github.com/o/r.git",
        "github.com:o/r, SSH, github.com, o, r, ssh://github.com/o/r",
        "ssh://git@host:7999/key/r.git, SSH, host, key, r, ssh://git@host:7999/key/r.git",
        "git+ssh://git@host/g/s/t/r, SSH, host, g/s/t, r, ssh://git@host/g/s/t/r",
        "git://host/o/r.git, GIT, host, o, r, git://host/o/r.git",
        "file:///srv/git/r.git, FILE, '', srv/git, r, /srv/git/r.git",
        "../o/r, FILE, '', ../o, r, ../o/r",
        "C:/o/r, FILE, '', C:/o, r, C:/o/r",
        "https://host/scm/~user/r.git, HTTPS, host, scm/~user, r, https://host/scm/~user/r.git",
    })
    void spellings(String text, RemoteUrl.Protocol protocol, String host, String owner, String name, String printed) {
        RemoteUrl url = RemoteUrl.parse(text).orElseThrow();
        assertThat(url.protocol()).isEqualTo(protocol);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.owner()).isEqualTo(owner);
        assertThat(url.name()).isEqualTo(name);
        assertThat(url).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ext::sh -c touch% x",
                "-oProxyCommand=x",
                "ssh://-oProxyCommand=x/r",
                "git@-x:o/r",
                "ftp://host/o/r",
                "https://host",
                "https://host/",
                "https://host:99999/o/r",
                "https://ho st/o/r",
                "https://host/o/../r",
                "https://host/o/r?x=y",
                "https://host/o\nr",
            })
    void refused(String text) {
        assertThat(RemoteUrl.parse(text)).isEmpty();
    }

    @Test
    void onlyThisMachineIsLoopback() {
        assertThat(RemoteUrl.parse("http://127.0.0.1:80/o/r").orElseThrow().isLoopback())
                .isTrue();
        assertThat(RemoteUrl.parse("http://localhost/o/r").orElseThrow().isLoopback())
                .isTrue();
        assertThat(RemoteUrl.parse("http://127.evil.example/o/r").orElseThrow().isLoopback())
                .isFalse();
        assertThat(RemoteUrl.parse("http://localhost.evil.example/o/r")
                        .orElseThrow()
                        .isLoopback())
                .isFalse();
    }
}
