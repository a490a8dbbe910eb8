package dev.drydock.container;

/** Which network a container is in. */
public enum NetworkUse {
    /** One of its own, where every process may open low ports on current engines. */
    OWN,
    /** That of the host. */
    HOST,
    /** That of another container, none at all, or one that a variable names. */
    OTHER
}
