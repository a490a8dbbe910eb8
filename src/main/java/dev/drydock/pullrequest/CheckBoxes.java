package dev.drydock.pullrequest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The boxes in the text of a request that people tick. */
final class CheckBoxes {
    /** Stands beside the box that asks for the branch to be made anew. */
    static final String REBUILD = "<!-- drydock-rebuild -->";

    private static final String EMPTY = "- [ ] ";

    private CheckBoxes() {}

    /** Returns the line of the box that asks for the branch to be made anew. */
    static String rebuild(String base) {
        return EMPTY + REBUILD + "Rebuild this branch on " + Markdown.code(base)
                + " (drops commits that others have added to it)";
    }

    static boolean asksForRebuild(String body) {
        return body.lines().anyMatch(line -> isTicked(line) && line.contains(REBUILD));
    }

    private static boolean isTicked(String line) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith("- [x] ");
    }

    /** Returns {@code fresh} with the boxes ticked that are ticked in {@code old} and say the same, but for the rebuild. */
    static String carry(String old, String fresh) {
        Set<String> ticked = new HashSet<>();
        old.lines()
                .filter(line -> isTicked(line) && !line.contains(REBUILD))
                .forEach(line ->
                        ticked.add(line.strip().substring(EMPTY.length()).strip()));
        if (ticked.isEmpty()) {
            return fresh;
        }
        StringBuilder text = new StringBuilder(fresh.length());
        for (String line : fresh.split("\n", -1)) {
            boolean carried = line.startsWith(EMPTY)
                    && ticked.contains(line.substring(EMPTY.length()).strip());
            text.append(carried ? "- [x] " + line.substring(EMPTY.length()) : line)
                    .append('\n');
        }
        return text.substring(0, text.length() - 1);
    }
}
