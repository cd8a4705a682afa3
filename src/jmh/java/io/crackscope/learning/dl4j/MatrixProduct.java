package io.crackscope.learning.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The product of two square matrices by ND4J's BLAS, over and over: near the most multiply-adds it can do. */
public final class MatrixProduct {
    private final int side;
    private final INDArray left;
    private final INDArray right;
    private final INDArray product;

    /** Matrices of {@code side x side} floats. */
    public MatrixProduct(int side) {
        this.side = side;
        left = Nd4j.rand(side, side);
        right = Nd4j.rand(side, side);
        product = Nd4j.create(new long[] {side, side}, 'f');
    }

    /** Multiply-adds of one product. */
    public long multiplyAdds() {
        return (long) side * side * side;
    }

    /** Multiplies once. */
    public void run() {
        left.mmuli(right, product);
    }
}
