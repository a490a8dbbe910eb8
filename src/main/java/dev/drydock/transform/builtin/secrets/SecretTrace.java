package dev.drydock.transform.builtin.secrets;

import dev.drydock.model.RunScript;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.transform.builtin.Mentions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a script leaves the value of a variable in the image: then a mount alone does not keep it out. */
final class SecretTrace {
    /** Programs that store what they are told, and the file that has to go for nothing to be left. */
    private static final Map<String, String> STORES = Map.ofEntries(
            Map.entry("git", ".git"),
            Map.entry("npm", ".npmrc"),
            Map.entry("yarn", ".npmrc"),
            Map.entry("pnpm", ".npmrc"),
            Map.entry("pip", "pip.conf"),
            Map.entry("pip3", "pip.conf"),
            Map.entry("docker", ".docker"),
            Map.entry("aws", ".aws"),
            Map.entry("composer", "auth.json"),
            Map.entry("poetry", "auth.toml"),
            Map.entry("bundle", ".bundle"),
            Map.entry("gem", ".gem"),
            Map.entry("dotnet", "NuGet.Config"),
            Map.entry("nuget", "NuGet.Config"));

    private static final Set<String> STORING_WORDS = Set.of(
            "clone",
            "config",
            "remote",
            "submodule",
            "set",
            "login",
            "adduser",
            "configure",
            "add",
            "update",
            "add-source",
            "update-source",
            "signin");

    /** Programs whose effect stays, whatever comes later. */
    private static final Set<String> WRITERS = Set.of(
            "tee",
            "sed",
            "useradd",
            "usermod",
            "chpasswd",
            "passwd",
            "htpasswd",
            "mysql",
            "mysqld",
            "psql",
            "mongo",
            "sqlite3",
            "keytool",
            "openssl",
            "envsubst",
            "crudini",
            "adduser",
            "debconf-set-selections",
            "htdigest",
            "ssh-keygen",
            "augtool",
            "xmlstarlet",
            "yq",
            "jq",
            "perl",
            "awk",
            "install",
            "sh",
            "bash",
            "eval",
            "source",
            ".",
            "su");

    private final RunScript run;
    private final Set<String> names = new HashSet<>();

    private SecretTrace(RunScript run, String name) {
        this.run = run;
        names.add(name);
    }

    /** Returns how the value is left behind, in a phrase, or empty if nothing in the script does so. */
    static Optional<String> of(RunScript run, String name) {
        if (run.script().isOpaque()) {
            return Optional.of("cannot be read");
        }
        return new SecretTrace(run, name).find();
    }

    private Optional<String> find() {
        for (SimpleCommand command : run.commands()) {
            if (!speaks(command)) {
                continue;
            }
            if (command.words().isEmpty()
                    || command.name()
                            .filter(Set.of("export", "readonly", "local")::contains)
                            .isPresent()) {
                // From here on the value has a second name.
                if (!renames(command)) {
                    return Optional.of("copies it into another variable");
                }
            }
            Optional<String> trace = redirected(command).or(() -> stored(command));
            if (trace.isPresent()) {
                return trace;
            }
        }
        return Optional.empty();
    }

    private boolean speaks(ShellNode node) {
        String text = node.text();
        return names.stream().anyMatch(name -> Mentions.word(text, name));
    }

    private boolean renames(SimpleCommand command) {
        for (Assignment assignment : command.assignments()) {
            if (assignment.value().filter(this::speaks).isPresent()) {
                names.add(assignment.name());
            }
        }
        return !command.assignments().isEmpty();
    }

    /** Looks at the whole pipeline: what one command prints, the last one may write. */
    private Optional<String> redirected(SimpleCommand command) {
        ShellNode scope = command;
        for (var node = command.parent(); node.isPresent(); node = node.get().parent()) {
            if (node.get() instanceof Pipeline pipeline) {
                scope = pipeline;
            }
        }
        List<Redirect> redirects = scope.descendants(Redirect.class).toList();
        for (Redirect redirect : redirects) {
            boolean writes =
                    redirect.operator().startsWith(">") || redirect.operator().startsWith("&>");
            String target = redirect.target().text();
            boolean harmless = target.equals("/dev/null") || redirect.operator().equals(">&");
            if (writes && !harmless && !isRemoved(redirect.target())) {
                return Optional.of("writes it to " + target);
            }
        }
        return scope == command
                ? Optional.empty()
                : scope.descendants(SimpleCommand.class)
                        .filter(other -> other != command)
                        .flatMap(other -> stored(other).stream())
                        .findFirst();
    }

    private boolean isRemoved(ShellWord file) {
        String name = file.text();
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        return run.commands().stream()
                .filter(command -> command.name().filter("rm"::equals).isPresent())
                .flatMap(command -> command.arguments().stream())
                .map(ShellNode::text)
                .anyMatch(word -> word.equals(name) || (!folder.isEmpty() && word.equals(folder)));
    }

    private Optional<String> stored(SimpleCommand command) {
        Optional<String> program = Invocation.of(command).program();
        if (program.isEmpty()) {
            return command.words().isEmpty() ? Optional.empty() : Optional.of("runs a command that is known only then");
        }
        String name = program.get();
        if (WRITERS.contains(name)) {
            return Optional.of("gives it to " + name + ", which may keep it");
        }
        boolean stores = STORES.containsKey(name)
                && command.arguments().stream()
                        .flatMap(word -> word.staticValue().stream())
                        .anyMatch(STORING_WORDS::contains);
        return stores && !removes(STORES.get(name)) ? Optional.of("lets " + name + " store it") : Optional.empty();
    }

    private boolean removes(String file) {
        return run.commands().stream()
                .filter(command -> command.name().filter("rm"::equals).isPresent())
                .flatMap(command -> command.arguments().stream())
                .map(ShellNode::text)
                .anyMatch(word -> word.contains(file));
    }
}
