package dev.drydock.container;

import dev.drydock.knowledge.Tmpfs;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Set;

/** A command that is executed in a container which runs already, and whether it changes files of the image. */
public final class ExecutedCommand {
    /** Clients and programs that only look. */
    private static final Set<String> LOOKING = Set.of(
            "psql",
            "pg_isready",
            "createdb",
            "dropdb",
            "createuser",
            "pg_restore",
            "vacuumdb",
            "reindexdb",
            "mysql",
            "mariadb",
            "mysqladmin",
            "mariadb-admin",
            "mongosh",
            "mongo",
            "redis-cli",
            "valkey-cli",
            "rabbitmqctl",
            "rabbitmq-diagnostics",
            "nginx",
            "caddy",
            "apachectl",
            "httpd",
            "cat",
            "ls",
            "ps",
            "env",
            "printenv",
            "echo",
            "printf",
            "id",
            "whoami",
            "hostname",
            "uptime",
            "top",
            "df",
            "du",
            "stat",
            "test",
            "grep",
            "tail",
            "head",
            "wc",
            "sort",
            "date",
            "nc",
            "ping",
            "kill",
            "sleep",
            "true",
            "false",
            "healthcheck.sh",
            "influx",
            "consul",
            "vault",
            "nats",
            "mc",
            "kafka-topics",
            "kafka-console-consumer",
            "kafka-console-producer",
            "cypher-shell",
            "cqlsh",
            "nodetool",
            "etcdctl",
            "clickhouse-client",
            "promtool",
            "amtool",
            "varnishadm",
            "varnishstat",
            "haproxy",
            "memcached-tool",
            "sqlite");

    /** Programs that write a copy of their data: to standard output, or to a file that an option names. */
    private static final Set<String> DUMPING = Set.of(
            "pg_dump",
            "pg_dumpall",
            "pg_basebackup",
            "mysqldump",
            "mariadb-dump",
            "mongodump",
            "mongoexport",
            "xtrabackup",
            "mariabackup",
            "rdb",
            "tar",
            "influxd");

    /** Programs that change files: those that their operands name, or those of the system. */
    private static final Set<String> CHANGING_OPERANDS = Set.of(
            "mkdir", "touch", "rm", "cp", "mv", "ln", "tee", "chmod", "chown", "chgrp", "install", "rmdir", "truncate");

    private static final Set<String> INSTALLING = Set.of(
            "apt-get",
            "apt",
            "apk",
            "dnf",
            "yum",
            "microdnf",
            "zypper",
            "pip",
            "npm",
            "npx",
            "yarn",
            "pnpm",
            "bun",
            "composer",
            "gem",
            "bundle",
            "cargo",
            "go",
            "poetry",
            "uv",
            "update-ca-certificates",
            "a2enmod",
            "a2ensite",
            "useradd",
            "adduser",
            "usermod",
            "docker-php-ext-install",
            "docker-php-ext-enable",
            "pecl",
            "git",
            "vi",
            "vim",
            "nano",
            "dpkg",
            "rpm",
            "unzip",
            "gunzip",
            "occ");

    private static final Set<String> OTHER_USER = Set.of("gosu", "su-exec", "su");

    private static final Set<String> LOADING = Set.of("curl", "wget");

    /** What becomes of the files of the image. */
    public enum Effect {
        /** They stay as they are. */
        NONE,
        UNKNOWN,
        /** Something is written to the working directory, which usually is one of the image. */
        LIKELY,
        /** They are changed, which fails where the root is read-only. */
        CHANGES
    }

    private final List<Mount> mounts;
    private final List<Tmpfs> folders;

    /**
     * A judge for one container.
     *
     * @param folders what is a tmpfs there
     */
    public ExecutedCommand(List<Mount> mounts, List<Tmpfs> folders) {
        this.mounts = List.copyOf(mounts);
        this.folders = List.copyOf(folders);
    }

    /** Returns what the words of a command do. */
    public Effect effect(List<ShellWord> words) {
        return effectOf(
                words.stream().map(WrittenValue::of).map(WrittenValue::text).toList());
    }

    /** Returns what a command of plain words does. */
    Effect effectOf(List<String> words) {
        return words.isEmpty() ? Effect.UNKNOWN : of(words.get(0), words.subList(1, words.size()));
    }

    /** Returns whether a program installs something, or changes what the system consists of. */
    static boolean installs(String name) {
        return INSTALLING.contains(name);
    }

