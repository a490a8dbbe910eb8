/**
 * The pages of the transforms: what each is, when it runs, what it promises, and its documentation.
 *
 * <p>Invariant: every transform has exactly one page, {@code transforms/<family>/<id>.md}, and the page is the only place
 * where its metadata stand. A run reads the generated index alone; front matter and body of a page are read when an
 * option has to be checked or the page is to be printed.
 */
package dev.drydock.catalogue;
