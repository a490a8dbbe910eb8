package dev.drydock.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class DotEnvTest {

    @Test
    void valuesAreReadAsComposeReadsThem() {
        String text = """
                # comment
                PLAIN=value
                SPACED = around
                export EXPORTED=yes
                COMMENTED=value # not this
                HASH=a#b
                EMPTY=
                SINGLE='${PLAIN} # x'
                DOUBLE="${PLAIN}\\n\\$x # y" # z
                LINES="one
                two"
                DEFAULT=${NOTHING:-d}
                no assignment
                PLAIN=later
                """;

        assertThat(DotEnv.parse(text))
                .containsExactly(
                        entry("PLAIN", "later"),
                        entry("SPACED", "around"),
                        entry("EXPORTED", "yes"),
                        entry("COMMENTED", "value"),
                        entry("HASH", "a#b"),
                        entry("EMPTY", ""),
                        entry("SINGLE", "${PLAIN} # x"),
                        entry("DOUBLE", "value\n$x # y"),
                        entry("LINES", "one\ntwo"),
                        entry("DEFAULT", "d"));
    }

    @Test
    void anythingIsReadToItsEnd() {
        assertThat(DotEnv.parse("A=\"open")).containsEntry("A", "\"open");
        assertThat(DotEnv.parse("=x\r\nB=1\r\n")).containsEntry("B", "1");
        assertThat(DotEnv.parse("")).isEmpty();
        assertThat(DotEnv.parse("A=")).containsEntry("A", "");
    }
}
