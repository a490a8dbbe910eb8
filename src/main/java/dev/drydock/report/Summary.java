package dev.drydock.report;

import dev.drydock.edit.Safety;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a run, counted file by file. Not thread-safe: one thread reports. */
public final class Summary {
    /** What one rule came to: how many repaired, how many left. */
    public record RuleCount(String code, String rule, int repaired, int left) {}

    private int files;
    private int changedFiles;
    private int errors;
    private final Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
    private final Map<Safety, Integer> above = new EnumMap<>(Safety.class);
    private final Map<String, RuleCount> byRule = new TreeMap<>();

    /** Counts one file. */
    public void add(FileReport file) {
        // A file that would be created is not one of those that were looked at.
        files += file.before().isPresent() || !file.errors().isEmpty() ? 1 : 0;
        changedFiles += file.isChanged() ? 1 : 0;
        errors += file.errors().size();
        for (Issue issue : file.issues()) {
            byStatus.merge(issue.status(), 1, Integer::sum);
            if (issue.status() == Status.ABOVE_LEVEL) {
                issue.safety().ifPresent(safety -> above.merge(safety, 1, Integer::sum));
            }
            int repaired = issue.status() == Status.REPAIRED ? 1 : 0;
            byRule.merge(
                    issue.code() + " " + issue.rule(),
                    new RuleCount(issue.code(), issue.rule(), repaired, 1 - repaired),
                    (a, b) -> new RuleCount(a.code(), a.rule(), a.repaired() + b.repaired(), a.left() + b.left()));
        }
    }

    public int files() {
        return files;
    }

    public int changedFiles() {
        return changedFiles;
    }

    public int errors() {
        return errors;
    }

    public int repaired() {
        return byStatus.getOrDefault(Status.REPAIRED, 0);
    }

    /** Returns the number of findings that this run does not repair. */
    public int left() {
        return total() - repaired();
    }

    public int total() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the figures of each rule that found something, ordered by code. */
    public List<RuleCount> rules() {
        return new ArrayList<>(byRule.values());
    }

    /**
     * Returns one line: {@code 3 files: 7 fixed, 2 left (1 needs --safety suggest)}.
     *
     * @param repairedWord what the run did with what it can repair: "fixed", "to fix"
     */
    public String line(String repairedWord) {
        StringBuilder line = new StringBuilder(counted(files, "file")).append(": ");
        if (total() == 0 && errors == 0) {
            return line.append("nothing to do").toString();
        }
        line.append(repaired())
                .append(' ')
                .append(repairedWord)
                .append(", ")
                .append(left())
                .append(" left");
        List<String> needs = new ArrayList<>();
        above.forEach((safety, count) ->
                needs.add(count + (count == 1 ? " needs" : " need") + " --safety " + safety.label()));
        if (!needs.isEmpty()) {
            line.append(" (").append(String.join(", ", needs)).append(')');
        }
        if (errors > 0) {
            line.append(", ").append(counted(errors, "error"));
        }
        return line.toString();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
