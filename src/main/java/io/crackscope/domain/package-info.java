/**
 * Immutable facts and rules of crack inspection: labels, verdicts, crack maps, scores. Depends on the JDK base
 * module only, so that every other package can speak in these terms.
 */
@NullMarked
package io.crackscope.domain;

import org.jspecify.annotations.NullMarked;
