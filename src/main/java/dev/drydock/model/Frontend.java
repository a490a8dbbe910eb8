package dev.drydock.model;

import dev.drydock.dockerfile.Directive;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.LineEnding;
import dev.drydock.text.TextEdit;
import java.util.Optional;

/**
 * The frontend that reads a Dockerfile, as its {@code syntax} directive chooses it.
 *
 * <p>Source: release notes of docker/dockerfile: secret, ssh and bind mounts since 1.2, {@code --checksum} since 1.6, {@code env=} of secrets since 1.10.
 */
public final class Frontend {
    public static final int MOUNTS = 2;
    public static final int CHECKSUMS = 6;
    public static final int SECRETS_AS_VARIABLES = 10;

    private static final String LINE = "# syntax=docker/dockerfile:1";
    private static final int NEWEST = Integer.MAX_VALUE;

    private Frontend() {}

    /** Returns why the frontend that the file chooses does not know a feature of version 1.{@code minor}. */
    public static Optional<String> obstacle(Dockerfile file, int minor) {
        Optional<Directive> directive = file.directive("syntax");
        if (directive.isEmpty()) {
            return Optional.empty();
        }
        String name = directive.get().value();
        int known = minor(name);
        return known >= minor
                ? Optional.empty()
                : Optional.of("the file is read by " + name + ", and this needs docker/dockerfile:1." + minor);
    }

    /**
     * Returns whether another frontend than that of Docker reads the file, and the file holds what Docker does not know:
     * whether that is right, only the other frontend can tell.
     */
    public static boolean isForeign(Dockerfile file) {
        if (file.isSound()) {
            return false;
        }
        return file.directive("syntax")
                .map(directive -> repository(directive.value()))
                .filter(name -> !name.endsWith("docker/dockerfile") && !name.endsWith("docker/dockerfile-upstream"))
                .isPresent();
    }

    private static String repository(String reference) {
        int digest = reference.indexOf('@');
        String tagged = digest < 0 ? reference : reference.substring(0, digest);
        int colon = tagged.lastIndexOf(':');
        return colon > tagged.lastIndexOf('/') ? tagged.substring(0, colon) : tagged;
    }

    /** Returns the minor version of a 1.x frontend, the newest for a moving tag, or -1 for one that is not known. */
    private static int minor(String reference) {
        String name = reference.startsWith("docker.io/") ? reference.substring("docker.io/".length()) : reference;
        int digest = name.indexOf('@');
        String tagged = digest < 0 ? name : name.substring(0, digest);
        if (!tagged.startsWith("docker/dockerfile")) {
            return -1;
        }
        int colon = tagged.indexOf(':');
        String tag = colon < 0 ? "latest" : tagged.substring(colon + 1);
        if (digest < 0 && (tag.equals("1") || tag.equals("latest") || tag.equals("labs") || tag.equals("1-labs"))) {
            return NEWEST;
        }
        if (!tag.startsWith("1.") || tag.contains("experimental")) {
            return -1;
        }
        int end = 2;
        int minor = 0;
        while (end < tag.length() && tag.charAt(end) >= '0' && tag.charAt(end) <= '9' && end < 6) {
            minor = minor * 10 + tag.charAt(end++) - '0';
        }
        return minor;
    }

    /** Returns the edit that puts the directive first, if the file has none. */
    public static Optional<TextEdit> directive(Dockerfile file) {
        if (file.directive("syntax").isPresent()) {
            return Optional.empty();
        }
        LineEnding ending = file.source().lineEndingAt(0);
        return Optional.of(TextEdit.insert(file.source().hasByteOrderMark() ? 1 : 0, LINE + ending.characters()));
    }
}
