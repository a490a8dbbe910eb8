package dev.drydock.yaml;

/** One method for each kind of node. */
public interface YamlVisitor<R> {
    R visitStream(YamlStream stream);

    R visitDocument(YamlDocument document);

    R visitMapping(YamlMapping mapping);

    R visitEntry(YamlEntry entry);

    R visitSequence(YamlSequence sequence);

    R visitItem(YamlItem item);

    R visitScalar(YamlScalar scalar);

    R visitAlias(YamlAlias alias);
}
