package dev.drydock.pullrequest;

import dev.drydock.git.CommitMessage;
import dev.drydock.git.ConventionalCommits;
import dev.drydock.git.PlannedCommit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commits that carry a group. */
final class GroupCommits {
    private static final int MOST_RULES = 30;
    private static final int MOST_PATHS = 5;

    private GroupCommits() {}

    /** Returns one commit, or one for each step if the options ask for that and the steps are known. */
    static List<PlannedCommit> of(ChangeGroup group, ConventionalCommits style, RequestOptions options) {
        if (!options.commitPerStep() || group.steps().isEmpty()) {
            String subject = style.subject(group.title());
            return List.of(new PlannedCommit(new CommitMessage(subject, body(group), rules(group)), group.files()));
        }
        List<PlannedCommit> commits = new ArrayList<>();
        for (ChangeStep step : group.steps()) {
            CommitMessage message = new CommitMessage(
                    style.subject(step.title()),
                    secretFiles(namedIn(step, group.secretFiles())),
                    List.of("Drydock-Rule: " + step.rule()));
            commits.add(new PlannedCommit(message, step.files()));
        }
        return commits;
    }

    /** One rule does different things in different files: each is told with its own files. */
    private record Done(String rule, String title) {}

    private static List<String> body(ChangeGroup group) {
        Map<Done, Set<String>> paths = new LinkedHashMap<>();
        group.items()
                .forEach(item -> paths.computeIfAbsent(
                                new Done(item.rule(), item.title()), done -> new LinkedHashSet<>())
                        .add(item.path()));
        List<String> lines = new ArrayList<>();
        paths.forEach((done, files) -> {
            if (lines.size() < 2 * MOST_RULES) {
                lines.add("- " + done.title());
                lines.add("  " + done.rule() + ": " + files(files));
            }
        });
        List<String> secrets = secretFiles(group.secretFiles());
        if (!secrets.isEmpty()) {
            lines.add("");
            lines.addAll(secrets);
        }
        return lines;
    }

    /** What a commit cannot hold has to be made by those who use it. */
    private static List<String> secretFiles(List<String> paths) {
        List<String> lines = new ArrayList<>();
        if (!paths.isEmpty()) {
            lines.add("To be made where the application runs, before it is started; not committed,");
            lines.add("because of the secret values:");
            paths.forEach(path -> lines.add("- " + path));
        }
        return lines;
    }

    /** Returns the secret files whose name the step brings into a file. */
    private static List<String> namedIn(ChangeStep step, List<String> paths) {
        return paths.stream()
                .filter(path -> {
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    return step.files().stream()
                            .anyMatch(file -> text(file.after()).contains(name)
                                    && !file.before()
                                            .map(GroupCommits::text)
                                            .orElse("")
                                            .contains(name));
                })
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String files(Set<String> paths) {
        String first = String.join(", ", paths.stream().limit(MOST_PATHS).toList());
        return paths.size() <= MOST_PATHS ? first : first + " and " + (paths.size() - MOST_PATHS) + " more";
    }

    private static List<String> rules(ChangeGroup group) {
        return group.items().stream()
                .map(ChangeItem::rule)
                .distinct()
                .limit(MOST_RULES)
                .map(rule -> "Drydock-Rule: " + rule)
                .toList();
    }
}
