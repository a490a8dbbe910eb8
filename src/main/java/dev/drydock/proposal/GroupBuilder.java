package dev.drydock.proposal;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.FileDelta;
import dev.drydock.engine.RunResult;
import dev.drydock.git.FileChange;
import dev.drydock.project.FileKind;
import dev.drydock.pullrequest.ChangeGroup;
import dev.drydock.pullrequest.ChangeItem;
import dev.drydock.pullrequest.NotFixed;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Puts the results of several projects together into one group. */
final class GroupBuilder {
    private final Map<String, FileChange> files = new TreeMap<>();
    private final List<RunResult> results = new ArrayList<>();
    private final List<NotFixed> left = new ArrayList<>();
    private final Map<String, FileKind> named = new TreeMap<>();
    private final Steps steps;

    GroupBuilder(Catalogue catalogue) {
        this.steps = new Steps(catalogue);
    }

    /** Adds the changes of a project; as a whole not, if another project has changed one of its files differently. */
    void add(Candidate candidate, RunResult result) {
        List<FileChange> changes = new ArrayList<>();
        for (FileDelta delta : result.deltas()) {
            if (delta.secret()) {
                left.add(NotFixed.secretFile(delta.path().value()));
            } else {
                changes.add(change(delta));
            }
        }
        Optional<FileChange> taken = changes.stream()
                .filter(change -> files.containsKey(change.path())
                        && !files.get(change.path()).equals(change))
                .findFirst();
        if (taken.isPresent()) {
            left.add(new NotFixed(
                    "project",
                    candidate.main().value(),
                    0,
                    "another file asks for a different " + taken.get().path(),
                    "left for the next run"));
            return;
        }
        if (!changes.isEmpty()) {
            changes.forEach(change -> files.put(change.path(), change));
            results.add(result);
            steps.add(result);
            name(result);
        }
    }

    /** What a group is called follows from what people maintain, not from what belongs to that. */
    private void name(RunResult result) {
        for (FileDelta delta : result.deltas()) {
            result.before()
                    .file(delta.path())
                    .filter(file -> file.kind() != FileKind.IGNORE_FILE)
                    .ifPresent(file -> named.put(delta.path().value(), file.kind()));
        }
    }

    private static FileChange change(FileDelta delta) {
        byte[] after = SourceText.of(delta.after()).encode();
        return delta.before()
                .map(before -> FileChange.edit(
                        delta.path().value(), SourceText.of(before).encode(), after))
                .orElseGet(() -> FileChange.add(delta.path().value(), after));
    }

    /** Returns whether the group changes the file. */
    boolean changes(String path) {
        return files.containsKey(path);
    }

    /** Returns the group, or empty if nothing changes. */
    Optional<ChangeGroup> build(String name, Titles titles, UnaryOperator<String> ruleTitle, List<NotFixed> others) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<ChangeItem> items = items();
        List<String> rules = items.stream().map(ChangeItem::rule).distinct().toList();
        String title = rules.size() == 1 ? ruleTitle.apply(rules.get(0)) : titles.of(named);
        left.addAll(others);
        return Optional.of(new ChangeGroup(name, title, List.copyOf(files.values()), items, left, steps.build(files)));
    }

    private List<ChangeItem> items() {
        List<ChangeItem> items = new ArrayList<>();
        for (RunResult result : results) {
            result.changes().forEach(change -> items.add(item(result, change)));
        }
        items.sort(Comparator.comparing(ChangeItem::path).thenComparingInt(ChangeItem::line));
        return items;
    }

    private static ChangeItem item(RunResult result, AppliedChange change) {
        boolean isNew = result.before().file(change.location().path()).isEmpty();
        return new ChangeItem(
                change.transform(),
                change.location().path().value(),
                isNew ? 0 : change.location().line(),
                title(change),
                change.finding().message(),
                change.entry().page().why(),
                change.level(),
                assumptions(change),
                notes(change),
                Optional.empty());
    }

    /** A secret file is not part of the group, so somebody has to make it before the change is of use. */
    private static List<String> assumptions(AppliedChange change) {
        List<String> assumptions = new ArrayList<>(change.rewrite().assumptions());
        change.files().stream()
                .filter(FileDelta::secret)
                .map(delta -> delta.path() + " exists where the application runs: it holds a secret value, so it is not"
                        + " committed.")
                .forEach(assumptions::add);
        return assumptions;
    }

    private static List<String> notes(AppliedChange change) {
        List<String> notes = new ArrayList<>(change.rewrite().notes());
        change.proof().map(line -> change.entry().code() + " " + line + ".").ifPresent(notes::add);
        return notes;
    }

    /** A digest in a title would make the same proposal another one each time the tag moves. */
    private static String title(AppliedChange change) {
        String title = change.rewrite().title();
        boolean stable = !title.isEmpty() && !title.contains("sha256:");
        String chosen = stable ? title : change.entry().title();
        return Character.toUpperCase(chosen.charAt(0)) + chosen.substring(1);
    }
}
