package dev.drydock.bot;

import dev.drydock.pullrequest.RequestBudget;
import java.io.IOException;

/** What is done in one repository. Called from several threads, for different repositories. */
@FunctionalInterface
public interface RepositoryWork {
    /**
     * Works on one repository and returns what happened.
     *
     * @param budget how many requests may still be opened in this run
     * @throws IOException if it could not be done; the message is one line for people
     */
    RepositoryResult process(RepositoryTask task, RequestBudget budget) throws IOException, InterruptedException;
}
