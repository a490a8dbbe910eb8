package dev.drydock.script;

import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A Makefile as GNU make reads it (GNU make manual, 5 Writing Recipes in Rules): each recipe line is a script. What make
 * expands stands as a parameter of the same length in the text of the shell, because its value is known as little.
 */
public final class Makefile {
    private final SourceText file;
    private final String text;
    private final List<Fragment> fragments = new ArrayList<>();
    /** Whether the lines that start with a tab belong to a rule. */
    private boolean inRule;

    private int depthOfDefine;

    private Makefile(SourceText file) {
        this.file = file;
        this.text = file.text();
    }

    /** Returns the recipe lines; none if the file chooses another shell or another recipe prefix. */
    public static List<Fragment> read(SourceText file) {
        if (file.text().contains(".RECIPEPREFIX")) {
            return List.of();
        }
        Makefile makefile = new Makefile(file);
        return makefile.readLines() ? List.copyOf(makefile.fragments) : List.of();
    }

    /** Reads all lines and returns whether a POSIX shell reads the recipes. */
    private boolean readLines() {
        int start = file.hasByteOrderMark() ? 1 : 0;
        while (start < text.length()) {
            int end = logicalLineEnd(start);
            if (text.charAt(start) == '\t' && inRule && depthOfDefine == 0) {
                recipe(start, end);
            } else if (!other(text.substring(start, end).strip())) {
                return false;
            }
            start = end;
        }
        return true;
    }

    /** Reads a line that is no recipe, and returns whether it leaves the shell as it is. */
    private boolean other(String line) {
        if (line.startsWith("define ")) {
            depthOfDefine++;
        } else if (line.equals("endef") || line.startsWith("endef ")) {
            depthOfDefine = Math.max(0, depthOfDefine - 1);
        }
        if (line.isEmpty() || line.startsWith("#") || depthOfDefine > 0 || isConditional(line)) {
            return true;
        }
        int assignment = assignment(line);
        if (assignment < 0) {
            inRule |= line.indexOf(':') >= 0;
            return true;
        }
        inRule = false;
        boolean shell = line.substring(0, assignment).strip().equals("SHELL");
        String value = line.substring(line.indexOf('=', assignment) + 1).strip();
        return !shell || Shebang.isShell(value);
    }

    private static boolean isConditional(String line) {
        return line.startsWith("if") || line.startsWith("else") || line.startsWith("endif");
    }

    /** Returns the offset of the operator of an assignment, or -1 for another line. */
    private static int assignment(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            if (depth == 0 && c == '=') {
                return i;
            }
            if (depth == 0 && c == ':') {
                int next = i;
                while (next < line.length() && line.charAt(next) == ':') {
                    next++;
                }
                return next < line.length() && line.charAt(next) == '=' ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the offset after the line and all lines that a backslash joins to it. */
    private int logicalLineEnd(int start) {
        int at = start;
        while (true) {
            int end = file.lineEndAt(at);
            int content = file.lineContentEndAt(at);
            int backslashes = 0;
            while (content - backslashes > at && text.charAt(content - backslashes - 1) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 0 || end >= text.length()) {
                return end;
            }
            at = end;
        }
    }

    private void recipe(int start, int end) {
        int first = start;
        while (first < end && " \t@-+".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        int last = file.lineContentEndAt(end > start && text.charAt(end - 1) == '\n' ? end - 1 : end);
        MappedText script = new MappedText(file);
        int i = first;
        while (i < last) {
            char c = text.charAt(i);
            if (c == '$') {
                i = dollar(script, i, last);
            } else if (c == '\n' && i + 1 < last && text.charAt(i + 1) == '\t') {
                // Make takes the tab away before the shell sees the line.
                script.put(c, i);
                i += 2;
            } else {
                script.put(c, i);
                i++;
            }
        }
        if (!script.isBlank()) {
            fragments.add(script.fragment(Fragment.Host.RECIPE));
        }
    }

    /** Puts what a dollar sign starts, and returns the offset after it. */
    private int dollar(MappedText script, int start, int last) {
        if (start + 1 >= last) {
            script.put('$', start);
            return last;
        }
        char next = text.charAt(start + 1);
        if (next == '$') {
            script.put('$', start);
            return start + 2;
        }
        if (next != '(' && next != '{') {
            script.putExpansion(start, start + 2, "");
            return start + 2;
        }
        int end = closing(start + 1, last);
        String name = text.substring(start + 2, Math.max(start + 2, end - 1));
        script.putExpansion(start, end, isName(name) ? name : "");
        return end;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    /** Returns the offset after the parenthesis that closes the one at {@code open}, or the end of the line. */
    private int closing(int open, int last) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        for (int i = open; i < last; i++) {
            char c = text.charAt(i);
            depth += c == opening ? 1 : c == closing ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return last;
    }
}
