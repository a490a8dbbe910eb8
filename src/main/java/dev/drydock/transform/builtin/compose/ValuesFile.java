package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.DotEnv;
import dev.drydock.compose.Interpolation;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.Secrets;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlEdits;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file {@code .env} beside a compose file, from which compose puts values into it. It takes the secrets of images that read no
 * file: their containers get the same variables as before.
 */
final class ValuesFile {
    private static final String NAME = ".env";

    /** What the name of a compose file says of all of them. */
    private static final Set<String> COMMON = Set.of("docker", "podman", "compose", "container", "yml", "yaml");

    private final Project project;
    private final ProjectFile file;
    private final SecretPlaces places;
    private final Map<EnvironmentSecret, String> taken = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    /** What the file, made by this run for another compose file, says already. */
    private final Map<String, String> present = new LinkedHashMap<>();

    private final boolean usable;

    /** @param claimed the names that other compose files of the directory take, and what they stand for there */
    ValuesFile(Project project, ProjectFile file, SecretPlaces places, Map<String, String> claimed) {
        this.project = project;
        this.file = file;
        this.places = places;
        this.usable = isUsable();
        if (usable) {
            project.file(path())
                    .ifPresent(made -> present.putAll(DotEnv.parse(made.source().text())));
            values.putAll(claimed);
            values.putAll(present);
        }
    }

    /** A file that was there before is somebody else's, and a stack reads none. */
    private boolean isUsable() {
        return project.workspace().isKnown()
                && (project.file(path()).isPresent() || project.workspace().kind(path()) == Workspace.Kind.ABSENT)
                && new ContainerUses(project, file).stackDeploy().isEmpty()
                && otherReader().isEmpty();
    }

    /** Returns what is in the way of a file that somebody makes by hand, or empty. */
    Optional<String> inTheWay() {
        return project.workspace().kind(path()) == Workspace.Kind.OTHER
                ? Optional.of(NAME + " " + Workspace.LEADS_NOWHERE)
                : otherReader();
    }

    /** Returns how compose gets to the file without reading {@code .env} beside it, or empty. */
    private Optional<String> otherReader() {
        ContainerUses uses = new ContainerUses(project, file);
        return uses.otherValues()
                .map(place -> place + " gives compose another file of values, so that it does not read " + NAME
                        + "; put the value there")
                .or(() -> uses.otherDirectory()
                        .map(place -> place + " gives compose another project directory, so that it does not read "
                                + NAME + " here; put the value into the one there"))
                .or(() -> uses.extendedElsewhere()
                        .map(place -> place + " extends a service of this file, and compose reads the " + NAME
                                + " there then; put the value into both"));
    }

    private ProjectPath path() {
        return file.path().parent().resolve(NAME).orElseThrow();
    }

    /** Returns whether the secret goes to the file; it is reported with all others then. */
    boolean takes(EnvironmentSecret secret) {
        Optional<Interpolation.Part.Variable> variable = secret.value().isPresent() ? Optional.empty() : asked(secret);
        String value = secret.value()
                .or(() -> variable.map(found -> found.operand().text()))
                .orElse("");
        boolean plain = !value.isEmpty() && value.chars().allMatch(c -> c >= ' ' && c != '\'' && c != '$' && c != '\\');
        if (!usable || !plain || !secret.pair().isPassedAsWritten()) {
            return false;
        }
        String own = variable.map(Interpolation.Part.Variable::name).orElse(secret.name());
        String longer = secret.service().name().toUpperCase(Locale.ROOT).replace('-', '_') + "_" + own;
        Optional<String> name = Stream.of(own, longer, ownWord() + own, ownWord() + longer)
                .filter(each -> variable.isEmpty() || each.equals(own))
                .filter(ValuesFile::isName)
                .filter(each -> isFree(each, value, variable))
                .findFirst();
        name.ifPresent(found -> {
            values.put(found, value);
            taken.put(secret, found);
        });
        return name.isPresent();
    }

