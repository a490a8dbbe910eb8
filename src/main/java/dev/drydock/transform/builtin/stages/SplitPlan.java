package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.RunInstruction;
import java.util.List;
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
 */
record SplitPlan(
        String runtime,
        List<Artefact> artefacts,
        List<String> packages,
        boolean isComplete,
        List<String> assumptions,
        Optional<Environment> environment) {

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
}
