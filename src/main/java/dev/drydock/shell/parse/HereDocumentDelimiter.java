package dev.drydock.shell.parse;

import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;

/**
 * What ends a here-document.
 *
 * @param word the line, after quote removal; nothing is expanded in it
 * @param quoted whether any part of it is quoted, so that the lines are taken as they are
 * @param stripsTabs whether tabs at the start of lines are removed
 */
record HereDocumentDelimiter(String word, boolean quoted, boolean stripsTabs) {

    static HereDocumentDelimiter of(Redirect redirect) {
        ShellWord target = redirect.target();
        String word = target.literalValue().orElse(target.text());
        return new HereDocumentDelimiter(
                word, target.isQuoted(), redirect.operator().equals("<<-"));
    }
}
