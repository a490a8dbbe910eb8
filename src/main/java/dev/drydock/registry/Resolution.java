package dev.drydock.registry;

/** What came of asking what a reference points at: an image, or the reason why it is not known. */
public sealed interface Resolution permits Resolved, Failed {}
