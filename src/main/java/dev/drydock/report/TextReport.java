package dev.drydock.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings for people, in the form that editors and terminals link: {@code path:line:column}. What is said of several places
 * of a file in the same words is told once, with the other lines, and what is said of many files in the same words is told of the
 * first of them, and counted at the end.
 */
public final class TextReport implements Report {
    private final PrintWriter out;
    private final Palette palette;
    private final Wording wording;

    /**
     * How much is said.
     *
     * @param repairedWord "fixed" or "to fix"
     * @param details whether assumptions and notes are printed with what is repaired
     * @param summary whether the last line gives the figures
     * @param leftOnly whether only what is not repaired is printed
     * @param each whether each finding is told for itself and in full, also where the same is said of many
     */
    public record Wording(String repairedWord, boolean details, boolean summary, boolean leftOnly, boolean each) {}

    /** How many files have to be told the same before the rest of them is only counted. */
    private static final int MOST_FILES = 3;

    private static final int MOST_LINES = 8;

    /** What findings have in common that are told together; what is wrong differs by a name at most. */
    private record Kind(String code, String label, String remedy, List<Object> more) {
        static Kind of(Issue issue, boolean details) {
            List<Object> more = new ArrayList<>(List.of(issue.status(), issue.proof()));
            if (details) {
                more.addAll(List.of(issue.assumptions(), issue.notes()));
            }
            return new Kind(issue.code(), issue.label(), issue.remedy(), more);
        }
    }

    /** What was told of some files, and is only counted of the rest. */
    private static final class Rest {
        private int told;
        private int files;
        private int places;
        private String path = "";
        private List<Issue> first = List.of();
    }

    private final Map<Kind, Rest> rests = new LinkedHashMap<>();

    public TextReport(PrintWriter out, Palette palette, Wording wording) {
        this.out = out;
        this.palette = palette;
        this.wording = wording;
    }

    @Override
    public void file(FileReport file) {
        List<Issue> issues = file.issues().stream()
                .filter(issue -> !wording.leftOnly() || issue.status() != Status.REPAIRED)
                .toList();
        if (wording.each()) {
            issues.forEach(issue -> issue(file.path(), issue, ""));
            return;
        }
        Map<Kind, List<Issue>> groups = new LinkedHashMap<>();
        for (Issue issue : issues) {
            groups.computeIfAbsent(Kind.of(issue, hasDetails(issue)), kind -> new ArrayList<>())
                    .add(issue);
        }
        groups.forEach((kind, group) -> {
            if (!isOnlyCounted(kind, file.path(), group)) {
                issue(file.path(), group.get(0), others(group));
            }
        });
    }

    /** What a run repairs is told of every file. */
    private boolean isOnlyCounted(Kind kind, String path, List<Issue> group) {
        if (group.get(0).status() == Status.REPAIRED) {
            return false;
        }
        Rest rest = rests.computeIfAbsent(kind, unused -> new Rest());
        if (rest.told < MOST_FILES) {
            rest.told++;
            return false;
        }
        if (rest.files == 0) {
            rest.path = path;
            rest.first = group;
        }
        rest.files++;
        rest.places += group.size();
        return true;
    }

    private static String others(List<Issue> group) {
        if (group.size() == 1) {
            return "";
        }
        int first = group.get(0).place().line();
        List<String> lines = group.stream()
                .map(issue -> issue.place().line())
                .filter(line -> line != first)
                .distinct()
                .map(String::valueOf)
                .toList();
        String named = String.join(", ", lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        String where = lines.isEmpty()
                ? " in this line"
                : (lines.size() == 1 ? ": line " : ": lines ") + named + (lines.size() > MOST_LINES ? ", ..." : "");
        return " (and " + (group.size() - 1) + " more" + where + ")";
    }

    private void issue(String path, Issue issue, String others) {
        line(palette.bold(Printable.path(path)) + ":" + issue.place().line() + ":"
                + issue.place().column() + ": " + palette.red(issue.code()) + " " + label(issue) + " "
                + Printable.of(issue.message()) + others);
        remedy(issue);
        issue.proof().ifPresent(line -> line("    proof: " + Printable.of(line)));
        if (hasDetails(issue)) {
            issue.assumptions().forEach(sentence -> line("    assumes: " + Printable.of(sentence)));
            issue.notes().forEach(sentence -> line("    note: " + Printable.of(sentence)));
        }
    }

    /** What nobody has done is checked by nobody, and needs nothing afterwards. */
    private boolean hasDetails(Issue issue) {
        return wording.details() && (wording.each() || issue.status() == Status.REPAIRED);
    }

    private void remedy(Issue issue) {
        if (!issue.remedy().isEmpty()) {
            line("    " + lead(issue) + ": " + Printable.of(issue.remedy()));
        }
    }

    private String label(Issue issue) {
        String text = "[" + issue.label() + "]";
        return switch (issue.status()) {
            case REPAIRED -> palette.green(text);
            case ABOVE_LEVEL -> palette.cyan(text);
            case ABSTAINED, ADVICE -> palette.yellow(text);
        };
    }

    private String lead(Issue issue) {
        return switch (issue.status()) {
            case REPAIRED -> wording.repairedWord().equals("fixed") ? "fixed" : "fix";
            case ABOVE_LEVEL -> "fix with --safety " + issue.label();
            case ABSTAINED -> "left";
            case ADVICE -> "advice";
        };
    }

    @Override
    public void end(Summary summary) {
        rests.values().stream()
                .filter(rest -> rest.files == 1)
                .forEach(rest -> issue(rest.path, rest.first.get(0), others(rest.first)));
        List<Rest> counted =
                rests.values().stream().filter(rest -> rest.files > 1).toList();
        for (Rest rest : counted) {
            Issue issue = rest.first.get(0);
            line(palette.red(issue.code()) + " " + label(issue) + " the same in " + rest.files + " more files"
                    + (rest.places == rest.files ? "" : ", " + rest.places + " places"));
            remedy(issue);
        }
        if (!counted.isEmpty()) {
            line("-v tells each of them");
        }
        if (wording.summary() && summary.files() > 0) {
            line(summary.line(wording.repairedWord()));
        }
    }

    private void line(String text) {
        out.print(text);
        out.print('\n');
    }
}
