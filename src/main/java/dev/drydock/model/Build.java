package dev.drydock.model;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Images;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one Dockerfile builds: its stages, each with what it starts from. Derived from the tree, never changed. */
public final class Build {
    private static final NavigableSet<Integer> NO_STAGES = Collections.emptyNavigableSet();

    private final Dockerfile file;
    private final Images images;
    private final Arguments globals;
    private final Map<String, String> chosenAt;
    private final Set<String> varying;
    private final List<BuildStage> stages = new ArrayList<>();
    private final NavigableMap<String, NavigableSet<Integer>> stageNames = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Instruction, Place> places = new HashMap<>();
    private final Map<RunInstruction, Optional<RunScript>> scripts = new HashMap<>();
    private final Map<Class<?>, Object> derived = new HashMap<>();
    private Timeline<ShellInUse> shells;
    private Timeline<Optional<UserInstruction>> users;
    private Timeline<Optional<String>> workdirs;
    private StageVariables variables;

    /** Where an instruction stands: its stage, and its index among the instructions of that. */
    private record Place(BuildStage stage, int index) {}

    private Build(
            Dockerfile file,
            Images images,
            Map<String, Optional<String>> passed,
            Map<String, String> chosenAt,
            Set<String> varying) {
        this.file = file;
        this.images = images;
        this.chosenAt = chosenAt;
        this.varying = varying;
        this.globals = Arguments.global(file.globalArguments(), passed);
        file.stages().forEach(this::add);
    }

    public static Build of(Dockerfile file, Images images) {
        return new Build(file, images, Map.of(), Map.of(), Set.of());
    }

    /** Returns the build with other values for arguments before the first FROM than the defaults. */
    public static Build passing(Dockerfile file, Images images, Map<String, String> passed) {
        Map<String, Optional<String>> values = new HashMap<>();
        passed.forEach((name, value) -> values.put(name, Optional.of(value)));
        return new Build(file, images, values, Map.of(), Set.of());
    }

    /**
     * Returns the build as far as it is the same for everybody.
     *
     * @param chosenAt arguments before the first FROM whose value is not known, each with the place that passes another one
     * @param varying arguments with values that choose another release of the same image
     */
    public static Build of(Dockerfile file, Images images, Map<String, String> chosenAt, Set<String> varying) {
        Map<String, Optional<String>> values = new HashMap<>();
        chosenAt.keySet().forEach(name -> values.put(name, Optional.empty()));
        return new Build(file, images, values, chosenAt, varying);
    }

    /** Returns the arguments before the first FROM that choose an image, directly or by the default of another. */
    public Set<String> baseArguments() {
        boolean chosen = file.stages().stream()
                .anyMatch(stage -> !stage.from().image().variables().isEmpty());
        return chosen
                ? file.globalArguments().stream()
                        .flatMap(declaration -> declaration.pairs().stream())
                        .map(KeyValue::name)
                        .collect(Collectors.toSet())
                : Set.of();
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
        return Optional.ofNullable(places.get(instruction)).map(Place::stage);
    }

    /** Returns the index of an instruction of a stage among those of its stage. */
    int placeOf(Instruction instruction) {
        return places.get(instruction).index();
    }

    /** Returns the stage that a name or number means for an instruction of {@code before}: an earlier one. */
    public Optional<BuildStage> stageNamed(String name, int before) {
        int limit = Math.min(before, stages.size());
        Integer named = stageNames.getOrDefault(name, NO_STAGES).lower(limit);
        int numbered = numbered(name);
        int found = Math.max(named == null ? -1 : named, numbered < limit ? numbered : -1);
        return found < 0 ? Optional.empty() : Optional.of(stages.get(found));
    }

    /** Returns the number that a name is, as one writes it: no sign, no leading zero; -1 if it is none. */
    private static int numbered(String name) {
        boolean digits = !name.isEmpty() && name.length() < 8 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && name.equals(String.valueOf(Integer.parseInt(name))) ? Integer.parseInt(name) : -1;
    }

    List<BuildStage> descendants(BuildStage stage) {
        return stages.subList(stage.stage().index() + 1, stages.size()).stream()
                .filter(other -> other.isBuiltOn(stage))
                .toList();
    }

