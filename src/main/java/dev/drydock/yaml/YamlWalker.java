package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;

/** Visits a node and everything below it, parents before children. Override what is of interest and call super. */
public abstract class YamlWalker implements YamlVisitor<Void> {

    private Void walkChildren(YamlElement element) {
        for (SyntaxElement child : element.children()) {
            if (child instanceof YamlElement inner) {
                inner.accept(this);
            }
        }
        return null;
    }

    @Override
    public Void visitStream(YamlStream stream) {
        return walkChildren(stream);
    }

    @Override
    public Void visitDocument(YamlDocument document) {
        return walkChildren(document);
    }

    @Override
    public Void visitMapping(YamlMapping mapping) {
        return walkChildren(mapping);
    }

    @Override
    public Void visitEntry(YamlEntry entry) {
        return walkChildren(entry);
    }

    @Override
    public Void visitSequence(YamlSequence sequence) {
        return walkChildren(sequence);
    }

    @Override
    public Void visitItem(YamlItem item) {
        return walkChildren(item);
    }

    @Override
    public Void visitScalar(YamlScalar scalar) {
        return null;
    }

    @Override
    public Void visitAlias(YamlAlias alias) {
        return null;
    }
}
