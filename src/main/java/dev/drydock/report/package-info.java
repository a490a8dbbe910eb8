/**
 * What a run did and found, in the forms that people and programs read.
 *
 * <p>Invariant: the same result gives the same bytes, and no confidential content is printed in any form. A format only
 * prints; it decides nothing.
 */
package dev.drydock.report;
