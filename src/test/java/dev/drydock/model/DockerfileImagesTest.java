package dev.drydock.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileImagesTest {
    private static final Knowledge KNOWLEDGE = Knowledge.packaged();

    private static ImagePlaces places(String text) {
        return DockerfileImages.of(Build.of(DockerfileParser.parse(SourceText.of(text)), KNOWLEDGE.images()));
    }

    /** Appends an exclamation mark to the name of the first image, where it is written. */
    private static Optional<String> marked(String text) {
        ImagePlace place = places(text).all().get(0);
        TextEdit mark = TextEdit.insert(place.text().length(), "!");
        return place.written(mark).map(written -> {
            TextRange range = written.edit().range();
            return text.substring(0, range.start()) + "!" + text.substring(range.end());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a:1                         | FROM a:1!",
                "FROM \"a:1\" AS b                 | FROM \"a:1!\" AS b",
                "ARG V=1;FROM a:$V                | ARG V=1!;FROM a:$V",
                "ARG V=\"1\";FROM a:${V}           | ARG V=\"1!\";FROM a:${V}",
                "ARG R=x;ARG V=1;FROM $R/a:$V      | ARG R=x;ARG V=1!;FROM $R/a:$V",
                "ARG V=1;FROM a:${V}-slim          | ARG V=1;FROM a:${V}-slim!",
                "ARG V=1;ARG B=a:$V;FROM $B        | ARG V=1!;ARG B=a:$V;FROM $B",
                "ARG V;FROM a:${V:-1}              | ARG V;FROM a:${V:-1!}",
                "ARG V=;FROM a:${V:-1}             | ARG V=;FROM a:${V:-1!}",
                "ARG V=2;FROM a:${V:-1}            | ARG V=2!;FROM a:${V:-1}",
                "ARG I='a:1';FROM $I               | ARG I='a:1!';FROM $I",
                "ARG V=1;ARG V=2;FROM a:$V         | ARG V=1;ARG V=2!;FROM a:$V",
                "# syntax=a/b:1 more;FROM scratch  | # syntax=a/b:1! more;FROM scratch",
                "FROM scratch;COPY --from=a:1 b c  | FROM scratch;COPY --from=a:1! b c",
                "FROM scratch;RUN --mount=type=bind,from=a:1,ro b | FROM scratch;RUN --mount=type=bind,from=a:1!,ro b",
                "FROM scratch;ONBUILD RUN --mount=from=a:1 b | FROM scratch;ONBUILD RUN --mount=from=a:1! b",
            })
    void theEndOfANameIsWhereItIsWritten(String text, String expected) {
        assertThat(marked(text.replace(';', '\n'))).contains(expected.replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "FROM a AS b;FROM b, a",
        "FROM a AS b;FROM c;COPY --from=B x y, a c",
        "FROM a;FROM c;COPY --from=0 x y, a c",
        "FROM a;COPY --from=later x y;FROM c AS later, a c",
        "FROM scratch;ONBUILD COPY --from=name x y, ''",
        "FROM scratch;COPY --from=$X x y, ''",
        "FROM $X, $X",
        "FROM ${X:+a}, ${X:+a}",
        "FROM a:${TARGETARCH:-amd64}, a:${TARGETARCH:-amd64}",
        "ARG TARGETARCH=arm;FROM a:$TARGETARCH, a:arm",
    })
    void namesOfStagesAreNoImages(String text, String expected) {
        List<String> names = places(text.replace(';', '\n')).all().stream()
                .map(ImagePlace::text)
                .toList();
        assertThat(String.join(" ", names)).isEqualTo(expected);
    }

    @Test
    void anArgumentWithoutDefaultIsNamed() {
        ImagePlace place = places("ARG R\nARG V=1\nFROM ${R}/a:$V\n").all().get(0);
        assertThat(place.unknownArgument()).contains("R");
        assertThat(place.reference()).isEmpty();
    }

    @Test
    void whatElseUsesAnArgumentIsKnown() {
        ImagePlaces places = places("ARG V=1\nARG W=$V\nARG X=1\nFROM a:$V\nFROM a:$X\nARG W\n");
        assertThat(places.otherUse("V").orElseThrow()).isEqualTo(6);
        assertThat(places.otherUse("X")).isEmpty();
        assertThat(places.reachedBy("V")).hasSize(1);
        assertThat(places("ARG P=linux\nFROM --platform=$P a\n").otherUse("P")).isPresent();
    }

    @Test
    void defaultsThatDoubleEachOtherEnd() {
        StringBuilder text = new StringBuilder("ARG A0=aaaaaaaaaaaaaaaa\n");
        for (int i = 1; i < 60; i++) {
            text.append("ARG A" + i + "=$A" + (i - 1) + "$A" + (i - 1) + "\n");
        }
        assertThat(places(text + "FROM $A59\n").all().get(0).reference()).isEmpty();
    }
}
