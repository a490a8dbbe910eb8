package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.knowledge.PublicHosts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.QuotedScript;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Command;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.EnvironmentSetting;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes out options that fetch without verification, where the verification surely can be done; reports the others. */
public final class VerifyDownloads extends DockerfileTransform {
    private static final String ADVICE = "name the authority that signed the certificate or package instead";
    private static final String PIPED = "a downloaded script is piped into an interpreter";
    private static final String PIPED_ADVICE = "download it to a file, compare its checksum, and run it then";
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh");

    /** Variables that switch verification off, with the values that do, in lower case; an empty list means any value. */
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "NODE_TLS_REJECT_UNAUTHORIZED", List.of("0"),
            "PYTHONHTTPSVERIFY", List.of("0"),
            "GIT_SSL_NO_VERIFY", List.of("1", "true", "yes", "on"),
            "NPM_CONFIG_STRICT_SSL", List.of("false", "0"),
            "PIP_TRUSTED_HOST", List.of());

    public VerifyDownloads() {
        super("verify-downloads");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            stage.stage().instructions(EnvInstruction.class).forEach(env -> inspect(subject, env));
            stage.scripts().forEach(script -> inspect(subject, stage, script));
            for (QuotedScript quoted : QuotedScript.of(stage)) {
                subject.leaving(quoted.reason(), inside -> inspect(inside, stage, quoted.script()));
            }
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script) {
        script.commands().forEach(command -> inspect(subject, stage, script, command));
        script.script().descendants(Pipeline.class).forEach(pipe -> inspect(subject, script, pipe));
    }

    private static void inspect(Subject subject, EnvInstruction environment) {
        for (KeyValue pair : environment.pairs()) {
            Optional<String> value = pair.value().flatMap(Word::staticValue);
            if (switchesOff(pair.name(), value)) {
                subject.advise(pair.range(), message(pair.name()), ADVICE);
            }
        }
    }

    private static boolean switchesOff(String name, Optional<String> value) {
        List<String> values = VARIABLES.get(name.toUpperCase(Locale.ROOT));
        return values != null
                && value.filter(text -> values.isEmpty() || values.contains(text.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static String message(String variable) {
        return variable + " switches the verification of certificates off";
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, SimpleCommand command) {
        for (EnvironmentSetting setting : Invocation.of(command).environment()) {
            if (switchesOff(setting.name(), setting.value())) {
                subject.advise(script.toFile(command.range()), message(setting.name()), ADVICE);
            }
        }
        LaxOption.unfixable(command)
                .ifPresent(found -> subject.advise(script.toFile(found.word().range()), found.message(), ADVICE));
        for (LaxOption option : LaxOption.of(command)) {
            TextRange place = script.toFile(option.word().range());
            Optional<String> obstacle = obstacle(option).or(() -> Certificates.obstacle(stage, script, command));
            if (obstacle.isPresent()) {
                subject.abstain(place, option.message(), obstacle.get());
            } else {
                subject.repair(place, option.message(), repair(subject, script, option));
            }
        }
    }

    private static Optional<String> obstacle(LaxOption option) {
        List<Optional<WebAddress>> addresses =
                option.addresses().stream().map(WebAddress::parse).toList();
        boolean plausible = !addresses.isEmpty()
                && addresses.stream()
                        .allMatch(address ->
                                address.filter(WebAddress::isPublicHttps).isPresent());
        if (!plausible) {
            return Optional.of("cannot tell whether it fetches from a public host over https");
        }
        boolean plain =
                option.word().staticValue().isPresent() || !option.replacement().isEmpty();
        return plain ? Optional.empty() : Optional.of("the option is known only in the build");
    }

    private static Rewrite repair(Subject subject, RunScript script, LaxOption option) {
        ShellEditor editor = subject.editor(script);
        List<TextEdit> edits = new ArrayList<>();
        edits.add(
                option.replacement().isEmpty()
                        ? editor.delete(option.word())
                        : editor.replace(option.word(), option.replacement()));
        option.value().map(editor::delete).ifPresent(edits::add);
        List<String> hosts = option.addresses().stream()
                .map(address -> WebAddress.parse(address).orElseThrow().host())
                .distinct()
                .toList();
        PublicHosts known = subject.inspection().facts().knowledge().publicHosts();
        // A company has names below its public ones for hosts whose certificates only its own authority signs.
        Safety safety = hosts.stream().allMatch(known::contains) ? Safety.REVIEW : Safety.SUGGEST;
        return Rewrite.of(title(option), safety, subject.file().path(), edits)
                .withAssumptions(List.of("The certificate of " + String.join(", ", hosts) + " is valid."));
    }

    private static String title(LaxOption option) {
        return option.replacement().startsWith("https://") ? "use https" : "drop the option";
    }

    private static void inspect(Subject subject, RunScript script, Pipeline pipe) {
        List<Command> commands = pipe.commands();
        boolean fetches = runs(commands.get(0), Set.of("curl", "wget"));
        for (Command command : commands.subList(1, commands.size())) {
            if (fetches && runs(command, SHELLS)) {
                subject.advise(script.toFile(pipe.range()), PIPED, PIPED_ADVICE);
                return;
            }
        }
    }

    private static boolean runs(Command command, Set<String> programs) {
        return command instanceof SimpleCommand simple
                && Invocation.of(simple).program().filter(programs::contains).isPresent();
    }
}
