package dev.drydock.shell.commands;

import dev.drydock.shell.ShellNode;
import java.util.Optional;

/**
 * A variable set for one command, by an assignment before it or by {@code env} or {@code sudo}.
 *
 * @param name the name of the variable
 * @param value after quote removal; empty if it is known only at run time
 * @param node the assignment or the word
 */
public record EnvironmentSetting(String name, Optional<String> value, ShellNode node) {}
