package dev.drydock.trial;

import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.project.ProjectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Builds the images of a copy of a project, with the arguments and secrets that a repaired Dockerfile asks for. */
final class Builds {
    private static final String OFFICIAL_FRONTEND = "docker/dockerfile:1";
    private static final int LINES_OF_LOG = 4;
    private static final String ERROR = "ERROR: ";
    private static final String COLOUR_END = "\u001b[0m";

    private final CommandLineEngine engine;
    private final Settings settings;
    /** Arguments of earlier versions: what became a secret since then was one of them. */
    private final Map<String, String> remembered = new TreeMap<>();

    private final Bases bases;
    private boolean frontendMissing;
    /** The Dockerfiles that have built before. */
    private final Set<Path> succeeded = new HashSet<>();

    Builds(CommandLineEngine engine, Settings settings) {
        this.engine = engine;
        this.bases = new Bases(engine::image);
        this.settings = settings;
    }

    /**
     * Returns the id of the image that a Dockerfile of the copy builds.
     *
     * @param parsed the Dockerfile as the project has it, if it is one of its files
     * @param file where it lies in the copy
     * @param context the folder of the build context in the copy
     * @param arguments build arguments of whoever asks, below those of the settings
     * @param given secrets of whoever asks, by id, below those of the settings
     * @throws TrialFailedException if it does not build
     */
    String image(
            Optional<ProjectFile> parsed,
            Path file,
            Path context,
            Optional<String> target,
            Map<String, String> arguments,
            Map<String, String> given)
            throws TrialFailedException {
        Map<String, String> all = new TreeMap<>(arguments);
        all.putAll(settings.buildArguments());
        remembered.putAll(all);
        Map<String, String> secrets = new TreeMap<>(given);
        secrets.putAll(settings.buildSecrets());
        if (parsed.isPresent()) {
            for (String id : ids(parsed.get())) {
                if (!secrets.containsKey(id)) {
                    secrets.put(id, "src=" + secret(id, context));
                }
            }
        }
        Optional<Path> ignoreFile = Optional.of(Path.of(file + ".dockerignore"))
                .filter(Files::isRegularFile)
                .or(() -> Optional.of(context.resolve(".dockerignore")).filter(Files::isRegularFile));
        ContainerEngine.Built built =
                build(frontendMissing ? withoutFrontend(file) : file, context, target, all, secrets, ignoreFile);
        if (built.image().isEmpty() && !frontendMissing && isFrontendMissing(built.log())) {
            frontendMissing = true;
            built = build(withoutFrontend(file), context, target, all, secrets, ignoreFile);
        }
        if (built.timedOut() && succeeded.contains(file)) {
            // It built before, and what it got done stays in the cache: a busy machine is no fault of a repair.
            built = build(frontendMissing ? withoutFrontend(file) : file, context, target, all, secrets, ignoreFile);
        }
        if (built.image().isEmpty()) {
            String name = parsed.map(known -> known.path().value()).orElse("an image");
            throw new TrialFailedException(name + " does not build: " + why(built.log()));
        }
        succeeded.add(file);
        bases.addFrom(built.log());
        return built.image().get();
    }

    /** Returns the images that were built on or started. */
    Bases bases() {
        return bases;
    }

    private ContainerEngine.Built build(
            Path file,
            Path context,
            Optional<String> target,
            Map<String, String> arguments,
            Map<String, String> secrets,
            Optional<Path> ignoreFile) {
        return engine.build(new ContainerEngine.BuildOrder(context, file, target, arguments, secrets, ignoreFile));
    }

    /** The official frontend is in every engine; where it cannot be fetched once more, the one inside does the same. */
    private static boolean isFrontendMissing(String log) {
        return log.contains("resolve image config for docker-image://docker.io/" + OFFICIAL_FRONTEND)
                && log.lines().anyMatch(line -> line.contains("ERROR") && line.contains(OFFICIAL_FRONTEND));
    }

