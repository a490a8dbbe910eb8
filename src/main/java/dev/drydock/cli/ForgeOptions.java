package dev.drydock.cli;

import dev.drydock.config.RequestSettings;
import dev.drydock.forge.ForgeAddress;
import dev.drydock.forge.ForgeCredentials;
import dev.drydock.forge.Platform;
import dev.drydock.git.CloneCache;
import dev.drydock.git.GitRemote;
import dev.drydock.git.RemoteUrl;
import dev.drydock.pullrequest.RebaseWhen;
import dev.drydock.pullrequest.RequestOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of the commands that talk to a forge. A token is never one of them: it comes from the environment. */
final class ForgeOptions {
    private static final long DEFAULT_CACHE = 2L << 30;

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            converter = PlatformConverter.class,
            description = "github, gitlab, gitea, bitbucket or bitbucket-data-center; default: by the remote.")
    Platform platform;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the forge is, if it is not where the remote is.")
    String baseUrl;

    @Option(
            names = {"--base-branch", "--base"},
            paramLabel = "BRANCH",
            description = "The branch that requests are for; default: the remote's default branch.")
    String base;

    @Option(
            names = {"--pr-title", "--title"},
            paramLabel = "TEXT",
            description = "The title of requests, instead of the generated one.")
    String title;

    @Option(names = "--draft", description = "Open requests as drafts.")
    boolean draft;

    @Option(names = "--label", paramLabel = "LABEL", split = ",", description = "A label for new requests.")
    List<String> labels = List.of();

    @Option(names = "--reviewer", paramLabel = "NAME", split = ",", description = "Who is asked for a review.")
    List<String> reviewers = List.of();

    @Option(names = "--assignee", paramLabel = "NAME", split = ",", description = "Who is assigned.")
    List<String> assignees = List.of();

    @Option(names = "--recreate", description = "Open requests again that were closed.")
    boolean recreate;

    @Option(
            names = "--max-open-prs",
            paramLabel = "N",
            description = "How many open requests of Drydock's a repository may have; default: 2.")
    int maxOpen = RequestOptions.USUAL.maxOpen();

    @Option(
            names = "--rebase-when",
            paramLabel = "WHEN",
            converter = RebaseWhenConverter.class,
            description =
                    "When a branch is made anew although the fixes are the same: conflicted (default), behind, never.")
    RebaseWhen rebaseWhen = RequestOptions.USUAL.rebaseWhen();

    @Option(names = "--dry-run", description = "Say everything that would happen, and change nothing.")
    boolean dryRun;

    @Option(names = "--cache", paramLabel = "FOLDER", description = "Where clones are kept.")
    String cache;

    @Option(
            names = "--cache-size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "How much stays there between runs: 500M, 2G (default), 0.")
    Long cacheSize;

    static final class RebaseWhenConverter implements ITypeConverter<RebaseWhen> {
        @Override
        public RebaseWhen convert(String text) {
            return Arrays.stream(RebaseWhen.values())
                    .filter(when -> when.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + text + "\" is not a time to rebuild a branch: one of conflicted, behind, never"));
        }
    }

    /** Takes the name of a platform. */
    static final class PlatformConverter implements ITypeConverter<Platform> {
        @Override
        public Platform convert(String name) {
            return Platform.parse(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + name + "\" is not one of github, gitlab, gitea, bitbucket, bitbucket-data-center"));
        }
    }

    static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            String upper = text.toUpperCase(Locale.ROOT);
            int shift = upper.endsWith("G") ? 30 : upper.endsWith("M") ? 20 : upper.endsWith("K") ? 10 : 0;
            String digits = shift == 0 ? upper : upper.substring(0, upper.length() - 1);
            try {
                long size = Math.multiplyExact(Long.parseLong(digits), 1L << shift);
                if (size >= 0) {
                    return size;
                }
            } catch (NumberFormatException | ArithmeticException e) {
                // Told below.
            }
            throw new TypeConversionException("\"" + text + "\" is not a size such as 500M or 2G");
        }
    }

    /** Returns the address of the forge itself, if it is given. */
    Optional<URI> baseUrl() {
        if (baseUrl == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(baseUrl);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new Failure("--base-url is an address such as https://git.example.org, without user and password");
    }

    /** Returns the forge of a remote, with the credentials that the environment holds for it. */
    ForgeAddress address(RemoteUrl remote, Surroundings surroundings) {
        Optional<Platform> found =
                Optional.ofNullable(platform).or(() -> Platform.detect(remote, surroundings::variableOrNull));
        if (found.isEmpty()) {
            throw new Failure("which platform is " + remote + "? say it with --platform");
        }
        if (remote.host().isEmpty() && baseUrl == null) {
            throw new Failure(remote
                    + " is a directory of this machine, and no repository of a forge: give its address to --repo, as in"
                    + " https://git.example.org/owner/name, or use drydock branch");
        }
        boolean chosen = platform != null || baseUrl != null;
        Optional<ForgeCredentials> credentials;
        try {
            credentials = ForgeCredentials.find(found.get(), remote, chosen, surroundings::variableOrNull);
        } catch (IllegalArgumentException e) {
            throw new Failure(e.getMessage(), e);
        }
        return ForgeAddress.of(found.get(), remote, baseUrl(), credentials);
    }

    CloneCache cache(Surroundings surroundings) {
        Path folder = cache != null
                ? surroundings.workingDirectory().resolve(cache)
                : surroundings
                        .variable("XDG_CACHE_HOME")
                        .map(base -> surroundings.workingDirectory().resolve(base))
                        .orElseGet(() -> surroundings.home().resolve(".cache"))
                        .resolve("drydock/clones");
        return new CloneCache(folder, cacheSize == null ? DEFAULT_CACHE : cacheSize, Clock.systemUTC());
    }

    GitRemote.Limits limits(Surroundings surroundings) {
        return GitRemote.Limits.usual(surroundings.home());
    }

    /** Returns what is chosen for requests: by the options, then by the configuration. */
    RequestOptions requests(
            Surroundings surroundings,
            CommitOptions commits,
            RequestSettings configured,
            boolean whole,
            String command) {
        return new RequestOptions(
                commits.branchPrefix,
                Optional.ofNullable(base).or(configured::base),
                Optional.ofNullable(title),
                surroundings.flag(draft, "draft") || configured.draft().orElse(false),
                labels.isEmpty() ? configured.labels() : labels,
                reviewers.isEmpty() ? configured.reviewers() : reviewers,
                assignees.isEmpty() ? configured.assignees() : assignees,
                commits.perTransform(configured),
                surroundings.flag(commits.forceUpdate, "force-update"),
                surroundings.flag(recreate, "recreate"),
                whole,
                maxOpen,
                command,
                VersionCommand.version(),
                rebaseWhen);
    }
}
