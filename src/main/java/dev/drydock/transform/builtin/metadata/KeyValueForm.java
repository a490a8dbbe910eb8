package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.LabelInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Safety;
import dev.drydock.edit.WordText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code ENV name value} as {@code ENV name=value}, and LABEL likewise.
 *
 * <p>The old form takes the rest of the line for the value, and reads quotes, escapes and variables in it as the new form
 * does. So a value without blanks stays as it is, and one with blanks needs quotes around it, or new ones.
 */
public final class KeyValueForm extends DockerfileTransform {
    public KeyValueForm() {
        super("key-value-form");
    }

    @Override
    protected void inspect(Subject subject) {
        for (Instruction instruction : subject.build().file().instructions()) {
            List<KeyValue> pairs = pairs(instruction);
            boolean legacy = pairs.size() == 1 && pairs.get(0).equalsToken().isEmpty();
            if (legacy && pairs.get(0).value().isPresent()) {
                inspect(subject, instruction, pairs.get(0), pairs.get(0).value().get());
            }
        }
    }

    private static List<KeyValue> pairs(Instruction instruction) {
        if (instruction instanceof EnvInstruction environment) {
            return environment.pairs();
        }
        return instruction instanceof LabelInstruction label ? label.pairs() : List.of();
    }

    private static void inspect(Subject subject, Instruction instruction, KeyValue pair, Word value) {
        TextRange place = pair.range();
        String message = instruction.name() + " with a blank instead of = is an old form";
        TextRange gap = TextRange.between(pair.key().range(), value.range());
        boolean comment = instruction
                .leaves()
                .anyMatch(token -> token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT
                        && token.range().overlaps(gap));
        Optional<List<TextEdit>> edits =
                edits(pair, value, subject.build().file().escapeCharacter());
        if (comment) {
            subject.abstain(place, message, "a comment stands between the name and the value");
        } else if (value.value().startsWith("=")) {
            subject.abstain(place, message, "the value starts with \"=\"; probably a typo");
        } else if (edits.isEmpty()) {
            subject.abstain(place, message, "the value mixes quotes and variables");
        } else {
            subject.repair(place, message, "use name=value", Safety.SAFE, edits.get());
        }
    }

    private static Optional<List<TextEdit>> edits(KeyValue pair, Word value, char escape) {
        TextRange gap = TextRange.between(pair.key().range(), value.range());
        TextEdit equals = TextEdit.replace(gap, "=");
        boolean plainKey =
                pair.key().staticValue().filter(pair.key().value()::equals).isPresent();
        if (!plainKey || (!value.hasVariables() && value.staticValue().isEmpty())) {
            return Optional.empty();
        }
        if (!splits(value.value(), escape)) {
            return Optional.of(List.of(equals));
        }
        if (isWithoutQuotes(value.value(), escape)) {
            TextEdit open = TextEdit.replace(gap, "=\"");
            return Optional.of(List.of(open, TextEdit.insert(value.range().end(), "\"")));
        }
        return value.staticValue()
                .map(text -> List.of(equals, TextEdit.replace(value.range(), WordText.quote(text, escape))));
    }

    private static boolean isWithoutQuotes(String value, char escape) {
        return value.chars().noneMatch(c -> c == '"' || c == '\'' || c == escape);
    }

    /**
     * Returns whether the new form would take the text for several words: a blank stands outside of quotes.
     *
     * <p>Source: BuildKit, {@code parser/line_parsers.go}, parseWords: the escape character works within all quotes.
     */
    private static boolean splits(String value, char escape) {
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == escape) {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }
}
