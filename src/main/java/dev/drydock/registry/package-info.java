/**
 * Asks image registries, over the OCI distribution protocol, what a tag points at.
 *
 * <p>Invariants. A credential goes to the registry it was made for and to the token service which that registry names,
 * over TLS (or to loopback, or to a host that the user listed), and nowhere else: not to the host of a redirect, not
 * into an exception, a message, a {@code toString()} or a log line. Text that a server sent is never part of a message.
 * Every answer is bounded in size and time. Nothing here throws for what a registry does: each question has a typed
 * answer. Depends on {@code image} and the JDK, and on jackson-jr for JSON.
 */
package dev.drydock.registry;
