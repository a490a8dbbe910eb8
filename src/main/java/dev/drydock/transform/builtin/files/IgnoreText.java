package dev.drydock.transform.builtin.files;

import java.util.List;

/** The lines of an ignore file. */
final class IgnoreText {
    private IgnoreText() {}

    /** Returns a new file, in groups under headings. */
    static String whole(List<Exclusion> chosen) {
        StringBuilder text = new StringBuilder();
        for (Exclusion.Kind kind : Exclusion.Kind.values()) {
            List<Exclusion> group =
                    chosen.stream().filter(each -> each.kind() == kind).toList();
            if (!group.isEmpty()) {
                text.append(text.isEmpty() ? "# " : "\n# ")
                        .append(kind.heading())
                        .append('\n');
                group.forEach(each -> text.append(each.pattern()).append('\n'));
            }
        }
        return text.toString();
    }

    /** Returns what is inserted at an offset of a file that is there, with the line endings of that file. */
    static String addition(String existing, int offset, List<Exclusion> chosen) {
        String newline = existing.contains("\r\n") ? "\r\n" : "\n";
        boolean open = offset == existing.length() && !existing.isEmpty() && !existing.endsWith("\n");
        StringBuilder text = new StringBuilder(open ? newline : "");
        for (int i = 0; i < chosen.size(); i++) {
            text.append(chosen.get(i).pattern());
            text.append(open && i == chosen.size() - 1 ? "" : newline);
        }
        return startsBlock(existing, offset) ? text.append(newline).toString() : text.toString();
    }

    /** Returns whether a blank line stands above an offset and a line below it. */
    private static boolean startsBlock(String existing, int offset) {
        int above = offset < 1 ? -1 : existing.lastIndexOf('\n', offset - 2) + 1;
        return above > 0
                && offset < existing.length()
                && existing.substring(above, offset).isBlank();
    }
}
