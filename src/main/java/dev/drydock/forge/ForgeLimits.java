package dev.drydock.forge;

/**
 * What a platform takes.
 *
 * @param body most characters of the text of a request
 * @param title most characters of its title
 * @param markup what its Markdown knows
 * @param labels whether requests have labels
 * @param assignees whether requests have assignees
 */
public record ForgeLimits(int body, int title, Markup markup, boolean labels, boolean assignees) {

    /** Returns the limits of a platform, with some room left below the hard ones. */
    public static ForgeLimits of(Platform platform) {
        return switch (platform) {
            // 65,536 is where GitHub refuses; some characters count more than once.
            case GITHUB -> new ForgeLimits(58_000, 250, Markup.HTML, true, true);
            case GITLAB -> new ForgeLimits(1_000_000, 250, Markup.HTML, true, true);
            case GITEA -> new ForgeLimits(1_000_000, 250, Markup.HTML, true, true);
            case BITBUCKET_CLOUD -> new ForgeLimits(250_000, 250, Markup.PLAIN, false, false);
            case BITBUCKET_DATA_CENTER -> new ForgeLimits(30_000, 250, Markup.PLAIN, false, false);
        };
    }
}
