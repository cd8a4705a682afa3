/**
 * The words a person reads, in English and German, kept in {@code messages.properties}; the window and the command line
 * share them.
 */
@NullMarked
package io.crackscope.text;

import org.jspecify.annotations.NullMarked;
