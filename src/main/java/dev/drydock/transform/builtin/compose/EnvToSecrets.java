package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.transform.builtin.ComposeSections;
import dev.drydock.transform.builtin.ComposeTransform;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlEdits;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Moves secrets from the environment of a service to files that only the service and its owner read. */
public final class EnvToSecrets extends ComposeTransform {
    private static final String MOUNTED = "/run/secrets/";
    private static final String KEPT =
            "The directory " + SecretPlaces.FOLDER + " is closed to other users of the host; the files in it are"
                    + " readable because every account of the container must read them. Copy the directory to every host.";

    public EnvToSecrets() {
        super("env-to-secrets");
    }

    @Override
    protected void inspect(Subject subject) {
        if (subject.compose().form() != ComposeFile.Form.SERVICES) {
            return;
        }
        Knowledge knowledge = subject.inspection().facts().knowledge();
        SecretPlaces places = new SecretPlaces(
                subject.inspection().project(),
                subject.file(),
                subject.compose().secrets());
        Set<YamlElement> seen = new HashSet<>();
        ValuesFile values = new ValuesFile(
                subject.inspection().project(),
                subject.file(),
                places,
                ClaimedNames.before(subject.inspection().project(), knowledge, subject.file()));
        Optional<String> store = AppStore.of(subject.inspection().project(), subject.file(), subject.compose());
        SameValue same = new SameValue(subject.inspection().project(), subject.file(), subject.compose());
        for (ComposeService service : subject.compose().services()) {
            RunImage image = RunImage.of(service, knowledge.images());
            List<EnvironmentSecret> secrets = EnvironmentSecret.of(service, image, knowledge).stream()
                    .filter(secret ->
                            isHere(subject, secret) && seen.add(secret.pair().element()))
                    .toList();
            if (!secrets.isEmpty()) {
                inspect(subject, service, image, secrets, places, values, store, same);
            }
        }
        values.moves(subject::editor, subject.compose().services(), knowledge.secrets())
                .forEach(move -> move.rewrite()
                        .ifPresentOrElse(
                                rewrite -> subject.repair(move.range(), move.message(), rewrite),
                                () -> subject.abstain(move.range(), move.message(), move.reason())));
    }

    private static boolean isHere(Subject subject, EnvironmentSecret secret) {
        return secret.pair().element().document()
                == subject.compose().document().orElseThrow();
    }

    private static void inspect(
            Subject subject,
            ComposeService service,
            RunImage image,
            List<EnvironmentSecret> secrets,
            SecretPlaces places,
            ValuesFile values,
            Optional<String> store,
            SameValue same) {
        SecretFileSupport support = new SecretFileSupport(
                subject.inspection().project(),
                subject.file(),
                service,
                image,
                subject.inspection().facts().knowledge());
        Map<EnvironmentSecret, String> movable = new LinkedHashMap<>();
        for (EnvironmentSecret secret : secrets) {
            Optional<String> reason = store.isPresent()
                    ? Optional.of(store.get() + " installs the file alone, and a secret beside it would be missing")
                    : whyNot(support, secret, places);
            if (reason.isEmpty()) {
                movable.put(secret, support.fileVariable(secret).orElseThrow());
            }
            if (reason.isPresent() && store.isEmpty() && values.takes(secret)) {
                continue;
            }
            String more = values.inTheWay().map(text -> "; " + text).orElse("");
            reason.ifPresent(why -> subject.abstain(secret.pair().element().range(), message(secret), why + more));
        }
        if (!movable.isEmpty()) {
            move(subject, support, service, movable, places, same);
        }
    }

    /** Returns why the secret does not go to a file of its own, or empty. */
    static Optional<String> whyNot(SecretFileSupport support, EnvironmentSecret secret, SecretPlaces places) {
        if (secret.value().isEmpty()) {
            return Optional.of("the secret is the default in ${VAR:-...}; remove the default and set VAR in .env");
        }
        if (!secret.pair().isPassedAsWritten()) {
            return Optional.of("compose reads the value as a number or a date, and the container gets another text;"
                    + " put what it should get in quotes");
        }
        Optional<String> variable = support.fileVariable(secret);
        if (variable.isEmpty()) {
            return Optional.of(support.lack(secret) + "; " + byHand(secret));
        }
        return support.obstacle(secret, variable.get()).or(() -> places.obstacle(places.name(secret)));
    }

