package dev.drydock.dockerfile;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The root of a Dockerfile tree: directives, comments, instructions, and the blanks between them. */
public final class Dockerfile extends DockerfileNode {
    private final List<Problem> problems;
    private final List<Instruction> instructions;
    private final List<Stage> stages;
    private final char escape;

    public Dockerfile(SourceText source, List<? extends SyntaxElement> children, char escape, List<Problem> problems) {
        super(source, children);
        this.escape = escape;
        this.problems = List.copyOf(problems);
        this.instructions = children(Instruction.class).toList();
        this.stages = stages(instructions);
    }

    private static List<Stage> stages(List<Instruction> instructions) {
        List<Stage> stages = new ArrayList<>();
        List<Instruction> current = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction instanceof FromInstruction && !current.isEmpty()) {
                stages.add(new Stage(stages.size(), (FromInstruction) current.get(0), current));
                current = new ArrayList<>();
            }
            if (instruction instanceof FromInstruction || !current.isEmpty()) {
                current.add(instruction);
            }
        }
        if (!current.isEmpty()) {
            stages.add(new Stage(stages.size(), (FromInstruction) current.get(0), current));
        }
        return List.copyOf(stages);
    }

    /** Returns all top-level instructions, in order. */
    public List<Instruction> instructions() {
        return instructions;
    }

    public List<Stage> stages() {
        return stages;
    }

    /** Returns the stage whose image is the result of the build, or empty if the file has no FROM. */
    public Optional<Stage> finalStage() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    /** Returns the stage that holds the instruction; empty for an ARG before the first FROM. */
    public Optional<Stage> stageOf(Instruction instruction) {
        return stages.stream()
                .filter(stage -> stage.instructions().contains(instruction))
                .findFirst();
    }

    /** Returns the ARGs before the first FROM, whose values only FROM lines see. */
    public List<ArgInstruction> globalArguments() {
        List<ArgInstruction> arguments = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction instanceof FromInstruction) {
                break;
            }
            if (instruction instanceof ArgInstruction argument) {
                arguments.add(argument);
            }
        }
        return List.copyOf(arguments);
    }

    public List<Directive> directives() {
        return children(Directive.class).toList();
    }

    public Optional<Directive> directive(String name) {
        return children(Directive.class)
                .filter(directive -> directive.name().equals(name))
                .findFirst();
    }

    /** Returns the character that continues lines and escapes: a backslash, or a backtick if a directive says so. */
    public char escapeCharacter() {
        return escape;
    }

    /** Returns what is wrong with the file, ordered by position. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns whether Docker would read the file, so that it can be repaired. */
    public boolean isSound() {
        return problems.stream().noneMatch(Problem::isError);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("escape", String.valueOf(escape), "stages", String.valueOf(stages.size()));
    }
}
