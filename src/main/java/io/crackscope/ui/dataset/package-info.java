/**
 * The Dataset tab.
 */
@NullMarked
package io.crackscope.ui.dataset;

import org.jspecify.annotations.NullMarked;
