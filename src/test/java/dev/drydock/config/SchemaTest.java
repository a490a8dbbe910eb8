package dev.drydock.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class SchemaTest {
    @Test
    void theSchemaHasTheKeysThatTheReaderKnows() throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("drydock.schema.json")) {
            Map<String, Object> schema = JSON.std.mapFrom(in);
            Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
            assertThat(properties.keySet().stream().map(String::valueOf))
                    .containsExactlyElementsOf(ConfigurationKey.labels());
            assertThat(schema).containsEntry("additionalProperties", false);
        }
    }
}
