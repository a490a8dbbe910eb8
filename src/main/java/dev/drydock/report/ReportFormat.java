package dev.drydock.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a run can be told. */
public enum ReportFormat {
    TEXT("tty"),
    JSON("json"),
    SARIF("sarif"),
    GITHUB("github-actions"),
    GITLAB("gitlab_codeclimate"),
    CHECKSTYLE("checkstyle"),
    JUNIT("junit"),
    MARKDOWN("markdown"),
    DIFF("diff");

    /** The name that other tools of this kind use for the format. */
    private final String alias;

    ReportFormat(String alias) {
        this.alias = alias;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.label().equals(lower) || format.alias.equals(lower))
                .findFirst();
    }
}
