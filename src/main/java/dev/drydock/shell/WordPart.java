package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A part of a word. */
public abstract class WordPart extends ShellNode {

    WordPart(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /**
     * Appends what is left of this part after quote removal.
     *
     * @return whether that is all; false if the part expands to something known only at run time
     */
    abstract boolean appendValue(StringBuilder out);
}