    /** A shell in which a person types is not judged; a file that it reads is not there to be read. */
    private Effect ofShell(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.startsWith("-") && word.endsWith("c") && i + 1 < arguments.size()) {
                return ofScript(arguments.get(i + 1));
            }
            if (!word.startsWith("-")) {
                return Effect.UNKNOWN;
            }
        }
        return Effect.NONE;
    }

    /** {@code gosu postgres psql}, {@code su postgres -c psql}; without a command it is a shell for a person. */
    private Effect ofOtherUser(String program, List<String> arguments) {
        if (!program.equals("su")) {
            return arguments.size() < 2 ? Effect.NONE : effectOf(arguments.subList(1, arguments.size()));
        }
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("-c") || arguments.get(i).equals("--command")) {
                return ofScript(arguments.get(i + 1));
            }
        }
        return Effect.NONE;
    }

    private Effect ofScript(String text) {
        ShellScript script = StartCommand.script(SourceText.of(text));
        if (script.isOpaque()) {
            return Effect.UNKNOWN;
        }
        return script.simpleCommands().map(this::of).reduce(Effect.NONE, ExecutedCommand::worse);
    }

    private static Effect worse(Effect one, Effect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Effect of(SimpleCommand command) {
        Effect redirected = command.redirects().stream()
                .filter(redirect -> redirect.operator().contains(">")
                        && !redirect.operator().endsWith("&"))
                .map(redirect -> ofOutput(WrittenValue.of(redirect.target()).text()))
                .reduce(Effect.NONE, ExecutedCommand::worse);
        return worse(redirected, ofWords(command));
    }

    private Effect ofWords(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        if (command.words().isEmpty()) {
            return Effect.NONE;
        }
        return invocation.program().isEmpty()
                ? Effect.UNKNOWN
                : of(
                        invocation.program().get(),
                        invocation.arguments().stream()
                                .map(WrittenValue::of)
                                .map(WrittenValue::text)
                                .toList());
    }

    private Effect of(String program, List<String> arguments) {
        String name = RootPrograms.name(program);
        if (StartCommand.isShell(name)) {
            return ofShell(arguments);
        }
        if (OTHER_USER.contains(name)) {
            return ofOtherUser(name, arguments);
        }
        if (installs(name)) {
            return Effect.CHANGES;
        }
        if (LOADING.contains(name)) {
            return ofLoading(name, arguments);
        }
        boolean inPlace = name.equals("sed") && arguments.stream().anyMatch(word -> word.startsWith("-i"));
        if (CHANGING_OPERANDS.contains(name) || DUMPING.contains(name) || inPlace) {
            boolean image = arguments.stream()
                    .map(word -> word.startsWith("-") ? word.substring(word.indexOf('=') + 1) : word)
                    .anyMatch(word -> word.startsWith("/") && isOfImage(word));
            return image ? Effect.CHANGES : CHANGING_OPERANDS.contains(name) ? Effect.UNKNOWN : Effect.NONE;
        }
        return LOOKING.contains(name) || name.equals("sed") ? Effect.NONE : Effect.UNKNOWN;
    }

    /** A path that is relative to the working directory may be anywhere. */
    private Effect ofOutput(String path) {
        return isOfImage(path) ? Effect.CHANGES : path.startsWith("/") ? Effect.NONE : Effect.LIKELY;
    }

    /** Returns whether curl or wget keep nothing in a file. */
    static boolean printsOnly(String program, List<String> arguments) {
        return new ExecutedCommand(List.of(), List.of()).ofLoading(program, arguments) == Effect.NONE;
    }

    /** curl prints what it gets; wget keeps it in the working directory, unless it only asks or is told another place. */
    private Effect ofLoading(String program, List<String> arguments) {
        boolean wget = program.equals("wget");
        Effect effect = wget ? Effect.LIKELY : Effect.NONE;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean letters = word.startsWith("-") && !word.startsWith("--");
            int letter = word.indexOf(wget ? 'O' : 'o');
            if (wget && (word.equals("--spider") || word.equals("--help") || word.equals("--version"))) {
                return Effect.NONE;
            } else if (!wget && (word.equals("--remote-name") || (letters && word.indexOf('O') > 0))) {
                return Effect.LIKELY;
            } else if (word.startsWith("--output")) {
                int equals = word.indexOf('=');
                effect = ofOutputOf(equals >= 0 ? word.substring(equals + 1) : next(arguments, i));
            } else if (letters && letter > 0) {
                effect = ofOutputOf(letter + 1 < word.length() ? word.substring(letter + 1) : next(arguments, i));
            }
        }
        return effect;
    }

    private static String next(List<String> words, int index) {
        return index + 1 < words.size() ? words.get(index + 1) : "";
    }

    private Effect ofOutputOf(String path) {
        return path.equals("-") ? Effect.NONE : ofOutput(path);
    }

    /** Returns whether a path lies in the image itself: no mount, no tmpfs, no device. */
    private boolean isOfImage(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        String place = ContainerPath.normalise(path);
        return !ContainerPath.isWithin(place, "/dev")
                && !ContainerPath.isWithin(place, "/proc")
                && mounts.stream().noneMatch(mount -> mount.covers(place))
                && folders.stream().noneMatch(folder -> ContainerPath.isWithin(place, folder.path()));
    }
}
