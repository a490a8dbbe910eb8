/** The catalogue against real files, on request. */
package dev.drydock.corpus;
