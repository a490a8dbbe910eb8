package dev.drydock.transform.builtin.user;

import dev.drydock.compose.ComposeService;
import dev.drydock.container.RootPrograms;
import dev.drydock.knowledge.HomeWriters;
import dev.drydock.model.BuildStage;
import dev.drydock.project.BuildingServices;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.written.WrittenPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A start that builds once more what a RUN has built as root: {@code dotnet run}, {@code ./gradlew bootRun}. What was fetched lies in
 * the home of root, and what was made belongs to it.
 */
record Rebuilding(BuildStage stage, BuildingServices building, WrittenPaths written, HomeWriters known) {

    /** Returns what another user would not find, or empty. */
    Optional<String> reason() {
        return stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream()
                        .map(Invocation::of)
                        .flatMap(invocation -> invocation.program().stream())
                        .map(RootPrograms::name)
                        .filter(name -> starts(name).isPresent())
                        .map(name -> "line " + script.run().line() + " runs " + name + " as root, and "
                                + starts(name).orElseThrow() + " builds with it once more"))
                .findFirst();
    }

    /** Returns who starts the program in the container so that it builds. */
    private Optional<String> starts(String program) {
        List<String> start = new ArrayList<>(stage.startCommand().words());
        stage.startCommand()
                .scripts()
                .forEach(script -> script.simpleCommands()
                        .map(SimpleCommand::words)
                        .forEach(words -> words.forEach(word -> start.add(word.literalPrefix()))));
        if (rebuilds(start, program)) {
            return Optional.of("the start command");
        }
        return building.services().stream()
                .filter(service -> Stream.of(service.entrypoint(), service.command())
                        .flatMap(Optional::stream)
                        .anyMatch(command -> rebuilds(split(command.words()), program)))
                .map(ComposeService::name)
                .map(name -> "the service " + name)
                .findFirst()
                .or(() -> known.rebuilds(program, List.of()) ? written.starterOf(program) : Optional.empty());
    }

    private static List<String> split(List<String> words) {
        return words.stream()
                .flatMap(word -> Stream.of(word.strip().split(" ")))
                .toList();
    }

    private boolean rebuilds(List<String> words, String program) {
        return words.stream().map(RootPrograms::name).anyMatch(program::equals) && known.rebuilds(program, words);
    }
}
