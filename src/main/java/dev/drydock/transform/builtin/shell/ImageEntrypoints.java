package dev.drydock.transform.builtin.shell;

import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import java.util.Set;

/** What the entrypoint that an image brings does with the command of a container. */
final class ImageEntrypoints {
    /**
     * Entrypoints that run the command as it is. Sources: docker-node, adoptium/containers, docker-maven; docker-entrypoint.sh
     * of node puts node before an unknown word or an option only.
     */
    private static final Set<String> TRANSPARENT =
            Set.of("docker-entrypoint.sh", "/__cacert_entrypoint.sh", "/usr/local/bin/mvn-entrypoint.sh");

    private ImageEntrypoints() {}

    /** Returns whether a program is run the same whether the image gets it directly or by a shell. */
    static boolean runsArguments(ImageFacts facts) {
        boolean base = facts.imageClass() == ImageClass.BASE || facts.imageClass() == ImageClass.LANGUAGE;
        return base
                && (facts.hasShell() || facts.osFamily().isEmpty())
                && facts.stepDown().isEmpty()
                && facts.entrypoint().map(TRANSPARENT::contains).orElse(true);
    }
}
