package dev.drydock.cli;

import dev.drydock.catalogue.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table of rules in Markdown, as it stands in the README. */
final class RulesTable {
    /** The scanners whose rules have names that people recognise; {@code explain} knows those of the others, too. */
    private static final Set<String> SCANNERS = Set.of("hadolint", "trivy", "checkov", "buildkit");

    private RulesTable() {}

    /** Returns the table of the entries in the order given, links relative to the top of the repository. */
    static String markdown(List<CatalogueEntry> entries) {
        StringBuilder table =
                new StringBuilder("| Code | Rule | Level | What it does | Same as |\n|---|---|---|---|---|\n");
        for (CatalogueEntry entry : entries) {
            table.append("| ").append(entry.code());
            table.append(" | [").append(entry.id()).append("](transforms/");
            table.append(entry.family()).append('/').append(entry.id()).append(".md)");
            table.append(" | ").append(entry.level().label());
            table.append(" | ").append(entry.summary());
            table.append(" | ").append(sameAs(entry)).append(" |\n");
        }
        return table.toString();
    }

    private static String sameAs(CatalogueEntry entry) {
        List<String> rules = new ArrayList<>();
        entry.sameAs().forEach((scanner, names) -> {
            if (SCANNERS.contains(scanner)) {
                rules.add(scanner + " " + String.join(" ", names));
            }
        });
        rules.sort(null);
        return String.join(", ", rules);
    }
}
