/**
 * What the views share: the executor of the JavaFX thread, formats, verdict marks, texts.
 */
@NullMarked
package io.crackscope.ui.common;

import org.jspecify.annotations.NullMarked;
