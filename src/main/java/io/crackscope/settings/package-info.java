/**
 * Typed preferences of the person at this machine, each with a default.
 */
@NullMarked
package io.crackscope.settings;

import org.jspecify.annotations.NullMarked;
