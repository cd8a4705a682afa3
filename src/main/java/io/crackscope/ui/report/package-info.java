/**
 * The report of an inspection before it is saved: its pages as they will be printed, what they tell, and of which photos.
 */
@NullMarked
package io.crackscope.ui.report;

import org.jspecify.annotations.NullMarked;
