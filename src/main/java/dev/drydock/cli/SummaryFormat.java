package dev.drydock.cli;

/** The formats of what is no list of findings: the rules, the run of the bot, what came of trials. */
enum SummaryFormat {
    TEXT,
    JSON,
    MARKDOWN;

    /** Returns the format that the ending of a file says; text if it says none. */
    static SummaryFormat ofFile(String file) {
        if (file.endsWith(".json")) {
            return JSON;
        }
        return file.endsWith(".md") || file.endsWith(".markdown") ? MARKDOWN : TEXT;
    }

    static final class Converter extends RunOptions.WordConverter<SummaryFormat> {
        Converter() {
            super(SummaryFormat.values());
        }
    }
}
