/**
 * Start: the plain launcher, the JavaFX application and the one place where objects are wired together.
 */
@NullMarked
package io.crackscope.app;

import org.jspecify.annotations.NullMarked;
