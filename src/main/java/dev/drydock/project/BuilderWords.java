package dev.drydock.project;

import dev.drydock.text.WholeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The names that builders beside docker and podman give an image, in a text of any language: Kaniko, Buildah, nerdctl, Tilt. Text,
 * not syntax: what is found is a reason for caution, and nothing is changed by it.
 */
final class BuilderWords {
    private static final List<String> BUILDERS = List.of("kaniko", "buildah", "nerdctl", "docker_build(");
    private static final Set<String> NAMING = Set.of("-t", "--tag", "-d", "--destination", "docker_build");

    private BuilderWords() {}

    /** Returns the names as they are written; none if the text does not name the Dockerfile or its folder. */
    static List<String> names(String text, ProjectPath dockerfile) {
        boolean builds = BUILDERS.stream().anyMatch(text::contains) && speaksOf(text, dockerfile);
        return builds ? named(words(text)) : List.of();
    }

    private static boolean speaksOf(String text, ProjectPath dockerfile) {
        String folder = dockerfile.parent().fileName();
        return dockerfile.parent().equals(ProjectPath.ROOT)
                ? dockerfile.fileName().equals("Dockerfile") || WholeWords.contains(text, dockerfile.fileName())
                : WholeWords.contains(text, folder);
    }

    private static List<String> named(List<String> words) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int sign = words.get(i).indexOf('=');
            String flag = sign < 0 ? words.get(i) : words.get(i).substring(0, sign);
            if (NAMING.contains(flag) && (sign >= 0 || i + 1 < words.size())) {
                names.add(sign < 0 ? words.get(i + 1) : words.get(i).substring(sign + 1));
            }
        }
        return names;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean opens = (c == '(' || c == '{') && i > 0 && "${(".indexOf(text.charAt(i - 1)) >= 0;
            depth = opens ? depth + 1 : depth > 0 && (c == ')' || c == '}') ? depth - 1 : c == '\n' ? 0 : depth;
            boolean inside =
                    depth > 0 || opens || ((c == ')' || c == '}') && !word.isEmpty() && word.indexOf("$") >= 0);
            if (inside || (!Character.isWhitespace(c) && "\"'`,[]()".indexOf(c) < 0)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
