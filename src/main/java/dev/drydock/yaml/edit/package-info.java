/**
 * Verbs that change a YAML text and nothing else in it.
 *
 * <p>Invariant: what {@link dev.drydock.yaml.edit.YamlEditor} hands out was applied to the text, read again and compared:
 * exactly the asked difference, the comments all there. Everything else is a refusal with a reason. The style of the file
 * (indentation step, indented or flush dashes, quotes, line ending, blank lines) is found in the file.
 */
package dev.drydock.yaml.edit;
