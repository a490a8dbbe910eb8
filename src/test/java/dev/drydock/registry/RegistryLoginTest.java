package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.Digest;
import dev.drydock.registry.FakeRegistry.Reply;
import dev.drydock.registry.FakeRegistry.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryLoginTest {
    private static final String PASSWORD = "pw-hunter2";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN = "token-hunter2";

    @TempDir
    private Path home;

    private FakeRegistry registry;
    /** A second host: the same machine, but another port. */
    private FakeRegistry other;

    private Clients clients;
    private Digest digest;

    @BeforeEach
    void start() throws Exception {
        registry = FakeRegistry.plain();
        other = FakeRegistry.plain();
        clients = new Clients(home);
        digest = registry.keepIndex("app", "1");
        registry.keepIndex("app2", "1");
    }

    @AfterEach
    void stop() {
        registry.close();
        other.close();
    }

    private void login(String entry) {
        clients.config("{\"auths\":{\"" + registry.host() + "\":" + entry + "}}");
    }

    private void loginWithPassword() {
        login("{\"username\":\"me\",\"password\":\"" + PASSWORD + "\"}");
    }

    private Resolution resolve() throws Exception {
        return clients.client().resolve(registry.reference("app:1"));
    }

    private void wantBasic(String expected) {
        registry.before(request -> request.authorization().equals(Optional.of(expected))
                ? Optional.empty()
                : Optional.of(Reply.status(401).with("WWW-Authenticate", "Basic realm=\"r\"")));
    }

    private void wantBearer(String expected) {
        registry.before(request -> request.authorization().equals(Optional.of("Bearer " + expected))
                ? Optional.empty()
                : Optional.of(Reply.status(401)
                        .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"http://" + other.host() + "/token\",service=\"s v\",scope=\"repository:"
                                        + request.target().split("/", -1)[2] + ":pull\"")));
    }

    private void giveTokens(String json) {
        other.before(request -> Optional.of(Reply.json(json)));
    }

    private static void assertResolvedTo(Digest digest, Resolution resolution) {
        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolved.class, image -> assertThat(image.digest()).isEqualTo(digest));
    }

    private static void assertFailed(Failed.Kind kind, Resolution resolution) {
        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    private static List<String> authorizations(FakeRegistry server) {
        return server.seen().stream()
                .map(Seen::authorization)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void aLoginIsNotSentToARegistryThatDoesNotAsk() throws Exception {
        loginWithPassword();

        assertResolvedTo(digest, resolve());
        assertThat(authorizations(registry)).isEmpty();
    }

    @Test
    void basicAuthenticationUsesThePassword() throws Exception {
        loginWithPassword();
        wantBasic(BASIC);
        RegistryClient client = clients.client();

        assertResolvedTo(digest, client.resolve(registry.reference("app:1")));
        int questions = registry.asked().size();
        client.resolve(registry.reference("app2:1"));
        assertThat(registry.asked()).as("the challenge is remembered").hasSize(questions + 2);
    }

    @Test
    void basicAuthenticationWithoutOrWithTheWrongPasswordIsDenied() throws Exception {
        wantBasic("Basic other");

        assertFailed(Failed.Kind.DENIED, resolve());
        loginWithPassword();
        assertFailed(Failed.Kind.DENIED, resolve());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"" + TOKEN + "\"}",
                "{\"access_token\":\"" + TOKEN + "\"}",
                "{\"token\":\"\",\"access_token\":\"" + TOKEN + "\",\"expires_in\":300,\"issued_at\":\"x\"}"
            })
    void anAnonymousTokenIsFetchedForTheScopeOfTheChallenge(String answer) throws Exception {
        wantBearer(TOKEN);
        giveTokens(answer);

        assertResolvedTo(digest, resolve());
        assertThat(other.asked()).containsExactly("GET /token?service=s+v&scope=repository%3Aapp%3Apull");
        assertThat(authorizations(other)).isEmpty();
    }

    @Test
    void thePasswordGoesToTheTokenServiceAndTheTokenToTheRegistry() throws Exception {
        loginWithPassword();
        wantBearer(TOKEN);
        giveTokens("{\"token\":\"" + TOKEN + "\"}");

        assertResolvedTo(digest, resolve());
        assertThat(authorizations(other)).containsOnly(BASIC);
        assertThat(authorizations(registry)).containsOnly("Bearer " + TOKEN);
    }

    @Test
    void anIdentityTokenIsExchanged() throws Exception {
        login("{\"identitytoken\":\"refresh&hunter2\"}");
        wantBearer(TOKEN);
        giveTokens("{\"access_token\":\"" + TOKEN + "\"}");

        assertResolvedTo(digest, resolve());
        assertThat(other.seen()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /token");
            assertThat(request.body())
                    .contains("grant_type=refresh_token", "service=s+v", "scope=repository%3Aapp%3Apull")
                    .contains("refresh_token=refresh%26hunter2");
        });
    }

    @Test
    void aRegistryTokenIsSentAsItIs() throws Exception {
        login("{\"registrytoken\":\"" + TOKEN + "\"}");
        wantBearer(TOKEN);

        assertResolvedTo(digest, resolve());
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void aTokenIsUsedUntilItExpires() throws Exception {
        wantBearer(TOKEN);
        giveTokens("{\"token\":\"" + TOKEN + "\",\"expires_in\":100}");
        RegistryClient client = clients.client();

        client.resolve(registry.reference("app:1"));
        client.resolve(registry.reference("app:1"));
        assertThat(other.asked()).hasSize(1);
        client.resolve(registry.reference("app2:1"));
        assertThat(other.asked()).as("another repository, another scope").hasSize(2);
        clients.passes(Duration.ofSeconds(91));
        assertResolvedTo(digest, client.resolve(registry.reference("app:1")));
        assertThat(other.asked()).hasSize(3);
    }

    @Test
    void aTokenThatTheRegistryRefusesIsReplacedOnce() throws Exception {
        wantBearer("another");
        giveTokens("{\"token\":\"" + TOKEN + "\"}");
        RegistryClient client = clients.client();

        assertFailed(Failed.Kind.DENIED, client.resolve(registry.reference("app:1")));
        assertThat(registry.asked()).hasSize(2);
        giveTokens("{\"token\":\"another\"}");
        assertResolvedTo(digest, client.resolve(registry.reference("app:1")));
    }

    @ParameterizedTest
    @CsvSource({"401, DENIED", "403, DENIED", "404, DENIED", "500, SERVER_ERROR", "429, RATE_LIMITED"})
    void aTokenServiceThatRefusesIsAFailure(int status, Failed.Kind kind) throws Exception {
        loginWithPassword();
        wantBearer(TOKEN);
        other.before(request -> Optional.of(Reply.status(status)));

        assertFailed(kind, resolve());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "[]",
                "{\"token\":7}",
                "{\"token\":\"\"}",
                "{\"token\":\"a\\r\\nb: c\"}",
                "{\"token\":\"\u00e4\"}"
            })
    void aTokenServiceThatGivesNoUsableTokenIsAFailure(String answer) throws Exception {
        wantBearer(TOKEN);
        giveTokens(answer);

        assertFailed(Failed.Kind.BAD_ANSWER, resolve());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer realm=\"http://example.org/token\"",
                "Bearer realm=\"file:///etc/passwd\"",
                "Bearer realm=\"https://u:p@example.org/\"",
                "Bearer realm=\"::\""
            })
    void aTokenServiceThatMustNotBeAskedGetsNothing(String challenge) throws Exception {
        loginWithPassword();
        registry.before(request -> Optional.of(Reply.status(401).with("WWW-Authenticate", challenge)));

        assertFailed(Failed.Kind.BAD_ANSWER, resolve());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Digest realm=\"r\"", "Negotiate", "Bearer", "", "=,"})
    void aChallengeOfAnotherKindIsDenied(String challenge) throws Exception {
        loginWithPassword();
        registry.before(request -> Optional.of(Reply.status(401).with("WWW-Authenticate", challenge)));

        assertFailed(Failed.Kind.DENIED, resolve());
    }

    @Test
    void aCredentialDoesNotFollowARedirectToAnotherHost() throws Exception {
        loginWithPassword();
        Digest elsewhere = other.keepIndex("app", "1");
        registry.before(request -> request.authorization().isPresent()
                ? Optional.of(Reply.status(307).with("Location", "http://" + other.host() + request.target()))
                : Optional.of(Reply.status(401).with("WWW-Authenticate", "Basic realm=\"r\"")));

        assertResolvedTo(elsewhere, resolve());
        assertThat(authorizations(registry)).isNotEmpty();
        assertThat(other.seen()).isNotEmpty();
        assertThat(authorizations(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic realm=\"r\"", "Bearer realm=\"http://OTHER/token\""})
    void theChallengeOfAnotherHostIsNotAnswered(String challenge) throws Exception {
        loginWithPassword();
        registry.before(request ->
                Optional.of(Reply.status(307).with("Location", "http://" + other.host() + request.target())));
        other.before(request ->
                Optional.of(Reply.status(401).with("WWW-Authenticate", challenge.replace("OTHER", other.host()))));

        assertFailed(Failed.Kind.DENIED, resolve());
        assertThat(authorizations(other)).isEmpty();
    }

    @Test
    void aTokenServiceThatRedirectsDoesNotTakeThePasswordAlong() throws Exception {
        loginWithPassword();
        wantBearer(TOKEN);
        try (FakeRegistry third = FakeRegistry.plain()) {
            other.before(
                    request -> Optional.of(Reply.status(307).with("Location", "http://" + third.host() + "/steal")));
            third.before(request -> Optional.of(Reply.json("{\"token\":\"" + TOKEN + "\"}")));

            resolve();

            assertThat(third.seen()).isNotEmpty();
            assertThat(authorizations(third)).isEmpty();
        }
    }

    @Test
    void anotherRegistryDoesNotGetTheLogin() throws Exception {
        loginWithPassword();
        other.keepIndex("app", "1");
        other.before(request -> Optional.of(Reply.status(401).with("WWW-Authenticate", "Basic realm=\"r\"")));

        assertFailed(Failed.Kind.DENIED, clients.client().resolve(other.reference("app:1")));
        assertThat(authorizations(other)).isEmpty();
    }

    @Test
    void noCredentialIsInAnyLogOrMessageAtAnyLevel() throws Exception {
        login("{\"auth\":\"" + BASIC.substring("Basic ".length()) + "\"}");
        var told = Collections.synchronizedList(new ArrayList<String>());
        Logger logger = Logger.getLogger("dev.drydock");
        Handler recorder = recorder(told);
        logger.setLevel(Level.ALL);
        logger.addHandler(recorder);
        try {
            for (int status : new int[] {200, 401, 403, 404, 429, 500, 307}) {
                tellAll(told, status);
            }
        } finally {
            logger.removeHandler(recorder);
            logger.setLevel(null);
        }
        assertThat(authorizations(registry)).contains("Bearer " + TOKEN);
        assertThat(authorizations(other)).contains(BASIC);
        assertThat(told).anyMatch(line -> line.contains("HEAD http://"));
        assertThat(told)
                .noneMatch(line -> line.contains("hunter2")
                        || line.contains(BASIC.substring("Basic ".length()))
                        || line.contains("echo"));
    }

    /** Has a conversation in which the server echoes all that it got, and adds every message and value to the list. */
    private void tellAll(List<String> told, int status) throws Exception {
        giveTokens("{\"token\":\"" + TOKEN + "\"}");
        registry.before(request -> {
            String echo = "echo " + request.authorization().orElse("nothing");
            if (request.authorization().isEmpty()) {
                return Optional.of(Reply.status(401)
                        .with("WWW-Authenticate", "Bearer realm=\"http://" + other.host() + "/token?key=hunter2\""));
            }
            return status == 200
                    ? Optional.empty()
                    : Optional.of(new Reply(
                            status,
                            Map.of("X-Echo", echo, "Location", "ftp://me:hunter2@h/" + TOKEN),
                            "{\"errors\":[{\"code\":\"" + echo + "\"}]}"));
        });
        RegistryClient client = clients.client();
        told.add(Objects.toString(client.resolve(registry.reference("app:1"))));
        told.add(Objects.toString(client.tags(registry.reference("app:1"))));
        told.add(Credential.password("me", PASSWORD).toString());
        told.add(
                new DockerConfig(clients.options()).find(registry.host(), "app").toString());
        Request request =
                Request.get(URI.create("http://h/p?sig=hunter2"), "", 1).with(Optional.of(BASIC));
        told.add(request.toString());
    }

    private static Handler recorder(List<String> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord event) {
                told.add(new SimpleFormatter().format(event));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
