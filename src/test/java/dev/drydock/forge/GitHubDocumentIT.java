package dev.drydock.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drydock.git.AccessToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is sent to GitHub is what GitHub's own description of its interface allows. A mock server that was made from that
 * description answers with 422 to anything else; {@code src/check/github-document.sh} starts one and runs this.
 */
class GitHubDocumentIT {
    private static final RepositoryName NAME = new RepositoryName("o", "r");

    private HttpServer server;
    private Forge forge;

    @BeforeEach
    void start() throws IOException {
        String mock = System.getProperty("github.mock", "");
        assumeTrue(!mock.isEmpty(), "no mock server of GitHub's interface (-Dgithub.mock=URL)");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/", exchange -> pass(URI.create(mock), exchange));
        server.start();
        URI web = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ForgeCredentials credentials =
                new ForgeCredentials(Platform.GITHUB, Optional.empty(), AccessToken.of("token-for-the-mock"));
        forge = ForgeAddress.of(Platform.GITHUB, web, Optional.of(credentials)).connect();
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** The description knows neither the path of GitHub Enterprise nor the media type that GitHub recommends. */
    private static void pass(URI mock, HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString().substring("/api/v3".length());
            HttpRequest request = HttpRequest.newBuilder(URI.create(mock + path))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()))
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer token-for-the-mock")
                    .build();
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everyRequestIsAllowed() throws ForgeException {
        NewRequest request = new NewRequest("A title", "A text", "drydock/fixes", "main", true);
        ChangeRequest created = forge.create(NAME, request);
        assertThat(created.number()).isPositive();
        assertThat(created.url()).isNotEmpty();
        assertThat(forge.repository(NAME).defaultBranch()).isNotEmpty();
        assertThat(forge.findOpen(NAME, "drydock/fixes")).isNotNull();
        assertThat(forge.findClosed(NAME, "drydock/fixes")).isNotNull();
        forge.update(NAME, created, "Another title", "Another text");
        forge.addLabels(NAME, created, List.of("docker"));
        forge.removeLabel(NAME, created, "needs work");
        forge.requestReviews(NAME, created, List.of("alice", "o/team"));
        forge.assign(NAME, created, List.of("bob"));
        assertThat(forge.list("o")).isNotEmpty();
        forge.close(NAME, created, "Nothing is left to fix here.");
    }

    @Test
    void theMockRefusesWhatTheDescriptionDoesNotAllow() {
        ForgeAddress address = ForgeAddress.of(
                Platform.GITHUB,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.empty());
        assertThatThrownBy(
                        () -> new RestClient(address, new RateGate(), URI.create(address.web() + "/api/v3"), List.of())
                                .post("/repos/o/r/pulls", Json.object("title", "A title", "head", "drydock/fixes")))
                .hasMessageContaining("422");
    }
}
