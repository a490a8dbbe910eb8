package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.BuildStage;
import dev.drydock.model.Frontend;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a variable with a secret out of the image; where a RUN needs it, it becomes a secret mount. */
public final class EnvSecretOut extends DockerfileTransform {
    /** One place that sets the variable. */
    private record Setting(BuildStage stage, EnvInstruction instruction, KeyValue pair, SecretKind kind) {}

    public EnvSecretOut() {
        super("env-secret-out");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        Secrets secrets = subject.inspection().facts().knowledge().secrets();
        Map<String, List<Setting>> settings = new LinkedHashMap<>();
        for (BuildStage stage : subject.build().stages()) {
            for (Instruction instruction : stage.stage().instructions()) {
                if (instruction instanceof EnvInstruction environment) {
                    for (KeyValue pair : environment.pairs()) {
                        judge(secrets, pair)
                                .ifPresent(kind -> settings.computeIfAbsent(pair.name(), name -> new ArrayList<>())
                                        .add(new Setting(stage, environment, pair, kind)));
                    }
                }
            }
        }
        settings.forEach((name, all) -> inspect(subject, name, all));
    }

    private static Optional<SecretKind> judge(Secrets secrets, KeyValue pair) {
        String value = pair.value()
                .map(word -> word.staticValue().orElse(word.value()))
                .orElse("");
        return secrets.judge(pair.name(), value).filter(kind -> kind.nature() != SecretKind.Nature.UNSET);
    }

    private static void inspect(Subject subject, String name, List<Setting> settings) {
        Setting first = settings.get(0);
        String message = message(name, first.kind());
        if (settings.stream().anyMatch(each -> each.kind().nature() == SecretKind.Nature.REFERENCE)) {
            subject.abstain(
                    first.pair().range(),
                    message,
                    "it is computed from another variable, and the container may need it");
            return;
        }
        VariableUses uses = VariableUses.of(subject.build(), name);
        Optional<String> obstacle = uses.obstacle();
        if (obstacle.isEmpty() && !uses.runs().isEmpty()) {
            obstacle = BuildTool.obstacle(subject.inspection().project());
        }
        if (obstacle.isEmpty() && !uses.runs().isEmpty()) {
            obstacle = Frontend.obstacle(subject.build().file(), Frontend.SECRETS_AS_VARIABLES);
        }
        if (obstacle.isEmpty() && uses.runs().isEmpty()) {
            obstacle = silentReader(subject, name, settings);
        }
        if (obstacle.isPresent()) {
            subject.abstain(first.pair().range(), message, obstacle.get());
            return;
        }
        DockerfileEditor editor = subject.editor();
        List<TextEdit> edits = new ArrayList<>(SecretMounts.asVariable(
                editor,
                uses.runs(),
                name,
                OptionalUse.line(subject.build(), uses.runs(), name).isEmpty()));
        for (Setting each : settings) {
            Optional<TextEdit> removal = PairRemoval.of(
                    editor, each.instruction(), each.instruction().pairs(), each.pair());
            if (removal.isEmpty()) {
                subject.abstain(first.pair().range(), message, "a comment stands between the variables of the ENV");
                return;
            }
            edits.add(removal.get());
        }
        if (!uses.runs().isEmpty()) {
            Frontend.directive(subject.build().file()).ifPresent(edits::add);
        }
        subject.repair(first.pair().range(), message, rewrite(subject, name, settings, uses, edits));
    }

    /** A RUN that reads the variable without naming it would not find it any more. */
    private static Optional<String> silentReader(Subject subject, String name, List<Setting> settings) {
        SilentReaders readers =
                new SilentReaders(subject.inspection().project(), subject.file(), subject.build(), name);
        return settings.stream()
                .flatMap(each -> readers.of(each.stage(), each.instruction()).stream())
                .findFirst();
    }

    private static String message(String name, SecretKind kind) {
        return switch (kind.nature()) {
            case WEAK -> "the variable " + name + " sets a password that everybody can guess";
            case REFERENCE -> "the variable " + name + " keeps a secret in the configuration of the image";
            default -> "the variable " + name + " keeps a secret in the image: it has leaked (" + kind.label() + ")";
        };
    }

    private static Rewrite rewrite(
            Subject subject, String name, List<Setting> settings, VariableUses uses, List<TextEdit> edits) {
        boolean reachesContainer =
                settings.stream().anyMatch(each -> each.stage().isPartOfImage());
        List<String> assumptions = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (!uses.runs().isEmpty()) {
            assumptions.add("Only the RUN instructions that name " + name + " need it while building.");
            notes.add(SecretMounts.command(SecretMounts.option(name)));
        }
        if (reachesContainer) {
            notes.add("If the container needs " + name
                    + ", pass it when it starts: docker run --env-file FILE, or a secret" + " of the compose file.");
        } else if (uses.runs().isEmpty()) {
            assumptions.add("Nothing in the build reads " + name + " from the environment.");
        }
        settings.forEach(each -> PairRemoval.orphan(
                        subject.editor(), each.instruction(), each.instruction().pairs(), each.pair())
                .ifPresent(notes::add));
        if (settings.stream().anyMatch(each -> each.kind().isLeaked())) {
            notes.add("The value of " + name + " was readable for everybody who has the file or the image: rotate it.");
        }
        return new Rewrite(
                uses.runs().isEmpty() ? "take " + name + " out of the image" : "mount " + name + " as a secret",
                Safety.SUGGEST,
                List.of(new FileChange.Edits(subject.file().path(), edits)),
                assumptions,
                notes);
    }
}
