package dev.drydock.engine;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Setting;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.CommandPassword;
import dev.drydock.model.StartCommand;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords that stand in commands of a file, wherever a file has commands: {@code curl -u me:secret}. */
final class WrittenPasswords {
    /** How deep commands within words of commands are read. */
    private static final int NESTED = 2;

    private final Project project;
    private final Knowledge knowledge;
    private final Secrets secrets;
    private final PasswordWords words;

    WrittenPasswords(Project project, Knowledge knowledge) {
        this.project = project;
        this.knowledge = knowledge;
        this.secrets = knowledge.secrets();
        this.words = new PasswordWords(secrets);
    }

    /** Returns the values, for masking only. */
    List<String> in(ProjectFile file) {
        Set<String> found = new LinkedHashSet<>();
        scripts(file).forEach(script -> passwords(script, NESTED, found));
        if (file.kind() == FileKind.COMPOSE) {
            project.compose(file).services().forEach(service -> {
                values(service, found);
                accounts(service, found);
            });
        }
        return List.copyOf(found);
    }

    private void passwords(ShellScript script, int depth, Set<String> found) {
        CommandPassword.in(script, secrets).forEach(password -> found.add(password.value()));
        for (SimpleCommand command : script.simpleCommands().toList()) {
            List<String> values = command.words().stream()
                    .map(word -> word.staticValue().orElse(""))
                    .toList();
            found.addAll(words.in(values));
            if (depth > 0) {
                // A word may be a command of its own: sh -c, --health-cmd.
                values.stream()
                        .filter(value -> value.indexOf(' ') > 0)
                        .forEach(value -> passwords(script(value), depth - 1, found));
            }
        }
    }

    /** What such an image is told is no command of a program. */
    private void accounts(ComposeService service, Set<String> found) {
        Optional<String> image = service.image().flatMap(Setting::text).filter(secrets::takesAccounts);
        if (image.isPresent() && service.command().isPresent()) {
            List<String> all = new ArrayList<>(List.of(image.get()));
            service.command().get().words().forEach(word -> all.addAll(List.of(word.split(" "))));
            found.addAll(words.in(all));
        }
    }

    /** Values over several lines, which have no name in front of them, and commands in values. */
    private void values(ComposeService service, Set<String> found) {
        for (KeyValue pair : service.environment()) {
            pair.value()
                    .filter(value -> value.indexOf(' ') > 0)
                    .ifPresent(value -> passwords(script(value), NESTED, found));
            pair.value()
                    .filter(value -> secrets.judge(pair.key(), value.strip())
                            .filter(SecretKind::isLeaked)
                            .isPresent())
                    .ifPresent(value -> value.lines().map(String::strip).forEach(found::add));
        }
    }

    private List<ShellScript> scripts(ProjectFile file) {
        List<ShellScript> scripts = new ArrayList<>();
        if (file.kind() == FileKind.DOCKERFILE && file.dockerfile().isSound()) {
            file.build(knowledge.images()).stages().stream()
                    .flatMap(stage -> stage.scripts().stream())
                    .forEach(script -> scripts.add(script.script()));
            file.dockerfile().instructions().forEach(instruction -> started(instruction, scripts));
        } else if (file.kind() == FileKind.COMPOSE) {
            project.compose(file).services().forEach(service -> started(service, scripts));
        } else if (file.kind().holdsCommands()) {
            file.fragments().forEach(fragment -> scripts.add(fragment.script()));
        }
        return scripts;
    }

    private static void started(Instruction instruction, List<ShellScript> scripts) {
        if (instruction instanceof CommandForm form) {
            form.shell().ifPresent(text -> scripts.add(script(text.value())));
            form.exec().ifPresent(array -> words(array.values(), scripts));
        } else if (instruction instanceof EnvInstruction env) {
            env.pairs().stream()
                    .flatMap(pair -> pair.value().stream())
                    .map(word -> word.staticValue().orElse(word.value()))
                    .filter(text -> text.indexOf(' ') > 0)
                    .forEach(text -> scripts.add(script(text)));
        }
    }

    private static void started(ComposeService service, List<ShellScript> scripts) {
        Stream.of(service.command(), service.entrypoint(), service.healthTest())
                .forEach(found -> found.ifPresent(value -> {
                    if (value.isList()) {
                        words(value.words(), scripts);
                    } else {
                        scripts.add(script(String.join(" ", value.words())));
                    }
                }));
    }

    /** A word may be a script of its own, behind {@code sh -c} or {@code CMD-SHELL}; as one it does no harm. */
    private static void words(List<String> words, List<ShellScript> scripts) {
        boolean test = !words.isEmpty() && words.get(0).startsWith("CMD");
        scripts.add(script(words.stream()
                .skip(test ? 1 : 0)
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "))));
        words.stream().filter(word -> word.indexOf(' ') > 0).forEach(word -> scripts.add(script(word)));
    }

    private static ShellScript script(String text) {
        return StartCommand.script(SourceText.of(text));
    }
}
