package dev.drydock.transform.builtin.shell;

import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CalledManagers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shell of an image that knows {@code pipefail}.
 *
 * @param path of the program
 * @param isDefault whether {@code /bin/sh} is the same program, so that scripts mean the same to it
 * @param doubt what is assumed of an image of which nothing is known
 */
record PipefailShell(String path, boolean isDefault, Optional<String> doubt) {
    /** Distributions whose sh is bash. Source: their package lists. */
    private static final Set<String> SH_IS_BASH =
            Set.of("amazon", "arch", "azurelinux", "centos", "fedora", "oraclelinux", "photon", "rhel", "suse");

    /**
     * Returns the shell of a stage. Where nothing is known of the image, the package manager that its RUNs call tells the
     * distribution; failing that, bash is assumed of an image that has a name. Empty if not even that is sensible: the RUNs
     * serve several distributions, or the image is another one from build to build.
     */
    static Optional<PipefailShell> of(BuildStage stage) {
        return stage.facts()
                .flatMap(PipefailShell::known)
                .or(() -> called(stage))
                .or(() -> assumed(stage));
    }

    private static Optional<PipefailShell> assumed(BuildStage stage) {
        String image = stage.image().text();
        return CalledManagers.contradict(stage) || image.indexOf('$') >= 0
                ? Optional.empty()
                : Optional.of(new PipefailShell("/bin/bash", false, Optional.of(image + " has /bin/bash.")));
    }

    private static Optional<PipefailShell> known(ImageFacts image) {
        String distribution =
                image.osFamily().map(family -> family.distribution()).orElse("");
        if (distribution.equals("alpine")) {
            return Optional.of(ash());
        }
        return image.hasTool("bash").orElse(false)
                ? Optional.of(bash(SH_IS_BASH.contains(distribution)))
                : Optional.empty();
    }

    /** No distribution that uses dpkg or rpm is without bash: it is essential to the former, and the sh of the latter. */
    private static Optional<PipefailShell> called(BuildStage stage) {
        return CalledManagers.of(stage).map(manager -> switch (manager) {
            case ALPINE -> ash();
            case DEBIAN -> bash(false);
            case RPM -> bash(true);
        });
    }

    private static PipefailShell ash() {
        return new PipefailShell("/bin/ash", true, Optional.empty());
    }

    private static PipefailShell bash(boolean isDefault) {
        return new PipefailShell("/bin/bash", isDefault, Optional.empty());
    }

    /** Returns how sure it is that the shell is there. */
    Safety certainty() {
        return doubt.isPresent() ? Safety.SUGGEST : Safety.REVIEW;
    }

    /** Returns the words of its SHELL. */
    List<String> command() {
        return List.of(path, "-o", "pipefail", "-c");
    }

    String instruction(String keyword) {
        return keyword + command().stream().collect(Collectors.joining("\", \"", " [\"", "\"]"));
    }
}
