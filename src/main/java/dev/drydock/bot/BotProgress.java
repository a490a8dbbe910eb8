package dev.drydock.bot;

import dev.drydock.git.OneLine;
import java.io.PrintWriter;

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

    /** Takes the line away. */
    void close();

    /** Returns one line on a terminal, written over and over. */
    static BotProgress onTerminal(PrintWriter terminal) {
        return new BotProgress() {
            private static final int WIDTH = 78;

            @Override
            public void finished(RepositoryResult result, int done, int total) {
                String line = OneLine.of(done + "/" + total + " " + result.id(), WIDTH);
                terminal.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
                terminal.flush();
            }

            @Override
            public void close() {
                terminal.print("\r" + " ".repeat(WIDTH) + "\r");
                terminal.flush();
            }
        };
    }
}
