package dev.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drydock.catalogue.Catalogue;
import dev.drydock.edit.Safety;
import dev.drydock.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    @Test
    void validatesAgainstThePublishedSchema() throws IOException {
        String sarif = report();

        List<Error> errors = schema().validate(sarif, InputFormat.JSON);

        assertThat(errors).isEmpty();
        assertThat(sarif)
                .contains("\"uri\" : \"my%20folder/Dockerfile\"")
                .contains("\"drydockFinding/v1\"")
                .contains("\"deletedRegion\"")
                .doesNotContain("primaryLocationLineHash");
    }

    @Test
    void theSchemaRefusesADocumentWithoutRuns() throws IOException {
        assertThat(schema().validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void aFingerprintStaysWhenLinesAreAddedAboveAndDiffersForEqualLines() {
        Fingerprints first = new Fingerprints();
        Fingerprints later = new Fingerprints();
        String one = first.of("Dockerfile", issue(3, "ADD  a /a"));

        assertThat(later.of("Dockerfile", issue(9, "ADD a /a"))).isEqualTo(one);
        assertThat(first.of("Dockerfile", issue(4, "ADD a /a"))).isNotEqualTo(one);
        assertThat(new Fingerprints().of("other/Dockerfile", issue(3, "ADD a /a")))
                .isNotEqualTo(one);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON);
        }
    }

    private static String report() {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        SarifReport report = new SarifReport(out, "1.2.3", Catalogue.of(List.of(), List.of()));
        Summary summary = new Summary();
        SourceText text = SourceText.of("FROM scratch\n");
        FileReport file = new FileReport(
                "my folder/Dockerfile",
                "my folder/Dockerfile",
                Optional.of(text),
                Optional.of(text),
                false,
                shown -> shown,
                List.of(issue(1, "ADD a /a"), issue(2, "ADD b /b")),
                List.of(FileError.of("cannot be read")));
        summary.add(file);
        report.file(file);
        report.end(summary);
        out.flush();
        return printed.toString();
    }

    private static Issue issue(int line, String excerpt) {
        Place place = new Place(line, 1, line, 4);
        return new Issue(
                "add-to-copy",
                "DD501",
                place,
                excerpt,
                Status.REPAIRED,
                Optional.of(Safety.SAFE),
                "ADD fetches and unpacks",
                "use COPY",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Issue.Replacement(place, "COPY")));
    }
}
