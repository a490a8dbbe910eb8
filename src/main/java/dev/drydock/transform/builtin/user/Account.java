package dev.drydock.transform.builtin.user;

import java.util.List;
import java.util.Optional;

/**
 * The user that a container is to run as.
 *
 * @param user the value of USER: {@code 1000:1000}, or {@code node} where the numbers are not known
 * @param name the name, unless it is a number without an account
 * @param owner the value of {@code --chown}: {@code node:node}
 * @param ids user and group by number, where both are known: what {@code COPY --link} needs, which sees no account
 * @param home the folder that the account calls home and may write to, if it has one
 * @param creation the commands that create the account; none if it is there
 * @param assumption what a person should check about the account, if anything
 */
record Account(
        String user,
        Optional<String> name,
        String owner,
        Optional<String> ids,
        Optional<String> home,
        List<String> creation,
        Optional<String> assumption) {

    /** Returns the name if there is one, for people. */
    String label() {
        return name.orElse(user);
    }

    boolean isCreated() {
        return !creation.isEmpty();
    }
}