    private static String byHand(EnvironmentSecret secret) {
        return "put ${" + secret.name() + ":?} here and the value into .env, outside of the repository";
    }

    static String message(EnvironmentSecret secret) {
        return "the variable " + secret.name() + " of the service "
                + secret.service().name() + " "
                + (secret.isGuessable() ? "sets a password that everybody can guess" : "keeps a secret in the file");
    }

    /** Says of several variables what {@link #message} says of one. */
    static String fault(Collection<EnvironmentSecret> secrets) {
        return secrets.stream().allMatch(EnvironmentSecret::isGuessable)
                ? " set passwords that everybody can guess"
                : " keep secrets in the file";
    }

    private static void move(
            Subject subject,
            SecretFileSupport support,
            ComposeService service,
            Map<EnvironmentSecret, String> movable,
            SecretPlaces places,
            SameValue same) {
        EnvironmentSecret first = movable.keySet().iterator().next();
        String message = movable.size() == 1
                ? message(first)
                : "the variables " + names(movable) + " of the service " + service.name() + fault(movable.keySet());
        boolean external = subject.inspection().options().flag("external", false);
        SecretPlaces.Ignored ignored = external
                ? new SecretPlaces.Ignored(List.of(), Optional.empty())
                : places.ignored(subject.compose().services());
        if (ignored.problem().isPresent()) {
            subject.abstain(
                    first.pair().element().range(), message, ignored.problem().get());
            return;
        }
        Set<String> granted = new LinkedHashSet<>();
        YamlEditor editor = subject.editor();
        for (Map.Entry<EnvironmentSecret, String> each : movable.entrySet()) {
            String name = places.name(each.getKey());
            granted.add(name);
            replace(editor, each.getKey(), each.getValue(), MOUNTED + name);
        }
        Optional<String> refusal = grant(editor, service, granted).or(() -> define(subject, editor, granted, external));
        YamlEdits edits = editor.finish();
        if (refusal.isEmpty() && edits.refusal().isPresent()) {
            Map<EnvironmentSecret, String> rest = rewritable(subject, movable, places);
            if (!rest.isEmpty() && rest.size() < movable.size()) {
                move(subject, support, service, rest, places, same);
                return;
            }
        }
        if (refusal.isPresent() || edits.refusal().isPresent()) {
            String reason =
                    refusal.orElseGet(() -> edits.refusal().orElseThrow().reason());
            subject.abstain(first.pair().element().range(), message, reason);
            return;
        }
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Edits(
                subject.file().path(),
                new SharedSection(granted).divide(edits.edits().orElseThrow())));
        if (!external) {
            granted.forEach(name -> changes.add(places.creation(name)));
        }
        changes.addAll(ignored.changes());
        Optional<String> missing = external ? Optional.empty() : missing(subject, movable);
        subject.repair(
                first.pair().element().range(),
                message,
                new Rewrite(
                        "read " + names(movable) + " from " + (granted.size() == 1 ? "a file" : "files"),
                        isForDevelopment(movable) || missing.isPresent() ? Safety.SUGGEST : Safety.REVIEW,
                        changes,
                        assumptions(support, first, movable, missing),
                        notes(same, movable, external ? made(granted) : List.of(KEPT))));
    }

    /** Returns those that the editor rewrites, and tells of each other one why it does not. */
    private static Map<EnvironmentSecret, String> rewritable(
            Subject subject, Map<EnvironmentSecret, String> movable, SecretPlaces places) {
        Map<EnvironmentSecret, String> rest = new LinkedHashMap<>(movable);
        movable.forEach((secret, variable) -> {
            YamlEditor editor = subject.editor();
            replace(editor, secret, variable, MOUNTED + places.name(secret));
            Optional<YamlEdits.Refused> refused = editor.finish().refusal();
            if (refused.isPresent() && movable.size() > 1) {
                rest.remove(secret);
                subject.abstain(
                        secret.pair().element().range(),
                        message(secret),
                        refused.get().reason());
            }
        });
        return rest;
    }

    /** What everybody can guess is no secret; a file that every checkout has to make first may cost more than it hides. */
    private static boolean isForDevelopment(Map<EnvironmentSecret, String> movable) {
        return movable.keySet().stream().allMatch(EnvironmentSecret::isGuessable);
    }

    private static Optional<String> missing(Subject subject, Map<EnvironmentSecret, String> movable) {
        String folder = "the directory " + SecretPlaces.FOLDER;
        return isForDevelopment(movable)
                ? Optional.of("Whoever checks the project out makes " + folder + " first.")
                : new MissingFile(subject.inspection().project(), subject.file(), folder).assumption(movable.keySet());
    }

    private static List<String> assumptions(
            SecretFileSupport support,
            EnvironmentSecret first,
            Map<EnvironmentSecret, String> movable,
            Optional<String> missing) {
        String reader = "Only " + support.reader(first) + " needs " + names(movable) + ".";
        return Stream.concat(Stream.of(reader), missing.stream()).toList();
    }

    private static String names(Map<EnvironmentSecret, String> movable) {
        return String.join(
                ", ", movable.keySet().stream().map(EnvironmentSecret::name).toList());
    }

    private static void replace(YamlEditor editor, EnvironmentSecret secret, String variable, String path) {
        if (secret.pair().element() instanceof YamlEntry entry) {
            editor.renameKey(entry, variable);
            editor.replaceValue(entry.value(), YamlValue.string(path));
        } else {
            editor.replaceScalar((YamlScalar) secret.pair().node(), variable + "=" + path);
        }
    }

    /** Lets the service read the secrets. */
    private static Optional<String> grant(YamlEditor editor, ComposeService service, Set<String> names) {
        Optional<Setting> present = service.setting("secrets");
        if (present.isEmpty()) {
            YamlMapping mapping = service.mapping().orElseThrow();
            YamlValue list = YamlValue.strings(List.copyOf(names));
            Optional<YamlEntry> environment = service.ownEntry("environment");
            boolean last = environment
                    .filter(entry -> mapping.entries().indexOf(entry)
                            == mapping.entries().size() - 1)
                    .isPresent();
            if (environment.isEmpty()) {
                editor.insertLast(mapping, "secrets", list);
            } else if (last) {
                // Behind the last service stands what other repairs add at the end of the file.
                editor.insertBefore(environment.get(), "secrets", list);
            } else {
                editor.insertAfter(environment.get(), "secrets", list);
            }
            return Optional.empty();
        }
        if (!present.get().provenance().isOwn() || !(present.get().entry().value() instanceof YamlSequence sequence)) {
            return Optional.of("its list of secrets comes from another place");
        }
        names.forEach(name -> editor.appendItem(sequence, YamlValue.string(name)));
        return Optional.empty();
    }

    private static Optional<String> define(Subject subject, YamlEditor editor, Set<String> names, boolean external) {
        Optional<YamlEntry> section = subject.compose().section("secrets");
        if (section.isEmpty()) {
            YamlValue.MapValue all = YamlValue.map();
            for (String name : names) {
                all = all.with(name, definition(name, external));
            }
            ComposeSections.add(editor, subject.compose(), "secrets", all);
            return Optional.empty();
        }
        if (!(section.get().value() instanceof YamlMapping)
                && !section.get().value().isNull()) {
            return Optional.of("the secrets of the file are no mapping of their own");
        }
        names.forEach(name -> editor.insertInto(section.get(), name, definition(name, external)));
        return Optional.empty();
    }

    private static YamlValue definition(String name, boolean external) {
        if (external) {
            return YamlValue.map("external", YamlValue.bool(true));
        }
        return YamlValue.map().with("file", "./" + SecretPlaces.FOLDER + "/" + name);
    }

    /** Returns how the secrets of a swarm are made. */
    private static List<String> made(Set<String> names) {
        return names.stream()
                .map(name -> "Make the secret before the stack is deployed: docker secret create " + name + " FILE.")
                .toList();
    }

    private static List<String> notes(SameValue same, Map<EnvironmentSecret, String> movable, List<String> places) {
        List<String> notes = new ArrayList<>(places);
        boolean leaked =
                movable.keySet().stream().anyMatch(secret -> secret.kind().isLeaked());
        if (leaked) {
            notes.add("The old values are in the history of the file: change them.");
        }
        Set<String> others = new LinkedHashSet<>();
        movable.keySet().forEach(secret -> others.addAll(same.places(secret)));
        if (!others.isEmpty()) {
            notes.add("The same value stands in " + String.join(", ", others) + ".");
        }
        return notes;
    }
}
