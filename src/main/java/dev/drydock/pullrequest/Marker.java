package dev.drydock.pullrequest;

import dev.drydock.forge.Markup;
import java.util.List;
import java.util.Optional;

/**
 * What Drydock notes in the text of a request for its own next run, invisible to readers.
 *
 * @param group the name of the group
 * @param proposal see {@link ChangeGroup#proposal()}
 * @param text a digest of title and text as rendered, so that a platform's own changes to them are not taken for news
 * @param title a digest of the title that was given, so that one that a person has written is known
 * @param closedByUs whether Drydock closed the request itself, because nothing was left
 */
record Marker(String group, String proposal, String text, String title, boolean closedByUs) {
    private static final String START = "drydock:{";
    private static final List<String> MARKS = List.of("rebase!", "draft:", "wip:");

    /** Returns the line for the text. */
    String render(Markup markup) {
        String json = START + "\"v\":1,\"group\":\"" + group + "\",\"set\":\"" + proposal + "\",\"text\":\"" + text
                + "\",\"title\":\"" + title + "\",\"closed\":" + closedByUs + "}";
        // CommonMark drops a link definition that nothing refers to.
        return markup == Markup.HTML ? "<!-- " + json + " -->" : "[//]: # (" + json + ")";
    }

    /** Returns the last marker of a text, or empty if there is none that is whole. */
    static Optional<Marker> find(String body) {
        int start = body.lastIndexOf(START);
        int end = start < 0 ? -1 : body.indexOf('}', start);
        if (end < 0) {
            return Optional.empty();
        }
        // Some editors escape the underscores and quotes of Markdown that they store.
        String json = body.substring(start, end).replace("\\", "");
        String group = field(json, "group");
        String proposal = field(json, "set");
        return group.isEmpty() || proposal.isEmpty()
                ? Optional.empty()
                : Optional.of(new Marker(
                        group, proposal, field(json, "text"), field(json, "title"), json.contains("\"closed\":true")));
    }

    private static String field(String json, String name) {
        String key = "\"" + name + "\":\"";
        int start = json.indexOf(key);
        int end = start < 0 ? -1 : json.indexOf('"', start + key.length());
        return end < 0 ? "" : json.substring(start + key.length(), end);
    }

    /** Returns the digest of a title, whatever marks of the platform stand in front of it. */
    static String digestOfTitle(String title) {
        return ChangeGroup.hex(withoutMarks(title), 4);
    }

    /** Returns the title without the words by which platforms tell a draft, and people ask for a rebuild. */
    static String withoutMarks(String title) {
        String rest = title.strip();
        for (String mark : MARKS) {
            rest = rest.regionMatches(true, 0, mark, 0, mark.length())
                    ? rest.substring(mark.length()).strip()
                    : rest;
        }
        return rest;
    }

    /** Returns whether the title is not the one that Drydock gave; of requests of older versions nobody knows. */
    boolean isRetitled(String now) {
        return !title.isEmpty() && !title.equals(digestOfTitle(now));
    }

    /** Returns {@code fresh} with what people wrote below the marker of {@code old}. */
    static String keepBelow(String old, String fresh) {
        int start = old.lastIndexOf(START);
        int end = start < 0 ? -1 : old.indexOf('\n', start);
        String below = end < 0 ? "" : old.substring(end).strip();
        return below.isEmpty() ? fresh : fresh + "\n" + below + "\n";
    }

    Marker closed() {
        return new Marker(group, proposal, text, title, true);
    }
}