    /**
     * Returns what is derived from this build alone, made when first asked for and then always the same.
     *
     * @param type what is derived; one build has one of each type
     */
    public <T> T derived(Class<T> type, Function<Build, T> make) {
        Object known = derived.get(type);
        if (known == null) {
            known = make.apply(this);
            derived.put(type, known);
        }
        return type.cast(known);
    }

    Arguments globals() {
        return globals;
    }

    Timeline<ShellInUse> shells() {
        if (shells == null) {
            shells = Timeline.of(
                    this, Build::firstShell, (stage, instruction, before) -> shellAfter(instruction, before));
        }
        return shells;
    }

    private static ShellInUse firstShell(BuildStage stage) {
        return stage.image().isWindows() ? ShellInUse.WINDOWS_DEFAULT : ShellInUse.LINUX_DEFAULT;
    }

    private static ShellInUse shellAfter(Instruction instruction, ShellInUse before) {
        return instruction instanceof ShellInstruction change
                ? new ShellInUse(change.exec().map(JsonArray::values).orElse(List.of()), false)
                : before;
    }

    Timeline<Optional<UserInstruction>> users() {
        if (users == null) {
            users = Timeline.of(
                    this,
                    stage -> Optional.empty(),
                    (stage, instruction, before) ->
                            instruction instanceof UserInstruction user ? Optional.of(user) : before);
        }
        return users;
    }

    /** An image from outside may set a working directory. Without any WORKDIR in the file we do not know. */
    Timeline<Optional<String>> workdirs() {
        if (workdirs == null) {
            workdirs = Timeline.of(this, stage -> Optional.empty(), Build::workdirAfter);
        }
        return workdirs;
    }

    private static Optional<String> workdirAfter(BuildStage stage, Instruction instruction, Optional<String> before) {
        return instruction instanceof WorkdirInstruction change
                ? change.argument()
                        .flatMap(word -> stage.expand(word, change))
                        .flatMap(text -> ContainerPath.resolve(before, text))
                : before;
    }

    StageVariables variables() {
        if (variables == null) {
            variables = StageVariables.of(this);
        }
        return variables;
    }

    /** Each RUN is parsed once, however many transforms ask; the map is only a memory of a pure function. */
    Optional<RunScript> script(BuildStage stage, RunInstruction run) {
        Optional<RunScript> known = scripts.get(run);
        if (known == null) {
            known = RunScript.of(run, stage.shellAt(run));
            scripts.put(run, known);
        }
        return known;
    }

    private void add(Stage stage) {
        Word image = stage.from().image();
        Optional<String> name = globals.expand(image);
        Optional<BuildStage> parent = name.flatMap(this::earlierStage);
        BaseImage base = parent.map(BuildStage::image).orElseGet(() -> baseImage(name, image));
        BuildStage added = new BuildStage(this, stage, parent, base);
        stages.add(added);
        stage.name()
                .ifPresent(own -> stageNames
                        .computeIfAbsent(own, unseen -> new TreeSet<>())
                        .add(stage.index()));
        for (int i = 0; i < stage.instructions().size(); i++) {
            places.put(stage.instructions().get(i), new Place(added, i));
        }
    }

    // FROM takes names only; a number there is an image.
    private Optional<BuildStage> earlierStage(String name) {
        return Optional.ofNullable(stageNames.get(name)).map(found -> stages.get(found.last()));
    }

    private BaseImage baseImage(Optional<String> name, Word image) {
        if (name.isEmpty()) {
            Optional<String> chosen = chosenAt.values().stream().findFirst();
            return new BaseImage(image.value(), Optional.empty(), Optional.empty(), false, chosen);
        }
        Optional<ImageReference> reference =
                name.get().equals("scratch") ? Optional.empty() : ImageReference.parse(name.get());
        var facts = name.get().equals("scratch")
                ? images.find("scratch")
                : reference.flatMap(known -> images.find(known.canonicalName(), known.tag()));
        boolean varies = !varying.isEmpty() && !image.variables().isEmpty();
        return new BaseImage(name.get(), reference, facts, varies, Optional.empty());
    }
}
