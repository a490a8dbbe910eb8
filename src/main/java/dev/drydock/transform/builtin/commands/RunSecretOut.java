package dev.drydock.transform.builtin.commands;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import dev.drydock.script.Fragment;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Reports secrets that stand as text behind -e, and offers to take them from the environment of the caller. */
public final class RunSecretOut extends CommandTransform {
    public RunSecretOut() {
        super("run-secret-out");
    }

    @Override
    protected void inspect(Subject subject) {
        if (!subject.command().action().makesContainer()) {
            return;
        }
        Secrets secrets = subject.knowledge().secrets();
        for (ContainerCommand.Flag flag : subject.command().flags("env")) {
            flag.value().flatMap(WrittenValue::known).ifPresent(setting -> inspect(subject, secrets, flag, setting));
        }
    }

    private static void inspect(Subject subject, Secrets secrets, ContainerCommand.Flag flag, String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = setting.substring(0, equals);
        Optional<SecretKind> kind = secrets.judge(name, setting.substring(equals + 1));
        boolean example = subject.fragment().host() == Fragment.Host.DOCUMENT
                && kind.filter(found -> found.nature() == SecretKind.Nature.LITERAL)
                        .isPresent();
        TextRange place = Subject.place(flag);
        String message = "the secret " + name + " stands in the file";
        if (example) {
            subject.notNeeded(place, message, "the value of a document is an example");
        } else if (kind.filter(SecretKind::isLeaked).isPresent()) {
            report(subject, flag, name, place, message);
        } else if (kind.filter(found -> found.nature() == SecretKind.Nature.WEAK)
                .isPresent()) {
            subject.notNeeded(place, message, "the value is a placeholder or a default that everybody knows");
        }
    }

    private static void report(
            Subject subject, ContainerCommand.Flag flag, String name, TextRange place, String message) {
        Optional<TextEdit> edit = subject.fragment().host() == Fragment.Host.UNIT
                ? Optional.empty()
                : subject.editor().replaceValue(flag.value().orElseThrow(), name);
        if (edit.isEmpty()) {
            subject.advise(
                    place, message, "rotate it, and hand it over with --env-file and a file that only root may read");
            return;
        }
        Rewrite rewrite = Rewrite.of(
                "take " + name + " from the environment",
                Safety.SUGGEST,
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(
                place,
                message,
                rewrite.withAssumptions(List.of("Whoever runs this exports " + name + " before."))
                        .withNotes(List.of("The value of " + name
                                + " was readable for everybody who has the file or its history: rotate it.")));
    }
}
