/**
 * From a photo to a verdict: overlapping tiles, crack map, linked evidence, crack, uncertain or no crack.
 */
@NullMarked
package io.crackscope.inspection;

import org.jspecify.annotations.NullMarked;
