package dev.drydock.registry;

/** What came of asking for the tags of a repository: a list, or the reason why there is none. */
public sealed interface TagListing permits TagList, Failed {}
