package dev.drydock.transform.builtin.user;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines that {@code make} runs for its targets, as far as rules with plain names say it. */
final class Recipes {
    private static final int MOST_ROUNDS = 5;

    private Recipes() {}

    /** Returns the recipe lines of the targets, or of the first one if none is named, and of what these need. */
    static List<String> of(String makefile, List<String> words) {
        Set<String> wanted = new HashSet<>();
        words.stream()
                .filter(word -> !word.isEmpty() && !word.startsWith("-") && word.indexOf('=') < 0)
                .forEach(wanted::add);
        List<String> lines = makefile.lines().toList();
        List<String> recipes = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int known = wanted.size();
            recipes = read(lines, wanted);
            if (wanted.size() == known && round > 0) {
                break;
            }
        }
        return recipes;
    }

    private static List<String> read(List<String> lines, Set<String> wanted) {
        List<String> recipes = new ArrayList<>();
        boolean active = false;
        for (String line : lines) {
            if (line.startsWith("\t")) {
                if (active) {
                    recipes.add(line);
                }
                continue;
            }
            int colon = line.indexOf(':');
            boolean rule = colon > 0 && !line.startsWith(":=", colon) && line.charAt(0) != '#' && line.charAt(0) != '.';
            if (!rule) {
                active &= line.isBlank();
                continue;
            }
            List<String> targets = List.of(line.substring(0, colon).strip().split("\\s+"));
            if (wanted.isEmpty()) {
                wanted.addAll(targets);
            }
            active = targets.stream().anyMatch(wanted::contains);
            if (active) {
                wanted.addAll(List.of(line.substring(colon + 1).strip().split("\\s+")));
            }
        }
        return recipes;
    }
}
