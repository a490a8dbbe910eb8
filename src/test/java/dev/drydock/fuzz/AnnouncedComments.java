package dev.drydock.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comment lines of some files, to ask which of them are gone without a word about that very one. */
public final class AnnouncedComments {
    /** One comment, with the lines below it above which a report may say that it stands. */
    private record Comment(String file, String text, int line, List<Integer> above) {}

    private final List<Comment> comments = new ArrayList<>();

    /** Looks at files by name. */
    public AnnouncedComments(Map<String, String> files) {
        files.forEach((file, text) -> {
            List<String> lines = text.lines().map(String::strip).toList();
            for (int i = 0; i < lines.size(); i++) {
                if (isComment(lines.get(i))) {
                    comments.add(new Comment(file, lines.get(i), i + 1, below(lines, i)));
                }
            }
        });
    }

    private static boolean isComment(String line) {
        return line.startsWith("# ") && !line.contains("=");
    }

    /** A block of comments stands above the first line behind it that is none. */
    private static List<Integer> below(List<String> lines, int at) {
        int next = at + 1;
        while (next < lines.size()
                && (lines.get(next).startsWith("#") || lines.get(next).isEmpty())) {
            next++;
        }
        return List.of(next + 1);
    }

    /** Returns the comments that are in no file any more, and of which the report does not say that they go. */
    public List<String> lost(Map<String, String> after, String told) {
        Map<String, Integer> left = new HashMap<>();
        after.values()
                .forEach(text -> text.lines().map(String::strip).forEach(line -> left.merge(line, 1, Integer::sum)));
        List<String> lost = new ArrayList<>();
        for (Comment comment : comments) {
            boolean stays = left.merge(comment.text(), -1, Integer::sum) >= 0;
            boolean announced = told.contains("The comment in line " + comment.line() + " goes with it")
                    || comment.above().stream()
                            .anyMatch(line -> told.contains("The comment above line " + line + " goes with it"));
            if (!stays && !announced) {
                lost.add(comment.file() + ": " + comment.text());
            }
        }
        return lost;
    }
}
