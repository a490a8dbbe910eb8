package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A node of a shell script. Its ranges speak of the text that the shell sees, see {@link ShellSource}. */
public abstract class ShellNode extends SyntaxNode {

    ShellNode(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    ShellNode(SourceText source, List<? extends SyntaxElement> children, int offset) {
        super(source, children, offset);
    }

    /** Returns the child nodes of the given type; a plain loop, since every node asks while it is built. */
    final <T extends SyntaxNode> List<T> listOf(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (SyntaxElement child : children()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
        }
        return List.copyOf(found);
    }

    public abstract <R> R accept(ShellVisitor<R> visitor);

    /**
     * Returns the script that this node is part of.
     *
     * @throws IllegalStateException while the tree is being built
     */
    public ShellScript script() {
        SyntaxNode node = this;
        while (node.parent().isPresent()) {
            node = node.parent().get();
        }
        if (node instanceof ShellScript script) {
            return script;
        }
        throw new IllegalStateException("not in a script yet: " + this);
    }

    /** Returns the smallest range of the file that holds this node. */
    public TextRange rangeInFile() {
        return script().shellSource().toFile(range());
    }

    /** Returns the contiguous pieces of the file that this node consists of. */
    public List<TextRange> piecesInFile() {
        return script().shellSource().piecesInFile(range());
    }

    /** Returns every simple command at or below this node in the order of the text, substitutions included. */
    public Stream<SimpleCommand> simpleCommands() {
        List<SimpleCommand> found = new ArrayList<>();
        Deque<SyntaxElement> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            SyntaxElement element = open.pop();
            if (element instanceof SimpleCommand command) {
                found.add(command);
            }
            if (element instanceof SyntaxNode node) {
                for (int i = node.children().size() - 1; i >= 0; i--) {
                    open.push(node.children().get(i));
                }
            }
        }
        return found.stream();
    }
}
