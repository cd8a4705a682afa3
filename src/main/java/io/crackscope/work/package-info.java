/**
 * Long work: cancellation, progress and the job runner. The only package that creates threads.
 */
@NullMarked
package io.crackscope.work;

import org.jspecify.annotations.NullMarked;
