package dev.drydock.cli;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.report.JsonText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rules. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the rules.")
final class RulesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-f", "--format", "--output-format"},
            paramLabel = "FORMAT",
            converter = SummaryFormat.Converter.class,
            description = "text (default), json or markdown.")
    private SummaryFormat format = SummaryFormat.TEXT;

    RulesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<CatalogueEntry> entries = surroundings.catalogue().get().entries().stream()
                .sorted(Comparator.comparing(CatalogueEntry::code))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> text(out, entries);
            case JSON ->
                JsonText.write(out, entries.stream().map(RulesCommand::json).toList());
            case MARKDOWN -> out.print(RulesTable.markdown(entries));
        }
        return ExitCodes.OK;
    }

    private static void text(PrintWriter out, List<CatalogueEntry> entries) {
        int width =
                entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
        for (CatalogueEntry entry : entries) {
            String id = entry.id() + " ".repeat(width - entry.id().length());
            String level =
                    entry.level().label() + " ".repeat(8 - entry.level().label().length());
            out.print(entry.code() + "  " + id + "  " + level + " " + entry.summary() + "\n");
        }
    }

    private static Map<String, Object> json(CatalogueEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("code", entry.code());
        json.put("family", entry.family());
        json.put("level", entry.level().label());
        json.put("status", entry.status().label());
        json.put("summary", entry.summary());
        json.put("targets", new ArrayList<>(entry.targets()));
        json.put("sameAs", entry.sameAs());
        return json;
    }
}
