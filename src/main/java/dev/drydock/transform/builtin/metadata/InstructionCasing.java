package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.edit.Safety;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes all keywords in the case that most of them have, and AS like its FROM.
 *
 * <p>Source: BuildKit, {@code dockerfile2llb/convert.go}, validateCommandCasing: keywords that mix cases have no vote, a tie
 * is upper case, and an ARG before the first FROM is not looked at.
 */
public final class InstructionCasing extends DockerfileTransform {
    public InstructionCasing() {
        super("instruction-casing");
    }

    @Override
    protected void inspect(Subject subject) {
        List<Instruction> instructions = subject.build().file().stages().stream()
                .map(Stage::instructions)
                .flatMap(List::stream)
                .toList();
        long lower =
                instructions.stream().filter(each -> is(each.keyword(), false)).count();
        long upper =
                instructions.stream().filter(each -> is(each.keyword(), true)).count();
        instructions.forEach(instruction -> inspect(subject, instruction, upper >= lower));
    }

    private static void inspect(Subject subject, Instruction instruction, boolean upper) {
        List<Token> wrong = new ArrayList<>();
        if (!is(instruction.keyword(), upper)) {
            wrong.add(instruction.keyword());
        }
        // BuildKit wants AS like its FROM, and only complains where that is in one case.
        as(instruction).filter(as -> !is(as, upper)).ifPresent(wrong::add);
        if (wrong.isEmpty()) {
            return;
        }
        if (isBroken(instruction)) {
            subject.abstain(instruction.code(), message(upper), "a line break divides a keyword");
            return;
        }
        List<TextEdit> edits = wrong.stream()
                .map(token -> subject.editor().changeCase(token, upper))
                .toList();
        String title = upper ? "use upper case" : "use lower case";
        subject.repair(wrong.get(0).range(), message(upper), title, Safety.SAFE, edits);
    }

    private static String message(boolean upper) {
        return "the keyword is not in " + (upper ? "upper" : "lower") + " case like most of the file";
    }

    private static Optional<Token> as(Instruction instruction) {
        return instruction instanceof FromInstruction
                ? instruction.tokens(DockerfileTokenKind.KEYWORD).skip(1).findFirst()
                : Optional.empty();
    }

    /** Returns whether continuations cut a keyword into pieces. */
    private static boolean isBroken(Instruction instruction) {
        boolean whole =
                instruction.keyword().text().length() == instruction.name().length();
        return !whole || as(instruction).filter(as -> as.text().length() != 2).isPresent();
    }

    private static boolean is(Token keyword, boolean upper) {
        String text = keyword.text();
        return text.equals(upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
    }
}
