package io.crackscope.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes models in a format that other programs run. */
@FunctionalInterface
public interface ModelExporter {
    /**
     * Writes the model in {@code modelFile} to {@code target}, whole or not at all, replacing what is there. Before
     * anything is written, the bytes are run as another program would run them and must judge as the model does.
     *
     * @throws ModelFileException if the model cannot be used, or the exported network judges otherwise
     * @throws IOException if {@code target} cannot be written, as the file system reports it
     */
    Exported export(Path modelFile, Path target) throws IOException;

    /**
     * What was written.
     *
     * @param bytes size of the file
     * @param operatorSet version of the ONNX operators that a reader must know
     * @param inputs what a reader gives
     * @param outputs what it gets
     * @param metadata all that the file says besides the network
     * @param tiles generated tiles that it was checked on
     * @param largestDifference in probability between the file and the model on those tiles
     */
    record Exported(
            long bytes,
            long operatorSet,
            List<Tensor> inputs,
            List<Tensor> outputs,
            SortedMap<String, String> metadata,
            int tiles,
            double largestDifference) {
        public Exported {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        }
    }

    /** An input or output of floats; a dimension is a number, or a name where it may be any. */
    record Tensor(String name, List<String> shape) {
        public Tensor {
            shape = List.copyOf(shape);
        }

        @Override
        public String toString() {
            return name + " float32 [" + String.join(", ", shape) + "]";
        }
    }
}
