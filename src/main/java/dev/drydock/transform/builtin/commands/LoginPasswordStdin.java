package dev.drydock.transform.builtin.commands;

import dev.drydock.edit.CommandEditor;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.script.Fragment;
import dev.drydock.shell.CommandContext;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands the password of a registry to standard input, where no list of processes shows it. */
public final class LoginPasswordStdin extends CommandTransform {
    private static final String VARIABLE = "REGISTRY_PASSWORD";
    private static final String MESSAGE = "every user of the machine sees the password in the list of processes";

    public LoginPasswordStdin() {
        super("login-password-stdin");
    }

    @Override
    protected void inspect(Subject subject) {
        ContainerCommand command = subject.command();
        if (command.action() != ContainerCommand.Action.LOGIN) {
            return;
        }
        List<ContainerCommand.Flag> passwords = command.flags("password");
        for (ContainerCommand.Flag flag : passwords) {
            TextRange place = Subject.place(flag);
            WrittenValue value = flag.value().orElseThrow();
            Optional<String> obstacle =
                    passwords.size() > 1 ? Optional.of("the password stands twice") : obstacle(command, flag);
            if (value.isStatic()) {
                literal(subject, flag, place, obstacle);
            } else if (obstacle.isPresent()) {
                subject.abstain(place, MESSAGE, obstacle.get());
            } else {
                repair(subject, flag, value, place);
            }
        }
    }

    /** A password that stands in the file is known to whoever can read it, so that taking it out is only half of the work. */
    private static void literal(
            Subject subject, ContainerCommand.Flag flag, TextRange place, Optional<String> obstacle) {
        String message = "the password of the registry stands in the file";
        String advice = "rotate it, and hand it to standard input from a variable: --password-stdin";
        String expression = "\"" + subject.fragment().host().variable(VARIABLE) + "\"";
        Optional<List<TextEdit>> edits =
                obstacle.isPresent() ? Optional.empty() : subject.editor().feed(flag, expression, "--password-stdin");
        if (edits.isEmpty() || subject.fragment().host() == Fragment.Host.DOCUMENT) {
            subject.advise(place, message, obstacle.map(reason -> reason + "; ").orElse("") + advice);
            return;
        }
        Rewrite rewrite = Rewrite.of(
                "take it from " + VARIABLE + ", through standard input",
                Safety.SUGGEST,
                subject.file().path(),
                edits.get());
        subject.repair(
                place,
                message,
                rewrite.withAssumptions(List.of("Whoever runs this sets " + VARIABLE + "."))
                        .withNotes(List.of(
                                "The old password stays in the history of the file: make a new one at the registry.",
                                helper(subject))));
    }

    /** A registry of a cloud has a helper that needs no password at all. */
    private static String helper(Subject subject) {
        String registry = subject.command().operands().stream()
                .findFirst()
                .flatMap(word -> WrittenValue.of(word).known())
                .map(text -> text.substring(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3))
                .map(text -> text.indexOf('/') < 0 ? text : text.substring(0, text.indexOf('/')))
                .orElse("");
        String where = " in ~/.docker/config.json";
        return subject.knowledge()
                .publishers()
                .credentialHelper(registry)
                .map(name -> "Without any password: \"credHelpers\": {\"" + registry + "\": \"" + name + "\"}" + where
                        + ", with docker-credential-" + name + ".")
                .orElse("A credential helper keeps passwords out of scripts: credHelpers" + where + ".");
    }

    private static void repair(Subject subject, ContainerCommand.Flag flag, WrittenValue value, TextRange place) {
        CommandEditor editor = subject.editor();
        Optional<List<TextEdit>> edits = editor.feed(flag, value, "--password-stdin");
        if (edits.isEmpty()) {
            subject.abstain(place, MESSAGE, "the pipe cannot be written here without quotes");
            return;
        }
        subject.repair(
                place,
                MESSAGE,
                Rewrite.of(
                        "hand the password to standard input",
                        Safety.SAFE,
                        subject.file().path(),
                        edits.get()));
    }

    private static Optional<String> obstacle(ContainerCommand command, ContainerCommand.Flag flag) {
        CommandContext context = command.command().context();
        boolean fed = context.pipelinePosition() > 0
                || command.command().redirects().stream()
                        .anyMatch(redirect -> redirect.operator().startsWith("<"));
        if (fed) {
            return Optional.of("standard input is in use already");
        }
        if (!Set.of("sudo", "env", "command").containsAll(command.invocation().wrappers())) {
            return Optional.of("a pipe would change what the command around it does");
        }
        if (!command.hasAny("username")) {
            return Optional.of("without --username, the login asks for more than the password");
        }
        if (command.has("password-stdin")) {
            return Optional.of("another option decides where the password comes from");
        }
        return flag.isAlone() ? Optional.empty() : Optional.of("other options stand in the same word");
    }
}
