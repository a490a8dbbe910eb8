package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialTest {
    private final Confidential confidential =
            new Confidential(Knowledge.packaged().secrets());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ENV DB_PASSWORD=hunter2 A=b|ENV DB_PASSWORD=******** A=b",
                "ENV DB_PASSWORD hunter2 and more|ENV DB_PASSWORD ********",
                "ENV A=b DB_PASSWORD='hunter 2' C=d|ENV A=b DB_PASSWORD='********' C=d",
                "ENV DB_PASSWORD=hun\\ ter2 A=b|ENV DB_PASSWORD=******** A=b",
                "- \"DB_PASSWORD=hunter 2\"|- \"DB_PASSWORD=********\"",
                "- DB_PASSWORD=hunter2|- DB_PASSWORD=********",
                "DB_PASSWORD: hunter 2 # why|DB_PASSWORD: ******** # why",
                "{DB_PASSWORD: hunter2, A: b}|{DB_PASSWORD: ********, A: b}",
                "\"dbPassword\": \"hunter2\",|\"dbPassword\": \"********\",",
                "[\"x\", \"--password\", \"hunter2\"]|[\"x\", \"--password\", \"********\"]",
                "x --password hunter2 y|x --password ******** y",
                "x --password=hunter2;y|x --password=********;y",
                "API_TOKEN: ${API_TOKEN:-hunter2}|API_TOKEN: ${API_TOKEN:-********}",
                "API_TOKEN := hunter2|API_TOKEN := ********",
                "https://me:hunter2@example.com/|https://me:********@example.com/",
            })
    void masksWhatIsNamedLikeASecret(String text, String masked) {
        assertThat(confidential.maskText(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENV DB_PASSWORD=$PASSWORD",
                "ENV DB_PASSWORD=${PASSWORD}",
                "ENV DB_PASSWORD_FILE=/run/secrets/db",
                "ENV GPG_KEY=0123456789ABCDEF0123456789ABCDEF01234567",
                "ENV ALLOW_EMPTY_PASSWORD=no",
                "ENV SSH_AUTH_SOCK=/agent",
                "POSTGRES_PASSWORD: postgres",
                "RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci",
                "docker build --secret id=npm_token,env=NPM_TOKEN .",
                "docker login --password-stdin registry.example",
                "if [ \"$TOKEN\" == x ]; then",
                "FROM postgres:15",
            })
    void leavesWhatIsNone(String text) {
        assertThat(confidential.maskText(text)).isEqualTo(text);
    }

    @Test
    void masksALearntValueAnywhere() {
        confidential.learn("ENV DB_PASSWORD=hunter2\nENV OTHER_TOKEN=inherit\n");

        assertThat(confidential.mask("it was hunter2")).isEqualTo("it was ********");
        assertThat(confidential.mask("secrets: inherit")).isEqualTo("secrets: inherit");
    }

    @Test
    void masksANameThatIsAPasswordTooWhereItIsOne() {
        confidential.leaveNames(List.of("wordpress", "warehouse"));
        confidential.learn("MYSQL_PASSWORD=wordpress\nAPI_TOKEN=warehouses\n");

        assertThat(confidential.mask("the service wordpress")).isEqualTo("the service wordpress");
        assertThat(confidential.mask("the value warehouses")).isEqualTo("the value ********");
        assertThat(confidential.maskText("ENV MYSQL_PASSWORD=wordpress\nimage: wordpress\n"))
                .isEqualTo("ENV MYSQL_PASSWORD=********\nimage: wordpress\n");
    }

    @Test
    void masksAValueThatHoldsAnotherAsOne() {
        confidential.add(List.of("hunter2", "hunter2-long"));

        assertThat(confidential.mask("hunter2-long hunter2")).isEqualTo("******** ********");
    }

    @Test
    void keepsTheLinesOfAKey() {
        String key = "A=\"-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\nMIIEdef\n-----END RSA PRIVATE KEY-----\"\nB=c\n";

        assertThat(confidential.maskText(key)).isEqualTo("A=\"********\n********\n********\n********\nB=c\n");
    }
}
