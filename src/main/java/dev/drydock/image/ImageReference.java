package dev.drydock.image;

import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.Optional;

/**
 * The name of an image as somebody wrote it, with the meaning that Docker gives it and the place of each part.
 *
 * <p>Parsed as distribution/reference does ({@code ParseNormalizedNamed}): the part before the first slash is a registry
 * only if it holds a dot or a colon, holds an upper-case letter, or is {@code localhost}; otherwise the registry is
 * {@code docker.io}, where a name of one component stands below {@code library/}. Two references are equal when they
 * were written alike; to compare what they mean, compare {@link #canonicalText()}.
 */
public final class ImageReference {
    /** The registry of names that name none. */
    public static final String DEFAULT_DOMAIN = "docker.io";
    /** The tag of names that have neither tag nor digest. */
    public static final String DEFAULT_TAG = "latest";

    private static final String LEGACY_DEFAULT_DOMAIN = "index.docker.io";
    private static final String OFFICIAL_PREFIX = "library/";

    private final String text;
    /** Where the domain ends, and 0 when none is written; the path starts after the slash that follows it. */
    private final int domainEnd;

    private final int pathEnd;
    /** Offset of the first character of the tag, -1 when there is none. */
    private final int tagStart;
    /** Offset of the first character of the digest, -1 when there is none. */
    private final int digestStart;

    private final String domain;
    private final String repository;

    private ImageReference(String text, int domainEnd, int pathEnd, int tagStart, int digestStart) {
        this.text = text;
        this.domainEnd = domainEnd;
        this.pathEnd = pathEnd;
        this.tagStart = tagStart;
        this.digestStart = digestStart;
        this.domain = normalisedDomain(text.substring(0, domainEnd));
        String path = text.substring(pathStart(), pathEnd);
        boolean official = domain.equals(DEFAULT_DOMAIN) && path.indexOf('/') < 0;
        this.repository = official ? OFFICIAL_PREFIX + path : path;
    }

    /**
     * Returns the reference that {@code text} writes, or empty when Docker would refuse it. A name that holds variables
     * ({@code ${REGISTRY}/node}) is refused too: resolve them first.
     */
    public static Optional<ImageReference> parse(String text) {
        if (ReferenceGrammar.isImageId(text)) {
            return Optional.empty();
        }
        int domainEnd = endOfDomain(text);
        int pathStart = domainEnd == 0 ? 0 : domainEnd + 1;
        int at = text.indexOf('@', pathStart);
        int tagLimit = at < 0 ? text.length() : at;
        int colon = text.indexOf(':', pathStart);
        int tagStart = colon >= 0 && colon < tagLimit ? colon + 1 : -1;
        int pathEnd = tagStart < 0 ? tagLimit : tagStart - 1;
        if (domainEnd > 0 && !ReferenceGrammar.isDomain(text.substring(0, domainEnd))) {
            return Optional.empty();
        }
        if (!ReferenceGrammar.isPath(text.substring(pathStart, pathEnd))) {
            return Optional.empty();
        }
        if (tagStart >= 0 && !ReferenceGrammar.isTag(text.substring(tagStart, tagLimit))) {
            return Optional.empty();
        }
        if (at >= 0 && Digest.parse(text.substring(at + 1)).isEmpty()) {
            return Optional.empty();
        }
        var reference = new ImageReference(text, domainEnd, pathEnd, tagStart, at < 0 ? -1 : at + 1);
        boolean tooLong = reference.repository.length() > ReferenceGrammar.MAX_PATH_LENGTH;
        return tooLong ? Optional.empty() : Optional.of(reference);
    }

