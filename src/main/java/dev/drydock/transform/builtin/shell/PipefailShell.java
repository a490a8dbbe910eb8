package dev.drydock.transform.builtin.shell;

import dev.drydock.knowledge.ImageFacts;
import java.util.Optional;
import java.util.Set;

/**
 * The shell of an image that knows {@code pipefail}.
 *
 * @param path of the program
 * @param isDefault whether {@code /bin/sh} is the same program, so that scripts mean the same to it
 */
record PipefailShell(String path, boolean isDefault) {
    /** Distributions whose sh is bash. Source: their package lists. */
    private static final Set<String> SH_IS_BASH =
            Set.of("amazon", "arch", "azurelinux", "centos", "fedora", "oraclelinux", "photon", "rhel", "suse");

    /** Returns the shell, or empty if none is known to be there. */
    static Optional<PipefailShell> of(ImageFacts image) {
        String distribution =
                image.osFamily().map(family -> family.distribution()).orElse("");
        if (distribution.equals("alpine")) {
            return Optional.of(new PipefailShell("/bin/ash", true));
        }
        boolean bash = image.hasTool("bash").orElse(false);
        return bash ? Optional.of(new PipefailShell("/bin/bash", SH_IS_BASH.contains(distribution))) : Optional.empty();
    }

    String instruction(String keyword) {
        return keyword + " [\"" + path + "\", \"-o\", \"pipefail\", \"-c\"]";
    }
}
