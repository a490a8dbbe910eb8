package dev.drydock.model;

import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.OsFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The image from outside that a stage starts from, with what is known of it.
 *
 * @param text the reference with the defaults of build arguments put in, or as written if one has no default
 * @param reference the parsed reference; empty if it holds an argument without a default, or for {@code scratch}
 * @param facts what the knowledge base says of it
 * @param ofAnyRelease whether somebody passes a build argument that chooses another release of it
 * @param chosenAt a place that passes a build argument which chooses an image of another kind
 */
public record BaseImage(
        String text,
        Optional<ImageReference> reference,
        Optional<ImageFacts> facts,
        boolean ofAnyRelease,
        Optional<String> chosenAt) {
    public BaseImage(String text, Optional<ImageReference> reference, Optional<ImageFacts> facts) {
        this(text, reference, facts, false, Optional.empty());
    }

    /** Source: the lists of tags of Microsoft's registry (windows, dotnet, dotnet/framework, powershell), November 2026. */
    private static final List<String> WINDOWS = List.of(
            "servercore",
            "nanoserver",
            "/windows:",
            "/windows/",
            "/windows@",
            "-windows",
            "/dotnet/framework/",
            "windows-ltsc",
            "ltsc2016",
            "ltsc2019",
            "ltsc2022",
            "ltsc2025");

    /** Returns the release of Debian or Ubuntu that the image holds, if only one can be meant. */
    public Optional<String> suite() {
        return ofAnyRelease
                ? Optional.empty()
                : facts.flatMap(ImageFacts::osFamily).flatMap(OsFamily::suite);
    }

    /** Returns whether the stage starts from nothing. */
    public boolean isScratch() {
        return text.equals("scratch");
    }

    /** Returns whether the reference is one of Microsoft's Windows images, where neither sh nor POSIX users exist. */
    public boolean isWindows() {
        String name = text.toLowerCase(Locale.ROOT);
        return WINDOWS.stream().anyMatch(name::contains) || name.endsWith("/windows");
    }

    /** Returns whether the value of every build argument in the reference is known. */
    public boolean isResolved() {
        return isScratch() || reference.isPresent();
    }
}
