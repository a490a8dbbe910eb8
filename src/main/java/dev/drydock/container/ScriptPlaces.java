package dev.drydock.container;

import dev.drydock.model.StartCommand;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a script of a database names below the home of its account, and what it writes by a relative name after it has gone
 * somewhere: both lie in the image as a rule.
 */
final class ScriptPlaces {
    private static final List<String> HOME = List.of("~/", "$HOME", "${HOME}");
    private static final Set<String> MAKES = Set.of("mkdir", "touch", "tee", "truncate");
    /** Where the data lies, which is a volume. */
    private static final String DATA = "PGDATA";

    private final WritableCover cover;

    ScriptPlaces(WritableCover cover) {
        this.cover = cover;
    }

    /** Returns what the script names and where, for a sentence: {@code its home, which init.sh:3 names}. */
    Optional<String> of(SettingsFile file) {
        return home(file).or(() -> file.path().endsWith(".sh") ? relative(file) : Optional.empty());
    }

    private static Optional<String> home(SettingsFile file) {
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            boolean comment =
                    line.stripLeading().startsWith("#") || line.stripLeading().startsWith("--");
            if (!comment && HOME.stream().anyMatch(line::contains)) {
                return Optional.of("the home of its account, which " + file.path() + ":" + number + " names");
            }
        }
        return Optional.empty();
    }

    private Optional<String> relative(SettingsFile file) {
        ShellScript script = StartCommand.script(SourceText.of(file.text()));
        boolean away = false;
        for (SimpleCommand command : script.simpleCommands().toList()) {
            Invocation invocation = Invocation.of(command);
            String program = invocation.program().orElse("");
            if (program.equals("cd")) {
                away = isInImage(invocation.arguments());
            } else if (away) {
                Optional<String> written = Stream.concat(
                                command.redirects().stream()
                                        .filter(redirect -> redirect.operator().contains(">"))
                                        .map(Redirect::target),
                                MAKES.contains(program) ? invocation.arguments().stream() : Stream.of())
                        .flatMap(word -> word.staticValue().stream())
                        .filter(text -> !text.isEmpty() && "/&-".indexOf(text.charAt(0)) < 0)
                        .filter(text -> !text.chars().allMatch(Character::isDigit))
                        .findFirst();
                if (written.isPresent()) {
                    return written.map(name -> name + ", which " + file.path() + " names");
                }
            }
        }
        return Optional.empty();
    }

    private boolean isInImage(List<ShellWord> arguments) {
        if (arguments.isEmpty()) {
            return true;
        }
        ShellWord folder = arguments.get(0);
        return folder.staticValue()
                .map(path -> !path.startsWith("/") || cover.isMissing(path))
                .orElse(!folder.text().contains(DATA));
    }
}
