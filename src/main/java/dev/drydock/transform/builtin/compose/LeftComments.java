package dev.drydock.transform.builtin.compose;

import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlTokenKind;
import java.util.List;
import java.util.stream.Stream;

/** Comments that stay where what they stood above or beside is taken away. */
final class LeftComments {
    private LeftComments() {}

    /** Returns sentences that announce them: each may have spoken of {@code what} alone, which goes. */
    static List<String> of(List<? extends YamlElement> gone, String what) {
        return gone.stream().flatMap(member -> of(member, what)).distinct().toList();
    }

    private static Stream<String> of(YamlElement member, String what) {
        List<Token> comments = member.document()
                .leaves()
                .filter(token -> token.kind() == YamlTokenKind.COMMENT)
                .toList();
        Stream<String> above = comments.stream()
                .filter(comment -> isDirectlyAbove(comment, member))
                .map(comment -> "above");
        Stream<String> beside = comments.stream()
                .filter(comment ->
                        comment.line() >= member.line() && comment.range().start() < lineEnd(member))
                .map(comment -> "beside");
        return Stream.concat(above, beside)
                .map(where -> "The comment " + where + " line " + member.line() + " stays; it may have spoken of "
                        + what + " alone.");
    }

    /** Only the last line of a block of comments is looked at: it stands for all of them. */
    private static boolean isDirectlyAbove(Token comment, YamlElement member) {
        SourceText source = member.source();
        int start = source.lineStartAt(comment.range().start());
        boolean ownLine =
                source.text().substring(start, comment.range().start()).isBlank();
        return ownLine && comment.line() == member.line() - 1 && comment.column() == member.column();
    }

    private static int lineEnd(YamlElement member) {
        return member.source().lineEndAt(member.range().end());
    }
}
