package dev.drydock.yaml.edit;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.Tiling;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.YamlTokenKind;
import dev.drydock.yaml.parse.YamlParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies edits, reads the result and compares what it means with what was asked. */
final class EditProof {
    private final YamlStream stream;
    private final YamlDocument document;
    private final EditPlan plan;

    EditProof(YamlStream stream, YamlDocument document, EditPlan plan) {
        this.stream = stream;
        this.document = document;
        this.plan = plan;
    }

    /** Returns normally only if the edits do exactly what the plan says. */
    void check(List<TextEdit> edits) throws RefusedException {
        boolean excerptTells =
                Excerpt.of(document, plan).filter(part -> holdsIn(part, edits)).isPresent();
        if (!excerptTells) {
            checkAll(edits);
        }
    }

    /** Returns whether the edits do in an excerpt what the plan says; if not, all of the text tells why. */
    private boolean holdsIn(Excerpt excerpt, List<TextEdit> edits) {
        Optional<List<TextEdit>> moved = excerpt.edits(edits);
        if (moved.isEmpty() || stream.documents().size() != 1) {
            return false;
        }
        String text = excerpt.text();
        YamlStream before = YamlParser.parse(SourceText.of(text));
        YamlStream after = YamlParser.parse(SourceText.of(apply(text, moved.get())));
        if (!isOneDocument(before) || !isOneDocument(after)) {
            return false;
        }
        Tiling.check(after);
        EditPlan nothing = new EditPlan();
        return Model.of(before.documents().get(0), nothing).equals(Model.of(document, nothing, excerpt::entries))
                && Model.of(after.documents().get(0), nothing).equals(Model.of(document, plan, excerpt::entries))
                && keepsComments(before, after);
    }

    private static boolean isOneDocument(YamlStream read) {
        return !read.hasErrors() && read.documents().size() == 1;
    }

    private void checkAll(List<TextEdit> edits) throws RefusedException {
        YamlStream after = YamlParser.parse(SourceText.of(apply(stream.source().text(), edits)));
        if (after.hasErrors()) {
            Problem problem = after.problems().stream()
                    .filter(Problem::isError)
                    .findFirst()
                    .orElseThrow();
            throw refused(edits, "the result could not be read: " + problem.message());
        }
        Tiling.check(after);
        List<YamlDocument> before = stream.documents();
        if (after.documents().size() != before.size()) {
            throw refused(edits, "the result would have another number of documents");
        }
        EditPlan nothing = new EditPlan();
        for (int i = 0; i < before.size(); i++) {
            EditPlan expectation = before.get(i) == document ? plan : nothing;
            List<String> expected = Model.of(before.get(i), expectation);
            List<String> actual = Model.of(after.documents().get(i), nothing);
            if (!expected.equals(actual)) {
                throw refused(edits, "more than asked would change at " + Model.difference(expected, actual));
            }
        }
        if (!keepsComments(stream, after)) {
            throw refused(edits, "a comment would be lost");
        }
    }

    private boolean keepsComments(YamlStream before, YamlStream after) {
        if (plan.deleted.containsValue(CommentFate.DELETE)) {
            return true;
        }
        Map<String, Integer> left = comments(after);
        return comments(before).entrySet().stream()
                .allMatch(comment -> left.getOrDefault(comment.getKey(), 0) >= comment.getValue());
    }

    private static Map<String, Integer> comments(YamlStream stream) {
        Map<String, Integer> counts = new HashMap<>();
        stream.leaves()
                .filter(token -> token.kind() == YamlTokenKind.COMMENT)
                .forEach(token -> counts.merge(token.text(), 1, Integer::sum));
        return counts;
    }

    private RefusedException refused(List<TextEdit> edits, String reason) {
        TextRange where = edits.isEmpty() ? document.range() : edits.get(0).range();
        return new RefusedException(reason, where);
    }

    static String apply(String text, List<TextEdit> edits) {
        StringBuilder result = new StringBuilder();
        int position = 0;
        for (TextEdit edit : edits) {
            result.append(text, position, edit.range().start()).append(edit.replacement());
            position = edit.range().end();
        }
        return result.append(text, position, text.length()).toString();
    }
}
