package dev.drydock.pullrequest;

import dev.drydock.git.CommitMessage;
import dev.drydock.git.ConventionalCommits;
import dev.drydock.git.PlannedCommit;
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
            CommitMessage message =
                    new CommitMessage(style.subject(step.title()), List.of(), List.of("Drydock-Rule: " + step.rule()));
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
        return lines;
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
