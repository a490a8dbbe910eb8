package dev.drydock.script;

import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Markdown text: its fenced blocks (CommonMark 0.31, 4.5) in the language of a shell. Where commands stand behind a
 * prompt, each is a script of its own and what stands between them is output.
 */
public final class MarkdownFile {
    private static final Set<String> SCRIPTS = Set.of("sh", "bash", "shell", "ash", "dash", "zsh");
    private static final Set<String> SESSIONS =
            Set.of("console", "shell-session", "shellsession", "sh-session", "bash-session", "terminal");
    private static final String PROMPT = "$ ";

    private final SourceText file;
    private final String text;
    private final List<Fragment> fragments = new ArrayList<>();

    /** The opening line of a block. */
    private record Fence(char character, int length, int indentation, String language) {}

    private MarkdownFile(SourceText file) {
        this.file = file;
        this.text = file.text();
    }

    public static List<Fragment> read(SourceText file) {
        MarkdownFile markdown = new MarkdownFile(file);
        markdown.readBlocks();
        return List.copyOf(markdown.fragments);
    }

    private void readBlocks() {
        int line = 1;
        while (line <= file.lineCount()) {
            Fence fence = fence(line);
            line++;
            if (fence != null) {
                int first = line;
                while (line <= file.lineCount() && !closes(line, fence)) {
                    line++;
                }
                if (line <= file.lineCount()) {
                    block(fence, first, line);
                }
                line++;
            }
        }
    }

    /** Returns the block that the line opens, or null. */
    private Fence fence(int line) {
        int start = line == 1 && file.hasByteOrderMark() ? 1 : file.lineStart(line);
        int end = file.lineContentEndAt(start);
        int first = skipBlanks(start, end);
        char c = first < end ? text.charAt(first) : ' ';
        int after = first;
        while (after < end && text.charAt(after) == c) {
            after++;
        }
        if ((c != '`' && c != '~') || after - first < 3) {
            return null;
        }
        String info = text.substring(after, end).strip().toLowerCase(Locale.ROOT);
        int length = 0;
        while (length < info.length()
                && (Character.isLetterOrDigit(info.charAt(length)) || info.charAt(length) == '-')) {
            length++;
        }
        boolean inline = c == '`' && info.indexOf('`') >= 0;
        return inline ? null : new Fence(c, after - first, first - start, info.substring(0, length));
    }

    private boolean closes(int line, Fence fence) {
        int start = file.lineStart(line);
        int end = file.lineContentEndAt(start);
        int first = skipBlanks(start, end);
        int after = first;
        while (after < end && text.charAt(after) == fence.character()) {
            after++;
        }
        return after - first >= fence.length() && text.substring(after, end).isBlank();
    }

    private void block(Fence fence, int first, int last) {
        boolean session = SESSIONS.contains(fence.language());
        if (!session && !SCRIPTS.contains(fence.language())) {
            return;
        }
        boolean prompts = false;
        for (int line = first; line < last; line++) {
            prompts |= text.startsWith(PROMPT, contentStart(line, fence));
        }
        if (prompts) {
            session(fence, first, last);
        } else if (!session) {
            MappedText script = new MappedText(file);
            for (int line = first; line < last; line++) {
                script.keep(contentStart(line, fence), file.lineEndAt(file.lineStart(line)));
            }
            add(script);
        }
    }

    private void session(Fence fence, int first, int last) {
        int line = first;
        while (line < last) {
            int start = contentStart(line, fence);
            if (text.startsWith(PROMPT, start)) {
                MappedText script = new MappedText(file);
                script.keep(start + PROMPT.length(), lineEnd(line));
                while (line + 1 < last && isContinued(line)) {
                    line++;
                    int next = contentStart(line, fence);
                    boolean marked = text.startsWith("> ", next);
                    script.keep(marked ? next + 2 : next, lineEnd(line));
                }
                add(script);
            }
            line++;
        }
    }

    private void add(MappedText script) {
        if (!script.isBlank()) {
            fragments.add(script.fragment(Fragment.Host.DOCUMENT));
        }
    }

    private int lineEnd(int line) {
        return file.lineEndAt(file.lineStart(line));
    }

    private boolean isContinued(int line) {
        int start = file.lineStart(line);
        int end = file.lineContentEndAt(start);
        return end > start && text.charAt(end - 1) == '\\';
    }

    /** Returns where a line of a block starts: at most the indentation of the fence is not part of it. */
    private int contentStart(int line, Fence fence) {
        int start = file.lineStart(line);
        int end = Math.min(file.lineContentEndAt(start), start + fence.indentation());
        return skipBlanks(start, end);
    }

    private int skipBlanks(int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
