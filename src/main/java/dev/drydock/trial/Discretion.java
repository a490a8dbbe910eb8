package dev.drydock.trial;

import dev.drydock.knowledge.Confidential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes out of what builds and containers print the secrets of the project, and those that were handed to the builds. */
final class Discretion {
    private static final int SHORTEST = 4;
    private static final long LARGEST = 1 << 16;
    private static final String FILE = "src=";
    private static final String VARIABLE = "env=";

    private final Confidential confidential;
    private final List<String> values = new ArrayList<>();

    Discretion(Confidential confidential, Settings settings) {
        this.confidential = confidential;
        settings.buildSecrets().values().forEach(this::learn);
        settings.secretValues().forEach(this::add);
    }

    private void learn(String source) {
        if (source.startsWith(VARIABLE)) {
            add(System.getenv().getOrDefault(source.substring(VARIABLE.length()), ""));
            return;
        }
        Path file = Path.of(source.substring(FILE.length()));
        try {
            if (Files.size(file) <= LARGEST) {
                Files.readString(file, StandardCharsets.UTF_8).lines().forEach(this::add);
            }
        } catch (IOException e) {
            // What is no text cannot be printed as it is.
        }
    }

    private void add(String value) {
        String text = value.strip();
        if (text.length() >= SHORTEST) {
            values.add(text);
        }
    }

    /** Returns a sentence without secrets. */
    String mask(String sentence) {
        return confidential.mask(withoutValues(sentence));
    }

    /** Returns a log without secrets. */
    String maskText(String text) {
        return confidential.maskText(withoutValues(text));
    }

    private String withoutValues(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, Confidential.MASK);
        }
        return masked;
    }
}
