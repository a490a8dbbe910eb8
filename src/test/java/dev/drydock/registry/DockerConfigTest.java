package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helpers of this test are shell scripts")
class DockerConfigTest {
    @TempDir
    private Path home;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private CredentialLookup find(String config, String domain, String repository) throws Exception {
        Clients clients = new Clients(home).config(config);
        return new DockerConfig(clients.options().withHelperTimeout(Duration.ofSeconds(20))).find(domain, repository);
    }

    private String header(String config, String domain) throws Exception {
        return find(config, domain, "a/b")
                .credential()
                .map(Credential::basicHeader)
                .map(header -> new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8))
                .orElse("-");
    }

    private void helper(String name, String script) throws Exception {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path file = Files.writeString(bin.resolve("docker-credential-" + name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.docker.io/v1/, docker.io, true",
        "https://index.docker.io/v1, docker.io, true",
        "https://index.docker.io/v2/, docker.io, true",
        "index.docker.io, docker.io, true",
        "docker.io, docker.io, true",
        "registry-1.docker.io, docker.io, true",
        "https://registry-1.docker.io/v2/, docker.io, true",
        "quay.io, quay.io, true",
        "https://quay.io, quay.io, true",
        "http://quay.io/, quay.io, true",
        "https://quay.io/v1/, quay.io, true",
        "https://quay.io/v2/, quay.io, true",
        "QUAY.io, quay.io, true",
        "localhost:5000, localhost:5000, true",
        "quay.io, docker.io, false",
        "quay.io:443, quay.io, false",
        "localhost, localhost:5000, false",
        "quay.io/a, quay.io, true",
        "quay.io/a/b, quay.io, true",
        "quay.io/a/bb, quay.io, false",
        "quay.io/x, quay.io, false",
        "evil.example/quay.io, quay.io, false"
    })
    void aKeyOfAuthsIsAHostInAnySpelling(String key, String domain, boolean found) throws Exception {
        String config = "{\"auths\":{\"" + key + "\":{\"auth\":\"" + base64("me:pw") + "\"}}}";

        assertThat(header(config, domain)).isEqualTo(found ? "me:pw" : "-");
    }

    @Test
    void theLongestPathOfAKeyWins() throws Exception {
        String config =
                "{\"auths\":{\"q.io\":{\"auth\":\"%s\"},\"q.io/a/b\":{\"auth\":\"%s\"},\"q.io/a\":{\"auth\":\"%s\"}}}"
                        .formatted(base64("h:1"), base64("r:3"), base64("o:2"));

        assertThat(header(config, "q.io")).isEqualTo("r:3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"auth\":\"bWU6cDp3OmQ=\"}|me:p:w:d",
                "{\"username\":\"me\",\"password\":\"pw\"}|me:pw",
                "{\"auth\":\"\",\"username\":\"me\",\"password\":\"pw\"}|me:pw",
                "{}|-",
                "{\"auth\":\"\"}|-",
                "{\"auth\":7}|-",
                "7|-"
            })
    void anEntryHoldsALoginInSeveralForms(String entry, String expected) throws Exception {
        assertThat(header("{\"auths\":{\"q.io\":" + entry + "}}", "q.io")).isEqualTo(expected);
    }

    @Test
    void tokensAreUsedAsWhatTheyAre() throws Exception {
        assertThat(find("{\"auths\":{\"q.io\":{\"auth\":\"\",\"identitytoken\":\"t\"}}}", "q.io", "a")
                        .credential())
                .map(Credential::kind)
                .contains(Credential.Kind.IDENTITY_TOKEN);
        assertThat(find("{\"auths\":{\"q.io\":{\"registrytoken\":\"t\"}}}", "q.io", "a")
                        .credential())
                .map(Credential::kind)
                .contains(Credential.Kind.ACCESS_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"auths\":",
                "null",
                "{\"auths\":{\"q.io\":{\"auth\":\"c2VjcmV0\"}}}",
                "{\"auths\":{\"q.io\":{\"auth\":\"se cret\"}}}"
            })
    void aBrokenFileIsAProblemThatQuotesNothing(String config) throws Exception {
        CredentialLookup lookup = find(config, "q.io", "a");

        assertThat(lookup.credential()).isEmpty();
        assertThat(lookup.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .doesNotContain("secret", "c2VjcmV0", "se cret")
                        .doesNotContain("\n"));
    }

    @Test
    void noFileMeansNoLogin() throws Exception {
        CredentialLookup lookup = new DockerConfig(new Clients(home).options()).find("q.io", "a");

        assertThat(lookup).isEqualTo(CredentialLookup.none());
    }

    @Test
    void aStoreIsAskedForTheServerAndWhatItDoesNotKnowIsLookedUpInTheFile() throws Exception {
        helper("store", """
                read -r server
                case "$1 $server" in
                "get https://index.docker.io/v1/") echo '{"ServerURL":"x","Username":"hub","Secret":"pw"}' ;;
                "get tok.io") echo '{"Username":"<token>","Secret":"pw"}' ;;
                *) echo "credentials not found in native keychain"; exit 1 ;;
                esac""");
        String config = "{\"credsStore\":\"store\",\"auths\":{\"docker.io\":{},\"q.io\":{\"auth\":\"" + base64("me:pw")
                + "\"}}}";

        assertThat(header(config, "docker.io")).isEqualTo("hub:pw");
        assertThat(header(config, "q.io")).isEqualTo("me:pw");
        assertThat(find(config, "none.io", "a")).isEqualTo(CredentialLookup.none());
        assertThat(find(config, "tok.io", "a").credential())
                .map(Credential::kind)
                .contains(Credential.Kind.IDENTITY_TOKEN);
    }

    @Test
    void theHelperOfARegistryGoesBeforeTheStore() throws Exception {
        helper("own", "echo '{\"Username\":\"own\",\"Secret\":\"pw\"}'");
        helper("store", "echo '{\"Username\":\"store\",\"Secret\":\"pw\"}'");
        String config = "{\"credsStore\":\"store\",\"credHelpers\":{\"https://q.io/v2/\":\"own\"}}";

        assertThat(header(config, "q.io")).isEqualTo("own:pw");
        assertThat(header(config, "other.io")).isEqualTo("store:pw");
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3, docker-credential-h fails",
        "echo secret, docker-credential-h prints something else than a login",
        "'echo secret >&2; exit 1', docker-credential-h fails",
        "':', docker-credential-h prints something else than a login"
    })
    void aHelperThatFailsIsAProblemThatQuotesNothing(String script, String problem) throws Exception {
        helper("h", script);

        assertThat(find("{\"credsStore\":\"h\"}", "q.io", "a").problem()).contains(problem);
    }

    @Test
    void aHelperThatDoesNotEndIsEnded() throws Exception {
        helper("h", "sleep 300 & wait");
        new Clients(home).config("{\"credsStore\":\"h\"}");
        var config = new DockerConfig(new Clients(home).options().withHelperTimeout(Duration.ofMillis(300)));

        assertThat(config.find("q.io", "a").problem()).contains("docker-credential-h does not end in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/b", "/bin/sh", "a b", "a;b", "$(x)"})
    void aHelperNameNeverLeadsElsewhere(String name) throws Exception {
        helper("evil", "echo '{\"Username\":\"u\",\"Secret\":\"pw\"}'");

        CredentialLookup lookup = find("{\"credsStore\":\"" + name + "\"}", "q.io", "a");

        assertThat(lookup.problem()).contains("the configured credential helper has no usable name");
    }

    @Test
    void aHelperIsNotTakenFromTheWorkingDirectory() throws Exception {
        new Clients(home).config("{\"credsStore\":\"h\"}");
        helper("h", "echo '{\"Username\":\"u\",\"Secret\":\"pw\"}'");
        Path here = Path.of("").toAbsolutePath();
        RegistryOptions options =
                RegistryOptions.of(Map.of("PATH", ".::" + here.relativize(home.resolve("bin"))), home);

        assertThat(new DockerConfig(options).find("q.io", "a").problem())
                .contains("docker-credential-h is not on the PATH");
    }
}
