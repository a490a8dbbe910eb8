package dev.drydock.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditSetTest {
    private static final ProjectPath PATH = ProjectPath.of("Dockerfile");
    private static final SourceText SOURCE = SourceText.of("0123456789");

    /** Reads edits such as {@code 2..4=ab} and guards such as {@code !2..4}, divided by blanks. */
    private static FileChange.Edits change(String notation) {
        List<TextEdit> edits = new ArrayList<>();
        List<TextRange> guards = new ArrayList<>();
        for (String word : notation.split(" ", -1)) {
            boolean guard = word.startsWith("!");
            String body = guard ? word.substring(1) : word;
            int equals = guard ? body.length() : body.indexOf('=');
            int dots = body.indexOf("..");
            TextRange range = new TextRange(
                    Integer.parseInt(body.substring(0, dots)), Integer.parseInt(body.substring(dots + 2, equals)));
            if (guard) {
                guards.add(range);
            } else {
                edits.add(new TextEdit(range, body.substring(equals + 1)));
            }
        }
        return new FileChange.Edits(PATH, edits, guards, List.of());
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        // Apart and touching.
        "1..2=a, 4..5=b, 0a23b56789",
        "1..3=a, 3..5=b, 0ab56789",
        "3..5=b, 1..3=a, 0ab56789",
        "1..3=, 3..3=x, 0x3456789",
        "1..3=, 1..1=x, 0x3456789",
        "1..1=x, 1..3=, 0x3456789",
        "3..3=x, 1..3=ab, 0abx3456789",
        // The same twice.
        "1..3=a, 1..3=a, 0a3456789",
        "1..3=, 1..3=, 03456789",
        "2..2=x, 2..2=x, 01x23456789",
        "1..3=a 5..6=b, 1..3=a, 0a34b6789",
        // Insertions at one place, in the order of the changes.
        "2..2=x, 2..2=y, 01xy23456789",
        "2..2=y, 2..2=x, 01yx23456789",
        "2..2=x 2..2=y, 2..2=z, 01xyz23456789",
        // Conflicts.
        "1..4=a, 2..5=b, conflict",
        "1..4=a, 1..4=b, conflict",
        "1..4=a, 2..3=b, conflict",
        "2..3=a, 1..4=b, conflict",
        "1..4=, 2..2=x, conflict",
        "2..2=x, 1..4=, conflict",
        "1..4=, 1..5=, conflict",
        "1..4=a 7..8=b, 5..6=c 7..9=d, conflict",
        "1..2=a, 9..11=b, conflict",
        // Guards.
        "1..2=a !4..6, 4..5=b, conflict",
        "1..2=a !4..6, 5..5=b, conflict",
        "1..2=a !4..6, 3..8=b, conflict",
        "1..2=a !4..6, 6..7=b, 0a2345b789",
        "1..2=a !4..6, 6..6=b, 0a2345b6789",
        "1..2=a !4..6, 3..4=b, 0a2b456789",
        "1..2=a !4..4, 4..4=b, conflict",
        "4..5=b, 1..2=a !4..6, conflict",
        "4..5=b, 1..2=a 4..5=b !4..6, 0a23b56789",
        "4..5=b !4..5, 4..5=b, 0123b56789",
    })
    void twoChangesGetAlongOrTheSecondIsNotTaken(String first, String second, String expected) {
        EditSet set = added(EditSet.empty(SOURCE).plus(change(first)));
        EditSet.Addition addition = set.plus(change(second));
        if (expected.equals("conflict")) {
            assertThat(addition).isInstanceOf(EditSet.Addition.Conflict.class);
        } else {
            assertThat(added(addition).apply()).isEqualTo(expected);
        }
    }

    private static EditSet added(EditSet.Addition addition) {
        assertThat(addition).isInstanceOf(EditSet.Addition.Added.class);
        return ((EditSet.Addition.Added) addition).set();
    }

    @Test
    void placesAreMappedThereAndBack() {
        EditSet set = added(EditSet.empty(SOURCE).plus(change("0..0=ab 2..4= 6..7=xyz")));
        assertThat(set.apply()).isEqualTo("ab0145xyz789");
        assertThat(set.mapOffset(0)).isEqualTo(OptionalInt.of(2));
        assertThat(set.mapOffset(2)).isEmpty();
        assertThat(set.mapOffset(3)).isEmpty();
        assertThat(set.mapOffset(4)).isEqualTo(OptionalInt.of(4));
        assertThat(set.mapOffset(6)).isEmpty();
        assertThat(set.mapOffset(10)).isEqualTo(OptionalInt.of(12));
        assertThat(set.mapRange(new TextRange(5, 8))).isEqualTo(new TextRange(5, 10));
        assertThat(set.mapRange(new TextRange(2, 4))).isEqualTo(new TextRange(4, 4));
        assertThat(set.mapRange(new TextRange(6, 7))).isEqualTo(new TextRange(6, 9));
        assertThat(set.originalOffset(0)).isZero();
        assertThat(set.originalOffset(1)).isZero();
        assertThat(set.originalOffset(4)).isEqualTo(4);
        assertThat(set.originalOffset(7)).isEqualTo(6);
        assertThat(set.originalOffset(12)).isEqualTo(10);
    }

    @Test
    void everyCharacterThatStaysIsFoundAgain() {
        SplittableRandom random = new SplittableRandom(20_261);
        for (int run = 0; run < 2_000; run++) {
            String text = random.ints(random.nextInt(40), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            SourceText source = SourceText.of(text);
            EditSet set = EditSet.empty(source);
            for (int i = 0; i < 6; i++) {
                int start = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), start + random.nextInt(4));
                TextEdit edit = new TextEdit(new TextRange(start, end), "XYZ".substring(0, random.nextInt(4)));
                EditSet.Addition addition = set.plus(new FileChange.Edits(PATH, List.of(edit)));
                set = addition instanceof EditSet.Addition.Added more ? more.set() : set;
            }
            String after = set.apply();
            for (int i = 0; i < text.length(); i++) {
                OptionalInt mapped = set.mapOffset(i);
                if (mapped.isPresent()) {
                    assertThat(after.charAt(mapped.getAsInt())).isEqualTo(text.charAt(i));
                    assertThat(set.originalOffset(mapped.getAsInt())).isEqualTo(i);
                }
            }
            String kept = after.replaceAll("[XYZ]", "");
            EditSet last = set;
            long staying = java.util.stream.IntStream.range(0, text.length())
                    .filter(i -> last.mapOffset(i).isPresent())
                    .count();
            assertThat(kept).hasSize((int) staying);
        }
    }
}
