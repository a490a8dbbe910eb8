package dev.drydock.compose;

import java.util.Optional;

/**
 * What a service builds upon: {@code extends: base}, or the form with {@code service} and {@code file}.
 *
 * @param service the name of the base
 * @param file the file that holds it as it is written, relative to this one; empty means this file
 */
public record Extends(Setting setting, String service, Optional<String> file) {}
