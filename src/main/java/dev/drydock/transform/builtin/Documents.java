package dev.drydock.transform.builtin;

import dev.drydock.project.ProjectPath;
import java.util.Locale;
import java.util.Set;

/** Which files are for people to read: they name files and commands, but do nothing with them. */
public final class Documents {
    private static final Set<String> ENDINGS = Set.of("md", "mdx", "markdown", "rst", "adoc", "txt", "html", "org");
    private static final Set<String> STEMS = Set.of("readme", "changelog", "license", "contributing", "changes");

    private Documents() {}

    /** Returns whether a path is that of a document. */
    public static boolean isDocument(ProjectPath path) {
        String name = path.fileName().toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                || STEMS.contains(dot < 0 ? name : name.substring(0, dot))
                || path.value().contains("ISSUE_TEMPLATE");
    }
}
