package dev.drydock.transform.builtin.packages;

import dev.drydock.container.RootPrograms;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the program comes from that a container starts, and what it is for, as far as its name says so. */
final class ProgramOrigin {
    /** Programs in which people work: editors, notebooks, terminals, ssh. */
    private static final Set<String> WORKPLACES = Set.of(
            "code-server",
            "openvscode-server",
            "coder",
            "theia",
            "jupyter",
            "jupyter-lab",
            "jupyter-notebook",
            "jupyterhub",
            "rstudio-server",
            "rserver",
            "sshd",
            "ttyd",
            "gotty",
            "wetty",
            "tmux",
            "screen",
            "vncserver",
            "x11vnc",
            "start-notebook.sh",
            "start-notebook.py");

    /** Databases and search engines, whose own scripts copy, dump and look around with such tools. */
    private static final List<String> DATABASES = List.of(
            "mariadb",
            "mysql",
            "postgres",
            "mongo",
            "redis",
            "valkey",
            "solr",
            "elasticsearch",
            "opensearch",
            "cassandra",
            "couchdb",
            "influxd",
            "neo4j",
            "clickhouse",
            "zookeeper",
            "kafka",
            "rabbitmq",
            "garb",
            "garbd");

    private final BuildStage stage;

    ProgramOrigin(BuildStage stage) {
        this.stage = stage;
    }

    /** Returns why the image is one whose purpose needs such tools; empty if nothing says so. */
    Optional<String> purpose() {
        return programs()
                .map(ProgramOrigin::name)
                .flatMap(name -> WORKPLACES.contains(name)
                        ? Stream.of("the container starts " + name + "; people work in it")
                        : DATABASES.stream().anyMatch(name::startsWith)
                                ? Stream.of("the container starts " + name + ", whose own scripts may use it")
                                : Stream.empty())
                .findFirst();
    }

    /**
     * Returns whether the program is an interpreter for files of the build context, or one of these files. What a package
     * or a download brings may start any other program.
     */
    boolean isOfTheProject() {
        boolean copies = stage.history().stream()
                .anyMatch(instruction -> instruction instanceof FileTransfer && !isCopiedFromImage(instruction));
        return copies
                && !downloads()
                && programs().findFirst().filter(this::isKnown).isPresent();
    }

    private boolean isKnown(String program) {
        String name = name(program);
        boolean file = program.contains("/") && !program.startsWith("/usr/") && !program.startsWith("/bin/");
        return RootPrograms.isApplication(name) || file || isShellScript(name);
    }

    private static boolean isShellScript(String name) {
        return name.endsWith(".sh") || name.endsWith(".py") || name.endsWith(".js");
    }

    /** A stage is named by a plain word or a number; anything else is an image of somebody else. */
    private static boolean isCopiedFromImage(Instruction instruction) {
        return instruction instanceof CopyInstruction copy
                && copy.from()
                        .filter(from -> from.text().contains("/")
                                || from.text().contains(":")
                                || from.text().contains("."))
                        .isPresent();
    }

    private boolean downloads() {
        return stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream())
                .map(command -> Invocation.of(command).program().orElse(""))
                .anyMatch(program -> program.equals("curl") || program.equals("wget"));
    }

    /** Returns what starts, behind programs that only start another one. */
    private Stream<String> programs() {
        List<String> words = stage.startCommand().words();
        Stream<String> started = words.isEmpty()
                ? stage.startCommand().scripts().stream()
                        .flatMap(script -> script.simpleCommands())
                        .flatMap(ProgramOrigin::program)
                : words.stream().filter(word -> !word.startsWith("-"));
        return started.filter(word ->
                        !RootPrograms.isStarter(name(word)) && !name(word).equals("fixuid"))
                .limit(2);
    }

    private static Stream<String> program(SimpleCommand command) {
        return Invocation.of(command).program().stream();
    }

    private static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
