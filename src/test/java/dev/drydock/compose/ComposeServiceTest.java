package dev.drydock.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.compose.Provenance.Origin;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import dev.drydock.yaml.parse.YamlParser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComposeServiceTest {

    private static YamlStream yaml(String text) {
        return YamlParser.parse(SourceText.of(text));
    }

    private static ComposeService service(String text, String name) {
        return ComposeFile.of(yaml(text)).service(name).orElseThrow();
    }

    @Test
    void aBaseInAnotherFileCountsAndIsKnownToBeShared() {
        ComposeFile common = ComposeFile.of(yaml("services:\n  base:\n    cap_add: [A]\n    user: app\n"));
        ComposeFile file =
                ComposeFile.of(yaml("""
                        services:
                          web:
                            extends: {file: common.yaml, service: base}
                            cap_add: [B]
                        """), path -> path.equals("common.yaml") ? Optional.of(common) : Optional.empty());

        ComposeService web = file.service("web").orElseThrow();

        assertThat(web.strings("cap_add")).containsExactly("A", "B");
        assertThat(web.user()).hasValueSatisfying(user -> {
            assertThat(user.text()).contains("app");
            assertThat(user.provenance().origin()).isEqualTo(Origin.BASE);
            assertThat(user.provenance().isShared()).isTrue();
        });
        assertThat(web.hasUnknownBase()).isFalse();
    }

    @Test
    void filesThatExtendEachOtherEnd() {
        Map<String, ComposeFile> files = new HashMap<>();
        ComposeLookup lookup = path -> Optional.ofNullable(files.get(path));
        files.put("a", ComposeFile.of(yaml("services:\n  s:\n    extends: {file: b, service: s}\n"), lookup));
        files.put(
                "b",
                ComposeFile.of(yaml("services:\n  s:\n    extends: {file: a, service: s}\n    user: x\n"), lookup));

        assertThat(files.get("a").service("s").orElseThrow().user().flatMap(Setting::text))
                .contains("x");
    }

    @Test
    void aPortGetsAnAddressAndKeepsEverythingElse() {
        ComposeService web =
                service("services:\n  web:\n    ports: ['80:80/udp', \"${P:-8080}:80\", '8080', '[::1]:1:1']\n", "web");

        assertThat(web.ports().stream().map(port -> port.shortWithHostIp("127.0.0.1")))
                .containsExactly("127.0.0.1:80:80/udp", "127.0.0.1:${P:-8080}:80", "127.0.0.1::8080", "127.0.0.1:1:1");
        assertThat(web.ports().get(0).shortWithHostIp("::1")).isEqualTo("[::1]:80:80/udp");
    }

    @Test
    void aVolumeGetsAnOptionMore() {
        ComposeService web = service("services:\n  web:\n    volumes: ['./a:/a', './b:/b:z']\n", "web");

        assertThat(web.volumes().stream().map(mount -> mount.shortWithOption("ro")))
                .containsExactly("./a:/a:ro", "./b:/b:z,ro");
    }

    @Test
    void avalueOfAVariableIsNeverPrintedByAccident() {
        ComposeService web = service("services:\n  web:\n    environment: [PASSWORD=hunter2]\n", "web");

        assertThat(web.environment().toString()).contains("PASSWORD").doesNotContain("hunter2");
    }

    @Test
    void aSecretMovesOutOfTheEnvironmentInOneSetOfEdits() {
        String text = """
                services:
                  db:
                    image: postgres
                    environment:
                    - POSTGRES_PASSWORD=hunter2 # local
                    - X=1
                """;
        ComposeFile file = ComposeFile.of(yaml(text));
        ComposeService db = file.service("db").orElseThrow();
        KeyValue password = db.environment().get(0);

        var edits = new YamlEditor(file.document().orElseThrow())
                .replaceScalar((YamlScalar) password.node(), "POSTGRES_PASSWORD_FILE=/run/secrets/db_password")
                .insertLast(db.mapping().orElseThrow(), "secrets", YamlValue.strings("db_password"))
                .insertTopLevelEntry(
                        "secrets", YamlValue.map("db_password", YamlValue.map().with("file", "./secrets/db_password")))
                .finish()
                .edits()
                .orElseThrow();

        StringBuilder after = new StringBuilder(text);
        for (int i = edits.size() - 1; i >= 0; i--) {
            after.replace(
                    edits.get(i).range().start(),
                    edits.get(i).range().end(),
                    edits.get(i).replacement());
        }
        assertThat(after.toString()).isEqualTo("""
                services:
                  db:
                    image: postgres
                    environment:
                    - POSTGRES_PASSWORD_FILE=/run/secrets/db_password # local
                    - X=1
                    secrets:
                    - db_password
                secrets:
                  db_password:
                    file: ./secrets/db_password
                """);
    }

    @Test
    void mergesThatMultiplyAreCarriedOutOnce() {
        StringBuilder text = new StringBuilder("x-0: &a0 {k0: 1}\n");
        for (int i = 1; i < 60; i++) {
            String previous = "*a" + (i - 1);
            text.append(
                    String.format("x-%d: &a%d {<<: [%s, %s, %s], k%d: 1}%n", i, i, previous, previous, previous, i));
        }
        text.append("services:\n  web:\n    <<: *a59\n    image: x\n");

        assertThat(service(text.toString(), "web").keys()).hasSize(61);
    }
}
