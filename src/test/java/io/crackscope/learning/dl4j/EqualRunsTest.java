package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.ModelFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Runs of equal plans on equal data, on threads that had ND4J compute in other ways before. */
class EqualRunsTest {
    @TempDir
    Path folder;

    @Test
    void a_run_ends_with_the_same_weights_however_many_threads_ND4J_was_told_to_use_before() {
        assertThat(weightsAfter(3)).isEqualTo(weightsAfter(1));
    }

    @Test
    void no_threads_of_BLAS_compete_with_those_of_ND4J() {
        weightsAfter(2);
        assertThat(Nd4j.factory().blas().getMaxThreads()).isOne();
    }

    private String weightsAfter(int threads) {
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
        Path model = folder.resolve(threads + ".crackscope");
        TrainingProcess.train(model, event -> {});
        return ModelFile.read(model).weightsDigest();
    }
}
