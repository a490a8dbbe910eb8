package dev.drydock.transform;

/**
 * Everything that a transform may know from outside the project. Supplied by the caller, so that a transform needs no
 * clock, no network and no disk, and gives the same answer twice.
 */
public record Facts() {}
