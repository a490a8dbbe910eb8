package dev.drydock.transform.builtin.user;

import dev.drydock.knowledge.AddUser;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.OsFamily;
import dev.drydock.knowledge.UserTools;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.ShellInUse;
import dev.drydock.model.UserName;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Useradd;
import dev.drydock.transform.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the user of a stage: one that the file creates, else one that the image has for this, else a new account made
 * with the tool that the distribution has, else a bare number.
 */
final class AccountChoice {
    /** Above what distributions and people use, so that it collides with nothing on a host. */
    private static final int DEFAULT_ID = 10001;
    /** What distroless images call nonroot. */
    private static final int NONROOT_ID = 65532;

    private final BuildStage stage;
    private final ImageFacts facts;
    private final int uid;
    private final int gid;
    private final String name;
    private final boolean numeric;

    /**
     * Makes the choice for a stage.
     *
     * @param named whether the user needs its name, as in a dev container
     */
    AccountChoice(BuildStage stage, ImageFacts facts, Options options, boolean named) {
        this.stage = stage;
        this.facts = facts;
        this.uid = options.number("uid", DEFAULT_ID);
        this.gid = options.number("gid", uid);
        this.name = options.text("name", "app");
        this.numeric = options.flag("numeric", true) && !named;
    }

    /** Returns the account, or empty if no choice is certain. */
    Optional<Account> choose() {
        List<Useradd> created = createdAccounts();
        if (created.size() > 1) {
            return Optional.empty();
        }
        if (created.size() == 1) {
            return created(created.get(0));
        }
        boolean groupZero = facts.addUser().verdict() == AddUser.Verdict.GID_ZERO;
        Optional<Account> service = groupZero ? Optional.empty() : serviceUser();
        return service.isPresent() ? service : newAccount(groupZero);
    }

    /** Returns the accounts that RUNs of this stage and its ancestors create, without groups. */
    private List<Useradd> createdAccounts() {
        List<Useradd> accounts = new ArrayList<>();
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Useradd.from(command)
                        .filter(account -> !account.isGroup() && !account.isMembership())
                        .ifPresent(accounts::add);
            }
        }
        return accounts;
    }

    private Optional<Account> created(Useradd created) {
        boolean plain = created.command().context().isPlain();
        return created.account()
                .filter(account -> plain && !UserName.isRoot(account))
                .map(account -> new Account(
                        AccountNumbers.sure(stage, account)
                                .filter(ids -> numeric && !AccountNumbers.joinGroups(stage))
                                .orElse(account),
                        Optional.of(account),
                        account,
                        Optional.empty(),
                        created.home(),
                        List.of(),
                        Optional.of(
                                "The account " + account + ", which the file creates, is meant for the application.")));
    }

    private Optional<Account> serviceUser() {
        return facts.serviceUser()
                .filter(user -> !UserName.isRoot(user))
                .flatMap(user -> facts.account(user).map(known -> serviceUser(user, known)));
    }

    private Account serviceUser(String user, dev.drydock.knowledge.Account known) {
        boolean sure = known.uid().isPresent() && known.gid().isPresent() && UnsureNumbers.areSure(stage, user);
        Optional<String> ids =
                sure ? Optional.of(known.uid().getAsInt() + ":" + known.gid().getAsInt()) : Optional.empty();
        return new Account(
                ids.filter(text -> numeric && !AccountNumbers.joinGroups(stage)).orElse(user),
                Optional.of(user),
                user + ":" + user,
                ids,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private Optional<Account> newAccount(boolean groupZero) {
        boolean hasShell = facts.hasShell() && facts.osFamily().isPresent();
        boolean namesWork = facts.addUser().verdict() != AddUser.Verdict.NUMERIC;
        if (groupZero) {
            return Optional.of(bare(uid, 0));
        }
        if (!hasShell
                || !namesWork
                || !stage.shellAt(stage.stage().lastInstruction()).isPosix()) {
            boolean distroless = !hasShell;
            return Optional.of(distroless ? bare(NONROOT_ID, NONROOT_ID) : bare(uid, gid));
        }
        if (facts.isTaken(uid) || facts.isTaken(gid) || facts.account(name).isPresent()) {
            return Optional.of(bare(uid, gid));
        }
        OsFamily family = facts.osFamily().get();
        if (family.hasUseradd()) {
            return Optional.of(named(List.of(
                    "groupadd --gid " + gid + " " + name,
                    "useradd --uid " + uid + " --gid " + name + " --no-log-init --create-home " + name)));
        }
        if (family.userTools() == UserTools.BUSYBOX) {
            return Optional.of(named(List.of(
                    "addgroup -S -g " + gid + " " + name, "adduser -S -D -u " + uid + " -G " + name + " " + name)));
        }
        return Optional.of(bare(uid, gid));
    }

    private Account named(List<String> creation) {
        String ids = uid + ":" + gid;
        return new Account(
                numeric ? ids : name,
                Optional.of(name),
                name + ":" + name,
                Optional.of(ids),
                Optional.of("/home/" + name),
                creation,
                Optional.empty());
    }

    private static Account bare(int uid, int gid) {
        String ids = uid + ":" + gid;
        return new Account(
                ids,
                Optional.empty(),
                ids,
                Optional.of(ids),
                Optional.empty(),
                List.of(),
                Optional.of("The application does not look its user up by name and needs no home directory; "
                        + uid
                        + " has no account in the image."));
    }

    /** Returns whether RUN in shell form works at the end of the stage. */
    static boolean canRun(BuildStage stage, ImageFacts facts) {
        ShellInUse shell = stage.shellAt(stage.stage().lastInstruction());
        return facts.hasShell() && shell.isPosix();
    }
}
