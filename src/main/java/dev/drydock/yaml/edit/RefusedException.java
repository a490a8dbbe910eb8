package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.TextRange;

/** A verb cannot be carried out where it was asked for. Never leaves this package. */
final class RefusedException extends Exception {
    private final TextRange where;

    RefusedException(String reason, TextRange where) {
        super(reason);
        this.where = where;
    }

    RefusedException(String reason, SyntaxElement where) {
        this(reason, where.range());
    }

    YamlEdits.Refused toResult() {
        return new YamlEdits.Refused(getMessage(), where);
    }
}
