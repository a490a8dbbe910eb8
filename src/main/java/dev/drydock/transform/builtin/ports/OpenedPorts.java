package dev.drydock.transform.builtin.ports;

import dev.drydock.compose.PortMapping;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.model.BuildStage;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.Mentions;
import dev.drydock.written.WrittenPaths;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ports that the sources of an application open, where all of them could be read, and what else of the project names a port.
 *
 * @param ports which the sources open, at least one
 */
record OpenedPorts(Inspection inspection, ProjectFile file, BuildStage stage, Set<Integer> ports) {
    /** Programs that run what the sources say, and nothing else. */
    private static final Set<String> INTERPRETERS =
            Set.of("node", "python", "python3", "ruby", "deno", "bun", "tsx", "ts-node");

    OpenedPorts {
        ports = Set.copyOf(ports);
    }

    /** Returns the ports, or empty where sources are missing, cannot be followed, or leave it to something else. */
    static Optional<OpenedPorts> of(Inspection inspection, ProjectFile file, BuildStage stage) {
        if (!stage.isFinal() || stage.startCommand().isInherited()) {
            return Optional.empty();
        }
        WrittenPaths written = WrittenPaths.of(
                inspection.project(),
                file,
                stage,
                inspection.facts().knowledge().writers());
        return Optional.of(written)
                .filter(WrittenPaths::isSure)
                .flatMap(WrittenPaths::openedPorts)
                .filter(ports -> !ports.isEmpty())
                .map(ports -> new OpenedPorts(inspection, file, stage, ports));
    }

    /** Returns how sure it is that nothing else in the container opens a port. */
    Safety safety() {
        List<String> words = stage.startCommand().words();
        boolean plain = !words.isEmpty() && INTERPRETERS.contains(words.get(0));
        boolean language = stage.facts()
                .filter(facts -> facts.imageClass() == ImageClass.LANGUAGE)
                .isPresent();
        return plain && language ? Safety.REVIEW : Safety.SUGGEST;
    }

    /** Returns whether no source opens the port, and nothing else in the project speaks of it. */
    boolean lack(int port) {
        return !ports.contains(port) && !isSpokenOf(port);
    }

    private boolean isSpokenOf(int port) {
        Project project = inspection.project();
        String number = String.valueOf(port);
        boolean base = stage.facts()
                .filter(facts -> facts.ports().stream().anyMatch(each -> each.number() == port))
                .isPresent();
        boolean here = stage.history().stream()
                .filter(instruction -> !(instruction instanceof ExposeInstruction))
                .map((Instruction instruction) -> Mentions.speech(instruction))
                .anyMatch(text -> Mentions.word(text, number));
        boolean service = BuildingServices.of(project, file, stage.stage().name()).services().stream()
                .flatMap(each -> each.ports().stream())
                .map(PortMapping::targetPorts)
                .anyMatch(range -> range.isEmpty()
                        || (range.get().first() <= port && port <= range.get().last()));
        return base
                || here
                || service
                || new CodeMentions(project.workspace(), ContextSearch.root(project, file, List.of()))
                        .mayName(number, file.path());
    }
}
