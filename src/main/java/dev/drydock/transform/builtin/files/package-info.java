/**
 * Transforms about what comes into the image and from where: COPY, ADD, the ignore file.
 *
 * <p>Invariant: the files of the image, their place and their owner stay what they were unless the page says otherwise.
 */
package dev.drydock.transform.builtin.files;
