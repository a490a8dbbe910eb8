package dev.drydock.transform.builtin.stages;

import dev.drydock.knowledge.RuntimeImages;
import java.util.List;
import java.util.Optional;

/** The small image of the distribution that a program was linked on. */
final class DebianRuntime {
    /** A program that needs the C library only runs on every later release than the one it was linked on. */
    private static final String NEWEST = "trixie";

    private DebianRuntime() {}

    /**
     * Returns the reference of an image that a program runs on which a build image of Debian or Alpine linked.
     *
     * @param needsLibraries whether other libraries than that of C are needed, whose names differ between releases
     */
    static String of(SingleBuild build, RuntimeImages.RuntimeStage stage, boolean needsLibraries) {
        if (List.of("alpine", "ubuntu").contains(build.imageName())) {
            return build.stage().image().text();
        }
        if (build.isAlpine()) {
            return "alpine:" + alpineVersion(build.tag().orElse(""));
        }
        if (build.packageManager().filter("apt-get"::equals).isEmpty()) {
            throw new UnclearException(
                    "the distribution of the image " + build.stage().image().text() + " is unknown");
        }
        Optional<String> suite = build.suite();
        if (suite.isEmpty() && needsLibraries) {
            throw new UnclearException("the Debian release of "
                    + build.stage().image().text() + " is unknown, and with it the names of the libraries");
        }
        String template = List.of(stage.runtime(), stage.otherwise().orElse("")).stream()
                .filter(text -> text.contains("{suite}"))
                .findFirst()
                .orElseThrow(() -> new UnclearException("no runtime image is known for " + stage.language()));
        return template.replace("{suite}", suite.orElse(NEWEST));
    }

    private static String alpineVersion(String tag) {
        int start = tag.indexOf("alpine") + "alpine".length();
        String version = tag.contains("alpine") ? tag.substring(start) : "";
        return version.isEmpty() || version.contains("-") ? "3" : version;
    }
}
