package dev.drydock.project;

import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Images;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who uses the image of a Dockerfile by a name that nothing in the project gives it: a document that runs what was published, a
 * manifest of an orchestrator. Such a name may be meant if no image of that name is known, and only one Dockerfile can be.
 */
public final class OutsideUses {
    private static final List<String> PIPELINES = List.of(
            ".gitlab-ci",
            ".github/workflows/",
            ".gitlab/",
            ".circleci/",
            "azure-pipelines",
            "bitbucket-pipelines",
            ".woodpecker",
            ".drone",
            ".forgejo/workflows/",
            ".gitea/workflows/");
    private static final List<String> ACTIONS = List.of("action.yml", "action.yaml");
    private static final String UNKNOWN = "{{";
    private static final List<String> KEPT =
            List.of("persistentVolumeClaim", "volumeClaimTemplates", "claimName", "hostPath", "disk:", "nfs:");

    private final Project project;
    private final ProjectFile dockerfile;
    private final Images images;
    private final List<ImageName> names;

    private OutsideUses(Project project, ProjectFile dockerfile, Images images) {
        this.project = project;
        this.dockerfile = dockerfile;
        this.images = images;
        this.names = ImageNames.of(project, dockerfile);
    }

    public static OutsideUses of(Project project, ProjectFile dockerfile, Images images) {
        return new OutsideUses(project, dockerfile, images);
    }

    /**
     * A directory that an orchestrator mounts.
     *
     * @param isKept whether it is a volume that stays, and that belongs to root while nobody says otherwise
     * @param place who mounts it, for a person: {@code deploy/web.yaml:21}
     */
    public record Mounted(String target, boolean isKept, String place) {}

    /** Returns the command lines that run a container of the image, by a name that the project gives it or one that it may have. */
    public List<BuiltImages.Command> runs() {
        Set<BuiltImages.Command> runs =
                new LinkedHashSet<>(project.imagesAround(dockerfile).runsOf(dockerfile.path()));
        project.commandsAround(dockerfile).containers().stream()
                .filter(run -> run.command().action().makesContainer())
                .filter(run -> run.command()
                        .image()
                        .filter(word -> mayMean(WrittenValue.of(word).text()))
                        .isPresent())
                .forEach(runs::add);
        return List.copyOf(runs);
    }

    private DockerfileSurvey survey() {
        return DockerfileSurvey.of(project);
    }

    private boolean mayMean(String image) {
        ImageName name = ImageName.of(image, unused -> Optional.empty());
        if (names.stream().anyMatch(name::maySame)) {
            return true;
        }
        boolean known = ImageReference.parse(image)
                .flatMap(reference -> images.find(reference.familiarName()))
                .isPresent();
        if (known) {
            return false;
        }
        List<ProjectPath> all = survey().paths();
        String folder = dockerfile.path().parent().fileName();
        return all.size() <= 1 || (!folder.isEmpty() && name.isCalled(folder));
    }

    /** Returns what manifests of Kubernetes and settings of Fly mount into the container. */
    public List<Mounted> mounts() {
        List<Mounted> mounts = new ArrayList<>();
        for (ProjectPath path : survey().manifests()) {
            survey().text(path).ifPresent(text -> {
                if (path.fileName().endsWith(".toml")) {
                    fly(path, text, mounts);
                } else if (text.contains("mountPath:") && !text.contains("runAsUser")) {
                    manifest(path, text, mounts);
                }
            });
        }
        return mounts;
    }

    private void manifest(ProjectPath path, String text, List<Mounted> mounts) {
        List<String> used = values(text, "image:", (value, line) -> value);
        boolean ours = used.isEmpty()
                || used.stream().anyMatch(image -> image.startsWith(UNKNOWN) ? isOnly() : mayMean(image));
        if (!ours) {
            return;
        }
        boolean kept = !text.contains("fsGroup") && KEPT.stream().anyMatch(text::contains);
        mounts.addAll(values(text, "mountPath:", (value, line) -> new Mounted(value, kept, path + ":" + line)));
    }

