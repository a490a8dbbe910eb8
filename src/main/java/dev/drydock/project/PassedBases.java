package dev.drydock.project;

import dev.drydock.compose.Interpolation;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.OsFamily;
import dev.drydock.model.Build;
import dev.drydock.shell.commands.WrittenValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The build arguments that choose the image of a Dockerfile and to which the files around it pass other values than the
 * defaults: compose files, commands, bake files, workflows. What the default names says nothing of the image then.
 */
final class PassedBases {
    /** An image of another family that most repositories with several have. */
    private static final String OTHER_FAMILY = "alpine";

    private static final int MOST_VALUES = 8;

    private final Project project;
    private final ProjectFile file;
    private final Images images;
    private final Build usual;
    private final Map<String, Optional<String>> open = new HashMap<>();
    private final Set<String> varying = new HashSet<>();

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

    private void judge(String name) {
        List<Optional<String>> values = Stream.of(composed(name), commanded(name), mentioned(name))
                .flatMap(found -> found)
                .distinct()
                .limit(MOST_VALUES)
                .toList();
        for (Optional<String> value : values) {
            if (value.isPresent()) {
                compare(name, value.get());
            } else if (isVersion(name)) {
                varying.add(name);
            } else {
                varying.add(name);
                compare(name, OTHER_FAMILY);
            }
        }
    }

    /** Compares what is built with another value with what is built by default. */
    private void compare(String name, String value) {
        Build other = Build.of(file.dockerfile(), images, Map.of(name, Optional.of(value)), Set.of());
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
                    open.put(name, Optional.empty());
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

    private Stream<Optional<String>> composed(String name) {
        return project.files(FileKind.COMPOSE)
                .filter(each -> !project.compose(each).hasErrors())
                .flatMap(each -> project.compose(each).services().stream()
                        .flatMap(service -> service.build().stream())
                        .filter(build -> isOfFile(each, build))
                        .flatMap(build -> build.args().stream()))
                .filter(pair -> pair.key().equals(name))
                .map(PassedBases::value);
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

    private Stream<Optional<String>> commanded(String name) {
        return project.imagesAround(file).buildsOf(file.path()).stream()
                .flatMap(build -> build.command().flags("build-arg").stream())
                .filter(flag -> flag.text().equals(name) || flag.text().startsWith(name + "="))
                .map(flag -> flag.value()
                        .flatMap(WrittenValue::known)
                        .filter(text -> text.length() > name.length() && !text.contains("${{"))
                        .map(text -> text.substring(name.length() + 1)));
    }

    /** Bake files and actions of workflows pass arguments by keys; which value it is depends on a matrix as often as not. */
    private Stream<Optional<String>> mentioned(String name) {
        Memory memory = project.memory(Memory.class, Memory::new);
        boolean passed = memory.known.computeIfAbsent(
                file.path().parent() + " " + name,
                unused -> project.commandsAround(file).texts().entrySet().stream()
                        .anyMatch(each -> mayPass(each.getKey().fileName(), each.getValue(), name)));
        return passed ? Stream.of(Optional.empty()) : Stream.empty();
    }

    private static boolean mayPass(String path, String text, String name) {
        boolean bake = path.endsWith(".hcl") || path.startsWith("docker-bake");
        boolean action = (path.endsWith(".yml") || path.endsWith(".yaml")) && text.contains("build-args:");
        return ((bake && text.contains("args")) || action) && passes(text, name);
    }

    /** What the files around say, which is the same in all states of a project: by folder and name. */
    private static final class Memory {
        private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    }

    /** Returns whether a name stands in front of a value: {@code NAME=}, {@code NAME = }, {@code "NAME": }. */
    private static boolean passes(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            int end = at + name.length();
            while (end < text.length() && "\" \t".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (starts && end < text.length() && "=:".indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
