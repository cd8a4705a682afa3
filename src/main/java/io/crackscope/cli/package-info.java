/**
 * The command line: an interface that is documented and only ever extended.
 */
@NullMarked
package io.crackscope.cli;

import org.jspecify.annotations.NullMarked;
