package dev.drydock.report;

/** One format, printing one run as it goes. */
public interface Report {
    /** Tells about one file; files come in the order of the run. */
    void file(FileReport file);

    /** Tells what the run came to. Called once, after the last file. */
    void end(Summary summary);
}
