package dev.drydock.script;

import dev.drydock.shell.Parameter;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.WordPart;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A systemd unit (systemd.syntax(7), systemd.service(5)). No shell reads its command lines, but quotes, variables and
 * blanks are close enough to one that a line which holds nothing else has the same words.
 */
public final class Unit {
    private static final Set<String> COMMANDS = Set.of(
            "ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost");

    private final SourceText file;
    private final String text;
    private final List<Fragment> fragments = new ArrayList<>();

    private Unit(SourceText file) {
        this.file = file;
        this.text = file.text();
    }

    /** Returns the command lines that are read like those of a shell. */
    public static List<Fragment> read(SourceText file) {
        Unit unit = new Unit(file);
        unit.readLines();
        return List.copyOf(unit.fragments);
    }

    private void readLines() {
        int start = file.hasByteOrderMark() ? 1 : 0;
        while (start < text.length()) {
            int content = file.lineContentEndAt(start);
            int equals = text.indexOf('=', start);
            boolean command = equals >= 0
                    && equals < content
                    && COMMANDS.contains(text.substring(start, equals).strip());
            start = setting(command ? equals + 1 : start, command);
        }
    }

    /** Passes the lines of one setting, and returns the offset after them. */
    private int setting(int from, boolean command) {
        MappedText line = new MappedText(file);
        int at = skip(from, command ? " \t@-:+!|" : "");
        while (true) {
            int content = file.lineContentEndAt(at);
            boolean continued = content > at && text.charAt(content - 1) == '\\';
            put(line, at, continued ? content - 1 : content);
            int next = file.lineEndAt(at);
            if (continued) {
                line.put(' ', content - 1);
                next = skipComments(next);
            }
            if (!continued || next >= text.length()) {
                add(line, command);
                return next;
            }
            at = next;
        }
    }

    private int skip(int from, String characters) {
        int i = from;
        while (i < text.length() && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Comments may stand between the lines of one setting. */
    private int skipComments(int from) {
        int at = from;
        while (at < text.length()) {
            int first = skip(at, " \t");
            boolean comment = first < text.length() && (text.charAt(first) == '#' || text.charAt(first) == ';');
            if (!comment) {
                return at;
            }
            at = file.lineEndAt(at);
        }
        return at;
    }

    private void put(MappedText line, int start, int end) {
        int i = start;
        while (i < end) {
            if (text.charAt(i) == '%' && i + 1 < end) {
                line.putExpansion(i, i + 2, "");
                i += 2;
            } else {
                line.put(text.charAt(i), i);
                i++;
            }
        }
    }

    private void add(MappedText line, boolean command) {
        String words = line.text();
        if (!command || words.isBlank() || words.indexOf('\\') >= 0 || words.indexOf('`') >= 0) {
            return;
        }
        Fragment fragment = line.fragment(Fragment.Host.UNIT);
        if (isOneCommand(fragment.script())) {
            fragments.add(fragment);
        }
    }

    private static boolean isOneCommand(ShellScript script) {
        List<SimpleCommand> commands = script.simpleCommands().toList();
        boolean single = script.statements().size() == 1
                && commands.size() == 1
                && script.comments().findAny().isEmpty()
                && commands.get(0).range().equals(script.statements().get(0).range());
        return single
                && commands.get(0).redirects().isEmpty()
                && commands.get(0).assignments().isEmpty()
                && commands.get(0).descendants(WordPart.class).noneMatch(Unit::isOfShellOnly);
    }

    private static boolean isOfShellOnly(WordPart part) {
        return part instanceof Parameter parameter && parameter.operator().isPresent();
    }
}