    /** Returns where the registry that {@code text} names ends; 0 when it names none. */
    private static int endOfDomain(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0) {
            return 0;
        }
        String first = text.substring(0, slash);
        boolean domain = first.equals("localhost")
                || first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.chars().anyMatch(c -> ReferenceGrammar.isUpper((char) c));
        return domain ? slash : 0;
    }

    private static String normalisedDomain(String written) {
        return written.isEmpty() || written.equals(LEGACY_DEFAULT_DOMAIN) ? DEFAULT_DOMAIN : written;
    }

    private int pathStart() {
        return domainEnd == 0 ? 0 : domainEnd + 1;
    }

    /** Returns the reference as it was written. */
    public String text() {
        return text;
    }

    /** Returns the registry, {@code docker.io} when none is written; its case and port are kept. */
    public String domain() {
        return domain;
    }

    /** Returns the name of the repository in its registry, {@code library/node} for {@code node}. */
    public String repository() {
        return repository;
    }

    /** Returns the tag that is written. */
    public Optional<String> tag() {
        return tagRange().map(range -> text.substring(range.start(), range.end()));
    }

    /** Returns the digest that is written. */
    public Optional<Digest> digest() {
        return digestRange().flatMap(range -> Digest.parse(text.substring(range.start(), range.end())));
    }

    /**
     * Returns the tag that Docker would look up: the written one, {@code latest} when there is neither tag nor digest,
     * and empty for a reference by digest alone.
     */
    public Optional<String> effectiveTag() {
        Optional<String> written = tag();
        return written.isPresent() || digestStart >= 0 ? written : Optional.of(DEFAULT_TAG);
    }

    /** Returns whether this is an image of the Docker library, such as {@code node}. */
    public boolean isOfficial() {
        return domain.equals(DEFAULT_DOMAIN) && repository.startsWith(OFFICIAL_PREFIX);
    }

    /** Returns the name without what Docker supplies by itself, and without tag and digest: {@code node}. */
    public String familiarName() {
        if (!domain.equals(DEFAULT_DOMAIN)) {
            return canonicalName();
        }
        String shortened = isOfficial() ? repository.substring(OFFICIAL_PREFIX.length()) : repository;
        // "library/a/b" would read back as the repository "a/b".
        return isOfficial() && shortened.indexOf('/') >= 0 ? repository : shortened;
    }

    /** Returns the whole name without tag and digest: {@code docker.io/library/node}. */
    public String canonicalName() {
        return domain + "/" + repository;
    }

    /** Returns the whole name with the effective tag and the digest: {@code docker.io/library/node:latest}. */
    public String canonicalText() {
        return canonicalName()
                + effectiveTag().map(t -> ":" + t).orElse("")
                + digest().map(d -> "@" + d).orElse("");
    }

    /**
     * Returns the whole name with the effective tag but without digest, which is what may move and what a lock file
     * records; empty for a reference by digest alone.
     */
    public Optional<String> canonicalTagged() {
        return effectiveTag().map(tag -> canonicalName() + ":" + tag);
    }

    /** Returns where the registry stands; empty when none is written. */
    public Optional<TextRange> domainRange() {
        return domainEnd == 0 ? Optional.empty() : Optional.of(new TextRange(0, domainEnd));
    }

    /** Returns where the path stands, as written: without registry, tag and digest. */
    public TextRange pathRange() {
        return new TextRange(pathStart(), pathEnd);
    }

    /** Returns where the tag stands, its colon not included. */
    public Optional<TextRange> tagRange() {
        return tagStart < 0 ? Optional.empty() : Optional.of(new TextRange(tagStart, nameEnd()));
    }

    /** Returns where the digest stands, its at sign not included. */
    public Optional<TextRange> digestRange() {
        return digestStart < 0 ? Optional.empty() : Optional.of(new TextRange(digestStart, text.length()));
    }

    /** Returns where name and tag end: the place of the at sign, or the end. */
    private int nameEnd() {
        return digestStart < 0 ? text.length() : digestStart - 1;
    }

    /** Returns the edit of {@link #text()} that adds this digest, or puts it in the place of the old one. */
    public TextEdit withDigest(Digest digest) {
        return digestRange()
                .map(range -> TextEdit.replace(range, digest.toString()))
                .orElseGet(() -> TextEdit.insert(text.length(), "@" + digest));
    }

    /** Returns whether this could stand as a tag: up to 128 letters, digits, underscores, dots and hyphens. */
    public static boolean isTag(String text) {
        return ReferenceGrammar.isTag(text);
    }

    /** Returns the edit of {@link #text()} that removes the digest; one without effect when there is none. */
    public TextEdit withoutDigest() {
        return TextEdit.delete(new TextRange(nameEnd(), text.length()));
    }

    /**
     * Returns the edit of {@link #text()} that adds this tag, or puts it in the place of the old one. A digest stays,
     * so it is the caller's business that both name the same image.
     *
     * @throws IllegalArgumentException if it is not a tag
     */
    public TextEdit withTag(String tag) {
        if (!ReferenceGrammar.isTag(tag)) {
            throw new IllegalArgumentException("not a tag: " + tag);
        }
        return tagRange()
                .map(range -> TextEdit.replace(range, tag))
                .orElseGet(() -> TextEdit.insert(pathEnd, ":" + tag));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageReference that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the reference as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
