/**
 * The window: rail with the tabs, tool bar, status bar.
 */
@NullMarked
package io.crackscope.ui.shell;

import org.jspecify.annotations.NullMarked;
