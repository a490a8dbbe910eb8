package dev.drydock.git;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who a commit is by.
 *
 * @param name not blank
 * @param email not blank
 */
public record CommitIdentity(String name, String email) {

    public CommitIdentity {
        name = OneLine.of(name);
        email = OneLine.of(email);
        if (name.isBlank() || email.isBlank()) {
            throw new IllegalArgumentException("a commit needs a name and an e-mail address");
        }
    }

    /** Returns the identity spelled {@code Name <address>}, or empty if {@code text} is not of that form. */
    public static Optional<CommitIdentity> parse(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        if (open <= 0 || close < 0 || !text.substring(close + 1).isBlank()) {
            return Optional.empty();
        }
        String name = text.substring(0, open).strip();
        String email = text.substring(open + 1, close).strip();
        return name.isEmpty() || email.isEmpty() ? Optional.empty() : Optional.of(new CommitIdentity(name, email));
    }

    /**
     * Returns who the author is by {@code GIT_AUTHOR_*} (or {@code GIT_COMMITTER_*}), else by {@code user.name} and {@code
     * user.email} of the configuration. Unlike Git, never guessed from the account and the host name.
     */
    public static Optional<CommitIdentity> find(Config config, UnaryOperator<String> environment, String role) {
        Optional<String> name =
                first(environment.apply("GIT_" + role + "_NAME"), config.getString("user", null, "name"));
        Optional<String> email =
                first(environment.apply("GIT_" + role + "_EMAIL"), config.getString("user", null, "email"));
        return name.flatMap(n -> email.map(e -> new CommitIdentity(n, e)));
    }

    private static Optional<String> first(String preferred, String fallback) {
        if (preferred != null && !preferred.isBlank()) {
            return Optional.of(preferred);
        }
        return Optional.ofNullable(fallback).filter(text -> !text.isBlank());
    }

    PersonIdent at(Instant when, ZoneId zone) {
        return new PersonIdent(name, email, when, zone);
    }

    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
