package dev.drydock.cli;

/** What the process ends with. */
final class ExitCodes {
    /** Nothing is left to do. */
    static final int OK = 0;
    /** There are findings, pending changes, or things that a fix left. */
    static final int FINDINGS = 1;
    /** Usage, configuration, reading or writing failed, or Drydock itself did. */
    static final int ERROR = 2;

    private ExitCodes() {}
}
