/**
 * Labelled photos on disk: finding them, reading their labels, grouping what shows the same wall, and splitting
 * them into training, validation and test parts that share no image.
 */
@NullMarked
package io.crackscope.dataset;

import org.jspecify.annotations.NullMarked;
