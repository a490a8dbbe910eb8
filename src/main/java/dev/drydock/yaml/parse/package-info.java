/**
 * Text to YAML tree: the structure from the events of snakeyaml-engine, the positions from its tokens.
 *
 * <p>Invariant: total. Every text gives a tree that tiles it; a text that cannot be read, or that would be dangerous to
 * walk, gives one opaque token and a problem. Only this package knows snakeyaml-engine.
 */
package dev.drydock.yaml.parse;