    /**
     * The steps of a pipeline that run in the image.
     *
     * @param place which says so, for a person
     * @param text of the pipeline
     */
    public record Job(String place, String text) {}

    /** Returns the pipelines whose steps run in the image, by a name that the project gives it. */
    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (ProjectPath path : names.isEmpty() ? List.<ProjectPath>of() : survey().manifests()) {
            if (PIPELINES.stream().noneMatch(path.value()::contains)) {
                continue;
            }
            survey().text(path)
                    .ifPresent(text -> List.of("image:", "container:")
                            .forEach(key -> values(text, key, (value, line) -> {
                                        ImageName name =
                                                ImageName.of(value, variable -> AssignedValues.of(text, variable));
                                        return names.stream().anyMatch(name::maySame) ? path + ":" + line : "";
                                    })
                                    .stream()
                                    .filter(place -> !place.isEmpty())
                                    .forEach(place -> jobs.add(new Job(place, text)))));
        }
        return jobs;
    }

    private boolean isOnly() {
        return survey().paths().size() <= 1;
    }

    /** The {@code [mounts]} of a fly.toml, which belongs to the Dockerfile beside it. */
    private void fly(ProjectPath path, String text, List<Mounted> mounts) {
        if (!dockerfile.path().parent().equals(path.parent()) && !isOnly()) {
            return;
        }
        boolean inside = false;
        int line = 0;
        for (String each : text.lines().toList()) {
            line++;
            String bare = each.strip();
            if (bare.startsWith("[")) {
                inside = bare.replace("[", "").replace("]", "").strip().equals("mounts");
            } else if (inside && bare.startsWith("destination")) {
                int sign = bare.indexOf('=');
                String value = bare.substring(sign + 1)
                        .replace("\"", "")
                        .replace("'", "")
                        .strip();
                mounts.add(new Mounted(value, true, path + ":" + line));
            }
        }
    }

    private interface Found<T> {
        T of(String value, int line);
    }

    /** The values behind a key, wherever it stands in its line. */
    private static <T> List<T> values(String text, String key, Found<T> make) {
        List<T> found = new ArrayList<>();
        int line = 0;
        for (String each : text.lines().toList()) {
            line++;
            int hash = each.strip().startsWith("#") ? 0 : each.length();
            for (int at = each.indexOf(key); at >= 0 && at < hash; at = each.indexOf(key, at + 1)) {
                String value = word(each.substring(at + key.length()).strip());
                boolean begins = at == 0 || !Character.isLetterOrDigit(each.charAt(at - 1));
                if (begins && !value.isEmpty()) {
                    found.add(make.of(value, line));
                }
            }
        }
        return found;
    }

    private static String word(String text) {
        int start = !text.isEmpty() && "\"'".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        String ends = start == 1 ? text.substring(0, 1) : text.startsWith(UNKNOWN) ? "" : " \t,}#";
        int end = start;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Returns the action of GitHub that runs the image, whose steps must run as root; empty if there is none. */
    public Optional<String> action() {
        return survey().manifests().stream()
                .filter(path -> ACTIONS.contains(path.fileName()))
                .flatMap(path -> action(path).stream())
                .findFirst();
    }

    private Optional<String> action(ProjectPath path) {
        Function<String, List<String>> all = key -> survey().text(path)
                .map(text -> values(text, key, (value, line) -> value + "\n" + line))
                .orElse(List.of());
        boolean docker = all.apply("using:").stream().anyMatch(value -> value.startsWith("docker\n"));
        return docker
                ? all.apply("image:").stream()
                        .map(value -> value.split("\n", 2))
                        .filter(value -> path.parent()
                                .resolve(value[0])
                                .filter(dockerfile.path()::equals)
                                .isPresent())
                        .map(value -> path + ":" + value[1])
                        .findFirst()
                : Optional.empty();
    }
}
