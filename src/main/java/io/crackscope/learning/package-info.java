/**
 * What the program asks of a learning engine: {@link io.crackscope.learning.CrackClassifier} judges tiles,
 * {@link io.crackscope.learning.Trainer} makes a model. No engine's type appears in a signature.
 */
@NullMarked
package io.crackscope.learning;

import org.jspecify.annotations.NullMarked;
