package dev.drydock.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.git.AccessToken;
import dev.drydock.git.RemoteUrl;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    private static RemoteUrl url(String text) {
        return RemoteUrl.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "git@github.com:o/r.git, GITHUB",
        "https://acme.ghe.com/o/r, GITHUB",
        "https://github.corp.example/o/r, GITHUB",
        "https://gitlab.com/g/s/r, GITLAB",
        "https://gitlab.corp.example/g/r, GITLAB",
        "https://codeberg.org/o/r, GITEA",
        "https://forgejo.example.org/o/r, GITEA",
        "https://bitbucket.org/w/r, BITBUCKET_CLOUD",
        "https://bitbucket.corp.example/scm/k/r.git, BITBUCKET_DATA_CENTER",
        "https://code.corp.example/scm/k/r.git, BITBUCKET_DATA_CENTER",
        "https://code.corp.example/k/r.git, ",
        "https://github.com.evil.example/o/r, GITHUB",
    })
    void hosts(String remote, Platform platform) {
        assertThat(Platform.detect(url(remote), name -> null)).isEqualTo(Optional.ofNullable(platform));
    }

    @Test
    void theEnvironmentOfAJobNamesItsServer() {
        RemoteUrl remote = url("https://code.corp.example/g/r");
        assertThat(Platform.detect(remote, Map.of("CI_SERVER_URL", "https://code.corp.example")::get))
                .contains(Platform.GITLAB);
        assertThat(Platform.detect(remote, Map.of("GITHUB_SERVER_URL", "https://code.corp.example")::get))
                .contains(Platform.GITHUB);
        assertThat(Platform.detect(
                        remote, Map.of("GITHUB_SERVER_URL", "https://code.corp.example", "GITEA_ACTIONS", "true")::get))
                .contains(Platform.GITEA);
    }

    /** A checkout whose remote merely looks like GitHub gets no token of GitHub's. */
    @Test
    void aTokenGoesToItsOwnHostOnly() {
        Map<String, String> environment = Map.of("GITHUB_TOKEN", "t1");
        assertThat(ForgeCredentials.find(Platform.GITHUB, url("https://github.com/o/r"), false, environment::get))
                .isPresent();
        assertThat(ForgeCredentials.find(
                        Platform.GITHUB, url("https://github.evil.example/o/r"), false, environment::get))
                .isEmpty();
        assertThat(ForgeCredentials.find(
                        Platform.GITHUB, url("https://github.corp.example/o/r"), true, environment::get))
                .isPresent();
        assertThat(ForgeCredentials.find(Platform.GITLAB, url("https://gitlab.com/o/r"), false, environment::get))
                .isEmpty();
        assertThat(ForgeCredentials.find(
                        Platform.GITLAB, url("https://x.example/o/r"), false, Map.of("DRYDOCK_TOKEN", "t2")::get))
                .isPresent();
    }

    @Test
    void credentialsPrintAsAsterisks() {
        ForgeCredentials credentials =
                new ForgeCredentials(Platform.GITHUB, Optional.empty(), AccessToken.of("very-secret"));
        assertThat(credentials.toString() + credentials.forGit() + AccessToken.of("very-secret"))
                .doesNotContain("very-secret");
        ForgeAddress address =
                ForgeAddress.of(Platform.GITHUB, URI.create("https://github.com"), Optional.of(credentials));
        assertThat(address.toString()).doesNotContain("very-secret");
        assertThatThrownBy(() -> AccessToken.of("two\nlines"))
                .hasMessageNotContaining("lines\n")
                .hasMessageNotContaining("two");
    }

    @Test
    void plainHttpCarriesNoToken() {
        ForgeCredentials credentials = new ForgeCredentials(Platform.GITEA, Optional.empty(), AccessToken.of("t"));
        ForgeAddress address =
                ForgeAddress.of(Platform.GITEA, URI.create("http://git.example"), Optional.of(credentials));
        assertThatThrownBy(address::connect).hasMessageContaining("a token is not sent over plain HTTP");
    }

    @Test
    void aForgeBelowAPathFindsItsRepositories() {
        ForgeAddress address = ForgeAddress.of(Platform.GITLAB, URI.create("https://h/git/"), Optional.empty());
        assertThat(address.repository(url("https://h/git/g/s/r.git"))).contains(new RepositoryName("g/s", "r"));
        ForgeAddress server =
                ForgeAddress.of(Platform.BITBUCKET_DATA_CENTER, URI.create("https://h/bb"), Optional.empty());
        assertThat(server.repository(url("https://h/bb/scm/KEY/r.git"))).contains(new RepositoryName("KEY", "r"));
        assertThat(server.repository(url("ssh://git@h:7999/key/r.git"))).contains(new RepositoryName("key", "r"));
    }
}
