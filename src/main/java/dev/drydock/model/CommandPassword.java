package dev.drydock.model;

import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A password or token that a command is given as text.
 *
 * @param command the command
 * @param place the word or assignment that holds it
 * @param value the secret itself: for masking, never for printing
 * @param receiver the program that gets it, or the variable that is set to it
 * @param assigned whether a variable is set to it
 */
public record CommandPassword(SimpleCommand command, ShellNode place, String value, String receiver, boolean assigned) {

    /** Options that are followed by a password, by program; those that end in = carry it in the same word. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "docker", List.of("-p", "--password", "--password="),
            "podman", List.of("-p", "--password", "--password="),
            "helm", List.of("--password", "--password="),
            "sshpass", List.of("-p"),
            "wget", List.of("--password", "--password=", "--http-password", "--http-password=", "--ftp-password="),
            "mysql", List.of("--password="),
            "mysqladmin", List.of("--password="),
            "az", List.of("-p", "--password"),
            "svn", List.of("--password", "--password="),
            "keytool", List.of("-storepass", "-keypass"));

    private static final Set<String> LOGIN_ONLY = Set.of("docker", "podman", "az", "helm");

    /** Programs whose option and password are one word: {@code mysql -psecret}. */
    private static final Map<String, String> GLUED =
            Map.of("mysql", "-p", "mysqladmin", "-p", "mysqldump", "-p", "sshpass", "-p");

    /** Returns the secrets in the commands of a script, in order. */
    public static List<CommandPassword> in(ShellScript script, Secrets secrets) {
        List<CommandPassword> found = new ArrayList<>();
        script.simpleCommands().forEach(command -> {
            for (Assignment assignment : command.assignments()) {
                assignment
                        .staticValue()
                        .filter(value -> secrets.judge(assignment.name(), value)
                                .filter(SecretKind::isLeaked)
                                .isPresent())
                        .ifPresent(value ->
                                found.add(new CommandPassword(command, assignment, value, assignment.name(), true)));
            }
            Invocation invocation = Invocation.of(command);
            invocation
                    .program()
                    .ifPresent(program -> argument(secrets, program, invocation).ifPresent(found::add));
        });
        return List.copyOf(found);
    }

    private static Optional<CommandPassword> argument(Secrets secrets, String program, Invocation invocation) {
        if (program.equals("curl")) {
            return login(secrets, program, invocation);
        }
        if (program.equals("echo") || program.equals("printf")) {
            return piped(secrets, invocation);
        }
        List<ShellWord> words = invocation.arguments();
        if (LOGIN_ONLY.contains(program) && words.stream().noneMatch(word -> word.is("login"))) {
            return Optional.empty();
        }
        List<String> options = OPTIONS.getOrDefault(program, List.of());
        String glued = GLUED.getOrDefault(program, "\n");
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).staticValue().orElse("");
            if (text.startsWith(glued) && isPassword(secrets, text.substring(glued.length()))) {
                return found(invocation, program, words.get(i), text.substring(glued.length()));
            }
            for (String option : options) {
                boolean joined = option.endsWith("=") && text.startsWith(option);
                boolean next = text.equals(option) && i + 1 < words.size();
                ShellWord word = words.get(next ? i + 1 : i);
                String value = joined
                        ? text.substring(option.length())
                        : word.staticValue().orElse("");
                if ((joined || next) && isPassword(secrets, value)) {
                    return found(invocation, program, word, value);
                }
            }
        }
        return Optional.empty();
    }

    /** {@code curl -u user:password}, in one word or in two. */
    private static Optional<CommandPassword> login(Secrets secrets, String program, Invocation invocation) {
        List<ShellWord> words = invocation.arguments();
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).staticValue().orElse("");
            boolean next = (text.equals("-u") || text.equals("--user")) && i + 1 < words.size();
            String value = next
                    ? words.get(i + 1).staticValue().orElse("")
                    : text.startsWith("-u") ? text.substring(2) : text.startsWith("--user=") ? text.substring(7) : "";
            int colon = value.indexOf(':');
            if (colon > 0 && isPassword(secrets, value.substring(colon + 1))) {
                return found(invocation, program, words.get(next ? i + 1 : i), value.substring(colon + 1));
            }
        }
        return Optional.empty();
    }

    /** {@code echo root:password | chpasswd}, {@code echo password | passwd --stdin root}. */
    private static Optional<CommandPassword> piped(Secrets secrets, Invocation invocation) {
        SimpleCommand command = invocation.command();
        Optional<String> reader = command.parent()
                .filter(Pipeline.class::isInstance)
                .map(Pipeline.class::cast)
                .filter(pipeline -> command.position() + 1 < pipeline.commands().size())
                .map(pipeline -> pipeline.commands().get(command.position() + 1))
                .filter(SimpleCommand.class::isInstance)
                .flatMap(next -> Invocation.of((SimpleCommand) next).program())
                .filter(program -> program.equals("chpasswd"));
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        for (ShellWord word : invocation.arguments()) {
            String text = word.staticValue().orElse("");
            int colon = text.indexOf(':');
            String value = colon < 0 ? "" : text.substring(colon + 1).replace("\\n", "");
            if (colon > 0 && isPassword(secrets, value)) {
                return found(invocation, reader.get(), word, value);
            }
        }
        return Optional.empty();
    }

    private static Optional<CommandPassword> found(
            Invocation invocation, String program, ShellWord word, String value) {
        return Optional.of(new CommandPassword(invocation.command(), word, value, program, false));
    }

    private static boolean isPassword(Secrets secrets, String value) {
        return !value.isEmpty()
                && secrets.judge("PASSWORD", value)
                        .filter(kind -> kind.isLeaked() || kind.nature() == SecretKind.Nature.WEAK)
                        .isPresent();
    }
}
