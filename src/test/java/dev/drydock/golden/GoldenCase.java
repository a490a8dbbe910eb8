package dev.drydock.golden;

import dev.drydock.edit.Safety;
import dev.drydock.evidence.Evidence;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.lock.LockFile;
import dev.drydock.lock.LockFormatException;
import dev.drydock.lock.LockReader;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import dev.drydock.transform.Facts;
import dev.drydock.transform.Options;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The input of one case.
 *
 * @param before the text of each file of the project
 * @param context other files of the workspace; without any, nothing is known of the workspace
 * @param settings what {@code case.yaml} says
 */
record GoldenCase(Map<ProjectPath, String> before, Map<ProjectPath, byte[]> context, Settings settings) {
    private static final Knowledge KNOWLEDGE = Knowledge.packaged();
    private static final ProjectPath LOCK = ProjectPath.of(LockFile.FILE_NAME);

    /**
     * What differs from an ordinary case.
     *
     * @param safety the limit up to which rewrites are written
     * @param options of the transform of the case
     * @param knowledge facts on top of the packaged ones
     * @param skipLaws laws that do not hold, each with the reason
     * @param context whether the absence of a file is known even if the case has no folder {@code context}
     * @param today the day of the run; without it, nothing is out of date
     */
    record Settings(
            Safety safety,
            Map<String, Object> options,
            Map<String, Object> knowledge,
            Map<String, String> skipLaws,
            boolean context,
            Optional<LocalDate> today) {

        private static final Set<String> KEYS =
                Set.of("safety", "options", "knowledge", "skip-laws", "context", "today");

        static Settings of(Safety safety) {
            return new Settings(safety, Map.of(), Map.of(), Map.of(), false, Optional.empty());
        }

        static Settings read(Path file, Safety safety) {
            String yaml = GoldenFiles.readIfThere(file).orElse("");
            Map<String, Object> values = yaml.isBlank()
                    ? Map.of()
                    : map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
            for (String key : values.keySet()) {
                if (!KEYS.contains(key)) {
                    throw new AssertionError(file + ": unknown key " + key + ", known are " + KEYS);
                }
            }
            Map<String, String> laws = new LinkedHashMap<>();
            map(values.getOrDefault("skip-laws", Map.of())).forEach((law, reason) -> laws.put(law, reason.toString()));
            Object limit = values.get("safety");
            return new Settings(
                    limit == null ? safety : Safety.valueOf(limit.toString().toUpperCase(Locale.ROOT)),
                    map(values.getOrDefault("options", Map.of())),
                    map(values.getOrDefault("knowledge", Map.of())),
                    laws,
                    Boolean.TRUE.equals(values.get("context")),
                    Optional.ofNullable(values.get("today")).map(day -> LocalDate.parse(day.toString())));
        }

        private static Map<String, Object> map(Object value) {
            Map<String, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, inner) -> map.put(key.toString(), inner));
            return map;
        }
    }

    /**
     * Reads a whole project: the files that have a kind are those of the project, with the lock beside them; the others lie
     * around it. A file of a later root stands for one of the same name in an earlier one.
     */
    static GoldenCase ofProject(Settings settings, Path... roots) {
        Map<ProjectPath, String> before = new TreeMap<>();
        Map<ProjectPath, byte[]> context = new TreeMap<>();
        for (Path root : roots) {
            for (Path file : GoldenFiles.filesBelow(root)) {
                ProjectPath path =
                        ProjectPath.of(root.relativize(file).toString().replace('\\', '/'));
                String text = GoldenFiles.read(file);
                if (FileKind.of(path).isPresent() || path.fileName().equals(LockFile.FILE_NAME)) {
                    before.put(path, text);
                } else {
                    context.put(path, text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return new GoldenCase(before, context, settings);
    }

    Project project() {
        return project(text -> text);
    }

    /** Returns the project with every file that has comments and lines, as a Dockerfile has them, passed through a change. */
    Project project(UnaryOperator<String> change) {
        List<ProjectFile> files = new ArrayList<>();
        Map<ProjectPath, byte[]> workspace = new HashMap<>(context);
        before.forEach((path, text) -> {
            FileKind kind = FileKind.of(path).orElse(FileKind.OTHER);
            String changed = isTwinned(kind) ? change.apply(text) : text;
            files.add(new ProjectFile(path, kind, SourceText.of(changed)));
            workspace.put(path, changed.getBytes(StandardCharsets.UTF_8));
        });
        boolean known = settings.context() || !context.isEmpty();
        return new Project(files, known ? new MemoryWorkspace(workspace) : Workspace.UNKNOWN);
    }

    static boolean isTwinned(FileKind kind) {
        return kind == FileKind.DOCKERFILE
                || kind == FileKind.COMPOSE
                || kind == FileKind.IGNORE_FILE
                || kind.holdsCommands();
    }

    /** Returns the facts of the case; a file drydock.lock among those before says what image tags stand for. */
    Facts facts() {
        Knowledge knowledge =
                settings.knowledge().isEmpty() ? KNOWLEDGE : KNOWLEDGE.with(Knowledge.overlay(settings.knowledge()));
        String lock = before.get(LOCK);
        try {
            LockFile known = lock == null ? LockFile.empty() : LockReader.read(lock);
            return new Facts(knowledge, known.images(), known.checksums(), settings.today(), Evidence.NONE);
        } catch (LockFormatException e) {
            throw new AssertionError("drydock.lock:" + e.line() + ": " + e.getMessage(), e);
        }
    }

    Options options() {
        return new Options(settings.options());
    }
}
