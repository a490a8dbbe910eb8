package dev.drydock.pullrequest;

import dev.drydock.edit.Safety;
import dev.drydock.forge.ForgeLimits;
import dev.drydock.forge.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text of a pull request. When it is too long for the platform, whole sections go, the least important first; the
 * summary, the controls and the marker always stay.
 */
final class PullRequestBody {
    private static final int TABLE_ROWS = 200;
    private static final String OMITTED =
            "_Some sections did not fit into the limit of this platform. `drydock diff` shows everything._";

    private final ChangeGroup group;
    private final RequestOptions options;
    private final ForgeLimits limits;
    private final String base;

    /** A part of the text. The one with the highest rank goes first; rank 0 stays. */
    private record Section(int rank, String text) {}

    PullRequestBody(ChangeGroup group, RequestOptions options, ForgeLimits limits, String base) {
        this.group = group;
        this.options = options;
        this.limits = limits;
        this.base = base;
    }

    /** Returns the text with its marker, all boxes empty. */
    String render(String title) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(0, beforeMerging()));
        sections.add(new Section(0, summary()));
        sections.add(new Section(40, table()));
        explanations(sections);
        sections.add(new Section(10, assumptions()));
        sections.add(new Section(20, verification()));
        sections.add(new Section(60, left()));
        sections.add(new Section(30, ignoring()));
        sections.add(new Section(0, controls()));
        sections.removeIf(section -> section.text().isEmpty());
        String text = fit(sections);
        Marker marker = new Marker(
                group.name(),
                group.proposal(),
                ChangeGroup.hex(title + "\n" + text, 8),
                Marker.digestOfTitle(title),
                false);
        return text + "\n\n" + marker.render(limits.markup()) + "\n";
    }

    private String fit(List<Section> sections) {
        int room = limits.body() - 500 - OMITTED.length();
        long length = sections.stream()
                .mapToLong(section -> section.text().length() + 2L)
                .sum();
        List<Section> kept = new ArrayList<>(sections);
        int least = leastImportant(kept);
        while (length > room && kept.get(least).rank() > 0) {
            length -= kept.remove(least).text().length() + 2L;
            least = leastImportant(kept);
        }
        return join(kept, kept.size() < sections.size());
    }

    /** Returns the last section of the highest rank. */
    private static int leastImportant(List<Section> sections) {
        int least = 0;
        for (int i = 0; i < sections.size(); i++) {
            least = sections.get(i).rank() >= sections.get(least).rank() ? i : least;
        }
        return least;
    }

    private static String join(List<Section> sections, boolean omitted) {
        List<String> texts =
                new ArrayList<>(sections.stream().map(Section::text).toList());
        if (omitted) {
            texts.add(texts.size() - 1, OMITTED);
        }
        return String.join("\n\n", texts);
    }

    /** What does not work without it stands above everything else. */
    private String beforeMerging() {
        List<String> files = group.secretFiles();
        return files.isEmpty()
                ? ""
                : "**Before merging**, make "
                        + String.join(
                                ", ",
                                files.stream().limit(20).map(Markdown::code).toList())
                        + (files.size() > 20 ? " and " + (files.size() - 20) + " more" : "")
                        + " where the application runs: without "
                        + (files.size() == 1 ? "it" : "them")
                        + " it does not start. A secret value is never committed.";
    }

    private String summary() {
        int files = group.files().size();
        int repairs = group.items().size();
        return Markdown.text(group.title()) + ".\n\n"
                + "This changes " + count(files, "file") + (repairs == 0 ? "" : " in " + count(repairs, "place"))
                + ". Nothing else in them is touched. " + promise();
    }

    private String promise() {
        Safety weakest = group.items().stream().map(ChangeItem::safety).reduce(Safety.SAFE, Safety::weaker);
        return switch (weakest) {
            case SAFE -> "Every change is safe: the image and the container behave as before.";
            case REVIEW ->
                "Please review: privileges, content or build steps change on purpose, for the reasons below.";
            case SUGGEST -> "These are suggestions: they need a decision, or a change outside this repository.";
        };
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String table() {
        if (group.items().isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("| File | Line | Change | Rule | Safety |\n|---|---|---|---|---|");
        group.items().stream()
                .limit(TABLE_ROWS)
                .forEach(item -> table.append("\n| ")
                        .append(Markdown.code(item.path()))
                        .append(" | ")
                        .append(item.line() > 0 ? item.line() : "new")
                        .append(" | ")
                        .append(Markdown.text(item.title()))
                        .append(" | ")
                        .append(Markdown.code(item.rule()))
                        .append(" | ")
                        .append(item.safety().label())
                        .append(" |"));
        int more = group.items().size() - TABLE_ROWS;
        return table + (more > 0 ? "\n\nand " + count(more, "more change") + "." : "");
    }

    /** One section for each rule, so that they can go one by one. */
    private void explanations(List<Section> sections) {
        Map<String, List<ChangeItem>> rules = new LinkedHashMap<>();
        group.items()
                .forEach(item -> rules.computeIfAbsent(item.rule(), rule -> new ArrayList<>())
                        .add(item));
        rules.values().forEach(items -> sections.add(new Section(50, explanation(items))));
    }

    private String explanation(List<ChangeItem> items) {
        ChangeItem first = items.get(0);
        StringBuilder text = new StringBuilder();
        Set<String> whats = new LinkedHashSet<>();
        Set<String> notes = new LinkedHashSet<>();
        items.forEach(item -> {
            whats.add(item.what());
            notes.addAll(item.notes());
        });
        whats.stream()
                .limit(5)
                .forEach(what -> text.append("- ").append(Markdown.text(what)).append('\n'));
        text.append("\nWhy: ").append(Markdown.prose(first.why()));
        first.link().ifPresent(url -> text.append(' ').append(Markdown.link("More", url)));
        notes.forEach(note -> text.append("\n\n_Note:_ ").append(Markdown.text(note)));
        text.append("\n\nMore: `drydock explain ").append(first.rule()).append("`");
        boolean same = items.stream().map(ChangeItem::title).distinct().count() == 1;
        String title = same ? ": " + first.title() : "";
        String heading = Markdown.code(first.rule()) + Markdown.text(title);
        return limits.markup() == Markup.HTML
                ? "<details>\n<summary>" + html(first.rule() + title) + "</summary>\n\n" + text + "\n\n</details>"
                : "#### " + heading + "\n\n" + text;
    }

    private static String html(String text) {
        return Markdown.text(text).replace("\\", "").replace("[", "&#91;").replace("]", "&#93;");
    }

    private String assumptions() {
        Set<String> assumptions = new LinkedHashSet<>();
        group.items()
                .forEach(item -> item.assumptions()
                        .forEach(assumption ->
                                assumptions.add(Markdown.text(assumption) + " (" + Markdown.code(item.path()) + ")")));
        if (assumptions.isEmpty()) {
            return "";
        }
        String box = limits.markup() == Markup.HTML ? "\n- [ ] " : "\n- ";
        return "### Assumptions to check\n" + box + String.join(box, assumptions);
    }

    private String verification() {
        StringBuilder text = new StringBuilder("### How to verify\n");
        List<String> files =
                group.files().stream().map(file -> file.path()).limit(5).toList();
        for (String path : files) {
            String quoted = shell(path);
            String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
            if (name.contains("dockerfile") || name.contains("containerfile")) {
                text.append("\n- ")
                        .append(Markdown.code("docker build --check -f " + quoted + " " + shell(folder(path))))
                        .append(", then build and start it as you always do");
            } else if (name.contains("compose") && (name.endsWith(".yml") || name.endsWith(".yaml"))) {
                text.append("\n- ")
                        .append(Markdown.code("docker compose -f " + quoted + " config --quiet"))
                        .append(", then start it");
            }
        }
        return text.append("\n- ")
                .append(Markdown.code("drydock diff"))
                .append(" prints nothing more for these rules")
                .toString();
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, slash);
    }

    /** Quoted for a POSIX shell unless it is plainly harmless. */
    private static String shell(String path) {
        boolean plain = !path.startsWith("-")
                && path.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0);
        return plain ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private String left() {
        if (group.left().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("### Found and left alone\n");
        group.left().stream()
                .limit(TABLE_ROWS)
                .forEach(item -> text.append("\n- ")
                        .append(Markdown.code(item.place()))
                        .append(' ')
                        .append(Markdown.code(item.rule()))
                        .append(": ")
                        .append(Markdown.text(item.what()))
                        .append(" — ")
                        .append(Markdown.text(item.reason())));
        int more = group.left().size() - TABLE_ROWS;
        return text + (more > 0 ? "\n\nand " + more + " more." : "");
    }

    private String ignoring() {
        String rule = group.items().isEmpty() ? "rule" : group.items().get(0).rule();
        return "### How to say no\n\nClose this request: it stays closed until there is something new. To leave one place "
                + "alone, put a comment above it:\n\n```dockerfile\n# drydock ignore=" + rule + " # why\n```\n\n"
                + "To switch a rule off, in `.drydock.yaml`:\n\n```yaml\nignore: [" + rule + "]\n```";
    }

    private String controls() {
        String rebuild = limits.markup() == Markup.HTML
                ? CheckBoxes.rebuild(base)
                : "To have this branch rebuilt, put `rebase!` in front of the title.";
        return "---\n\n" + rebuild + "\n\nMade by Drydock " + Markdown.text(options.version()) + " with "
                + Markdown.code(options.command()) + ". Commits by others on this branch are left alone.";
    }
}
