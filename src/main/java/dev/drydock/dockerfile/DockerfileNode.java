package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.text.SourceText;
import java.util.List;

/** A node of a Dockerfile tree. */
public abstract class DockerfileNode extends SyntaxNode {
    DockerfileNode(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Calls the method of the visitor for the type of this node. */
    public abstract <R> R accept(DockerfileVisitor<R> visitor);
}
