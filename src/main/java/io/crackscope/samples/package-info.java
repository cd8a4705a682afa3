/**
 * Procedurally drawn concrete with known cracks and the usual confusers, for tests and the bundled samples,
 * since no real photograph may be shipped.
 */
@NullMarked
package io.crackscope.samples;

import org.jspecify.annotations.NullMarked;