    /** Returns the names that were taken, and what they stand for. */
    Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        taken.values().forEach(name -> chosen.put(name, values.get(name)));
        return chosen;
    }

    private static Optional<Interpolation.Part.Variable> asked(EnvironmentSecret secret) {
        return secret.pair()
                .interpolation()
                .filter(Interpolation::isOnlyVariable)
                .map(text -> text.parts().get(0))
                .filter(Interpolation.Part.Variable.class::isInstance)
                .map(Interpolation.Part.Variable.class::cast);
    }

    /** Returns what tells the compose file from those beside it, as the start of a name: {@code STAGING_}, or nothing. */
    private String ownWord() {
        String words = Stream.of(file.path().fileName().split("[^A-Za-z0-9]+"))
                .filter(word -> !COMMON.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("_"));
        return words.isEmpty() ? "" : words.toUpperCase(Locale.ROOT) + "_";
    }

    /**
     * A variable that compose files beside it speak of, in another way, would get a value that it did not have. Those that took
     * the same value from the file before speak of the same one.
     */
    private boolean isFree(String name, String value, Optional<Interpolation.Part.Variable> variable) {
        String same = variable.map(
                        found -> name + found.operator() + found.operand().text() + "}")
                .orElseGet(() -> value.equals(present.get(name)) ? name + ":?}" : "");
        return values.getOrDefault(name, value).equals(value)
                && project.files(FileKind.COMPOSE)
                        .filter(other ->
                                other.path().parent().equals(file.path().parent()))
                        .map(other -> other.source().text())
                        .noneMatch(text -> asks(text, name, same));
    }

    /** Returns whether a text asks for the variable otherwise than in the one way; two dollar signs stand for one. */
    private static boolean asks(String text, String name, String same) {
        for (int at = text.indexOf('$'); at >= 0 && at + 1 < text.length(); at = text.indexOf('$', at + 1)) {
            if (text.charAt(at + 1) == '$') {
                at++;
                continue;
            }
            boolean braced = text.charAt(at + 1) == '{';
            int start = braced ? at + 2 : at + 1;
            int end = start + name.length();
            boolean named =
                    text.startsWith(name, start) && (end == text.length() || !isNameCharacter(text.charAt(end)));
            if (named && !(braced && !same.isEmpty() && text.startsWith(same, start))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameCharacter(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> isNameCharacter((char) c));
    }

    /**
     * What becomes of the secrets that were taken.
     *
     * @param range where the first of them stands
     * @param rewrite one for all of them; empty if there is a reason against it
     */
    record Move(TextRange range, String message, Optional<Rewrite> rewrite, String reason) {}

    /** Returns the move, and each secret that cannot be rewritten for itself; empty if nothing was taken. */
    List<Move> moves(Supplier<YamlEditor> editors, List<ComposeService> all, Secrets secrets) {
        List<Move> moves = new ArrayList<>();
        if (!taken.isEmpty() && rewritten(editors.get(), taken).refusal().isPresent()) {
            for (Map.Entry<EnvironmentSecret, String> each : List.copyOf(taken.entrySet())) {
                rewritten(editors.get(), Map.of(each.getKey(), each.getValue()))
                        .refusal()
                        .ifPresent(refusal -> {
                            EnvironmentSecret secret = each.getKey();
                            taken.remove(secret);
                            moves.add(new Move(
                                    secret.pair().element().range(),
                                    EnvToSecrets.message(secret),
                                    Optional.empty(),
                                    refusal.reason()));
                        });
            }
        }
        if (!taken.isEmpty()) {
            moves.add(move(rewritten(editors.get(), taken), all, secrets));
        }
        return moves;
    }

    private static YamlEdits rewritten(YamlEditor editor, Map<EnvironmentSecret, String> secrets) {
        secrets.forEach((secret, name) -> replace(editor, secret, "${" + name + ":?}"));
        return editor.finish();
    }

    private Move move(YamlEdits edits, List<ComposeService> all, Secrets secrets) {
        EnvironmentSecret first = taken.keySet().iterator().next();
        String names =
                taken.keySet().stream().map(EnvironmentSecret::name).distinct().collect(Collectors.joining(", "));
        Set<String> services = taken.keySet().stream()
                .map(secret -> secret.service().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String message = taken.size() == 1
                ? EnvToSecrets.message(first)
                : "the variables " + names + " of the " + (services.size() == 1 ? "service " : "services ")
                        + String.join(", ", services) + EnvToSecrets.fault(taken.keySet());
        SecretPlaces.Ignored ignored = places.ignored(all, NAME, "/" + NAME);
        Optional<String> refusal = ignored.problem().or(() -> edits.refusal().map(found -> found.reason()));
        TextRange place = first.pair().element().range();
        if (refusal.isPresent()) {
            return new Move(place, message, Optional.empty(), refusal.get());
        }
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Edits(file.path(), edits.edits().orElseThrow()));
        change().ifPresent(changes::add);
        changes.addAll(ignored.changes());
        boolean guessable = taken.keySet().stream().allMatch(EnvironmentSecret::isGuessable);
        Optional<String> missing = guessable
                ? Optional.empty()
                : new MissingFile(project, file, NAME)
                        .assumption(taken.keySet())
                        .or(() -> new EnvFileReader(project, file.path().parent(), secrets)
                                .assumption(new LinkedHashSet<>(taken.values())));
        String alone = "Compose is started with this directory as that of the project, and nobody sets "
                + String.join(", ", new LinkedHashSet<>(taken.values())) + " to something else.";
        Rewrite rewrite = new Rewrite(
                "take " + names + " from .env",
                guessable || missing.isPresent() ? Safety.SUGGEST : Safety.REVIEW,
                changes,
                Stream.concat(Stream.of(alone), missing.stream()).toList(),
                notes());
        return new Move(place, message, Optional.of(rewrite), "");
    }

    private static void replace(YamlEditor editor, EnvironmentSecret secret, String value) {
        if (secret.pair().element() instanceof YamlEntry entry) {
            editor.replaceValue(entry.value(), YamlValue.string(value));
        } else {
            editor.replaceScalar((YamlScalar) secret.pair().node(), secret.name() + "=" + value);
        }
    }

    /** Returns what makes or extends the file; empty if another compose file brought all that is needed. */
    private Optional<FileChange> change() {
        Optional<ProjectFile> made = project.file(path());
        List<String> lines = added();
        if (made.isEmpty()) {
            return Optional.of(new FileChange.Creation(path(), String.join("", lines), true));
        }
        int end = made.get().source().length();
        return Optional.of(lines)
                .filter(some -> !some.isEmpty())
                .map(some -> new FileChange.Edits(
                        path(),
                        some.stream().map(line -> TextEdit.insert(end, line)).toList()));
    }

    /**
     * Returns the lines that are new, each an edit of its own: one that another compose file needs, too, is written once. In single
     * quotes nothing is put into a value.
     */
    private List<String> added() {
        return taken.values().stream()
                .distinct()
                .filter(name -> !present.containsKey(name))
                .map(name -> name + "='" + values.get(name) + "'\n")
                .toList();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Copy .env to every host: without it compose refuses to start and names the variable.");
        if (taken.keySet().stream().anyMatch(secret -> secret.kind().isLeaked())) {
            notes.add("The old values are in the history of the file: change them.");
        }
        return notes;
    }
}
