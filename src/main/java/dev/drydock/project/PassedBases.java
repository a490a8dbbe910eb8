package dev.drydock.project;

import dev.drydock.compose.Interpolation;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.OsFamily;
import dev.drydock.model.Build;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.WholeWords;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The build arguments that choose the image of a Dockerfile and to which the files around it pass other values than the
 * defaults: compose files, commands, bake files, pipelines, settings of tools. What the default names says nothing of the image then.
 */
final class PassedBases {
    /** An image of another family that most repositories with several have. */
    private static final String OTHER_FAMILY = "alpine";

    private static final int LARGEST = 1 << 18;
    private static final int MOST_VALUES = 8;

    private final Project project;
    private final ProjectFile file;
    private final Images images;
    private final Build usual;
    /** Arguments whose image is not known, each with the place that passes another value than the default. */
    private final Map<String, String> open = new HashMap<>();

    private final Set<String> varying = new HashSet<>();

    /** @param value empty if it is not known */
    private record Passed(Optional<String> value, String place) {}

    private PassedBases(Project project, ProjectFile file, Images images) {
        this.project = project;
        this.file = file;
        this.images = images;
        this.usual = file.build(images);
    }

    /** Returns what a Dockerfile builds for everybody who builds it. */
    static Build build(Project project, ProjectFile file, Images images) {
        PassedBases bases = new PassedBases(project, file, images);
        bases.usual.baseArguments().forEach(bases::judge);
        return bases.open.isEmpty() && bases.varying.isEmpty()
                ? bases.usual
                : Build.of(file.dockerfile(), images, bases.open, bases.varying);
    }

    /** Returns what a Dockerfile builds with the values that the files around it pass for the arguments that choose its images. */
    static List<Build> others(Project project, ProjectFile file, Images images) {
        PassedBases bases = new PassedBases(project, file, images);
        return bases.usual.baseArguments().stream()
                .flatMap(name -> bases.passed(name)
                        .flatMap(passed -> passed.value().stream())
                        .distinct()
                        .limit(MOST_VALUES)
                        .map(value -> Build.passing(file.dockerfile(), images, Map.of(name, value))))
                .toList();
    }

    private Stream<Passed> passed(String name) {
        return Stream.of(composed(name), commanded(name), spoken(name)).flatMap(found -> found);
    }

    private void judge(String name) {
        if (!choosesImage(name)) {
            return;
        }
        Map<Optional<String>, Passed> values = new LinkedHashMap<>();
        passed(name).forEach(passed -> values.putIfAbsent(passed.value(), passed));
        values.values().stream().limit(MOST_VALUES).forEach(passed -> judge(name, passed));
    }

    private void judge(String name, Passed passed) {
        if (passed.value().isPresent()) {
            compare(name, passed.value().get(), passed.place());
            return;
        }
        varying.add(name);
        if (!isVersion(name)) {
            compare(name, OTHER_FAMILY, passed.place());
        }
    }

    /** Returns whether the image of a stage is another one with another value. */
    private boolean choosesImage(String name) {
        Build without = Build.of(file.dockerfile(), images, Map.of(name, ""), Set.of());
        return IntStream.range(0, usual.stages().size())
                .anyMatch(i -> usual.stages().get(i).image().isResolved()
                        && !without.stages().get(i).image().isResolved());
    }

    /** Compares what is built with another value with what is built by default. */
    private void compare(String name, String value, String place) {
        Build other = Build.passing(file.dockerfile(), images, Map.of(name, value));
        for (int i = 0; i < usual.stages().size(); i++) {
            Optional<ImageFacts> before = usual.stages().get(i).facts();
            Optional<ImageFacts> after = other.stages().get(i).facts();
            if (!before.equals(after)) {
                boolean same = before.isPresent()
                        && after.isPresent()
                        && before.get().name().equals(after.get().name())
                        && distribution(before.get()).equals(distribution(after.get()));
                if (same) {
                    varying.add(name);
                } else if (before.isPresent()) {
                    open.putIfAbsent(name, place);
                }
            }
        }
    }

    private static Optional<String> distribution(ImageFacts facts) {
        return facts.osFamily().map(OsFamily::distribution);
    }

    /** Returns whether the default is a number, so that other values are most likely numbers as well. */
    private boolean isVersion(String name) {
        return file.dockerfile().globalArguments().stream()
                .flatMap(declaration -> declaration.pairs().stream())
                .filter(pair -> pair.name().equals(name))
                .flatMap(pair -> pair.value().stream())
                .allMatch(word -> !word.value().isEmpty()
                        && word.value().chars().allMatch(c -> Character.isDigit(c) || c == '.'));
    }

