package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Useradd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why the number that a file or an image says of an account may not be its number, or may not stand for it alone: an engine
 * that gets a number takes home and groups of the first account that has it.
 */
final class UnsureNumbers {
    /** Options of usermod that give an account another number or another group. */
    private static final List<String> NEW_NUMBER = List.of("-u", "--uid", "-ou", "-g", "--gid");
    /** Where accounts and groups are kept. */
    private static final List<String> TABLES = List.of("/etc/passwd", "/etc/group");
    /** Programs that say a table's name or read it, and write nothing of their own into it. */
    private static final Set<String> READERS = Set.of(
            "grep", "egrep", "fgrep", "cat", "getent", "cut", "head", "tail", "test", "[", "ls", "stat", "wc", "awk",
            "echo", "printf", "chmod", "chown", "chgrp", "touch");

    private final BuildStage stage;
    private final String user;
    private final List<Invocation> calls = new ArrayList<>();
    private final List<Useradd> makers = new ArrayList<>();
    private final List<Useradd> groups = new ArrayList<>();

    private UnsureNumbers(BuildStage stage, String user) {
        this.stage = stage;
        this.user = user;
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Invocation call = Invocation.of(command);
                calls.add(call);
                Useradd.from(call)
                        .filter(add -> !add.isMembership())
                        .ifPresent(add -> (add.isGroup() ? groups : makers).add(add));
            }
        }
    }

    /** Returns why the number of the user that a USER names is not sure, or that of the group if it names one. */
    static Optional<String> of(BuildStage stage, String value) {
        UnsureNumbers unsure = new UnsureNumbers(stage, UserName.user(value));
        int colon = value.indexOf(':');
        return unsure.user().or(() -> colon < 0 ? Optional.empty() : unsure.group(value.substring(colon + 1)));
    }

    /** Returns whether the numbers of an account and of its first group are sure. */
    static boolean areSure(BuildStage stage, String user) {
        UnsureNumbers unsure = new UnsureNumbers(stage, user);
        return unsure.user().isEmpty() && unsure.ownGroup().isEmpty();
    }

    private Optional<String> user() {
        List<Useradd> own = named(makers, user);
        if (writesTables()) {
            return Optional.of(unknown("the build edits the tables of accounts"));
        }
        if (calls.stream().anyMatch(call -> isTaken(call) || isNumbered(call))) {
            return Optional.of(unknown("a RUN gives an account another number, or takes it away"));
        }
        if (own.stream().anyMatch(UnsureNumbers::isNumberExpanded)) {
            return Optional.of("the number of " + user
                    + " comes from a variable of the build; USER can name it by the same variable");
        }
        if (differ(own, Useradd::uid)) {
            return Optional.of(unknown("the file makes " + user + " with one number or another"));
        }
        return own.stream().anyMatch(this::isShared)
                ? Optional.of(user + " may share its number with another account, whose home and groups a number gives;"
                        + " give it a number of its own")
                : Optional.empty();
    }

    private Optional<String> group(String group) {
        if (UserName.isNumeric(group)) {
            return Optional.empty();
        }
        boolean changed = changesOfGroups()
                .anyMatch(call -> call.arguments().stream().anyMatch(word -> word.hasExpansion() || word.is(group)));
        return changed || differ(named(groups, group), Useradd::gid)
                ? Optional.of(unknown("a RUN gives the group " + group + " another number"))
                : Optional.empty();
    }

    private Optional<String> ownGroup() {
        List<Useradd> own = named(makers, user);
        return changesOfGroups().findAny().isPresent() || differ(own, Useradd::gid)
                ? Optional.of(unknown("a RUN gives a group another number"))
                : own.stream().flatMap(add -> add.gid().stream()).findFirst().flatMap(this::group);
    }

    private Stream<Invocation> changesOfGroups() {
        return calls.stream().filter(call -> call.runs("groupmod", "groupdel", "delgroup"));
    }

    private String unknown(String why) {
        return why + ", so that the number of " + user + " is unknown; id " + user
                + " in a container of the image tells it";
    }

    /** A change with -u or -g may take the number of any account. */
    private static boolean isNumbered(Invocation call) {
        return call.runs("usermod")
                && call.arguments().stream()
                        .anyMatch(word -> NEW_NUMBER.stream().anyMatch(word.literalPrefix()::startsWith));
    }

    private boolean isTaken(Invocation call) {
        return isRemoval(call, user);
    }

    private static boolean isRemoval(Invocation call, String account) {
        return call.runs("userdel", "deluser")
                && call.arguments().stream().anyMatch(word -> word.hasExpansion() || word.is(account));
    }

    private boolean writesTables() {
        boolean copied = stage.history().stream()
                .filter(FileTransfer.class::isInstance)
                .map(FileTransfer.class::cast)
                .anyMatch(UnsureNumbers::bringsTable);
        return copied || calls.stream().anyMatch(UnsureNumbers::writesTable);
    }

    private static boolean bringsTable(FileTransfer transfer) {
        Optional<String> to = transfer.destination().map(Argument::value);
        boolean folder =
                to.filter(path -> path.equals("/etc") || path.equals("/etc/")).isPresent();
        return to.filter(TABLES::contains).isPresent()
                || (folder
                        && transfer.sources().stream()
                                .anyMatch(source -> source.value().endsWith("/passwd")
                                        || source.value().endsWith("/group")
                                        || source.value().equals("passwd")
                                        || source.value().equals("group")));
    }

    /** Lines that are appended give the accounts above them no other number. */
    private static boolean writesTable(Invocation call) {
        boolean replaced = call.command().redirects().stream()
                .anyMatch(redirect -> List.of(">", ">|").contains(redirect.operator())
                        && TABLES.contains(redirect.target().literalPrefix()));
        boolean edited = call.program().filter(READERS::contains).isEmpty()
                && call.arguments().stream().anyMatch(word -> TABLES.stream().anyMatch(word.literalPrefix()::contains));
        return replaced || edited || call.runs("vipw", "vigr");
    }

    private static boolean isNumberExpanded(Useradd add) {
        return GivenNumber.isNumbered(add) && add.uid().isEmpty();
    }

    /** An account with the number of one of the image is its second name, unless the file takes that one away. */
    private boolean isShared(Useradd add) {
        return add.has("-o", "--non-unique")
                || add.uid().filter(this::isOfImage).isPresent();
    }

    private boolean isOfImage(String number) {
        return stage.facts().stream()
                .flatMap(facts -> Stream.concat(
                        facts.users().entrySet().stream(),
                        facts.osFamily().stream().flatMap(family -> family.users().entrySet().stream())))
                .filter(entry -> !entry.getKey().equals(user)
                        && entry.getValue().uid().isPresent()
                        && Integer.toString(entry.getValue().uid().getAsInt()).equals(number))
                .anyMatch(entry -> calls.stream().noneMatch(call -> isRemoval(call, entry.getKey())));
    }

    private static List<Useradd> named(List<Useradd> accounts, String name) {
        return accounts.stream()
                .filter(add -> add.account().filter(name::equals).isPresent())
                .toList();
    }

    private static boolean differ(List<Useradd> accounts, Function<Useradd, Optional<String>> number) {
        return accounts.stream().map(number).distinct().count() > 1;
    }
}
