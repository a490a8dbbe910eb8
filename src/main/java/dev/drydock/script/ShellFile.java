package dev.drydock.script;

import dev.drydock.text.SourceText;
import java.util.List;

/** A shell script: one fragment, unless its first line names another program. */
public final class ShellFile {
    private ShellFile() {}

    public static List<Fragment> read(SourceText file) {
        boolean other = Shebang.program(file.text()).isPresent() && !Shebang.namesShell(file.text());
        if (other) {
            return List.of();
        }
        MappedText text = new MappedText(file);
        text.keep(file.hasByteOrderMark() ? 1 : 0, file.length());
        return List.of(text.fragment(Fragment.Host.SCRIPT));
    }
}
