/** Holds the plan of the house: which package may use which, who may touch threads, screens and engines. */
@NullMarked
package io.crackscope.architecture;

import org.jspecify.annotations.NullMarked;
