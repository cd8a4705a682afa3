/**
 * The Inspect tab: photos dropped, verdicts arriving, the crack map over the photo.
 */
@NullMarked
package io.crackscope.ui.inspection;

import org.jspecify.annotations.NullMarked;
