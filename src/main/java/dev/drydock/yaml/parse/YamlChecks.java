package dev.drydock.yaml.parse;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlTokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the grammar allows and no reader of compose files accepts, or what readers disagree about. */
final class YamlChecks {
    /** A file that means more values than this is an attack on its reader ("billion laughs"), not a configuration. */
    static final long MAX_EXPANDED = 1_000_000;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<YamlElement, Long> sizes = new HashMap<>();

    private YamlChecks() {}

    static List<Problem> of(List<? extends SyntaxElement> stream) {
        YamlChecks checks = new YamlChecks();
        int documents = 0;
        for (SyntaxElement element : stream) {
            if (element instanceof YamlDocument document) {
                documents++;
                checks.document(document, documents);
            }
        }
        checks.problems.sort(Comparator.comparing(Problem::range));
        return checks.problems;
    }

    private void document(YamlDocument document, int number) {
        if (number > 1) {
            Token marker = document.token(YamlTokenKind.DOCUMENT_START).orElse(null);
            TextRange range =
                    marker == null ? TextRange.at(document.root().range().start()) : marker.range();
            problems.add(Problem.harmless(range, "document " + number + " of one file"));
        }
        document.leaves().forEach(this::token);
        long size = check(document);
        if (size > MAX_EXPANDED) {
            problems.add(
                    Problem.error(document.root().range(), "aliases expand to more than " + MAX_EXPANDED + " values"));
        }
    }

    private void token(Token token) {
        if (token.kind() == YamlTokenKind.DIRECTIVE) {
            String text = token.text();
            if (!text.startsWith("%YAML ") && !text.startsWith("%TAG ")) {
                problems.add(Problem.error(token.range(), "unknown directive; %YAML and %TAG are known"));
            }
        } else if (token.kind() == YamlTokenKind.NEWLINE && token.text().equals("\r")) {
            problems.add(Problem.error(token.range(), "a carriage return without a line feed"));
        }
    }

    /** Checks everything below {@code element} and returns how many values it means with its aliases expanded. */
    private long check(YamlElement element) {
        long size = 1;
        if (element instanceof YamlMapping mapping) {
            duplicates(mapping);
        } else if (element instanceof YamlAlias alias) {
            size += alias(alias);
        }
        for (SyntaxElement child : element.children()) {
            if (child instanceof YamlElement inner) {
                size = Math.min(MAX_EXPANDED + 1, size + check(inner));
            }
        }
        sizes.put(element, size);
        return size;
    }

    private long alias(YamlAlias alias) {
        Optional<YamlNode> target = alias.target();
        if (target.isEmpty()) {
            problems.add(Problem.error(alias.range(), "an alias without its anchor"));
            return 0;
        }
        // An anchor precedes its aliases, so its size is known unless the alias stands inside of it.
        Long size = sizes.get(target.get());
        if (size == null) {
            problems.add(Problem.error(alias.range(), "an alias stands inside of what it means"));
            return 0;
        }
        return size;
    }

    private void duplicates(YamlMapping mapping) {
        Map<String, YamlEntry> seen = new HashMap<>();
        for (YamlEntry entry : mapping.entries()) {
            if (!(entry.key() instanceof YamlScalar key)) {
                continue;
            }
            YamlEntry first = seen.putIfAbsent(key.value(), entry);
            if (first != null) {
                problems.add(Problem.error(key.range(), "the same key twice, first on line " + first.line()));
            }
        }
    }
}
