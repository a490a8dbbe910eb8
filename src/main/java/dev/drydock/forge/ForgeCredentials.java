package dev.drydock.forge;

import dev.drydock.git.AccessToken;
import dev.drydock.git.GitCredentials;
import dev.drydock.git.RemoteUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The token for one platform, as its API and its Git server want to be given it. */
public final class ForgeCredentials {
    private final Platform platform;
    private final Optional<String> user;
    private final AccessToken token;

    public ForgeCredentials(Platform platform, Optional<String> user, AccessToken token) {
        this.platform = platform;
        this.user = user;
        this.token = token;
    }

    /**
     * Returns the credentials that the environment holds for a remote.
     *
     * <p>{@code DRYDOCK_TOKEN} is for whatever remote the user names. The variables of the platforms ({@code GITHUB_TOKEN},
     * {@code GH_TOKEN}, {@code GITLAB_TOKEN}, {@code GITEA_TOKEN}, {@code FORGEJO_TOKEN}, {@code BITBUCKET_TOKEN}) are for
     * the public host of the platform, a host that the environment itself declares, or one that the user has chosen: the
     * remote of an unknown checkout cannot draw them to itself by its name.
     *
     * @param chosen whether the user named the platform or its address on the command line
     */
    public static Optional<ForgeCredentials> find(
            Platform platform, RemoteUrl remote, boolean chosen, UnaryOperator<String> environment) {
        Optional<AccessToken> token = token(environment, List.of("DRYDOCK_TOKEN"));
        boolean trusted = chosen
                || Platform.knownHost(remote.host(), environment)
                        .filter(platform::equals)
                        .isPresent();
        if (token.isEmpty() && trusted) {
            token = token(environment, variables(platform));
        }
        Optional<String> user = Optional.ofNullable(environment.apply("BITBUCKET_USERNAME"))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && platform == Platform.BITBUCKET_CLOUD);
        return token.map(found -> new ForgeCredentials(platform, user, found));
    }

    /** Returns the variables that hold a token for a platform, in the order in which they are looked at. */
    public static List<String> variables(Platform platform) {
        return switch (platform) {
            case GITHUB -> List.of("GITHUB_TOKEN", "GH_TOKEN");
            case GITLAB -> List.of("GITLAB_TOKEN");
            case GITEA -> List.of("GITEA_TOKEN", "FORGEJO_TOKEN");
            case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> List.of("BITBUCKET_TOKEN");
        };
    }

    private static Optional<AccessToken> token(UnaryOperator<String> environment, List<String> variables) {
        return variables.stream()
                .map(environment)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(AccessToken::of);
    }

    /** Returns whether the token belongs to an installation of a GitHub App, as their prefix says. */
    boolean isOfInstallation() {
        return platform == Platform.GITHUB && token.reveal().startsWith("ghs_");
    }

    /** Returns the name and value of the request header. */
    List<String> header() {
        return switch (platform) {
            case GITLAB -> List.of("PRIVATE-TOKEN", token.reveal());
            case GITEA -> List.of("Authorization", "token " + token.reveal());
            case BITBUCKET_CLOUD ->
                List.of("Authorization", user.map(this::basic).orElseGet(() -> "Bearer " + token.reveal()));
            case GITHUB, BITBUCKET_DATA_CENTER -> List.of("Authorization", "Bearer " + token.reveal());
        };
    }

    private String basic(String name) {
        byte[] pair = (name + ":" + token.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Returns what to give to the Git server: each platform has a user name of its own for tokens. */
    public GitCredentials forGit() {
        String name = switch (platform) {
            case GITHUB -> "x-access-token";
            case GITLAB -> "oauth2";
            case GITEA -> "drydock";
            case BITBUCKET_CLOUD -> user.isPresent() ? "x-bitbucket-api-token-auth" : "x-token-auth";
            case BITBUCKET_DATA_CENTER -> "x-token-auth";
        };
        return new GitCredentials(name, token);
    }

    String mask(String text) {
        return token.mask(text, user.orElse(""));
    }

    @Override
    public String toString() {
        return platform.id() + ":***";
    }
}
