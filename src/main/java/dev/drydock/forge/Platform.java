package dev.drydock.forge;

import dev.drydock.git.RemoteUrl;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A kind of forge. GitHub Enterprise is {@link #GITHUB}, Forgejo is {@link #GITEA}. */
public enum Platform {
    GITHUB("github", "GitHub"),
    GITLAB("gitlab", "GitLab"),
    GITEA("gitea", "Gitea"),
    BITBUCKET_CLOUD("bitbucket", "Bitbucket Cloud"),
    BITBUCKET_DATA_CENTER("bitbucket-data-center", "Bitbucket Data Center");

    private final String id;
    private final String label;

    Platform(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name as an option spells it. */
    public String id() {
        return id;
    }

    /** Returns the name for people. */
    public String label() {
        return label;
    }

    /** Returns whether its repositories can be found by topics. */
    public boolean hasTopics() {
        return this != BITBUCKET_CLOUD && this != BITBUCKET_DATA_CENTER;
    }

    /** Returns the platform that an option names; {@code forgejo} and {@code bitbucket-server} are understood too. */
    public static Optional<Platform> parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (name) {
            case "forgejo", "codeberg" -> Optional.of(GITEA);
            case "bitbucket-cloud" -> Optional.of(BITBUCKET_CLOUD);
            case "bitbucket-server", "bitbucket-dc" -> Optional.of(BITBUCKET_DATA_CENTER);
            case "github-enterprise", "ghe" -> Optional.of(GITHUB);
            default -> List.of(values()).stream().filter(p -> p.id.equals(name)).findFirst();
        };
    }

    /**
     * Returns the platform of a remote by its host: the public ones, those that the environment of a CI job names, then names
     * such as {@code gitlab.example.org}, then the {@code /scm/} path of Bitbucket Data Center. Empty if nothing fits.
     */
    public static Optional<Platform> detect(RemoteUrl remote, UnaryOperator<String> environment) {
        Optional<Platform> certain = knownHost(remote.host(), environment);
        if (certain.isPresent()) {
            return certain;
        }
        String first = remote.host().contains(".")
                ? remote.host().substring(0, remote.host().indexOf('.'))
                : "";
        return switch (first) {
            case "github", "ghe" -> Optional.of(GITHUB);
            case "gitlab" -> Optional.of(GITLAB);
            case "gitea", "forgejo", "codeberg" -> Optional.of(GITEA);
            case "bitbucket", "stash" -> Optional.of(BITBUCKET_DATA_CENTER);
            default -> remote.path().startsWith("scm/") ? Optional.of(BITBUCKET_DATA_CENTER) : Optional.empty();
        };
    }

    /**
     * Returns the platform of a host that is beyond doubt: a public one, or the one that the environment declares. Only to
     * these does a token of a platform's own variable go without being asked.
     */
    static Optional<Platform> knownHost(String host, UnaryOperator<String> environment) {
        Optional<Platform> known = switch (host) {
            case "github.com", "ssh.github.com" -> Optional.of(GITHUB);
            case "gitlab.com", "altssh.gitlab.com" -> Optional.of(GITLAB);
            case "codeberg.org", "gitea.com" -> Optional.of(GITEA);
            case "bitbucket.org", "altssh.bitbucket.org" -> Optional.of(BITBUCKET_CLOUD);
            default -> host.endsWith(".ghe.com") ? Optional.of(GITHUB) : Optional.empty();
        };
        if (known.isPresent()) {
            return known;
        }
        return declared(host, environment);
    }

    private static Optional<Platform> declared(String host, UnaryOperator<String> environment) {
        if (host.isEmpty()) {
            return Optional.empty();
        }
        if (names(environment.apply("GITEA_SERVER_URL"), host)) {
            return Optional.of(GITEA);
        }
        // Gitea and Forgejo runners set GITHUB_SERVER_URL too, and GITEA_ACTIONS or FORGEJO_ACTIONS with it.
        if (names(environment.apply("GITHUB_SERVER_URL"), host)) {
            boolean gitea = "true".equals(environment.apply("GITEA_ACTIONS"))
                    || "true".equals(environment.apply("FORGEJO_ACTIONS"));
            return Optional.of(gitea ? GITEA : GITHUB);
        }
        if (names(environment.apply("GH_HOST"), host)) {
            return Optional.of(GITHUB);
        }
        boolean gitlab =
                names(environment.apply("CI_SERVER_URL"), host) || names(environment.apply("GITLAB_HOST"), host);
        return gitlab ? Optional.of(GITLAB) : Optional.empty();
    }

    private static boolean names(String urlOrHost, String host) {
        if (urlOrHost == null || urlOrHost.isBlank()) {
            return false;
        }
        if (!urlOrHost.contains("://")) {
            return urlOrHost.equalsIgnoreCase(host);
        }
        try {
            return host.equalsIgnoreCase(URI.create(urlOrHost).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
