package dev.drydock.forge;

import java.util.List;

/** One forge: the few things that Drydock does with pull requests. Safe for use by several threads. */
public interface Forge {

    Platform platform();

    default ForgeLimits limits() {
        return ForgeLimits.of(platform());
    }

    /**
     * Returns what the forge knows of a repository. After a rename or a move the answer bears the new name, which the other
     * methods want: under the old one requests are not found.
     */
    HostedRepository repository(RepositoryName repository) throws ForgeException;

    /**
     * Returns the open requests of the branch {@code head} of the repository itself, whatever their base; requests from forks
     * do not count.
     */
    List<ChangeRequest> findOpen(RepositoryName repository, String head) throws ForgeException;

    /** Returns the requests of that branch that were closed without being merged, newest first; the last twenty or so. */
    List<ChangeRequest> findClosed(RepositoryName repository, String head) throws ForgeException;

    ChangeRequest create(RepositoryName repository, NewRequest request) throws ForgeException;

    /** Replaces title and text. */
    ChangeRequest update(RepositoryName repository, ChangeRequest request, String title, String body)
            throws ForgeException;

    /** Has the request aim at another branch. */
    ChangeRequest retarget(RepositoryName repository, ChangeRequest request, String base) throws ForgeException;

    /** Closes the request, saying why in a comment. */
    void close(RepositoryName repository, ChangeRequest request, String comment) throws ForgeException;

    /** Adds labels, and makes them where the platform wants that. Only where {@link ForgeLimits#labels()}. */
    void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException;

    /** Takes a label off. Only where {@link ForgeLimits#labels()}. */
    void removeLabel(RepositoryName repository, ChangeRequest request, String label) throws ForgeException;

    /** Asks for reviews. On GitHub {@code org/team} names a team; on Bitbucket Cloud it is an account id or a UUID. */
    void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers) throws ForgeException;

    /** Assigns people. Only where {@link ForgeLimits#assignees()}. */
    void assign(RepositoryName repository, ChangeRequest request, List<String> people) throws ForgeException;

    /** Returns every repository of an organisation, group (with its subgroups), project, workspace or user. */
    List<HostedRepository> list(String owner) throws ForgeException;
}
