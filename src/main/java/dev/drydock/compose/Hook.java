package dev.drydock.compose;

import java.util.Optional;

/**
 * A command that compose executes in the container of a service: {@code post_start}, {@code pre_stop}, {@code exec} of a watch.
 *
 * @param name the key that holds it
 * @param command what is executed
 * @param user as whom; that of the container if nothing is said
 * @param environment the key that holds variables of its own
 */
public record Hook(String name, CommandValue command, Optional<String> user, Optional<Setting> environment) {}
