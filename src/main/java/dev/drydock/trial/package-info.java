/**
 * Trials: builds what a project describes, starts it, watches it, and finds out with which repairs everything works as before.
 *
 * <p>Invariants. This is the only place where anything of a judged repository is run, always inside a container, and only
 * when somebody asked for it. Processes are started through {@link dev.drydock.trial.Command} alone, with a limit of time
 * and of output. Every container, image, network and volume carries the label of its session and is gone when it ends. The
 * files of the project are never changed: what is built is a copy. The last trial is of exactly what will be written.
 */
package dev.drydock.trial;