    private Path withoutFrontend(Path file) throws TrialFailedException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Path other = engine.session().file("Dockerfile");
            int end = text.indexOf('\n');
            boolean official = end > 0
                    && text.startsWith("#")
                    && text.substring(0, end).replace(" ", "").contains("syntax=" + OFFICIAL_FRONTEND);
            Files.writeString(other, official ? text.substring(end + 1) : text, StandardCharsets.UTF_8);
            return other;
        } catch (IOException e) {
            throw new TrialFailedException("its copy cannot be written");
        }
    }

    /** Returns the end of a log that says why: what the step printed last, and what the builder made of it. */
    static String why(String log) {
        List<String> lines = log.lines()
                .map(Builds::withoutPrefix)
                .filter(line -> !line.isBlank() && !isFrame(line))
                .map(line -> Lines.brief(line, Complaints.LENGTH))
                .distinct()
                .toList();
        List<String> told = new ArrayList<>();
        for (String line : lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size())) {
            // Each level of a builder repeats what the one below said, with words of its own before it.
            boolean repeated = told.stream().anyMatch(known -> line.endsWith(withoutWord(known)));
            if (!repeated) {
                told.add(line);
            }
        }
        return String.join("; ", told);
    }

    private static String withoutWord(String line) {
        return line.startsWith(ERROR) ? line.substring(ERROR.length()) : line;
    }

    /** BuildKit writes {@code #9 1.234 text}. */
    private static String withoutPrefix(String line) {
        String text = line.strip();
        if (text.startsWith("#")) {
            int blank = text.indexOf(' ');
            text = blank < 0 ? "" : text.substring(blank + 1);
            blank = text.indexOf(' ');
            if (blank > 0 && text.substring(0, blank).chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
                text = text.substring(blank + 1);
            }
        }
        return text;
    }

    /** The excerpt of the Dockerfile around the step, and what names no reason. */
    private static boolean isFrame(String line) {
        return line.startsWith("---")
                || line.startsWith(">>>")
                || line.startsWith("> [")
                || line.contains(" | ")
                || line.endsWith(" |")
                || isPlace(line)
                || line.startsWith("Dockerfile")
                || line.equals("CANCELED")
                || line.startsWith("DONE ")
                || line.equals("CACHED")
                || isStep(line)
                || line.startsWith("transferring ")
                || line.startsWith("resolve ")
                || line.startsWith("sha256:")
                || line.contains("warning")
                || isRemark(line)
                || line.startsWith("View build details");
    }

    /** BuildKit names its steps {@code [internal] load metadata}, {@code [stage-1 2/3] RUN make}. */
    private static boolean isStep(String line) {
        int end = line.indexOf(']');
        if (!line.startsWith("[") || end < 0) {
            return false;
        }
        String name = line.substring(1, end);
        String[] count = name.substring(name.lastIndexOf(' ') + 1).split("/", -1);
        return name.equals("internal")
                || name.equals("auth")
                || (count.length == 2 && Arrays.stream(count).allMatch(Builds::isNumber));
    }

    /** BuildKit's remarks on style, behind the colour that ends: {@code - JSONArgsRecommended: JSON arguments ...}. */
    private static boolean isRemark(String line) {
        String text = line.startsWith(COLOUR_END)
                ? line.substring(COLOUR_END.length()).strip()
                : line;
        int colon = text.indexOf(':');
        return text.startsWith("- ")
                && colon > 2
                && text.substring(2, colon).chars().allMatch(Character::isLetter);
    }

    /** Where in the Dockerfile it happened: {@code web.dockerfile:3}. */
    private static boolean isPlace(String line) {
        int colon = line.lastIndexOf(':');
        return colon > 0 && line.indexOf(' ') < 0 && isNumber(line.substring(colon + 1));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static List<String> ids(ProjectFile dockerfile) {
        List<String> ids = new ArrayList<>();
        dockerfile.dockerfile().stages().stream()
                .flatMap(stage -> stage.instructions(RunInstruction.class))
                .flatMap(run -> run.mounts().stream())
                .filter(mount ->
                        mount.mountOption("type").filter("secret"::equals).isPresent())
                .forEach(mount -> id(mount).ifPresent(ids::add));
        return ids;
    }

    private static Optional<String> id(Flag mount) {
        return mount.mountOption("id")
                .or(() -> mount.mountOption("target", "dst", "destination")
                        .map(target -> target.substring(target.lastIndexOf('/') + 1)));
    }

    /** What a repair mounts was an argument or a file before, and is taken from there. */
    private Path secret(String id, Path context) throws TrialFailedException {
        // A file that was copied in is mounted now, under its name.
        boolean plain = id.indexOf('/') < 0 && !id.startsWith(".");
        if (plain && Files.isRegularFile(context.resolve(id), LinkOption.NOFOLLOW_LINKS)) {
            return context.resolve(id);
        }
        Optional<String> value = remembered.entrySet().stream()
                .filter(argument -> argument.getKey().equalsIgnoreCase(id))
                .map(Map.Entry::getValue)
                .findFirst();
        Path made = engine.session().file("secret");
        try {
            Files.writeString(made, value.orElse(""), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TrialFailedException("a secret of the build cannot be written");
        }
        return made;
    }
}
