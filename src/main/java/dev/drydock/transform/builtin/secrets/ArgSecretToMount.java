package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.Frontend;
import dev.drydock.project.BuildCallers;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces a build argument that holds a secret by a secret mount on the RUNs that use it. */
public final class ArgSecretToMount extends DockerfileTransform {
    /** One declaration of the argument. */
    private record Declaration(ArgInstruction instruction, KeyValue pair, SecretKind kind) {}

    public ArgSecretToMount() {
        super("arg-secret-to-mount");
    }

    @Override
    protected void inspect(Subject subject) {
        Secrets secrets = subject.inspection().facts().knowledge().secrets();
        Map<String, List<Declaration>> declarations = new LinkedHashMap<>();
        for (Instruction instruction : subject.build().file().instructions()) {
            if (instruction instanceof ArgInstruction argument) {
                for (KeyValue pair : argument.pairs()) {
                    String value = pair.value()
                            .map(word -> word.staticValue().orElse(word.value()))
                            .orElse("");
                    secrets.judge(pair.name(), value)
                            .ifPresent(kind -> declarations
                                    .computeIfAbsent(pair.name(), name -> new ArrayList<>())
                                    .add(new Declaration(argument, pair, kind)));
                }
            }
        }
        declarations.forEach((name, all) -> inspect(subject, name, all));
    }

    private static void inspect(Subject subject, String name, List<Declaration> declarations) {
        Declaration first = declarations.get(0);
        String message = "the build argument " + name + " holds a secret, which the history of the image shows";
        VariableUses uses = VariableUses.of(subject.build(), name);
        Optional<String> obstacle = uses.obstacle()
                .or(() -> uses.runs().isEmpty()
                        ? Optional.of("no RUN names it, and what reads it from the environment is unknown")
                        : Optional.empty())
                .or(() -> BuildTool.obstacle(subject.inspection().project(), name))
                .or(() -> Frontend.obstacle(subject.build().file(), Frontend.SECRETS_AS_VARIABLES));
        if (obstacle.isPresent()) {
            WrittenSecret.of(subject.build(), name)
                    .flatMap(written -> handover(subject, name, declarations, written))
                    .ifPresentOrElse(
                            rewrite -> subject.repair(first.pair().range(), message, rewrite),
                            () -> subject.abstain(first.pair().range(), message, obstacle.get()));
            return;
        }
        DockerfileEditor editor = subject.editor();
        Optional<Integer> optional = OptionalUse.line(subject.build(), uses.runs(), name);
        boolean required = optional.isEmpty() && !hasDefault(declarations);
        List<TextEdit> edits = new ArrayList<>(SecretMounts.asVariable(editor, uses.runs(), name, required));
        Optional<List<TextEdit>> removals = removals(subject, declarations);
        if (removals.isEmpty()) {
            subject.abstain(first.pair().range(), message, "a comment stands between the arguments of the ARG");
            return;
        }
        edits.addAll(removals.get());
        Frontend.directive(subject.build().file()).ifPresent(edits::add);
        subject.repair(first.pair().range(), message, rewrite(subject, name, declarations, uses, optional, edits));
    }

    private static Optional<List<TextEdit>> removals(Subject subject, List<Declaration> declarations) {
        List<TextEdit> edits = new ArrayList<>();
        for (Declaration each : declarations) {
            Optional<TextEdit> removal = PairRemoval.of(
                    subject.editor(), each.instruction(), each.instruction().pairs(), each.pair());
            if (removal.isEmpty()) {
                return Optional.empty();
            }
            edits.add(removal.get());
        }
        return Optional.of(edits);
    }

