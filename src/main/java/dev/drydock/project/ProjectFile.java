package dev.drydock.project;

import dev.drydock.compose.ComposeFile;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.knowledge.Images;
import dev.drydock.model.Build;
import dev.drydock.script.ContainerPrograms;
import dev.drydock.script.Fragment;
import dev.drydock.script.Makefile;
import dev.drydock.script.MarkdownFile;
import dev.drydock.script.ShellFile;
import dev.drydock.script.Unit;
import dev.drydock.script.Workflow;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.util.List;
import java.util.Objects;

/** One file that is judged: its name, its kind, its text, and the tree of its text, parsed when first asked for. */
public final class ProjectFile {
    private final ProjectPath path;
    private final FileKind kind;
    private final SourceText source;
    private volatile Dockerfile dockerfile;
    private volatile YamlStream yaml;
    private volatile ComposeFile compose;
    private volatile Build build;
    private volatile List<Fragment> fragments;

    public ProjectFile(ProjectPath path, FileKind kind, SourceText source) {
        this.path = Objects.requireNonNull(path);
        this.kind = Objects.requireNonNull(kind);
        this.source = Objects.requireNonNull(source);
    }

    public ProjectPath path() {
        return path;
    }

    public FileKind kind() {
        return kind;
    }

    public SourceText source() {
        return source;
    }

    /** Returns the tree of a file of kind {@link FileKind#DOCKERFILE}; always the same one. */
    public Dockerfile dockerfile() {
        if (kind != FileKind.DOCKERFILE) {
            throw new IllegalStateException(path + " is not a Dockerfile");
        }
        Dockerfile parsed = dockerfile;
        if (parsed == null) {
            parsed = DockerfileParser.parse(source);
            dockerfile = parsed;
        }
        return parsed;
    }

    /** Returns the tree of a file that is written in YAML; always the same one. */
    public YamlStream yaml() {
        if (kind != FileKind.COMPOSE && kind != FileKind.CI_WORKFLOW) {
            throw new IllegalStateException(path + " is not read as YAML");
        }
        YamlStream parsed = yaml;
        if (parsed == null) {
            parsed = YamlParser.parse(source);
            yaml = parsed;
        }
        return parsed;
    }

    /**
     * Returns the view of a file of kind {@link FileKind#COMPOSE}, judged alone; always the same one. What it takes from
     * other files is found by {@link Project#compose}.
     */
    public ComposeFile compose() {
        if (kind != FileKind.COMPOSE) {
            throw new IllegalStateException(path + " is not a compose file");
        }
        ComposeFile derived = compose;
        if (derived == null) {
            derived = ComposeFile.of(yaml());
            compose = derived;
        }
        return derived;
    }

    /**
     * Returns the pieces of this file that a shell reads and that may run a container program; none for a Dockerfile or a
     * compose file, whose pieces are found through their instructions and services. Always the same list.
     */
    public List<Fragment> fragments() {
        List<Fragment> read = fragments;
        if (read == null) {
            read = ContainerPrograms.mayOccur(source.text()) ? readFragments() : List.of();
            fragments = read;
        }
        return read;
    }

    private List<Fragment> readFragments() {
        return switch (kind) {
            case SHELL_SCRIPT -> ShellFile.read(source);
            case MAKEFILE -> Makefile.read(source);
            case CI_WORKFLOW -> Workflow.read(yaml());
            case SYSTEMD_UNIT -> Unit.read(source);
            case MARKDOWN -> MarkdownFile.read(source);
            default -> List.of();
        };
    }

    /** Returns what a Dockerfile builds; always the same answer while the knowledge is the same object. */
    public Build build(Images images) {
        Build derived = build;
        if (derived == null || derived.images() != images) {
            derived = Build.of(dockerfile(), images);
            build = derived;
        }
        return derived;
    }

    /** Returns this file with another text. */
    public ProjectFile with(SourceText changed) {
        return new ProjectFile(path, kind, changed);
    }
}
