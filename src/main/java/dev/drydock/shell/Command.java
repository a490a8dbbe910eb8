package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A simple or compound command, the element of a pipeline. */
public abstract class Command extends ShellNode {
    private final List<Redirect> redirects;
    /** Set once, by the constructor of the pipeline around it. */
    private int position;

    Command(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
        this.redirects = listOf(Redirect.class);
    }

    public List<Redirect> redirects() {
        return redirects;
    }

    /** Returns the 0-based position among the commands of the pipeline. */
    public int position() {
        return position;
    }

    void setPosition(int position) {
        this.position = position;
    }
}
