/** The packaged program, started for real as a person starts it. */
@NullMarked
package io.crackscope.packaged;

import org.jspecify.annotations.NullMarked;
