/**
 * The Train tab.
 */
@NullMarked
package io.crackscope.ui.training;

import org.jspecify.annotations.NullMarked;
