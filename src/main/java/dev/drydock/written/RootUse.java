package dev.drydock.written;

import dev.drydock.model.PrivilegedPort;

/**
 * What a source or a setting does that only root may do, or root alone in every engine.
 *
 * @param what in words that go on behind the place: {@code calls setuid}
 * @param line from 1
 * @param capability whether root needs a capability for it in every engine: to open a low port it needs none in current ones
 */
record RootUse(String what, int line, boolean capability) {
    /** Returns the use of a port that only root may open on every engine. */
    static RootUse port(int port, int line) {
        return new RootUse("opens port " + port + ", " + PrivilegedPort.BELOW, line, false);
    }

    /** Returns the call of a function that fails for everybody but root. */
    static RootUse call(String name, int line) {
        return new RootUse("calls " + name + ", which only root may", line, true);
    }

    /** Returns the call that starts a program as another user. */
    static RootUse started(String name, int line) {
        return new RootUse("starts a program as another user (" + name + ")", line, true);
    }

    /** Returns a setting by which a program, started by root, becomes another user. */
    static RootUse user(String user, int line) {
        return new RootUse("makes the program change to the user " + user + " by itself", line, true);
    }
}
