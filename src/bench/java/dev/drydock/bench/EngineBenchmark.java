package dev.drydock.bench;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Selection;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.text.SourceText;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** Time for one file inside a warm process: reading it, and reading, repairing and comparing it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    /** Any Dockerfile; others are given with {@code -p file=...}. */
    @Param({"examples/node/Dockerfile", "examples/python/Dockerfile"})
    public String file;

    private SourceText source;
    private Engine engine;

    @Setup
    public void read() throws IOException {
        source = SourceText.of(Files.readString(Path.of(file)));
        Catalogue catalogue = Catalogue.packaged(BuiltInTransforms.all());
        engine = new Engine(catalogue, new Facts(Knowledge.packaged()), Selection.DEFAULT);
    }

    @Benchmark
    public Dockerfile parse() {
        return DockerfileParser.parse(source);
    }

    @Benchmark
    public String diff() {
        ProjectFile judged = new ProjectFile(ProjectPath.of("Dockerfile"), FileKind.DOCKERFILE, source);
        return UnifiedDiff.of(engine.run(new Project(List.of(judged), Workspace.UNKNOWN)).deltas());
    }
}
