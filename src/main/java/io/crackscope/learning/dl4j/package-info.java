/**
 * The Deeplearning4j engine: the only code that knows DL4J and ND4J.
 */
@NullMarked
package io.crackscope.learning.dl4j;

import org.jspecify.annotations.NullMarked;
