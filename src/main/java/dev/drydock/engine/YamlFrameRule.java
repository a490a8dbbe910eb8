package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.syntax.Token;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.YamlTokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What no edit touches in a YAML text is afterwards what it was: every such scalar, alias, anchor, tag and comment stands
 * where it must stand, says the same and, but for comments, belongs to the same keys. This catches a slipped indentation,
 * a scalar that swallowed the next line, a comment that became content.
 */
final class YamlFrameRule {
    private final YamlStream before;
    private final YamlStream after;
    private final EditSet edits;

    YamlFrameRule(YamlStream before, YamlStream after, EditSet edits) {
        this.before = before;
        this.after = after;
        this.edits = edits;
    }

    Optional<String> breach() {
        Map<Integer, Token> afterByStart = new HashMap<>();
        after.leaves()
                .filter(YamlFrameRule::isFramed)
                .forEach(token -> afterByStart.put(token.range().start(), token));
        TouchedRanges touched = new TouchedRanges(edits);
        for (Token token : before.leaves().filter(YamlFrameRule::isFramed).toList()) {
            if (!touched.contains(token.range()) && !isKept(token, afterByStart)) {
                return Optional.of("line " + token.line() + " would change although no edit covers it");
            }
        }
        return Optional.empty();
    }

    private static boolean isFramed(Token token) {
        return !token.kind().isTrivia() || token.kind() == YamlTokenKind.COMMENT;
    }

    private boolean isKept(Token old, Map<Integer, Token> afterByStart) {
        OptionalInt start = edits.mapOffset(old.range().start());
        Token found = start.isEmpty() ? null : afterByStart.get(start.getAsInt());
        if (found == null || found.kind() != old.kind() || !found.text().equals(old.text())) {
            return false;
        }
        return old.kind() == YamlTokenKind.COMMENT || belongsToTheSame(old, found);
    }

    /** Returns whether two tokens stand under the same keys; a key that an edit changes counts as the same. */
    private boolean belongsToTheSame(Token old, Token found) {
        List<YamlElement> owners = owners(old);
        List<YamlElement> foundOwners = owners(found);
        if (owners.size() != foundOwners.size()) {
            return false;
        }
        for (int i = 0; i < owners.size(); i++) {
            if (!isSame(owners.get(i), foundOwners.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(YamlElement old, YamlElement found) {
        if (!(old instanceof YamlEntry entry) || !(found instanceof YamlEntry other)) {
            return old.getClass() == found.getClass();
        }
        return entry.key().text().equals(other.key().text())
                || new TouchedRanges(edits).contains(entry.key().range());
    }

    /** Returns the entries and items around a token, from the inside out. */
    private static List<YamlElement> owners(Token token) {
        List<YamlElement> owners = new ArrayList<>();
        for (Optional<SyntaxNode> node = token.parent();
                node.isPresent();
                node = node.get().parent()) {
            if (node.get() instanceof YamlEntry || node.get() instanceof YamlItem) {
                owners.add((YamlElement) node.get());
            }
        }
        return owners;
    }
}
