package dev.drydock.cli;

import dev.drydock.bot.BotProgress;
import dev.drydock.bot.RepositoryResult;
import dev.drydock.git.OneLine;

/** How far a run of the bot is, on the status line. */
final class BotStatus implements BotProgress {
    private final StatusLine status;
    private boolean closed;

    BotStatus(StatusLine status) {
        this.status = status;
    }

    @Override
    public synchronized void finished(RepositoryResult result, int done, int total) {
        // A worker that hung may come back after the run was given up; the report stands on the terminal by then.
        if (!closed) {
            status.show(OneLine.of(done + "/" + total + " " + result.id()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        status.clear();
    }
}
