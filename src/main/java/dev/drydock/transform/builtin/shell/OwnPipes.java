package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.Arithmetic;
import dev.drydock.shell.HereDocument;
import dev.drydock.shell.OpaqueCommand;
import dev.drydock.shell.OpaquePart;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.SetCommand;
import java.util.Optional;

/**
 * Scripts whose pipes are their own affair: the option must not be set from outside, and no parentheses may be put around a
 * pipe. They look at the parts of a pipe themselves, or run text with pipes that nobody sees here.
 */
final class OwnPipes {
    private OwnPipes() {}

    /** Returns why a script is left as it is; empty if nothing is against it. */
    static Optional<String> of(ShellScript script) {
        if (script.text().contains("PIPESTATUS") || script.text().contains("lastpipe")) {
            return Optional.of("the script looks after the parts of its pipes itself");
        }
        boolean background = script.simpleCommands()
                .map(SimpleCommand::context)
                .anyMatch(context -> context.background() && context.inPipeline());
        if (background) {
            return Optional.of("a pipe runs in the background, and what waits for it or ends it must find it");
        }
        if (hasUnreadPipe(script)) {
            return Optional.of("a pipe stands where it is not seen, as in arithmetic");
        }
        return script.simpleCommands().flatMap(command -> of(command).stream()).findFirst();
    }

    private static Optional<String> of(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        return switch (invocation.program().orElse("")) {
            case "set" ->
                SetCommand.from(command).flatMap(set -> set.option("pipefail")).isPresent()
                        ? Optional.of("the script sets pipefail itself")
                        : Optional.empty();
            case ".", "source" ->
                Optional.of("what the script reads by " + command.words().get(0).text()
                        + " may have pipes that fail for a good reason");
            case "eval", "trap" ->
                invocation.arguments().stream().anyMatch(OwnPipes::mayPipe)
                        ? Optional.of("the text that " + invocation.program().get()
                                + " runs may have pipes that fail for a good reason")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What arithmetic and here-documents run is no part of the tree. */
    private static boolean hasUnreadPipe(ShellScript script) {
        return script.descendants(ShellNode.class).anyMatch(OwnPipes::isUnreadPipe);
    }

    private static boolean isUnreadPipe(ShellNode node) {
        if (node instanceof Arithmetic || node instanceof OpaquePart || node instanceof HereDocument) {
            String text = node.text();
            return text.contains("|") && (text.contains("$(") || text.contains("`"));
        }
        return node instanceof OpaqueCommand && node.text().replace("||", "").contains("|");
    }

    private static boolean mayPipe(ShellWord word) {
        return word.hasExpansion() || word.text().contains("|");
    }
}
