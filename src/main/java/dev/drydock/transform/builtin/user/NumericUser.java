package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Useradd;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names the user of the final image by number, which Kubernetes needs to see that it is not root. */
public final class NumericUser extends DockerfileTransform {
    private static final String MESSAGE = "the user is named, so that platforms cannot tell that it is not root";

    public NumericUser() {
        super("numeric-user");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.build()
                .finalStage()
                .ifPresent(stage -> stage.stage()
                        .last(UserInstruction.class)
                        .flatMap(UserInstruction::argument)
                        .ifPresent(word -> inspect(subject, stage, word)));
    }

    private static void inspect(Subject subject, BuildStage stage, Word word) {
        Optional<String> name = word.staticValue()
                .filter(value -> value.equals(word.value()))
                .filter(value -> !UserName.isNumeric(value) && !UserName.isRoot(value) && !value.isEmpty());
        if (name.isEmpty()) {
            return;
        }
        if (changesGroups(stage)) {
            subject.notNeeded(
                    word.range(), MESSAGE, "the account joins groups, which a number with a group would leave");
            return;
        }
        Optional<String> numbers = numbers(stage, name.get());
        if (numbers.isEmpty()) {
            subject.notNeeded(word.range(), MESSAGE, "the uid and gid of " + name.get() + " are unknown");
            return;
        }
        subject.repair(
                word.range(),
                MESSAGE,
                Rewrite.of(
                                "use " + numbers.get(),
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(TextEdit.replace(word.range(), numbers.get())))
                        .withAssumptions(
                                List.of("The account " + name.get() + " has the numbers " + numbers.get() + ".")));
    }

    private static boolean changesGroups(BuildStage stage) {
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

    /** Returns {@code uid:gid} of a user, or of a user and a group behind a colon. */
    private static Optional<String> numbers(BuildStage stage, String value) {
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
            return Optional.ofNullable(users.get(user)).flatMap(Useradd::uid).flatMap(NumericUser::number);
        }

        Optional<String> gidOf(String user) {
            return Optional.ofNullable(users.get(user))
                    .flatMap(Useradd::gid)
                    .flatMap(group -> number(group).or(() -> group(group)));
        }

        Optional<String> group(String name) {
            return Optional.ofNullable(groups.get(name)).flatMap(Useradd::gid).flatMap(NumericUser::number);
        }
    }
}
