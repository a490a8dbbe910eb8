package dev.drydock.transform.builtin.files;

import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.Secrets;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.transform.builtin.CodeMentions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which entries of the reference list can be added without taking away what a build needs. */
final class ExclusionChoice {
    /** The files of variables. */
    private static final String OF_SETTINGS = "**/.env";

    private static final Set<String> SETTINGS = Set.of(OF_SETTINGS, "**/.env.*");

    private static final String GIT = ".git";
    private static final String OWN = ".dockerignore";

    private final Workspace workspace;
    private final Exclusion.Situation situation;
    private final IgnoreTarget target;
    private final IgnorePatterns before;
    private final CarriedSecrets carried;
    private final BuildReaders readers;
    private final Secrets secrets;
    /** Found when it is first asked for. */
    private Optional<String> gitReader;

    private final List<String> leftOut = new ArrayList<>();

    /** What each source holds; the same for every line that may be added. */
    private final Map<String, List<ProjectPath>> held = new HashMap<>();

    /** Who reads .env in the container, or in the build, where nothing else hands over what it holds. */
    private final Optional<String> settingsReader;

    /** Looks at one ignore file. */
    ExclusionChoice(
            Workspace workspace,
            Exclusion.Situation situation,
            IgnoreTarget target,
            IgnorePatterns before,
            CarriedSecrets carried,
            BuildReaders readers,
            Secrets secrets,
            Optional<String> settingsReader) {
        this.settingsReader = settingsReader;
        this.readers = readers;
        this.carried = carried;
        this.secrets = secrets;
        this.workspace = workspace;
        this.situation = situation;
        this.target = target;
        this.before = before;
    }

