package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.Optional;

/** A command that makes an account: {@code useradd}, {@code adduser}, {@code groupadd}, {@code addgroup}. */
public final class Useradd extends CommandView {
    private static final OptionSpec USERADD = OptionSpec.of(
            "bcdefgGkKpRPsuZF",
            "base-dir",
            "comment",
            "home-dir",
            "home",
            "expiredate",
            "inactive",
            "gid",
            "groups",
            "skel",
            "key",
            "password",
            "root",
            "prefix",
            "shell",
            "uid",
            "selinux-user");
    private static final OptionSpec GROUPADD =
            OptionSpec.of("gKpRPU", "gid", "key", "password", "root", "prefix", "users");

    /** Of busybox, of Debian, and of the RHEL family, where {@code adduser} is {@code useradd}. */
    private static final OptionSpec ADDUSER = OptionSpec.of(
                    "hgsGukdbcep",
                    "home",
                    "gecos",
                    "comment",
                    "shell",
                    "ingroup",
                    "uid",
                    "gid",
                    "skel",
                    "conf",
                    "firstuid",
                    "lastuid",
                    "firstgid",
                    "lastgid",
                    "home-dir",
                    "groups")
            .withOneDash();

    private Useradd(Invocation invocation) {
        super(
                invocation,
                CommandLineView.of(
                        invocation.arguments(), spec(invocation.program().orElseThrow())));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Useradd> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Useradd> from(Invocation invocation) {
        return invocation.runs("useradd", "adduser", "groupadd", "addgroup")
                ? Optional.of(new Useradd(invocation))
                : Optional.empty();
    }

    private static OptionSpec spec(String program) {
        return switch (program) {
            case "useradd" -> USERADD;
            case "groupadd" -> GROUPADD;
            default -> ADDUSER;
        };
    }

    /** Returns whether a group is made, not a user. */
    public boolean isGroup() {
        return program().equals("groupadd")
                || (program().equals("addgroup") && operands().size() < 2)
                || (program().equals("adduser") && has("--group") && !has("--system"));
    }

    /** Returns whether an existing user joins an existing group: {@code adduser user group}. */
    public boolean isMembership() {
        return (program().equals("adduser") || program().equals("addgroup"))
                && operands().size() == 2;
    }

    /** Returns the name of the account: the only operand, or the first of two. */
    public Optional<String> account() {
        return operands().stream().findFirst().flatMap(ShellWord::staticValue);
    }

    public Optional<String> uid() {
        return isGroup() ? Optional.empty() : value("-u", "--uid");
    }

    /** Returns the group id of a group, or the primary group, by id or name, of a user. */
    public Optional<String> gid() {
        return switch (program()) {
            case "adduser" -> value("-G", "--ingroup", "--gid");
            default -> value("-g", "--gid");
        };
    }

    /** Returns the home directory; for {@code adduser} also in the spelling of busybox. */
    public Optional<String> home() {
        return switch (program()) {
            case "useradd" -> value("-d", "--home-dir", "--home");
            case "adduser" -> value("-h", "--home", "-d", "--home-dir");
            default -> Optional.empty();
        };
    }

    public Optional<String> shell() {
        return isGroup() ? Optional.empty() : value("-s", "--shell");
    }

    /** Returns whether the account is a system account, which has no password and may have no home. */
    public boolean isSystem() {
        return program().endsWith("add") ? has("-r", "--system") : has("-S", "--system", "-r");
    }

    /** Returns whether the options are those of busybox, as on Alpine. */
    public boolean isBusybox() {
        return !program().endsWith("add") && has("-S", "-D", "-H", "-h", "-G", "-g");
    }
}
