package dev.drydock.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the generated index says of one page: all that a run, a list or a selection needs, divided by tabs, so that
 * starting needs no YAML and no list of the files in the jar.
 */
record IndexLine(
        String path,
        String id,
        String code,
        String since,
        Status status,
        List<String> targets,
        Phase phase,
        List<String> after,
        Level level,
        FrontMatter.Kind kind,
        Map<String, List<String>> sameAs,
        String title,
        String summary) {

    private static final int FIELDS = 12;

    static IndexLine of(Page page) {
        FrontMatter front = page.frontMatter();
        return new IndexLine(
                page.path(),
                front.id(),
                front.code(),
                front.since(),
                front.status(),
                front.targets(),
                front.phase(),
                front.after(),
                front.level(),
                front.kind(),
                front.sameAs(),
                page.title(),
                page.summary());
    }

    static IndexLine parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new InvalidPageException("the index of the rules is damaged at: " + line);
        }
        String path = fields[0];
        return new IndexLine(
                path,
                path.substring(path.lastIndexOf('/') + 1, path.length() - ".md".length()),
                fields[1],
                fields[2],
                Status.valueOf(fields[3]),
                words(fields[4]),
                Phase.valueOf(fields[5]),
                words(fields[6]),
                Level.valueOf(fields[7]),
                FrontMatter.Kind.valueOf(fields[8]),
                rules(fields[9]),
                fields[10],
                fields[11]);
    }

    String format() {
        List<String> rules = new ArrayList<>();
        sameAs.forEach((scanner, names) -> names.forEach(name -> rules.add(scanner + "=" + name)));
        return String.join(
                "\t",
                path,
                code,
                since,
                status.name(),
                String.join(" ", targets),
                phase.name(),
                String.join(" ", after),
                level.name(),
                kind.name(),
                String.join(" ", rules),
                title,
                summary);
    }

    String family() {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" ", -1));
    }

    private static Map<String, List<String>> rules(String field) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (String word : words(field)) {
            int equals = word.indexOf('=');
            rules.computeIfAbsent(word.substring(0, equals), scanner -> new ArrayList<>())
                    .add(word.substring(equals + 1));
        }
        return rules;
    }
}
