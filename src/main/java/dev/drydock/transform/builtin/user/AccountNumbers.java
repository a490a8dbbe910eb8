package dev.drydock.transform.builtin.user;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Useradd;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers of accounts: those with which a file makes them, else those that the image is known to have. */
final class AccountNumbers {
    private AccountNumbers() {}

    /** Returns whether accounts join groups, which a number with a group would leave. */
    static boolean joinGroups(BuildStage stage) {
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                boolean joins = Useradd.from(invocation)
                        .filter(add ->
                                add.isMembership() || (add.program().equals("useradd") && add.has("-G", "--groups")))
                        .isPresent();
                if (joins || invocation.runs("usermod", "gpasswd", "groupmod")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns {@code uid:gid} of an account and its first group; empty if either is not known for sure. */
    static Optional<String> sure(BuildStage stage, String user) {
        return UnsureNumbers.areSure(stage, user) ? of(stage, user) : Optional.empty();
    }

    /** Returns {@code uid:gid} of a user, or of a user and a group behind a colon; empty if either is not known. */
    private static Optional<String> of(BuildStage stage, String value) {
        Created created = Created.of(stage);
        String user = UserName.user(value);
        Optional<String> made = created.uid(user);
        Optional<String> known = made.isPresent() || created.isNamed(user)
                ? Optional.empty()
                : stage.facts().flatMap(facts -> facts.account(user)).flatMap(account -> account.numeric());
        Optional<String> uid = made.or(() -> known.map(UserName::user));
        int colon = value.indexOf(':');
        Optional<String> gid = colon < 0
                ? created.gidOf(user).or(() -> known.map(numeric -> numeric.substring(numeric.indexOf(':') + 1)))
                : number(value.substring(colon + 1)).or(() -> created.group(value.substring(colon + 1)));
        return uid.flatMap(first -> gid.map(second -> first + ":" + second));
    }

    /**
     * The numbers of a user, as a USER names them, and how sure they are.
     *
     * @param numbers the uid, with the gid where a group was named
     */
    record Known(String numbers, Safety certainty) {}

    /** Returns the numbers of a user; a user without a group keeps the groups of its account. */
    static Optional<Known> known(BuildStage stage, String value) {
        String user = UserName.user(value);
        Created created = Created.of(stage);
        if (created.isNamed(user)) {
            boolean plain = created.users().get(user).command().context().isPlain();
            return (value.equals(user) ? created.uid(user) : of(stage, value))
                    .map(numbers -> new Known(numbers, plain ? Safety.REVIEW : Safety.SUGGEST));
        }
        Optional<dev.drydock.knowledge.Account> account = stage.facts().flatMap(facts -> facts.account(user));
        if (value.equals(user)) {
            return account.filter(known -> known.uid().isPresent())
                    .map(known -> new Known(Integer.toString(known.uid().getAsInt()), Safety.SUGGEST));
        }
        return of(stage, value).map(numbers -> new Known(numbers, Safety.SUGGEST));
    }

    private static Optional<String> number(String text) {
        return UserName.isNumeric(text) ? Optional.of(text) : Optional.empty();
    }

    /** The accounts that the file makes, with the numbers that it says. */
    private record Created(Map<String, Useradd> users, Map<String, Useradd> groups) {

        static Created of(BuildStage stage) {
            Created created = new Created(new HashMap<>(), new HashMap<>());
            for (RunScript script : stage.inheritedScripts()) {
                for (SimpleCommand command : script.commands()) {
                    Useradd.from(command)
                            .filter(add -> !add.isMembership())
                            .ifPresent(add -> add.account()
                                    .ifPresent(
                                            name -> (add.isGroup() ? created.groups : created.users).put(name, add)));
                }
            }
            return created;
        }

        boolean isNamed(String user) {
            return users.containsKey(user);
        }

        Optional<String> uid(String user) {
            return Optional.ofNullable(users.get(user)).flatMap(Useradd::uid).flatMap(AccountNumbers::number);
        }

        Optional<String> gidOf(String user) {
            return Optional.ofNullable(users.get(user))
                    .flatMap(Useradd::gid)
                    .flatMap(group -> number(group).or(() -> group(group)));
        }

        Optional<String> group(String name) {
            return Optional.ofNullable(groups.get(name)).flatMap(Useradd::gid).flatMap(AccountNumbers::number);
        }
    }
}
