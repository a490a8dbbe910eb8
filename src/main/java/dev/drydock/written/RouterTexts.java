package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import java.util.List;
import java.util.Set;

/**
 * Which lexemes are given to a router: addresses of web pages, whatever the key or the variable is called that holds them:
 * {@code redirects: [{destination: "/start"}]}, {@code redirect(destination)}.
 */
final class RouterTexts {
    /** What stands between a name and the bracket that opens its value. */
    private static final Set<String> BETWEEN = Set.of(":", "=", "=>", "(", ")", "async", "function", "return");

    private static final int FARTHEST = 8;

    private final List<Lexeme> lexemes;
    private final int[] enclosing;
    private final Writers writers;

    RouterTexts(List<Lexeme> lexemes, int[] closing, Writers writers) {
        this.lexemes = lexemes;
        this.enclosing = Brackets.enclosing(lexemes.size(), closing);
        this.writers = writers;
    }

    /** Returns whether a lexeme stands in what a router is given, not in another call in it. */
    boolean holds(int i) {
        for (int bracket = enclosing[i]; bracket > 0; bracket = enclosing[bracket]) {
            String name = nameOf(bracket);
            if (writers.isRouterName(name)) {
                return true;
            }
            boolean call = lexemes.get(bracket).isSign("(") && !name.isEmpty();
            if (call) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether a variable of this name goes to a router somewhere. */
    boolean takes(String name) {
        for (int i = 1; i < lexemes.size(); i++) {
            boolean used = lexemes.get(i).isWord(name) && !lexemes.get(i - 1).isSign(".");
            if (used && holds(i)) {
                return true;
            }
        }
        return false;
    }

    private String nameOf(int bracket) {
        for (int at = bracket - 1; at >= 0 && at > bracket - FARTHEST; at--) {
            String text = lexemes.get(at).text();
            boolean named = lexemes.get(at).isWord() || lexemes.get(at).isText();
            if (!BETWEEN.contains(text)) {
                return named ? text : "";
            }
        }
        return "";
    }
}
