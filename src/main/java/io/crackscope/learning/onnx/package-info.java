/**
 * The ONNX engine: the exporter and the ONNX Runtime classifier; the only code that knows ONNX.
 */
@NullMarked
package io.crackscope.learning.onnx;

import org.jspecify.annotations.NullMarked;
