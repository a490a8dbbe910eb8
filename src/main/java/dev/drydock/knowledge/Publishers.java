package dev.drydock.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who publishes images: trusted publishers, mirrors of other repositories, and official images for unofficial ones. */
public final class Publishers {
    private final Map<String, String> mirrors;
    private final Set<String> registries;
    private final List<String> trusted;
    private final Map<String, String> equivalents;
    private final Map<String, String> deprecated;
    private final Map<String, String> helpers;

    Publishers(Fields fields) {
        mirrors = fields.textMap("mirrors");
        registries = fields.textSet("vendor-registries");
        trusted = fields.texts("trusted").stream().map(ImageName::normalise).toList();
        equivalents = fields.textMap("equivalents");
        deprecated = fields.textMap("deprecated");
        helpers = fields.textMap("credential-helpers");
        fields.text("source");
        fields.end();
    }

    /** The repository that {@code name}, in its full spelling, is a copy of. */
    public Optional<String> origin(String name) {
        return mirrors.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()))
                .map(each -> ImageName.normalise(
                        each.getValue() + name.substring(each.getKey().length())))
                .findFirst();
    }

    /** Whether the repository is an official image, of a vendor's own registry or of a verified publisher. */
    public boolean isTrusted(String repository) {
        String name = ImageName.normalise(repository);
        String host = name.substring(0, Math.max(0, name.indexOf('/')));
        return name.equals("scratch")
                || registries.contains(host)
                || name.startsWith(ImageName.OFFICIAL)
                || Glob.matchesAny(trusted, name)
                || origin(name).map(this::isTrusted).orElse(false);
    }

    /** Whether the repository fits one of the patterns, which are written as the trusted ones are: {@code example/*}. */
    public static boolean matchesAny(List<String> patterns, String repository) {
        String name = ImageName.normalise(repository);
        return patterns.stream().map(ImageName::normalise).anyMatch(pattern -> Glob.matches(pattern, name));
    }

    /** The official image that does the work of this one, as a Dockerfile would write it. */
    public Optional<String> officialEquivalent(String repository) {
        String name = ImageName.normalise(repository);
        return equivalents.entrySet().stream()
                .filter(each -> Glob.matches(ImageName.normalise(each.getKey()), name))
                .map(each -> each.getValue().replace("{app}", ImageName.lastComponent(name)))
                .findFirst();
    }

    /** The credential helper that knows the account of a registry by itself, as {@code credHelpers} names it. */
    public Optional<String> credentialHelper(String registry) {
        return helpers.entrySet().stream()
                .filter(each -> Glob.matches(each.getKey(), registry))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Why the repository should not be used any more, and what to use. */
    public Optional<String> deprecation(String repository) {
        String name = ImageName.normalise(repository);
        return deprecated.entrySet().stream()
                .filter(each -> Glob.matches(ImageName.normalise(each.getKey()), name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
