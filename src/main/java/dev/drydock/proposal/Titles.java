package dev.drydock.proposal;

import dev.drydock.edit.Safety;
import dev.drydock.project.FileKind;
import java.util.Set;

/**
 * What a group is called: the same as long as it is about the same kinds of files.
 *
 * @param verb what is done
 * @param end what follows the files, with a blank before it
 * @param subject instead of the files, empty for none
 */
record Titles(String verb, String end, String subject) {

    static Titles all() {
        return new Titles("Harden", "", "");
    }

    static Titles level(Safety level) {
        return switch (level) {
            case SAFE -> new Titles("Tidy up", "", "");
            case REVIEW -> new Titles("Harden", "", "");
            case SUGGEST -> new Titles("Harden", " further", "");
        };
    }

    static Titles file(String path) {
        return new Titles("Harden", "", path);
    }

    static Titles folder(String folder) {
        return folder.equals("root")
                ? new Titles("Harden", " at the top", "")
                : new Titles("Harden", " in " + folder, "");
    }

    /** @param several whether there is more than one file of a kind */
    String of(Set<FileKind> kinds, boolean several) {
        if (!subject.isEmpty()) {
            return verb + " " + subject;
        }
        boolean dockerfiles = kinds.contains(FileKind.DOCKERFILE);
        boolean compose = kinds.contains(FileKind.COMPOSE);
        String files = dockerfiles && compose
                ? "Dockerfiles and compose files"
                : "the " + (compose ? "compose file" : "Dockerfile") + (several ? "s" : "");
        return verb + " " + files + end;
    }
}
