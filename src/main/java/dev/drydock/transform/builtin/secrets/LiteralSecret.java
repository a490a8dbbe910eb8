package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.SecretMatch;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CommandPassword;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellNode;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds secrets that stand as text in commands and other instructions. Only a person can rotate them. */
public final class LiteralSecret extends DockerfileTransform {
    private static final String ADVICE =
            "rotate it, and hand it to the RUN with --mount=type=secret; deleting the line does not take it out of the history";

    public LiteralSecret() {
        super("literal-secret");
    }

    @Override
    protected void inspect(Subject subject) {
        Secrets secrets = subject.inspection().facts().knowledge().secrets();
        for (Instruction instruction : subject.build().file().instructions()) {
            boolean others = instruction instanceof ArgInstruction
                    || instruction instanceof EnvInstruction
                    || instruction instanceof FromInstruction;
            if (others) {
                continue;
            }
            Set<Integer> lines = new HashSet<>();
            for (SecretMatch match : secrets.find(instruction.text())) {
                int start = instruction.range().start() + match.start();
                if (lines.add(subject.file().source().line(start))) {
                    subject.advise(
                            new TextRange(start, instruction.range().start() + match.end()),
                            message(instruction, match.kind()),
                            ADVICE);
                }
            }
            if (instruction instanceof RunInstruction run) {
                subject.build()
                        .stageOf(run)
                        .flatMap(stage -> script(stage, run))
                        .ifPresent(script -> inspect(subject, secrets, script, lines));
            }
        }
    }

    private static Optional<RunScript> script(BuildStage stage, RunInstruction run) {
        return stage.script(run);
    }

    private static String message(Instruction instruction, SecretKind kind) {
        return switch (kind.nature()) {
            case PRIVATE_KEY -> instruction.name() + " holds a private key";
            case URL_PASSWORD -> instruction.name() + " holds an address with a password";
            default -> instruction.name() + " holds a token (" + kind.label() + ")";
        };
    }

    private static void inspect(Subject subject, Secrets secrets, RunScript script, Set<Integer> lines) {
        for (CommandPassword password : CommandPassword.in(script.script(), secrets)) {
            String message = password.assigned()
                    ? "RUN sets " + password.receiver() + " to a secret"
                    : "RUN hands " + password.receiver() + " a password "
                            + (password.receiver().equals("chpasswd")
                                    ? "that everybody can read"
                                    : "on its command line");
            report(subject, script, password.place(), message, lines);
        }
    }

    private static void report(Subject subject, RunScript script, ShellNode node, String message, Set<Integer> lines) {
        var range = script.toFile(node.range());
        if (lines.add(subject.file().source().line(range.start()))) {
            subject.advise(range, message, ADVICE);
        }
    }
}