    List<Exclusion> choose() {
        List<Exclusion> chosen = new ArrayList<>();
        for (Exclusion candidate : Exclusion.reference()) {
            if (candidate.applies().test(situation) && !before.excludes(candidate.example()) && isFree(candidate)) {
                List<Exclusion> back = takenBack(candidate, chosen);
                chosen.add(candidate);
                chosen.addAll(back);
            }
        }
        for (Exclusion candidate : Exclusion.alsoListed()) {
            boolean asked = target.text().isEmpty() || candidate.isThere(situation);
            if (asked
                    && candidate.applies().test(situation)
                    && !with(chosen).excludes(candidate.example())
                    && isFree(candidate)) {
                chosen.add(candidate);
            }
        }
        IgnorePatterns listed = with(chosen);
        for (Exclusion candidate : mountedSecrets()) {
            if (!listed.excludes(candidate.example()) && isFree(candidate)) {
                chosen.add(candidate);
            }
        }
        IgnorePatterns after = with(chosen);
        for (ProjectPath stray : carried.missingInClones()) {
            Exclusion candidate = Exclusion.ofMountedSecret(
                    stray.fileName(), situation.files().relative(stray));
            if (!isPattern(stray.fileName())
                    && !after.excludes(candidate.example())
                    && !situation.says(stray.fileName())
                    && chosen.stream().noneMatch(other -> other.pattern().equals(candidate.pattern()))
                    && isFree(candidate)) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    /** What a RUN gets as a secret mount does not come from the context, and should not get there. */
    private List<Exclusion> mountedSecrets() {
        ContextFiles files = situation.files();
        return files.files().stream()
                .filter(path -> situation.needs().mounted().contains(path.fileName()))
                .filter(path -> !isPattern(path.fileName()))
                .map(path -> Exclusion.ofMountedSecret(path.fileName(), files.relative(path)))
                .distinct()
                .toList();
    }

    /** Returns what was not excluded although it is on the list, and why. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private boolean isFree(Exclusion candidate) {
        IgnorePatterns after = with(List.of(candidate));
        // An exception of the file may take the new line back; then it would be noise.
        if (!after.excludes(candidate.example()) || conflict(candidate, after)) {
            return false;
        }
        if (candidate.pattern().equals(GIT)) {
            gitReader().ifPresent(who -> leftOut.add(".git is not excluded: " + who + " asks Git for its version."));
            if (gitReader().isPresent()) {
                return false;
            }
        } else if (isMissedByGit(candidate, after)) {
            return false;
        }
        if (SETTINGS.contains(candidate.pattern()) && settingsReader.isPresent()) {
            if (candidate.pattern().equals(OF_SETTINGS)) {
                leftOut.add(candidate.pattern() + " is not excluded: " + settingsReader.get()
                        + " reads such a file by itself; exclude it once something else hands over what it holds:"
                        + " env_file, --env-file, build arguments.");
            }
            return false;
        }
        if (situation.says(candidate.words().toArray(String[]::new))) {
            return false;
        }
        boolean risky = situation.needs().whole()
                && (candidate.kind() == Exclusion.Kind.SECRET || candidate.kind() == Exclusion.Kind.REPORT);
        Optional<ProjectPath> present = risky ? wanted(after) : Optional.empty();
        present.ifPresent(path -> leftOut.add(candidate.pattern() + " is not excluded: " + path
                + (workspace.isTracked(path) ? " is under version control and" : "")
                + " may be part of the application."));
        return present.isEmpty()
                && (candidate.kind() == Exclusion.Kind.VERSION_CONTROL || !isReadByBuild(candidate, after));
    }

    /** To Git a file that is under version control and not there is a change: {@code git describe --dirty} says so, and builds stop. */
    private boolean isMissedByGit(Exclusion candidate, IgnorePatterns after) {
        if (!asksGit()) {
            return false;
        }
        ContextFiles files = situation.files();
        Optional<ProjectPath> missed = candidate.pattern().equals(OWN)
                ? Optional.of(target.path())
                : files.files().stream()
                        .filter(path -> newlyExcluded(files.relative(path), after))
                        .filter(path ->
                                candidate.kind() != Exclusion.Kind.SECRET || !secrets.isTemplate(path.fileName()))
                        .filter(workspace::isCloned)
                        .findFirst();
        missed.ifPresent(path -> leftOut.add(candidate.pattern() + " is not excluded: "
                + gitReader().get() + " asks Git, to which " + path + " would be deleted."));
        return missed.isPresent();
    }

    private boolean asksGit() {
        return !before.excludes(GIT) && gitReader().isPresent();
    }

    private Optional<String> gitReader() {
        if (gitReader == null) {
            gitReader = new GitReaders(workspace, situation).first();
        }
        return gitReader;
    }

    /** A Makefile, a manifest or a script that the build runs may name a file that no instruction names. */
    private boolean isReadByBuild(Exclusion candidate, IgnorePatterns after) {
        for (ProjectPath path : situation.files().files()) {
            Optional<ProjectPath> reader =
                    newlyExcluded(situation.files().relative(path), after) && workspace.isCloned(path)
                            ? readers.of(path)
                            : Optional.empty();
            if (reader.isPresent()) {
                leftOut.add(candidate.pattern() + " is not excluded: " + reader.get()
                        + ", which the build may run, names " + path + ".");
                return true;
            }
        }
        return false;
    }

    /** Returns what the ignore file says once the lines are added. */
    IgnorePatterns with(List<Exclusion> added) {
        String text = target.text().orElse("");
        int offset = target.insertionPoint(before);
        String changed = text.substring(0, offset) + IgnoreText.addition(text, offset, added) + text.substring(offset);
        return IgnorePatterns.parse(changed).orElseThrow();
    }

    /** Returns whether a file that an instruction names would be missing. */
    private boolean conflict(Exclusion candidate, IgnorePatterns after) {
        boolean product = candidate.kind() == Exclusion.Kind.PRODUCT;
        if (situation.needs().unclear() && candidate.kind() != Exclusion.Kind.VERSION_CONTROL) {
            return true;
        }
        for (String need : situation.needs().named()) {
            boolean named = samples(need).stream().anyMatch(path -> newlyExcluded(path, after));
            boolean pattern = isPattern(need) && matches(need, candidate.example());
            if (named || pattern || (!product && heldFile(need, after))) {
                return true;
            }
        }
        return false;
    }

    /** Returns names that a source may mean: itself, or its pattern filled in. */
    private static List<String> samples(String need) {
        return isPattern(need)
                ? List.of(need.replace("*", ""), need.replace("*", "x").replace("?", "x"), need.replace("*", ".x"))
                : List.of(need);
    }

    private static boolean isPattern(String need) {
        return need.indexOf('*') >= 0 || need.indexOf('?') >= 0 || need.indexOf('[') >= 0;
    }

    /** Sources are matched like lines of an ignore file, and name what is below a folder too. */
    private static boolean matches(String need, String path) {
        return IgnorePatterns.parse(need)
                .map(patterns -> patterns.excludes(path))
                .orElse(true);
    }

    /**
     * Returns whether a file that is there, and that the source names or holds, would be missing. What lies in a directory and
     * a clone lacks, the build does not need. Git is asked last: it is the dearest question, and hardly a file gets that far.
     */
    private boolean heldFile(String need, IgnorePatterns after) {
        ContextFiles files = situation.files();
        return held.computeIfAbsent(need, this::held).stream()
                .filter(path -> newlyExcluded(files.relative(path), after))
                .anyMatch(path -> files.relative(path).equals(need) || workspace.isCloned(path));
    }

    /** Returns the files of the context that a source names or holds. */
    private List<ProjectPath> held(String need) {
        ContextFiles files = situation.files();
        Optional<IgnorePatterns> pattern = isPattern(need) ? IgnorePatterns.parse(need) : Optional.empty();
        boolean any = isPattern(need) && pattern.isEmpty();
        return files.files().stream()
                .filter(path -> {
                    String name = files.relative(path);
                    return any
                            || name.equals(need)
                            || name.startsWith(need + "/")
                            || pattern.filter(it -> it.excludes(name)).isPresent();
                })
                .toList();
    }

    private boolean newlyExcluded(String path, IgnorePatterns after) {
        return after.excludes(path) && !before.excludes(path);
    }

    /** Returns a file that would be missing, that is no template, and that Git does not ignore. */
    private Optional<ProjectPath> wanted(IgnorePatterns after) {
        ContextFiles files = situation.files();
        return files.files().stream()
                .filter(path -> newlyExcluded(files.relative(path), after))
                .filter(path -> !secrets.isTemplate(path.fileName()))
                .filter(workspace::isCloned)
                .filter(path -> !carried.isOnlyMounted(path))
                .findFirst();
    }

    /**
     * Returns the lines that take back templates which a line keeps out: a template is no secret, and the application needs it
     * where a file that is there when it starts names it, and Git where the build asks for changes.
     */
    private List<Exclusion> takenBack(Exclusion line, List<Exclusion> chosen) {
        if (line.kind() != Exclusion.Kind.SECRET) {
            return List.of();
        }
        IgnorePatterns without = with(chosen);
        List<Exclusion> lines = new ArrayList<>(chosen);
        lines.add(line);
        IgnorePatterns after = with(lines);
        ContextFiles files = situation.files();
        return files.files().stream()
                .filter(path -> secrets.isTemplate(path.fileName()) && !isPattern(path.fileName()))
                .filter(path -> after.excludes(files.relative(path)) && !without.excludes(files.relative(path)))
                .filter(workspace::isCloned)
                .filter(path -> isUsed(path) || asksGit())
                .map(path -> Exclusion.ofTakenBack(files.relative(path)))
                .toList();
    }

    private boolean isUsed(ProjectPath template) {
        List<String> words = new ArrayList<>(secrets.templateReaders());
        words.add(template.fileName());
        return new CodeMentions(workspace, Optional.of(situation.files().root())).mayUse(words, template);
    }
}
