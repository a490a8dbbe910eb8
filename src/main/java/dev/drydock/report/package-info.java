/**
 * What a run did and found, in the forms that people and programs read.
 *
 * <p>Invariant: the same result gives the same bytes, and no confidential content is printed in any form.
 */
package dev.drydock.report;
