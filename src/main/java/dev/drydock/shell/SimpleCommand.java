package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A command with its words, for example {@code DEBIAN_FRONTEND=noninteractive apt-get install -y curl >/dev/null}. */
public final class SimpleCommand extends Command {
    private final List<Assignment> assignments;
    private final List<ShellWord> words;
    private Object reading;

    public SimpleCommand(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
        this.assignments = listOf(Assignment.class);
        this.words = listOf(ShellWord.class);
    }

    /** Returns the assignments before the first word; without any word they set variables of the shell. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Returns the words, the name of the command first. */
    public List<ShellWord> words() {
        return words;
    }

    /** Returns the first word after quote removal; empty if there is none or it is known only at run time. */
    public Optional<String> name() {
        return words.isEmpty() ? Optional.empty() : words.get(0).staticValue();
    }

    /** Returns the words after the first. */
    public List<ShellWord> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /** Returns where this command stands among others. */
    public CommandContext context() {
        return CommandContext.of(this);
    }

    /**
     * Returns how the words are read, made when first asked for and remembered, because every rule asks for it. A command
     * has one reading; two threads that ask at the same time may get two equal ones.
     *
     * @param type an immutable type
     */
    public <T> T reading(Class<T> type, Function<SimpleCommand, T> read) {
        Object known = reading;
        if (!type.isInstance(known)) {
            known = read.apply(this);
            reading = known;
        }
        return type.cast(known);
    }

    @Override
    protected Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        name().ifPresent(name -> attributes.put("name", name));
        return attributes;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitSimpleCommand(this);
    }
}
