package dev.drydock.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The images that others are built on, or containers are made from, with their digests: the same name may be another image
 * tomorrow.
 */
final class Bases {
    private static final String FROM = "FROM ";
    private static final String METADATA = "[internal] load metadata for ";
    private static final String AT = "@sha256:";
    private static final String DIGEST = "sha256:";

    private final Function<String, Optional<Json>> images;
    private final Map<String, String> digests = new TreeMap<>();

    /** @param images what the engine knows of an image */
    Bases(Function<String, Optional<Json>> images) {
        this.images = images;
    }

    /**
     * Adds the images that a build was made on, as its log names them. Of BuildKit only those count of which it loads
     * metadata: a step that several builds share at this moment may bear the name that another one has for the same image.
     */
    void addFrom(String log) {
        List<String> loaded = new ArrayList<>();
        List<String> started = new ArrayList<>();
        boolean tells = false;
        for (String line : log.lines().map(String::strip).toList()) {
            int metadata = line.indexOf(METADATA);
            if (line.startsWith("#") && metadata > 0) {
                tells = true;
                loaded.add(line.substring(metadata + METADATA.length()).strip());
            }
            stepThatBegins(line)
                    .filter(step -> step.startsWith(FROM))
                    .ifPresent(step -> started.add(step.substring(FROM.length()).split(" ", 2)[0]));
        }
        for (String reference : started) {
            int at = reference.indexOf(AT);
            if (!tells || loaded.contains(at < 0 ? reference : reference.substring(0, at))) {
                add(reference);
            }
        }
        loaded.forEach(this::add);
    }

    /** Returns the instruction of {@code #5 [build 1/3] FROM debian} or {@code STEP 1/3: FROM debian}. */
    private static Optional<String> stepThatBegins(String line) {
        String mark = line.startsWith("#") ? "] " : line.contains("STEP ") ? ": " : "";
        int end = mark.isEmpty() ? -1 : line.indexOf(mark);
        return end < 0 ? Optional.empty() : Optional.of(line.substring(end + mark.length()));
    }

    /** Adds an image; one that the engine does not know, such as a stage of a build, has no digest and is none. */
    void add(String reference) {
        int at = reference.indexOf(AT);
        String name = familiar(at < 0 ? reference : reference.substring(0, at));
        if (at > 0) {
            digests.put(name, reference.substring(at + 1));
        } else if (!digests.containsKey(name)) {
            images.apply(reference).flatMap(Bases::digest).ifPresent(digest -> digests.put(name, digest));
        }
    }

    Map<String, String> digests() {
        return digests;
    }

    private static String familiar(String name) {
        String shorter = name.startsWith("docker.io/") ? name.substring("docker.io/".length()) : name;
        return shorter.startsWith("library/") ? shorter.substring("library/".length()) : shorter;
    }

    /** What was never pushed or pulled has no digest. */
    private static Optional<String> digest(Json image) {
        return image.texts("RepoDigests").stream()
                .filter(digest -> digest.contains(AT))
                .map(digest -> digest.substring(digest.indexOf(AT) + 1))
                .filter(digest -> digest.startsWith(DIGEST))
                .findFirst();
    }
}
