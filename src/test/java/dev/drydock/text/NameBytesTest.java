package dev.drydock.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameBytesTest {
    @Test
    void aNameThatIsNotUtf8KeepsItsBytes() {
        byte[] name = {'a', (byte) 0xE9, (byte) 0xC3, (byte) 0xA9, (byte) 0xC3, '/', (byte) 0xF0, (byte) 0x9F};

        String text = NameBytes.text(name);

        assertThat(text).startsWith("a").contains("\u00E9").contains("/");
        assertThat(NameBytes.of(text)).isEqualTo(name);
    }
}
