package dev.drydock.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegedPortTest {
    @Test
    void goesFrom1To1023() {
        assertThat(PrivilegedPort.of("0")).isEmpty();
        assertThat(PrivilegedPort.of("1")).contains(1);
        assertThat(PrivilegedPort.of("1023")).contains(1023);
        assertThat(PrivilegedPort.of("1024")).isEmpty();
        assertThat(PrivilegedPort.of("65536")).isEmpty();
        assertThat(PrivilegedPort.of("web")).isEmpty();
        assertThat(PrivilegedPort.of("")).isEmpty();
    }

    @Test
    void anExposeMayNameAProtocolOrARange() {
        assertThat(PrivilegedPort.ofExpose("53/udp")).contains(53);
        assertThat(PrivilegedPort.ofExpose("80-90")).contains(80);
        assertThat(PrivilegedPort.ofExpose("$PORT")).isEmpty();
    }

    @Test
    void wordsOfACommandNameItBehindAnOptionOrAnAddress() {
        assertThat(PrivilegedPort.ofWords(List.of("serve", "-l", "80"))).contains(80);
        assertThat(PrivilegedPort.ofWords(List.of("gunicorn", "--bind=0.0.0.0:443")))
                .contains(443);
        assertThat(PrivilegedPort.ofWords(List.of("uvicorn", "--port", "1000"))).contains(1000);
        assertThat(PrivilegedPort.ofWords(List.of("app", "--workers", "4", "[::]:80")))
                .contains(80);
        assertThat(PrivilegedPort.ofWords(List.of("app", "--workers", "4", "0.0.0.0:8080")))
                .isEmpty();
    }
}
