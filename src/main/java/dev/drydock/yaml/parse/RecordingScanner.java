package dev.drydock.yaml.parse;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** Hands the tokens of another scanner on to the parser, and remembers where they stand. */
final class RecordingScanner implements Scanner {
    private final Scanner inner;
    private final List<RecordedToken> recorded = new ArrayList<>();

    RecordingScanner(Scanner inner) {
        this.inner = inner;
    }

    /**
     * A token that the parser has consumed.
     *
     * @param start the index of its first character, in code points from the start of what the engine reads
     * @param end the index after its last character
     */
    record RecordedToken(Token.ID id, int start, int end, String style) {}

    /** Returns the tokens consumed so far that cover at least one character, in the order of the text. */
    List<RecordedToken> recorded() {
        return recorded;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return inner.checkToken(choices);
    }

    @Override
    public Token peekToken() {
        return inner.peekToken();
    }

    @Override
    public boolean hasNext() {
        return inner.hasNext();
    }

    @Override
    public Token next() {
        Token token = inner.next();
        int start = token.getStartMark().map(Mark::getIndex).orElse(0);
        int end = token.getEndMark().map(Mark::getIndex).orElse(start);
        if (end > start) {
            String style =
                    token instanceof ScalarToken scalar ? scalar.getStyle().toString() : "";
            recorded.add(new RecordedToken(token.getTokenId(), start, end, style));
        }
        return token;
    }

    @Override
    public void resetDocumentIndex() {
        inner.resetDocumentIndex();
    }
}
