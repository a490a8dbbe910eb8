package dev.drydock.pullrequest;

import dev.drydock.forge.Markup;
import java.util.Optional;

/**
 * What Drydock notes in the text of a request for its own next run, invisible to readers.
 *
 * @param group the name of the group
 * @param proposal see {@link ChangeGroup#proposal()}
 * @param text a digest of title and text as rendered, so that a platform's own changes to them are not taken for news
 * @param closedByUs whether Drydock closed the request itself, because nothing was left
 */
record Marker(String group, String proposal, String text, boolean closedByUs) {
    private static final String START = "drydock:{";

    /** Returns the line for the text. */
    String render(Markup markup) {
        String json = START + "\"v\":1,\"group\":\"" + group + "\",\"set\":\"" + proposal + "\",\"text\":\"" + text
                + "\",\"closed\":" + closedByUs + "}";
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
                : Optional.of(new Marker(group, proposal, field(json, "text"), json.contains("\"closed\":true")));
    }

    private static String field(String json, String name) {
        String key = "\"" + name + "\":\"";
        int start = json.indexOf(key);
        int end = start < 0 ? -1 : json.indexOf('"', start + key.length());
        return end < 0 ? "" : json.substring(start + key.length(), end);
    }

    Marker closed() {
        return new Marker(group, proposal, text, true);
    }
}
