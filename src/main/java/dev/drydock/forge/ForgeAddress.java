package dev.drydock.forge;

import dev.drydock.git.RemoteUrl;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Which forge is meant, and how it is reached.
 *
 * @param web the address that a browser uses, with a path if the forge lies below one; without a slash at its end
 */
public record ForgeAddress(
        Platform platform, URI web, Optional<ForgeCredentials> credentials, RestClient.Pause pause, Clock clock) {

    /** Returns the address of the forge at {@code web}. */
    public static ForgeAddress of(Platform platform, URI web, Optional<ForgeCredentials> credentials) {
        return new ForgeAddress(platform, trimmed(web), credentials, RestClient.Pause.real(), Clock.systemUTC());
    }

    /**
     * Returns the address of the forge that hosts {@code remote}.
     *
     * @param baseUrl where the user says that the forge is; needed where it lies below a path or on another host than Git
     */
    public static ForgeAddress of(
            Platform platform, RemoteUrl remote, Optional<URI> baseUrl, Optional<ForgeCredentials> credentials) {
        URI web = baseUrl.orElseGet(() -> URI.create(remote.webRoot().orElse("https://" + webHost(remote.host()))));
        return of(platform, web, credentials);
    }

    private static String webHost(String host) {
        return switch (host) {
            case "ssh.github.com" -> "github.com";
            case "altssh.gitlab.com" -> "gitlab.com";
            case "altssh.bitbucket.org" -> "bitbucket.org";
            default -> host;
        };
    }

    private static URI trimmed(URI web) {
        String text = web.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : web;
    }

    /**
     * Returns which repository of this forge a remote is: a path that the forge lies below and the {@code scm/} of Bitbucket
     * Data Center are taken off.
     */
    public Optional<RepositoryName> repository(RemoteUrl remote) {
        String owner = remote.owner();
        String below = web.getPath() == null ? "" : web.getPath();
        below = below.startsWith("/") ? below.substring(1) : below;
        if (!below.isEmpty() && (owner + "/").startsWith(below + "/")) {
            owner = owner.length() > below.length() ? owner.substring(below.length() + 1) : "";
        }
        if (platform == Platform.BITBUCKET_DATA_CENTER && owner.startsWith("scm/")) {
            owner = owner.substring("scm/".length());
        }
        return owner.isBlank() || remote.name().isBlank()
                ? Optional.empty()
                : Optional.of(new RepositoryName(owner, remote.name()));
    }

    /** Returns a client for this forge that is alone with it. */
    public Forge connect() throws ForgeException {
        return connect(new RateGate(clock));
    }

    /** Returns a client for this forge that shares the limit of requests with all others that have the same gate. */
    public Forge connect(RateGate gate) throws ForgeException {
        return switch (platform) {
            case GITHUB -> new GitHub(this, gate);
            case GITLAB -> new GitLab(this, gate);
            case GITEA -> new Gitea(this, gate);
            case BITBUCKET_CLOUD -> new BitbucketCloud(this, gate);
            case BITBUCKET_DATA_CENTER -> new BitbucketDataCenter(this, gate);
        };
    }

    ForgeAddress withPause(RestClient.Pause other, Clock otherClock) {
        return new ForgeAddress(platform, web, credentials, other, otherClock);
    }
}
