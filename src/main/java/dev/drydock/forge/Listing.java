package dev.drydock.forge;

import java.util.ArrayList;
import java.util.List;

/**
 * The repositories of an owner, page by page. A list is whole or none: what is too long to be read is said, for a bot that
 * leaves out the end of the alphabet looks like one that is done.
 */
final class Listing {
    /** 100,000 repositories with the pages that are asked for; beyond it, something turns in a circle. */
    private static final int MOST_PAGES = 1000;

    private final Platform platform;
    private final String owner;
    private final List<HostedRepository> repositories = new ArrayList<>();
    private int pages;

    Listing(Platform platform, String owner) {
        this.platform = platform;
        this.owner = owner;
    }

    /** Takes the repositories of one page; the next one may be asked for. */
    void add(List<HostedRepository> page) throws ForgeException {
        if (++pages > MOST_PAGES) {
            throw new ForgeException(platform.label() + ": the list of the repositories of " + owner + " has more than "
                    + MOST_PAGES + " pages; name those that are meant with --repos");
        }
        repositories.addAll(page);
    }

    List<HostedRepository> all() {
        return List.copyOf(repositories);
    }
}
