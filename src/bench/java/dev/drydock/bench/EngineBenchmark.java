package dev.drydock.bench;

import dev.drydock.api.Drydock;
import dev.drydock.api.FixOptions;
import dev.drydock.api.FixResult;
import dev.drydock.api.FoundIssue;
import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.parse.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time for one file inside a warm process: parsed, checked, and fixed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private static final int HUGE = 500;

    @Param({"DOCKERFILE", "COMPOSE"})
    public Language language;

    @Param({"SMALL", "TYPICAL", "HUGE"})
    public Size size;

    private SourceText source;
    private Map<String, String> files;

    /** What the file is written in. */
    public enum Language {
        DOCKERFILE,
        COMPOSE
    }

    /** How long the file is: a few lines, an example of the repository, or hundreds of instructions or services. */
    public enum Size {
        SMALL,
        TYPICAL,
        HUGE
    }

    @Setup
    public void read() throws IOException {
        boolean dockerfile = language == Language.DOCKERFILE;
        String text = dockerfile ? dockerfile() : compose();
        source = SourceText.of(text);
        files = Map.of(dockerfile ? Drydock.DOCKERFILE : "compose.yaml", text);
    }

    private String dockerfile() throws IOException {
        return switch (size) {
            case SMALL -> "FROM node:20\nRUN npm install\nCMD node server.js\n";
            case TYPICAL -> Files.readString(Path.of("examples/node/Dockerfile"));
            case HUGE -> "FROM debian:12\n" + "RUN apt-get install curl\n".repeat(HUGE);
        };
    }

    private String compose() throws IOException {
        if (size == Size.TYPICAL) {
            return Files.readString(Path.of("examples/shop/compose.yaml"));
        }
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < (size == Size.SMALL ? 1 : HUGE); i++) {
            text.append("  s").append(i).append(":\n    image: nginx:1.25\n    ports:\n      - \"");
            text.append(8000 + i).append(":80\"\n");
        }
        return text.toString();
    }

    @Benchmark
    public Object parse() {
        return language == Language.DOCKERFILE ? DockerfileParser.parse(source) : YamlParser.parse(source);
    }

    @Benchmark
    public List<FoundIssue> check() {
        return Drydock.check(files);
    }

    @Benchmark
    public FixResult fix() {
        return Drydock.fix(files, FixOptions.DEFAULT);
    }
}
