package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.knowledge.OsFamily;
import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with one stage that builds a program and then runs it. */
final class SingleBuild {
    private static final int LARGEST = 1 << 20;

    private final Project project;
    private final ProjectFile file;
    private final Knowledge knowledge;
    private final BuildStage stage;
    private final List<BuildStep> steps;
    private RemovedPackages removedPackages;

    SingleBuild(Project project, ProjectFile file, Knowledge knowledge, BuildStage stage) {
        this.project = project;
        this.file = file;
        this.knowledge = knowledge;
        this.stage = stage;
        this.steps = List.copyOf(steps(stage));
    }

    private static List<BuildStep> steps(BuildStage stage) {
        List<BuildStep> steps = new ArrayList<>();
        Optional<Optional<String>> ofImage = folderOfImage(stage);
        for (RunScript script : stage.scripts()) {
            Optional<String> folder = ofImage.orElseGet(() -> stage.workdirAt(script.run()));
            for (SimpleCommand command : script.commands()) {
                BuildStep step = new BuildStep(script, Invocation.of(command), folder);
                steps.add(step);
                if (step.runs("cd", "pushd", "popd")) {
                    Optional<String> there = step.words().size() == 1
                            ? ContainerPath.resolve(folder, step.words().get(0))
                            : Optional.empty();
                    folder = command.context().isPlain() ? there : Optional.empty();
                }
            }
        }
        return steps;
    }

    /** Returns the working folder at an instruction: that of the file, or else that of the image, if it is known. */
    Optional<String> folderAt(Instruction instruction) {
        return folderOfImage(stage).orElseGet(() -> stage.workdirAt(instruction));
    }

    /** Returns the working folder of the image, if the stage does not set one. */
    private static Optional<Optional<String>> folderOfImage(BuildStage stage) {
        boolean inherited = stage.stage().instructions().stream().noneMatch(WorkdirInstruction.class::isInstance);
        return inherited ? Optional.of(stage.facts().flatMap(ImageFacts::workdir)) : Optional.empty();
    }

    Project project() {
        return project;
    }

    ProjectFile file() {
        return file;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    BuildStage stage() {
        return stage;
    }

    /** Returns every command of every RUN that a POSIX shell reads, in order. */
    List<BuildStep> steps() {
        return steps;
    }

    /** Returns the packages that the file removes again. */
    RemovedPackages removedPackages() {
        if (removedPackages == null) {
            removedPackages = RemovedPackages.of(this);
        }
        return removedPackages;
    }

    /** Returns the instructions behind FROM. */
    List<Instruction> instructions() {
        List<Instruction> all = stage.stage().instructions();
        return all.subList(1, all.size());
    }

    /** Returns the Debian or Ubuntu release of the image, if its tag tells. */
    Optional<String> suite() {
        return stage.image().suite();
    }

    /** Returns the package manager of the image: {@code apt}, {@code apk}; empty if it is not known. */
    Optional<String> packageManager() {
        return stage.facts()
                .flatMap(facts ->
                        facts.packageManager().or(() -> facts.osFamily().flatMap(OsFamily::packageManager)));
    }

    boolean isAlpine() {
        return packageManager().filter("apk"::equals).isPresent();
    }

    /** Returns the tag of the image; empty if there is none or a build argument decides about it. */
    Optional<String> tag() {
        return stage.stage().from().image().hasVariables()
                ? Optional.empty()
                : stage.image().reference().flatMap(reference -> reference.tag());
    }

    /** Returns the last part of the name of the image: {@code golang}. */
    String imageName() {
        return stage.image()
                .reference()
                .map(reference -> reference.repository())
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .orElse("");
    }

    /** Returns what the knowledge base says of the runtime stage of a language. */
    RuntimeImages.RuntimeStage runtime(String language) {
        return knowledge
                .runtimeImages()
                .of(language)
                .orElseThrow(() -> new UnclearException("no runtime image is known for " + language));
    }

    /** Returns the absolute path of a word of the start command. */
    String startPath(String word) {
        return ContainerPath.resolve(stage.workdir(), word)
                .orElseThrow(() -> new UnclearException("the working directory of the container is unknown"));
    }

    /** Returns the text of a file of the build context. */
    Optional<String> contextText(String name) {
        return ContextSearch.locate(project, file, name)
                .flatMap(path -> project.workspace().read(path, LARGEST))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns the source text of a file of the build context. */
    Optional<SourceText> contextSource(String name) {
        return contextText(name).map(SourceText::of);
    }

    /** Returns whether a command moves or copies something to exactly this path. */
    boolean isMovedTo(String path) {
        return steps.stream().anyMatch(step -> step.runs("cp", "mv", "install", "ln") && destination(step, path));
    }

    private static boolean destination(BuildStep step, String path) {
        List<String> words = step.operands().stream()
                .map(word -> word.literalValue().orElse(""))
                .toList();
        if (words.size() < 2) {
            return false;
        }
        String last = words.get(words.size() - 1);
        Optional<String> target = step.path(last);
        if (target.filter(path::equals).isPresent()) {
            return true;
        }
        return words.subList(0, words.size() - 1).stream()
                .anyMatch(word -> target.filter(folder -> path.equals(
                                ContainerPath.normalise(folder + "/" + word.substring(word.lastIndexOf('/') + 1))))
                        .isPresent());
    }
}
