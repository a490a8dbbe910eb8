package dev.drydock.cli;

import dev.drydock.discovery.InputFile;
import dev.drydock.image.ImageReference;
import dev.drydock.lock.LockFile;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Before files are judged: asks registries for the images that the lock file does not have. */
final class ImageResolution {
    private final Surroundings surroundings;
    private final RunOptions options;
    private final Inputs inputs;
    private final PrintWriter err;
    private final ImageSurvey survey;

    ImageResolution(Surroundings surroundings, RunOptions options, Inputs inputs, PrintWriter err) {
        this.surroundings = surroundings;
        this.options = options;
        this.inputs = inputs;
        this.err = err;
        this.survey = new ImageSurvey(inputs.facts().knowledge().images());
    }

    /** @param failed takes how many images were not found */
    void resolve(List<InputFile> files, IntConsumer failed) {
        survey.addAll(
                inputs,
                files,
                // The error itself is told when the file is read again, to be judged.
                (input, reason) -> inputs.remarks().add(input.display() + ": images are not looked up: " + reason));
        ask(failed);
    }

    /**
     * @param project of the file alone
     * @param folder in which the file would lie
     */
    void resolve(Project project, ProjectFile file, Path folder, IntConsumer failed) {
        survey.add(project, file, file.path().value(), inputs.locks().of(folder, folder));
        ask(failed);
    }

    private void ask(IntConsumer failed) {
        Map<String, ImageReference> missing = new LinkedHashMap<>();
        survey.locks().forEach(lock -> missing.putAll(missing(lock)));
        if (missing.isEmpty()) {
            return;
        }
        ImageLookup lookup = new ImageLookup(
                options.registry.options(surroundings, inputs.registrySettings(err)),
                survey.locks(),
                err,
                StatusLine.of(surroundings, err, options.quiet),
                surroundings.today());
        lookup.ask(List.copyOf(missing.values()));
        for (LockFiles.Located lock : survey.locks()) {
            LockFile content = lookup.addTo(lock.content(), missing(lock).values());
            inputs.locks().hold(lock, content);
            boolean write = surroundings.flag(options.writeLock, "write-lock");
            if (write && !content.equals(lock.content())) {
                inputs.locks().write(lock, content);
            }
        }
        failed.accept(lookup.failures());
    }

    private Map<String, ImageReference> missing(LockFiles.Located lock) {
        Map<String, ImageReference> missing = new LinkedHashMap<>(survey.references(lock));
        missing.keySet().removeAll(lock.content().images().entries().keySet());
        return missing;
    }
}
