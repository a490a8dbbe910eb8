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
import java.util.Optional;
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
            "curl",
            "nc",
            "ping",
            "kill",
            "sleep",
            "true",
            "false",
            "wget",
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
            "sh",
            "bash",
            "ash",
            "dash",
            "gosu",
            "su-exec",
            "su",
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

    /** What becomes of the files of the image. */
    public enum Effect {
        /** They stay as they are. */
        NONE,
        UNKNOWN,
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
        if (words.isEmpty()) {
            return Effect.UNKNOWN;
        }
        List<String> texts =
                words.stream().map(WrittenValue::of).map(WrittenValue::text).toList();
        Optional<String> script = script(texts);
        return script.isPresent() ? ofScript(script.get()) : of(texts.get(0), texts.subList(1, texts.size()));
    }

    private static Optional<String> script(List<String> words) {
        boolean shell = StartCommand.isShell(words.get(0));
        for (int i = 1; shell && i + 1 < words.size(); i++) {
            if (words.get(i).startsWith("-") && words.get(i).endsWith("c")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
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
        boolean redirected = command.redirects().stream()
                .filter(redirect -> redirect.operator().contains(">"))
                .map(redirect -> WrittenValue.of(redirect.target()).text())
                .anyMatch(this::isOfImage);
        if (redirected) {
            return Effect.CHANGES;
        }
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
        if (INSTALLING.contains(name)) {
            return Effect.CHANGES;
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
