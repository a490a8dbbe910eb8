package dev.drydock.container;

/**
 * What a container needs.
 *
 * <pre>{@code
 * ContainerNeeds needs = ContainerNeeds.of(Container.of(ContainerImage.pulled("postgres:15", images)));
 * needs.capabilities();   // Known: CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID
 * }</pre>
 */
public final class ContainerNeeds {
    private final Container container;
    private final GuestJudge guests;

    private ContainerNeeds(Container container) {
        this.container = container;
        this.guests = new GuestJudge(container);
    }

    public static ContainerNeeds of(Container container) {
        return new ContainerNeeds(container);
    }

    /** Returns what has to be given back once all capabilities are taken away. */
    public Answer<CapabilityGrant> capabilities() {
        return guests.capabilities(new CapabilityJudge(container).answer());
    }

    /** Returns the folders that must be a tmpfs once the root is read-only. */
    public Answer<WritableFolders> readOnlyRoot() {
        return guests.readOnlyRoot(new ReadOnlyJudge(container).answer());
    }

    /** Returns whether what is mounted at an absolute path is only read; an answer is always true. */
    public Answer<Boolean> readsOnly(String target) {
        return guests.readsOnly(target, new ReadOnlyJudge(container).readsOnly(target));
    }

    /** Returns whether no-new-privileges can be set; an answer is always true, and otherwise there is none. */
    public Answer<Boolean> noNewPrivileges() {
        return guests.noNewPrivileges(new PrivilegeJudge(container).answer());
    }

    /** Returns the account, as {@code uid:gid} where both are known, that a container which starts as root can run as. */
    public Answer<String> account() {
        return guests.account(new AccountJudge(container).answer());
    }

    /** Returns whether it can do without privileges of the host; an answer is always true, and otherwise there is none. */
    public Answer<Boolean> withoutHost() {
        return new HostJudge(container).answer();
    }
}
