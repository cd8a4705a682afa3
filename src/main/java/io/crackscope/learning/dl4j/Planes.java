package io.crackscope.learning.dl4j;

import io.crackscope.work.ParallelRange;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The planes of an array {@code [n, channels, height, width]} in ND4J's memory, copied in and out of Java arrays: loops over
 * Java arrays are compiled to vector instructions, calls into ND4J for each operation read and write the whole array.
 */
final class Planes {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final MemorySegment memory;
    private final int images;
    private final int channels;
    private final int area;

    private Planes(MemorySegment memory, int images, int channels, int area) {
        this.memory = memory;
        this.images = images;
        this.channels = channels;
        this.area = area;
    }

    /**
     * The planes of {@code array}, which must be dense, row-major floats and outlive what is returned.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Planes of(INDArray array) {
        if (!isDense(array)) {
            throw new IllegalArgumentException("no dense row-major array of floats: " + array.shapeInfoToString());
        }
        long length = array.length();
        long address = array.data().address();
        return new Planes(
                MemorySegment.ofAddress(address).reinterpret(length * Float.BYTES),
                (int) array.size(0),
                (int) array.size(1),
                (int) (length / array.size(0) / array.size(1)));
    }

    /** Whether {@link #of} takes this array. */
    static boolean isDense(INDArray array) {
        return array.rank() >= 2
                && array.dataType() == DataType.FLOAT
                && array.ordering() == 'c'
                && array.elementWiseStride() == 1
                && !array.isView();
    }

    int images() {
        return images;
    }

    int channels() {
        return channels;
    }

    /** Values in a plane. */
    int area() {
        return area;
    }

    /** Copies one plane to the start of {@code plane}. */
    void read(int image, int channel, float[] plane) {
        MemorySegment.copy(memory, FLOAT, offset(image, channel), plane, 0, area);
    }

    /** Copies the start of {@code plane} to one plane. */
    void write(int image, int channel, float[] plane) {
        MemorySegment.copy(plane, 0, memory, FLOAT, offset(image, channel), area);
    }

    /** Copies {@code planes} to all channels of one image. */
    void writeImage(int image, float[] planes) {
        MemorySegment.copy(planes, 0, memory, FLOAT, offset(image, 0), channels * area);
    }

    private long offset(int image, int channel) {
        return ((long) image * channels + channel) * area * Float.BYTES;
    }

    /** What is done for one number of a range, with arrays that no other call uses at the same time. */
    @FunctionalInterface
    interface Work {
        void on(int index, float[][] planes);
    }

    /**
     * Does {@code work} for {@code 0} to {@code count - 1} on all processors.
     *
     * @param arrays arrays of {@code area} floats each call may use; it finds what the call before left in them
     */
    static void forEach(int count, int area, int arrays, Work work) {
        int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
        ParallelRange.forEach(workers, worker -> {
            float[][] planes = new float[arrays][area];
            for (int i = worker; i < count; i += workers) {
                work.on(i, planes);
            }
        });
    }

    /** The sum of all values. */
    static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
