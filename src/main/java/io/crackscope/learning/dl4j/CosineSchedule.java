package io.crackscope.learning.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * Rises linearly over the first twentieth of the steps, then falls along half a cosine to a hundredth of the peak
 * (Loshchilov and Hutter 2017, without restarts).
 */
final class CosineSchedule implements ISchedule {
    private static final long serialVersionUID = 1L;

    private final double peak;
    private final int steps;

    CosineSchedule(double peak, int steps) {
        this.peak = peak;
        this.steps = steps;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        int rise = Math.max(1, steps / 20);
        if (iteration < rise) {
            return peak * (iteration + 1) / rise;
        }
        double done = Math.min(1, (double) (iteration - rise) / Math.max(1, steps - rise));
        return peak * (0.01 + 0.99 * (1 + Math.cos(Math.PI * done)) / 2);
    }

    @Override
    public ISchedule clone() {
        return new CosineSchedule(peak, steps);
    }
}
