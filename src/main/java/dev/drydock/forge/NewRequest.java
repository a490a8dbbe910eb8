package dev.drydock.forge;

/**
 * A request to be opened.
 *
 * @param head the branch with the change, in the same repository
 * @param base the branch that it is for
 * @param draft whether it is marked as not ready to be merged
 */
public record NewRequest(String title, String body, String head, String base, boolean draft) {}
