package dev.drydock.cli;

/** When output has colours. */
enum ColourChoice {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * Returns whether output has colours. The option wins over the variables: {@code NO_COLOR} (no-color.org), then
     * {@code FORCE_COLOR} and {@code CLICOLOR_FORCE}.
     *
     * @param standardOutput whether the output goes to standard output, not to a file
     */
    boolean isOn(Surroundings surroundings, boolean standardOutput) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                if (surroundings.variable("NO_COLOR").isPresent()) {
                    yield false;
                }
                if (isForced(surroundings, "FORCE_COLOR") || isForced(surroundings, "CLICOLOR_FORCE")) {
                    yield true;
                }
                boolean dumb =
                        surroundings.variable("TERM").filter("dumb"::equals).isPresent();
                yield standardOutput && surroundings.terminal() && !dumb;
            }
        };
    }

    private static boolean isForced(Surroundings surroundings, String variable) {
        return surroundings
                .variable(variable)
                .filter(value -> !value.equals("0"))
                .isPresent();
    }
}
