package dev.drydock.container;

import dev.drydock.knowledge.Account;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Useradd;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The home of the account that a container of an own image runs as, if the account can write there.
 *
 * @param path absolute
 * @param options what a tmpfs below it needs to belong to the account; empty if the number is not known
 */
record Home(String path, String options) {
    /** Accounts of distributions whose home is not theirs, or not there. */
    private static final Set<String> WITHOUT =
            Set.of("nobody", "daemon", "bin", "sys", "www-data", "mail", "news", "games", "guest", "sshd", "ftp");

    /** Returns the home of a user that is not root; empty if it has none that it can write to. */
    static Optional<Home> of(Container container, BuildStage stage, String user) {
        return of(Optional.ofNullable(container.variables().get("HOME")), stage, user);
    }

    /** Returns the same for a container that sets the variable HOME, or does not. */
    static Optional<Home> of(Optional<String> set, BuildStage stage, String user) {
        String name = UserName.user(user);
        Optional<String> variable = set.filter(value -> !value.isEmpty()).or(() -> stage.environment("HOME"));
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Optional<Created> created = Created.of(Invocation.of(command), stage);
                if (created.isPresent() && created.get().is(name)) {
                    return created.get().home(variable);
                }
            }
        }
        if (variable.isPresent()) {
            return Optional.of(new Home(variable.get(), ""));
        }
        if (WITHOUT.contains(name)) {
            return Optional.empty();
        }
        Optional<ImageFacts> facts = stage.facts();
        if (!UserName.isNumeric(name)) {
            Optional<Account> account = facts.flatMap(known -> known.account(name));
            return Optional.of(new Home("/home/" + name, options(account)));
        }
        return facts.stream()
                .flatMap(known -> known.users().entrySet().stream())
                .filter(entry -> entry.getValue().uid().orElse(-1) == Integer.parseInt(name))
                .filter(entry -> !WITHOUT.contains(entry.getKey()))
                .map(entry -> new Home("/home/" + entry.getKey(), options(Optional.of(entry.getValue()))))
                .findFirst();
    }

    /** Returns the home that an account of the file is told to have, and that nothing makes. */
    static Optional<String> unmade(BuildStage stage, String user) {
        return stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream())
                // The adduser of Debian gives system accounts a home that is not there, and cannot be made.
                .filter(command -> Useradd.from(command)
                        .filter(add -> add.program().equals("adduser")
                                && add.isSystem()
                                && !add.isBusybox()
                                && add.home().isEmpty())
                        .isEmpty())
                .flatMap(command -> Created.of(Invocation.of(command), stage).stream())
                .filter(created -> created.is(UserName.user(user)))
                .findFirst()
                .filter(created -> !created.hasHome())
                .map(created -> created.folder().orElse("/home/" + created.name()))
                .filter(path -> path.startsWith("/home/") || path.startsWith("/opt/") || path.startsWith("/srv/"));
    }

    private static String options(Optional<Account> account) {
        return account.flatMap(Account::numeric)
                .map(ids -> "uid=" + ids.substring(0, ids.indexOf(':')) + ",gid=" + ids.substring(ids.indexOf(':') + 1))
                .orElse("");
    }

    /** Returns a tmpfs for a folder of the home. */
    Tmpfs folder(Tmpfs relative) {
        String both = Stream.of(relative.options(), options)
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "," + other)
                .orElse("");
        return new Tmpfs(path + "/" + relative.path(), both);
    }

    /** An account that a RUN creates. */
    private record Created(String name, Optional<String> number, boolean hasHome, Optional<String> folder) {
        static Optional<Created> of(Invocation invocation, BuildStage stage) {
            String program = invocation.program().map(RootPrograms::name).orElse("");
            if (!program.equals("useradd") && !program.equals("adduser")) {
                return Optional.empty();
            }
            List<String> words = invocation.arguments().stream()
                    .map(ShellWord::literalPrefix)
                    .toList();
            boolean useradd = program.equals("useradd");
            boolean made = !useradd || isRedHat(stage);
            Optional<String> number = Optional.empty();
            Optional<String> folder = Optional.empty();
            String name = "";
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                String next = i + 1 < words.size() ? words.get(i + 1) : "";
                String joined = word.substring(word.indexOf('=') + 1);
                boolean letters = word.startsWith("-") && !word.startsWith("--");
                made |= useradd && (word.equals("--create-home") || (letters && word.indexOf('m') > 0));
                made &= !(word.equals("--no-create-home")
                        || (letters && word.indexOf(useradd ? 'M' : 'H') > 0)
                        || (useradd && isRedHat(stage) && (word.equals("--system") || word.equals("-r"))));
                if (word.equals("-u") || word.equals("--uid") || (letters && word.endsWith("u"))) {
                    number = Optional.of(next);
                } else if (word.startsWith("--uid=")) {
                    number = Optional.of(joined);
                } else if (Set.of("-d", "--home-dir", "--home", "-h").contains(word)) {
                    folder = Optional.of(next);
                } else if (word.startsWith("--home-dir=") || word.startsWith("--home=")) {
                    folder = Optional.of(joined);
                }
                name = word.startsWith("-") ? name : word;
            }
            boolean real = folder.filter(path -> path.startsWith("/nonexistent") || path.equals("/dev/null"))
                    .isEmpty();
            return Optional.of(new Created(name, number, made && real, folder));
        }

        private static boolean isRedHat(BuildStage stage) {
            return stage.facts()
                    .flatMap(ImageFacts::packageManager)
                    .filter(Set.of("dnf", "yum", "microdnf")::contains)
                    .isPresent();
        }

        boolean is(String user) {
            return name.equals(user) || number.filter(user::equals).isPresent();
        }

        Optional<Home> home(Optional<String> variable) {
            String path = variable.or(() -> folder).orElse("/home/" + name);
            Optional<String> uid = number.filter(UserName::isNumeric);
            return hasHome || variable.isPresent()
                    ? Optional.of(new Home(path, uid.map(id -> "uid=" + id).orElse("")))
                    : Optional.empty();
        }
    }
}
