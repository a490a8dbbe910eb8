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
import dev.drydock.model.RunScript;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds secrets that stand as text in commands and other instructions. Only a person can rotate them. */
public final class LiteralSecret extends DockerfileTransform {
    private static final String ADVICE =
            "rotate it, and hand it to the RUN with --mount=type=secret; deleting the line does not take it out of the history";

    /** Options that are followed by a password, by program; those that end in = carry it in the same word. */
    private static final Map<String, List<String>> PASSWORD_OPTIONS = Map.of(
            "docker", List.of("-p", "--password", "--password="),
            "podman", List.of("-p", "--password", "--password="),
            "sshpass", List.of("-p"),
            "wget", List.of("--password", "--password=", "--http-password", "--http-password=", "--ftp-password="),
            "mysql", List.of("--password="),
            "mysqladmin", List.of("--password="),
            "az", List.of("-p", "--password"),
            "svn", List.of("--password"),
            "htpasswd", List.of());

    private static final Set<String> LOGIN_ONLY = Set.of("docker", "podman", "az");

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
        for (SimpleCommand command : script.commands()) {
            for (Assignment assignment : command.assignments()) {
                assignment
                        .staticValue()
                        .flatMap(value -> secrets.judge(assignment.name(), value))
                        .filter(SecretKind::isLeaked)
                        .ifPresent(kind -> report(
                                subject, script, assignment, "RUN sets " + assignment.name() + " to a secret", lines));
            }
            Invocation invocation = Invocation.of(command);
            invocation
                    .program()
                    .flatMap(program -> password(secrets, program, invocation))
                    .ifPresent(word -> report(
                            subject,
                            script,
                            word,
                            "RUN hands " + invocation.program().orElseThrow() + " a password on its command line",
                            lines));
        }
    }

    private static void report(Subject subject, RunScript script, ShellNode node, String message, Set<Integer> lines) {
        var range = script.toFile(node.range());
        if (lines.add(subject.file().source().line(range.start()))) {
            subject.advise(range, message, ADVICE);
        }
    }

    private static Optional<ShellWord> password(Secrets secrets, String program, Invocation invocation) {
        List<ShellWord> words = invocation.arguments();
        if (program.equals("curl")) {
            return login(secrets, words);
        }
        boolean login = words.stream().anyMatch(word -> word.is("login"));
        if (LOGIN_ONLY.contains(program) && !login) {
            return Optional.empty();
        }
        List<String> options = PASSWORD_OPTIONS.getOrDefault(program, List.of());
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).staticValue().orElse("");
            for (String option : options) {
                boolean joined = option.endsWith("=") && text.startsWith(option);
                boolean next = text.equals(option) && i + 1 < words.size();
                ShellWord word = words.get(next ? i + 1 : i);
                String value = joined
                        ? text.substring(option.length())
                        : word.staticValue().orElse("");
                if ((joined || next) && isPassword(secrets, value)) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    /** {@code curl -u user:password}, in one word or in two. */
    private static Optional<ShellWord> login(Secrets secrets, List<ShellWord> words) {
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).staticValue().orElse("");
            boolean next = (text.equals("-u") || text.equals("--user")) && i + 1 < words.size();
            String value = next
                    ? words.get(i + 1).staticValue().orElse("")
                    : text.startsWith("-u") ? text.substring(2) : text.startsWith("--user=") ? text.substring(7) : "";
            int colon = value.indexOf(':');
            if (colon > 0 && isPassword(secrets, value.substring(colon + 1))) {
                return Optional.of(words.get(next ? i + 1 : i));
            }
        }
        return Optional.empty();
    }

    private static boolean isPassword(Secrets secrets, String value) {
        return secrets.judge("PASSWORD", value)
                .filter(kind -> kind.isLeaked() || kind.nature() == SecretKind.Nature.WEAK)
                .isPresent();
    }
}
