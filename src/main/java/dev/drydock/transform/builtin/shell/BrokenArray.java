package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.LogicalLine;
import dev.drydock.dockerfile.ShellText;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.edit.JsonText;
import dev.drydock.model.MeantArray;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An argument that was meant to be a JSON array and is none, so that Docker reads it as a command of the shell or as words.
 *
 * @param message what is wrong, for a finding
 * @param edits the edits that make it one; empty where it is not beyond doubt what was meant
 */
record BrokenArray(String message, Optional<List<TextEdit>> edits) {

    /** Returns the array of an instruction, or empty if it has none that is broken. */
    static Optional<BrokenArray> of(Instruction instruction) {
        if (instruction instanceof CommandForm form) {
            return form.shell()
                    .flatMap(text -> MeantArray.of(text.value())
                            .map(array -> new BrokenArray(
                                    message(instruction, array, "a shell is given it as a command"),
                                    edits(array, range -> inFile(text, range)))));
        }
        List<? extends Argument> words = instruction instanceof FileTransfer transfer
                ? transfer.arguments()
                : instruction instanceof VolumeInstruction volume ? volume.paths() : List.of();
        if (words.isEmpty() || !words.get(0).value().startsWith("[")) {
            return Optional.empty();
        }
        LogicalLine line = instruction.logicalLine();
        int first = 0;
        while (line.toFile(first) < words.get(0).range().start()) {
            first++;
        }
        int start = first;
        String text = line.text().substring(start);
        return MeantArray.of(text)
                .map(array -> new BrokenArray(
                        message(instruction, array, "its parts are taken for paths"),
                        edits(array, range -> line.toFile(range.shift(start)))));
    }

    private static String message(Instruction instruction, MeantArray array, String effect) {
        return "the array of " + instruction.name() + " is no JSON, so that " + effect + ": it has "
                + String.join(", ", array.faults());
    }

    private static TextRange inFile(ShellText text, TextRange range) {
        int[] map = text.toFile();
        return range.isEmpty()
                ? TextRange.at(map[range.start()])
                : new TextRange(map[range.start()], map[range.end() - 1] + 1);
    }

    private static Optional<List<TextEdit>> edits(MeantArray array, UnaryOperator<TextRange> inFile) {
        return array.elements().map(elements -> {
            List<TextEdit> edits = new ArrayList<>();
            array.commas().forEach(comma -> edits.add(TextEdit.delete(inFile.apply(comma))));
            for (int i = 0; i < elements.size(); i++) {
                MeantArray.Element element = elements.get(i);
                boolean comma = i + 1 < elements.size() && elements.get(i + 1).needsComma();
                boolean close = i + 1 == elements.size() && !array.isClosed();
                edits.add(TextEdit.replace(
                        inFile.apply(element.range()),
                        JsonText.quote(element.value()) + (comma ? "," : "") + (close ? "]" : "")));
            }
            return List.copyOf(edits);
        });
    }
}