    private Stream<Passed> composed(String name) {
        return project.files(FileKind.COMPOSE)
                .filter(each -> !project.compose(each).hasErrors())
                .flatMap(each -> project.compose(each).services().stream()
                        .flatMap(service -> service.build().stream())
                        .filter(build -> isOfFile(each, build))
                        .flatMap(build -> build.args().stream())
                        .filter(pair -> pair.key().equals(name))
                        .map(pair -> new Passed(value(pair), each.path().toString())));
    }

    private boolean isOfFile(ProjectFile compose, ServiceBuild build) {
        return build.dockerfilePath()
                .flatMap(path -> compose.path().parent().resolve(path))
                .filter(file.path()::equals)
                .isPresent();
    }

    private static Optional<String> value(KeyValue pair) {
        return pair.interpolation()
                .filter(text -> text.parts().stream().allMatch(Interpolation.Part.Literal.class::isInstance))
                .flatMap(text -> text.evaluate(Map.of()));
    }

    private Stream<Passed> commanded(String name) {
        return project.imagesAround(file).buildsOf(file.path()).stream()
                .flatMap(build -> values(build, name).map(value -> new Passed(value, build.place())));
    }

    private static Stream<Optional<String>> values(BuiltImages.Command build, String name) {
        return build.command().flags("build-arg").stream()
                .filter(flag -> flag.text().equals(name) || flag.text().startsWith(name + "="))
                .map(flag -> flag.value()
                        .flatMap(WrittenValue::known)
                        .filter(text -> text.length() > name.length() && !text.contains("${{"))
                        .map(text -> text.substring(name.length() + 1)));
    }

    /**
     * Pipelines, bake files, settings of tools and programs pass arguments by keys and lists. Compose files are read as such, and
     * so are commands: what they pass to another Dockerfile says nothing of this one.
     */
    private Stream<Passed> spoken(String name) {
        Set<String> foreign = project.imagesAround(file).buildsOfOthers(file.path()).stream()
                .flatMap(build -> values(build, name).map(value -> build.file() + " " + value.orElse("")))
                .collect(Collectors.toSet());
        return project.memory(Memory.class, Memory::new).known.computeIfAbsent(name, unused -> callers(name)).stream()
                .filter(said -> !isOfNeighbour(said.file()))
                .filter(said -> !foreign.contains(
                        said.file() + " " + said.said().value().orElse("")))
                .map(said -> new Passed(
                        said.said().value(), said.file() + ":" + said.said().line()));
    }

    /**
     * Returns whether a file lies in a folder beside that of the Dockerfile which has a Dockerfile of its own: it builds that one,
     * unless it names the folder of this one.
     */
    private boolean isOfNeighbour(ProjectPath caller) {
        Set<ProjectPath> own = new HashSet<>(Set.of(ProjectPath.ROOT));
        for (ProjectPath each = file.path().parent(); !each.equals(ProjectPath.ROOT); each = each.parent()) {
            own.add(each);
        }
        boolean beside = false;
        for (ProjectPath each = caller.parent(); !own.contains(each); each = each.parent()) {
            beside |= project.workspace().list(each).stream()
                    .anyMatch(child -> FileKind.of(child)
                            .filter(FileKind.DOCKERFILE::equals)
                            .isPresent());
        }
        String folder = file.path().parent().fileName();
        return beside
                && !folder.isEmpty()
                && text(caller)
                        .filter(text -> WholeWords.contains(text, folder))
                        .isEmpty();
    }

    private Optional<String> text(ProjectPath path) {
        return project.workspace().read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private List<Said> callers(String name) {
        return BuildCallers.of(project, name).stream()
                .filter(path -> FileKind.of(path)
                        .filter(FileKind.COMPOSE::equals)
                        .filter(unused -> project.file(path)
                                .filter(each -> !project.compose(each).hasErrors())
                                .isPresent())
                        .isEmpty())
                .flatMap(path -> text(path).stream()
                        .flatMap(text -> SpokenValues.of(text, name).stream())
                        .map(said -> new Said(path, said)))
                .toList();
    }

    private record Said(ProjectPath file, SpokenValues.SpokenValue said) {}

    /** What the files around say of an argument, which is the same in all states of a project. */
    private static final class Memory {
        private final Map<String, List<Said>> known = new ConcurrentHashMap<>();
    }
}
