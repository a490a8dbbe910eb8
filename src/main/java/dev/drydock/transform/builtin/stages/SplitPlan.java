package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How one build becomes two stages.
 *
 * @param runtime the image of the second stage
 * @param artefacts what the second stage takes from the first
 * @param packages what the second stage installs besides what the file asks for
 * @param isComplete whether the files of the build show that the program needs no more than that
 * @param assumptions what a person should check
 * @param environment for languages that install into a folder of their own
 * @param repetition for applications that run on the image which builds them
 */
record SplitPlan(
        String runtime,
        List<Artefact> artefacts,
        List<String> packages,
        boolean isComplete,
        List<String> assumptions,
        Optional<Environment> environment,
        Optional<Repetition> repetition) {

    /**
     * A folder that packages are installed into, so that the runtime stage can take it as a whole.
     *
     * @param anchor the first RUN that installs
     * @param buildLines what stands before that RUN
     * @param runtimeLines what the runtime stage needs for the folder
     * @param application whether a COPY brings the application itself and not only what the build reads
     */
    record Environment(
            RunInstruction anchor,
            List<String> buildLines,
            List<String> runtimeLines,
            Predicate<FileTransfer> application) {
        Environment {
            buildLines = List.copyOf(buildLines);
            runtimeLines = List.copyOf(runtimeLines);
        }

        boolean keeps(FileTransfer transfer) {
            return application.test(transfer);
        }
    }

    /**
     * What prepares the image for the application, and has to be done in both stages.
     *
     * @param cut the last instruction that builds
     * @param instructions the RUN, COPY and ADD that the runtime stage repeats, with their text there
     */
    record Repetition(Instruction cut, Map<Instruction, String> instructions) {
        Repetition {
            instructions = Map.copyOf(instructions);
        }
    }

    SplitPlan {
        artefacts = List.copyOf(artefacts);
        packages = List.copyOf(packages);
        assumptions = List.copyOf(assumptions);
    }

    SplitPlan(
            String runtime,
            List<Artefact> artefacts,
            List<String> packages,
            boolean isComplete,
            List<String> assumptions) {
        this(runtime, artefacts, packages, isComplete, assumptions, Optional.empty());
    }

    SplitPlan(
            String runtime,
            List<Artefact> artefacts,
            List<String> packages,
            boolean isComplete,
            List<String> assumptions,
            Optional<Environment> environment) {
        this(runtime, artefacts, packages, isComplete, assumptions, environment, Optional.empty());
    }

    /** Returns a plan whose second stage repeats what the first one does, except for what makes the application. */
    static SplitPlan repeating(
            String runtime, Artefact artefact, boolean isComplete, List<String> assumptions, Repetition repetition) {
        return new SplitPlan(
                runtime,
                List.of(artefact),
                List.of(),
                isComplete,
                assumptions,
                Optional.empty(),
                Optional.of(repetition));
    }

    /** Returns the text of an instruction that the runtime stage repeats; empty if it does not. */
    Optional<String> repeated(Instruction instruction) {
        return repetition.map(own -> own.instructions().get(instruction));
    }
}
