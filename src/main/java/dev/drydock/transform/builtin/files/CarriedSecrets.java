package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.Secrets;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.secrets.SecretContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files with secrets that a COPY of a whole directory takes along, and that no ignore file keeps out. */
final class CarriedSecrets {
    private static final int LARGEST = 1 << 18;
    private static final int SHOWN = 3;
    /** What a program is written in; documents and settings name files that nobody reads. */
    private static final Set<String> CODE = Set.of(
            "js", "cjs", "mjs", "ts", "py", "rb", "go", "java", "kt", "php", "rs", "sh", "cs", "ex", "exs", "scala");

    private static final Set<String> TRIALS = Set.of("test", "tests", "testdata", "fixtures", "spec", "__tests__");

    private final Workspace workspace;
    private final ContextFiles files;
    private final ContextNeeds needs;
    private final List<ProjectPath> secrets;
    private final Secrets knowledge;

    /**
     * One COPY with what it takes along.
     *
     * @param files what it takes, with the source through which it does
     * @param excludable whether the ignore file may keep it out: no other instruction names it
     */
    record Carried(
            Instruction instruction,
            Argument source,
            List<ProjectPath> files,
            String message,
            String reason,
            boolean excludable) {
        Carried {
            files = List.copyOf(files);
        }

        TextRange place() {
            return source.range();
        }
    }

    CarriedSecrets(Workspace workspace, Exclusion.Situation situation, Secrets knowledge) {
        this.workspace = workspace;
        this.files = situation.files();
        this.needs = situation.needs();
        this.knowledge = knowledge;
        this.secrets = files.files().stream()
                .filter(path -> knowledge.file(path.value()).isPresent() && !isTrial(path))
                .filter(path -> SecretContent.in(knowledge, path.value(), workspace.read(path, LARGEST)))
                .toList();
    }

    /** Returns whether a file is a key that the build is given as a mount, and that no code of the application names. */
    boolean isOnlyMounted(ProjectPath path) {
        return needs.mounted().contains(path.fileName())
                && knowledge
                        .file(path.value())
                        .filter(Secrets.FileKind.PRIVATE_KEY::equals)
                        .isPresent()
                && reader(path).isEmpty();
    }

    private boolean isTrial(ProjectPath path) {
        return List.of(files.relative(path).split("/")).stream().anyMatch(TRIALS::contains);
    }

    /** Returns the secrets that a clone of the repository lacks: the build and the application get along without them. */
    List<ProjectPath> missingInClones() {
        return secrets.stream().filter(path -> !workspace.isCloned(path)).toList();
    }

    /** Returns what the instructions take along of what the patterns let through. */
    List<Carried> by(List<Instruction> instructions, IgnorePatterns after) {
        List<ProjectPath> let = secrets.stream()
                .filter(path -> !after.excludes(files.relative(path)))
                .toList();
        List<Carried> found = new ArrayList<>();
        if (let.isEmpty()) {
            return found;
        }
        for (Instruction instruction : instructions) {
            if (instruction instanceof FileTransfer transfer && transfer.isFromContext()) {
                for (Argument source : transfer.sources()) {
                    List<ProjectPath> taken =
                            let.stream().filter(path -> takes(source, path)).toList();
                    if (!taken.isEmpty()) {
                        found.add(new Carried(
                                instruction,
                                source,
                                taken,
                                message(instruction, taken),
                                reason(taken.get(0), taken.size() > 1),
                                taken.stream().map(files::relative).noneMatch(needs.named()::contains)));
                    }
                }
            }
        }
        return found;
    }

    private boolean takes(Argument source, ProjectPath path) {
        Optional<String> named = source.staticValue()
                .filter(text -> !text.startsWith("<<") && !text.contains("://"))
                .map(ContextNeeds::plain);
        return named.filter(folder ->
                        ContextNeeds.isWhole(folder) || files.relative(path).startsWith(folder + "/"))
                .isPresent();
    }

    private String message(Instruction instruction, List<ProjectPath> taken) {
        List<String> names = taken.stream().limit(SHOWN).map(files::relative).toList();
        String more = taken.size() > SHOWN ? " and " + (taken.size() - SHOWN) + " more" : "";
        return instruction.name() + " takes " + String.join(", ", names) + more
                + " along, and the secret in it becomes part of a layer of the image";
    }

    private String reason(ProjectPath path, boolean several) {
        String name = files.relative(path);
        String subject = several ? name : "it";
        if (needs.named().contains(name)) {
            return "another instruction names " + name + ", so that the ignore file cannot exclude it";
        }
        Optional<String> reader = reader(path);
        String why = reader.map(place -> place + " names " + name)
                .orElseGet(() -> workspace.isTracked(path)
                        ? subject + " is under version control and may be part of the application"
                        : subject + " may be part of the application");
        return why + "; exclude it in the ignore file, and if the container needs it, hand it over when it starts";
    }

    /** Returns the place of the code that names the file. */
    private Optional<String> reader(ProjectPath secret) {
        for (ProjectPath path : files.files()) {
            String name = path.fileName();
            if (CODE.contains(name.substring(name.lastIndexOf('.') + 1))) {
                String text = workspace
                        .read(path, LARGEST)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
                int at = text.indexOf(secret.fileName());
                if (at >= 0) {
                    long line =
                            text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
                    return Optional.of(files.relative(path) + ":" + line);
                }
            }
        }
        return Optional.empty();
    }
}