    /** A value that the build only writes to a file is none of its business: the container gets the file when it starts. */
    private static Optional<Rewrite> handover(
            Subject subject, String name, List<Declaration> declarations, WrittenSecret written) {
        Optional<List<TextEdit>> commands = written.removal(subject.editor());
        Optional<List<TextEdit>> arguments = removals(subject, declarations);
        if (commands.isEmpty() || arguments.isEmpty()) {
            return Optional.empty();
        }
        Project project = subject.inspection().project();
        List<TextEdit> edits = new ArrayList<>(commands.get());
        edits.addAll(arguments.get());
        RunTimeSecret secret = written.handover(project, subject.file(), subject.build());
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Edits(subject.file().path(), edits));
        changes.addAll(secret.changes());
        List<String> notes = new ArrayList<>();
        notes.add(written.making(subject.file()));
        notes.addAll(secret.notes());
        Stream.of(
                        ComposeArguments.of(project, subject.file(), name).files(),
                        CommandArguments.of(project, subject.file(), name).files(),
                        BuildCallers.of(project, name))
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .forEach(path -> notes.add(path + " passes " + name + " to the build, which takes it no more."));
        notes.add("Images that were built so far hold the value: replace it.");
        return Optional.of(new Rewrite(
                "hand " + written.target() + " to the container when it starts",
                Safety.SUGGEST,
                changes,
                List.of("Nothing in the build reads " + written.target() + "."),
                notes));
    }

    private static boolean hasDefault(List<Declaration> declarations) {
        return declarations.stream()
                .anyMatch(each -> each.pair()
                        .value()
                        .filter(word -> !word.value().isEmpty())
                        .isPresent());
    }

    private static Rewrite rewrite(
            Subject subject,
            String name,
            List<Declaration> declarations,
            VariableUses uses,
            Optional<Integer> optional,
            List<TextEdit> edits) {
        ComposeArguments compose = ComposeArguments.of(subject.inspection().project(), subject.file(), name);
        CommandArguments commands = CommandArguments.of(subject.inspection().project(), subject.file(), name);
        List<ProjectPath> callers = Stream.of(
                        compose.files(),
                        commands.files(),
                        BuildCallers.of(subject.inspection().project(), name))
                .flatMap(Collection::stream)
                .filter(path -> !compose.changes(path) && !commands.settles(path))
                .distinct()
                .sorted()
                .toList();
        List<String> assumptions = new ArrayList<>();
        assumptions.add("Only the RUN instructions that name " + name + " need it.");
        if (!uses.programs().isEmpty()) {
            assumptions.add("Nothing that is given " + name + " leaves it in the image: "
                    + String.join(", ", uses.programs()) + ".");
        }
        List<String> notes = new ArrayList<>();
        notes.add(SecretMounts.command(SecretMounts.option(name)));
        compose.changes()
                .forEach(change -> notes.add(change.path() + " passes it as a build secret from the variable "
                        + String.join(", ", compose.variables()) + "."));
        commands.changes().forEach(change -> notes.add(change.path() + " passes it with --secret."));
        if (!callers.isEmpty()) {
            boolean one = callers.size() == 1;
            // It is what keeps the fix from being written, so that it is told before somebody asks for it, too.
            assumptions.add(callers.stream().map(ProjectPath::toString).collect(Collectors.joining(", "))
                    + (one ? " passes " : " pass ") + name + " as a build argument, and "
                    + (one ? "is" : "are") + " changed by hand as well.");
        }
        boolean silent = optional.isPresent() || hasDefault(declarations);
        List<ProjectPath> without = silent
                ? List.of()
                : Stream.concat(compose.without().stream(), commands.without().stream())
                        .filter(path -> !callers.contains(path))
                        .distinct()
                        .sorted()
                        .toList();
        if (!without.isEmpty()) {
            assumptions.add(without.stream().map(ProjectPath::toString).collect(Collectors.joining(", "))
                    + (without.size() == 1 ? " builds" : " build") + " it without " + name
                    + " today, and without the secret that fails: change it by hand as well.");
        }
        BuildCallers.documents(subject.inspection().project(), name).stream()
                .filter(path -> !commands.settles(path))
                .forEach(path -> notes.add(path + " tells people to pass it as a build argument; change it as well."));
        optional.ifPresent(line -> notes.add("Who builds without the secret gets the build that the RUN in line " + line
                + " has for that case, and so does who passes it as a build argument from now on."));
        declarations.forEach(each -> PairRemoval.orphan(
                        subject.editor(), each.instruction(), each.instruction().pairs(), each.pair())
                .ifPresent(notes::add));
        if (declarations.stream().anyMatch(each -> each.kind().isLeaked())) {
            notes.add("The default of " + name + " was readable for everybody who has the file: rotate it.");
        }
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Edits(subject.file().path(), edits));
        changes.addAll(compose.changes());
        changes.addAll(commands.changes());
        // A build that worked without any option, or that another file of the project starts, would break.
        Safety safety = silent || !callers.isEmpty() || !without.isEmpty() ? Safety.SUGGEST : Safety.REVIEW;
        return new Rewrite("mount " + name + " as a secret", safety, changes, assumptions, notes);
    }
}
