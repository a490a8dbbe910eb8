package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A VOLUME that stands above instructions that shape files, with the folders in it that change hands. The classic builder and
 * Podman throw away what changes in them below it, so that they have to be handed over above.
 */
record DeclaredVolume(VolumeInstruction instruction, List<String> folders) {

    /**
     * Returns those of a stage.
     *
     * @param last the index of the last instruction that shapes files
     * @param first the index in the history of the stage from which on the account exists
     * @param folders what changes hands
     */
    static List<DeclaredVolume> of(BuildStage stage, int last, int first, List<String> folders) {
        List<Instruction> own = stage.stage().instructions();
        List<Instruction> history = stage.history();
        List<String> open = new ArrayList<>(folders);
        List<DeclaredVolume> found = new ArrayList<>();
        for (Instruction each : own.subList(0, last)) {
            if (each instanceof VolumeInstruction volume && history.indexOf(each) >= first) {
                List<String> covered = open.stream()
                        .filter(owned -> volume.paths().stream()
                                .flatMap(path -> expanded(stage, path, volume).stream())
                                .anyMatch(declared -> ContainerPath.isWithin(owned, declared)))
                        .toList();
                if (!covered.isEmpty()) {
                    open.removeAll(covered);
                    found.add(new DeclaredVolume(volume, covered));
                }
            }
        }
        return found;
    }

    private static Optional<String> expanded(BuildStage stage, Argument path, VolumeInstruction volume) {
        return stage.expand(path, volume).map(ContainerPath::normalise);
    }
}
