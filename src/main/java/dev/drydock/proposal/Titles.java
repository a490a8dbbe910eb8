package dev.drydock.proposal;

import dev.drydock.edit.Safety;
import dev.drydock.project.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** @param changed the files that people maintain and that change, with their kinds; not those that belong to one of them */
    String of(Map<String, FileKind> changed) {
        if (!subject.isEmpty()) {
            boolean alone = changed.size() == 1;
            return verb + " " + (alone ? changed.keySet().iterator().next() : subject)
                    + (alone || changed.isEmpty() ? "" : " and what belongs to it");
        }
        List<String> nouns = new ArrayList<>();
        for (FileKind kind : FileKind.values()) {
            long count = changed.values().stream().filter(kind::equals).count();
            if (count > 0) {
                nouns.add(noun(kind) + (count > 1 ? "s" : ""));
            }
        }
        return verb + " the " + (nouns.isEmpty() ? noun(FileKind.DOCKERFILE) : joined(nouns)) + end;
    }

    private static String noun(FileKind kind) {
        return switch (kind) {
            case DOCKERFILE -> "Dockerfile";
            case COMPOSE -> "compose file";
            case SHELL_SCRIPT -> "script";
            case MAKEFILE -> "makefile";
            case CI_WORKFLOW -> "workflow";
            case SYSTEMD_UNIT -> "unit";
            case MARKDOWN -> "document";
            case IGNORE_FILE, OTHER -> "file";
        };
    }

    private static String joined(List<String> nouns) {
        int last = nouns.size() - 1;
        return last == 0 ? nouns.get(0) : String.join(", ", nouns.subList(0, last)) + " and " + nouns.get(last);
    }
}
