package dev.drydock.pullrequest;

import dev.drydock.git.FileChange;
import dev.drydock.git.OneLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Changes that are judged together: one branch, one pull request. Every group starts from the base, not from another group.
 *
 * @param name small letters, digits, {@code -} and {@code /}: the end of the name of the branch
 * @param title what the group does, an imperative sentence with a capital letter and no full stop
 * @param files the change of each file against the base; not empty
 * @param items what was repaired
 * @param left what was found in the same files and left
 * @param steps the same change as a sequence, empty if it is not known as one
 */
public record ChangeGroup(
        String name,
        String title,
        List<FileChange> files,
        List<ChangeItem> items,
        List<NotFixed> left,
        List<ChangeStep> steps) {
    private static final int LONGEST_NAME = 80;

    public ChangeGroup {
        files = List.copyOf(files);
        items = List.copyOf(items);
        left = List.copyOf(left);
        steps = List.copyOf(steps);
        if (!name.equals(slug(name))) {
            throw new IllegalArgumentException("not the name of a group: " + name);
        }
        if (files.isEmpty() || files.stream().anyMatch(FileChange::isEmpty)) {
            throw new IllegalArgumentException("a group needs files that change");
        }
    }

    /** Returns the files with secret values that somebody has to make before the change is of use. */
    public List<String> secretFiles() {
        return left.stream()
                .filter(NotFixed::isSecretFile)
                .map(NotFixed::path)
                .distinct()
                .toList();
    }

    /** Returns the name of a group for any text: a file, a folder, a rule. */
    public static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            char last = slug.isEmpty() ? '/' : slug.charAt(slug.length() - 1);
            if (plain) {
                slug.append(c);
            } else if (c == '/' && last != '/') {
                trimDash(slug);
                slug.append('/');
            } else if (c != '/' && last != '-' && last != '/') {
                slug.append('-');
            }
        }
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '/') {
            slug.setLength(slug.length() - 1);
        }
        trimDash(slug);
        if (slug.length() > LONGEST_NAME) {
            String whole = hex(text, 4);
            slug.setLength(LONGEST_NAME - 9);
            trimDash(slug);
            slug.append('-').append(whole);
        }
        return slug.isEmpty() ? "fixes" : slug.toString();
    }

    private static void trimDash(StringBuilder slug) {
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
    }

    /**
     * Returns a digest of what the group proposes: which rules do what in which files, whatever the lines. A request that was
     * closed stays closed as long as this is the same, so unrelated changes of a file do not bring it back.
     */
    public String proposal() {
        StringBuilder text = new StringBuilder();
        items.stream()
                .map(item -> String.join("\0", item.rule(), item.path(), OneLine.of(item.title())))
                .sorted()
                .forEach(line -> text.append(line).append('\n'));
        files.stream()
                .map(file -> (file.isNew() ? "+" : "=") + file.path())
                .sorted()
                .forEach(line -> text.append(line).append('\n'));
        return hex(text.toString(), 16);
    }

    static String hex(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
