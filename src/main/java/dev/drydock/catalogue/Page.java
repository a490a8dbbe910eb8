package dev.drydock.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of the catalogue: front matter, a title, one sentence, and sections under fixed headings.
 *
 * @param path where the page stands below {@code transforms/}: {@code user/run-as-non-root.md}
 * @param title the heading of the page: what the transform does, in the imperative
 * @param summary the sentence below the title
 * @param sections the text of each section by its heading, in order
 * @param examples what the page shows, before and after
 * @param body all of the Markdown after the front matter
 */
public record Page(
        String path,
        FrontMatter frontMatter,
        String title,
        String summary,
        Map<String, String> sections,
        List<Example> examples,
        String body) {

    /** The headings of a page, in order; {@code Options} may be left out. */
    public static final List<String> HEADINGS =
            List.of("Why", "Before / after", "When it does nothing", "Safety", "Options", "References");

    private static final String OPTIONAL_HEADING = "Options";

    /**
     * An example: files before and after, by name. A file that has no text after is unchanged.
     *
     * @param line the line of the page on which the example starts, from 1
     */
    public record Example(int line, Map<String, String> before, Map<String, String> after) {}

    /**
     * Reads a page.
     *
     * @param path where it stands below {@code transforms/}
     * @throws InvalidPageException if it breaks the format
     */
    public static Page parse(String path, String text) {
        List<String> lines = lines(text);
        if (lines.isEmpty() || !lines.get(0).equals("---")) {
            throw new InvalidPageException(path, 1, "a page starts with front matter between two lines of ---");
        }
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        if (end == 0) {
            throw new InvalidPageException(path, 1, "the front matter has no end");
        }
        String yaml = String.join("\n", lines.subList(1, end)) + "\n";
        FrontMatter frontMatter = FrontMatterReader.read(path, yaml, 1);
        return new Reader(path, lines, end + 1).page(frontMatter);
    }

    /** Returns the first paragraph of the section that says why the transform exists. */
    public String why() {
        String section = sections.getOrDefault("Why", "");
        int end = section.indexOf("\n\n");
        return (end < 0 ? section : section.substring(0, end)).replace('\n', ' ');
    }

    public Optional<String> section(String heading) {
        return Optional.ofNullable(sections.get(heading));
    }

    /** Returns the name of the folder: {@code user}. */
    public String family() {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    /** Reads the Markdown of one page. */
    private static final class Reader {
        private static final Map<String, String> FILE_NAMES =
                Map.of("dockerfile", "Dockerfile", "yaml", "compose.yaml", "sh", "build.sh");

        private final String path;
        private final List<String> lines;
        private final int first;
        private final Map<String, String> sections = new LinkedHashMap<>();
        private final List<Example> examples = new ArrayList<>();
        private int line;

        Reader(String path, List<String> lines, int first) {
            this.path = path;
            this.lines = lines;
            this.first = first;
            this.line = first;
        }

        Page page(FrontMatter frontMatter) {
            skipBlank();
            if (line >= lines.size() || !lines.get(line).startsWith("# ")) {
                throw error("the title is missing: \"# \" and what the transform does");
            }
            String title = lines.get(line++).substring(2);
            skipBlank();
            String summary = line < lines.size() ? lines.get(line++) : "";
            if (summary.isBlank() || summary.startsWith("#") || (line < lines.size() && !isBlank(line))) {
                throw error("the summary is one line below the title, followed by an empty line");
            }
            while (line < lines.size()) {
                section();
            }
            checkHeadings();
            return new Page(
                    path,
                    frontMatter,
                    title,
                    summary,
                    Collections.unmodifiableMap(sections),
                    List.copyOf(examples),
                    String.join("\n", lines.subList(first, lines.size())) + "\n");
        }

        private void section() {
            skipBlank();
            if (line >= lines.size()) {
                return;
            }
            if (!lines.get(line).startsWith("## ")) {
                throw error("text outside of a section");
            }
            String heading = lines.get(line++).substring(3);
            int start = line;
            while (line < lines.size() && !lines.get(line).startsWith("## ")) {
                if (lines.get(line).startsWith("```")) {
                    fence();
                }
                line++;
            }
            String text = String.join("\n", lines.subList(start, Math.min(line, lines.size())));
            if (text.isBlank()) {
                throw error("the section \"" + heading + "\" is empty");
            }
            if (sections.put(heading, text.strip()) != null) {
                throw error("the section \"" + heading + "\" stands twice");
            }
        }

        /** Reads a fenced block; afterwards the line is that of its closing fence. */
        private void fence() {
            List<String> info = List.of(lines.get(line).substring(3).split(" ", -1));
            int start = line + 1;
            line++;
            while (line < lines.size() && !lines.get(line).equals("```")) {
                line++;
            }
            if (line >= lines.size()) {
                line = start - 1;
                throw error("the block has no end");
            }
            if (info.size() >= 2 && FILE_NAMES.containsKey(info.get(0))) {
                String name = info.size() > 2 ? info.get(2) : FILE_NAMES.get(info.get(0));
                String text = start == line ? "" : String.join("\n", lines.subList(start, line)) + "\n";
                example(info.get(1), name, text, start);
            }
        }

        private void example(String side, String name, String text, int start) {
            boolean starts = examples.isEmpty()
                    || !examples.get(examples.size() - 1).after().isEmpty()
                    || examples.get(examples.size() - 1).before().containsKey(name);
            switch (side) {
                case "before" -> {
                    if (starts) {
                        examples.add(new Example(start, new LinkedHashMap<>(), new LinkedHashMap<>()));
                    }
                    examples.get(examples.size() - 1).before().put(name, text);
                }
                case "after" -> {
                    if (examples.isEmpty()) {
                        throw error("an \"after\" block without a \"before\" block");
                    }
                    examples.get(examples.size() - 1).after().put(name, text);
                }
                default -> throw error("a block is tagged \"before\" or \"after\", not \"" + side + "\"");
            }
        }

        private void checkHeadings() {
            List<String> expected = HEADINGS.stream()
                    .filter(heading -> !heading.equals(OPTIONAL_HEADING) || sections.containsKey(heading))
                    .toList();
            List<String> found = List.copyOf(sections.keySet());
            if (!found.equals(expected)) {
                line = lines.size() - 1;
                throw error("the sections are " + found + ", expected " + expected);
            }
        }

        private void skipBlank() {
            while (line < lines.size() && isBlank(line)) {
                line++;
            }
        }

        private boolean isBlank(int index) {
            return lines.get(index).isBlank();
        }

        private InvalidPageException error(String message) {
            return new InvalidPageException(path, line + 1, message);
        }
    }
}
