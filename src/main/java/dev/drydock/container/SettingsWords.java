package dev.drydock.container;

import java.util.ArrayList;
import java.util.List;

/** The words of a line of settings, in whatever format: {@code access_log /var/log/shop.log main;}, {@code port = 80}. */
final class SettingsWords {
    private SettingsWords() {}

    static boolean isComment(String line) {
        String start = line.stripLeading();
        return start.isEmpty() || "#;!".indexOf(start.charAt(0)) >= 0 || start.startsWith("//");
    }

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            boolean divides = Character.isWhitespace(c) || "=:;,\"'<>{}[]()".indexOf(c) >= 0;
            if (!divides) {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
