/**
 * The platforms that host repositories and their pull requests, behind one interface.
 *
 * <p>Invariant: a token comes from the environment, goes to the platform's own address over TLS (or to this machine), and
 * appears in no URL, log, exception or {@code toString}. Every answer is bounded and read as data. Errors are one clear line.
 * May use {@code git} for remote addresses and tokens.
 */
package dev.drydock.forge;
