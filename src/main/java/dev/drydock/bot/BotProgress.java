package dev.drydock.bot;

/** Says how far a run is. Called from several threads, one at a time. */
public interface BotProgress {

    /** Says nothing: for pipes and log files. */
    BotProgress SILENT = new BotProgress() {
        @Override
        public void finished(RepositoryResult result, int done, int total) {}

        @Override
        public void close() {}
    };

    void finished(RepositoryResult result, int done, int total);

    /** Takes away what was shown. */
    void close();
}
