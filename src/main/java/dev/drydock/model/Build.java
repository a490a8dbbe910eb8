package dev.drydock.model;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.Word;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Images;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one Dockerfile builds: its stages, each with what it starts from. Derived from the tree, never changed. */
public final class Build {
    private final Dockerfile file;
    private final Images images;
    private final Arguments globals;
    private final List<BuildStage> stages = new ArrayList<>();
    private final Map<RunInstruction, Optional<RunScript>> scripts = new HashMap<>();

    private Build(Dockerfile file, Images images) {
        this.file = file;
        this.images = images;
        this.globals = Arguments.global(file.globalArguments());
        file.stages().forEach(stage -> stages.add(buildStage(stage)));
    }

    public static Build of(Dockerfile file, Images images) {
        return new Build(file, images);
    }

    public Images images() {
        return images;
    }

    public Dockerfile file() {
        return file;
    }

    public List<BuildStage> stages() {
        return List.copyOf(stages);
    }

    /** Returns the stage whose image is the result; empty if the file has no FROM. */
    public Optional<BuildStage> finalStage() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    /** Returns the stage that holds a top-level instruction; empty for one before the first FROM. */
    public Optional<BuildStage> stageOf(Instruction instruction) {
        return stages.stream()
                .filter(stage -> stage.stage().instructions().contains(instruction))
                .findFirst();
    }

    /** Returns the stage that a name or number means for an instruction of {@code before}: an earlier one. */
    public Optional<BuildStage> stageNamed(String name, int before) {
        for (int i = Math.min(before, stages.size()) - 1; i >= 0; i--) {
            if (stages.get(i).stage().name().filter(name::equalsIgnoreCase).isPresent()
                    || name.equals(String.valueOf(i))) {
                return Optional.of(stages.get(i));
            }
        }
        return Optional.empty();
    }

    Arguments globals() {
        return globals;
    }

    /** Each RUN is parsed once, however many transforms ask; the map is only a memory of a pure function. */
    Optional<RunScript> script(RunInstruction run, ShellInUse shell) {
        return scripts.computeIfAbsent(run, key -> RunScript.of(key, shell));
    }

    private BuildStage buildStage(Stage stage) {
        Word image = stage.from().image();
        Optional<String> name = globals.expand(image);
        Optional<BuildStage> parent = name.flatMap(this::earlierStage);
        BaseImage base = parent.map(BuildStage::image).orElseGet(() -> baseImage(name, image));
        return new BuildStage(this, stage, parent, base);
    }

    // FROM takes names only; a number there is an image.
    private Optional<BuildStage> earlierStage(String name) {
        BuildStage found = null;
        for (BuildStage stage : stages) {
            if (stage.stage().name().filter(name::equalsIgnoreCase).isPresent()) {
                found = stage;
            }
        }
        return Optional.ofNullable(found);
    }

    private BaseImage baseImage(Optional<String> name, Word image) {
        if (name.isEmpty()) {
            return new BaseImage(image.value(), Optional.empty(), Optional.empty());
        }
        Optional<ImageReference> reference =
                name.get().equals("scratch") ? Optional.empty() : ImageReference.parse(name.get());
        var facts = name.get().equals("scratch")
                ? images.find("scratch")
                : reference.flatMap(known -> images.find(known.canonicalName(), known.tag()));
        return new BaseImage(name.get(), reference, facts);
    }
}
