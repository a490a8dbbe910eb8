/**
 * The project's knowledge base: facts about images, package managers, secrets and the like, kept as YAML files under
 * {@code transforms/knowledge} and packaged with the program.
 *
 * <p>Invariant: every value handed out is immutable, a fact that is not in the files is an empty {@code Optional} and never
 * a guess, and a fact that was not checked says so. A file is read when it is first asked for; a malformed file or an unknown
 * key is an error that names both. This package knows nothing of syntax trees and transforms.
 */
package dev.drydock.knowledge;
