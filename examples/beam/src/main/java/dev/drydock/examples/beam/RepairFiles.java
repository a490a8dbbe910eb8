package dev.drydock.examples.beam;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drydock.api.Drydock;
import dev.drydock.api.FixOptions;
import dev.drydock.api.FixResult;
import dev.drydock.api.FoundIssue;
import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.Validation;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;

/**
 * Judges and repairs all files of a pattern: one line of JSON for each, with its findings and the diff of its repairs. The
 * files themselves stay as they are. The diffs hold the secrets that they take out.
 */
public final class RepairFiles {
    private RepairFiles() {}

    /** What the pipeline is told, besides what its runner is told. */
    public interface Options extends PipelineOptions {
        @Description("pattern of the files; ** stands for any folders")
        @Validation.Required
        String getInput();

        void setInput(String pattern);

        @Description("prefix of the files that are written")
        @Validation.Required
        String getOutput();

        void setOutput(String prefix);
    }

    /** Runs the pipeline to its end. */
    public static void main(String[] arguments) {
        Options options =
                PipelineOptionsFactory.fromArgs(arguments).withValidation().as(Options.class);
        Pipeline pipeline = Pipeline.create(options);
        pipeline.apply("find", FileIO.match().filepattern(options.getInput()))
                .apply("open", FileIO.readMatches())
                .apply("repair", ParDo.of(new Repair()))
                .apply("write", TextIO.write().to(options.getOutput()).withSuffix(".jsonl"));
        pipeline.run().waitUntilFinish();
    }

    /** Makes of a file its record. The library is pure, so that a runner may do this anywhere, and twice. */
    static final class Repair extends DoFn<FileIO.ReadableFile, String> {
        private static final long serialVersionUID = 1;
        private static final ObjectMapper JSON = new ObjectMapper();

        @ProcessElement
        public void process(@Element FileIO.ReadableFile file, OutputReceiver<String> records) throws IOException {
            String name = file.getMetadata().resourceId().getFilename();
            FixResult result = Drydock.fix(Map.of(name, file.readFullyAsUTF8String()), FixOptions.DEFAULT);
            ObjectNode record = JSON.createObjectNode()
                    .put("file", file.getMetadata().resourceId().toString());
            ArrayNode findings = record.putArray("findings");
            for (FoundIssue issue : result.issues()) {
                findings.addObject()
                        .put("line", issue.line())
                        .put("code", issue.code())
                        .put("rule", issue.rule())
                        .put("message", issue.message())
                        .put("repaired", issue.repaired());
            }
            records.output(JSON.writeValueAsString(record.put("diff", result.diff())));
        }
    }
}
