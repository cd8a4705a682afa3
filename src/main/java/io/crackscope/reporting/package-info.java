/**
 * What engineers hand on: content that is put together once ({@link io.crackscope.reporting.Report}) and written as HTML
 * or PDF, with charts whose geometry both writers draw ({@link io.crackscope.reporting.Chart}).
 */
@NullMarked
package io.crackscope.reporting;

import org.jspecify.annotations.NullMarked;
