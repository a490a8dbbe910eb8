package dev.drydock.git;

import java.util.ArrayList;
import java.util.List;

/**
 * The message of a commit. Forges read messages, too: a name or a number that stands in a path mentions nobody and refers to
 * nothing.
 *
 * @param subject the first line, without a line break
 * @param body lines below it, wrapped by the one who made them; may be empty
 * @param trailers {@code Token: value} lines for the end, in order
 */
public record CommitMessage(String subject, List<String> body, List<String> trailers) {

    /** Longer subjects are cut in most listings. */
    private static final int SUBJECT_LIMIT = 120;

    public CommitMessage {
        subject = quiet(OneLine.of(subject, SUBJECT_LIMIT));
        body = body.stream().map(CommitMessage::bodyLine).toList();
        trailers = trailers.stream().map(OneLine::of).toList();
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("a commit needs a subject");
        }
    }

    /** Indentation is kept; a line that Git would read as a comment in an editor keeps its sign behind a blank. */
    private static String bodyLine(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        String text = quiet(OneLine.of(line, 400));
        return (text.startsWith("#") && indent == 0 ? " " : " ".repeat(indent)) + text;
    }

    /** Parts {@code @name}, {@code #1} and {@code !1} with a sign of no width, except within a word ({@code a@sha256:…}). */
    private static String quiet(String text) {
        StringBuilder quiet = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quiet.append(c);
            boolean within = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
            boolean named = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if ("@#!".indexOf(c) >= 0 && named && !within) {
                quiet.append('\u200b');
            }
        }
        return quiet.toString();
    }

    /** Returns this message with one more trailer. */
    public CommitMessage withTrailer(String token, String value) {
        List<String> more = new ArrayList<>(trailers);
        more.add(token + ": " + value);
        return new CommitMessage(subject, body, more);
    }

    /** Returns the message as it is stored: subject, empty line, body, empty line, trailers, final line break. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(subject).append('\n');
        if (!body.isEmpty()) {
            text.append('\n');
            body.forEach(line -> text.append(line.isBlank() ? "" : line).append('\n'));
        }
        if (!trailers.isEmpty()) {
            text.append('\n');
            trailers.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
