package dev.drydock.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The settings file of gunicorn, which is Python: {@code user} and {@code group} are what its workers change to. */
final class GunicornSettings {
    private static final Set<String> ACCOUNTS = Set.of("user", "group");
    private static final Set<String> NOBODY = Set.of("", "0", "root");

    private GunicornSettings() {}

    /** Returns whether a file is one, as far as its name says. */
    static boolean isNamed(String fileName) {
        return fileName.startsWith("gunicorn") && fileName.endsWith(".py");
    }

    /** Returns what only root may do of what it sets. */
    static List<RootUse> read(String source) {
        List<Lexeme> lexemes = Lexer.read(Language.PYTHON, source);
        List<RootUse> uses = new ArrayList<>();
        for (int i = 0; i + 2 < lexemes.size(); i++) {
            Lexeme value = lexemes.get(i + 2);
            boolean account = lexemes.get(i).startsLine()
                    && lexemes.get(i).isWord()
                    && ACCOUNTS.contains(lexemes.get(i).text())
                    && lexemes.get(i + 1).isSign("=");
            boolean said = value.isText() || value.text().chars().allMatch(Character::isDigit);
            if (account && said && !NOBODY.contains(value.text())) {
                uses.add(RootUse.user(value.text(), value.line()));
            }
        }
        return uses;
    }
}
