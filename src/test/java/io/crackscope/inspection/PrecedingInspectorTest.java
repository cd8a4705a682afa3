package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Gate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedingInspectorTest {
    private final Gate gate = new Gate();
    private final List<Boolean> held = new ArrayList<>();
    private final PhotoInspector inspector = new PrecedingInspector(
            (file, cancellation) -> {
                held.add(isHeld());
                return new InspectionOutcome.Refused(file, new Refusal(Refusal.Kind.MISSING, ""));
            },
            gate);

    private boolean isHeld() {
        Cancellation impatient = new Cancellation();
        impatient.cancel();
        return gate.pass(impatient) > 0;
    }

    @Test
    void training_waits_while_photos_are_inspected_and_not_longer() {
        inspector.inspect(Path.of("a"), new Cancellation());
        inspector.inspectAll(List.of(Path.of("b"), Path.of("c")), outcome -> {}, new Cancellation());
        assertThat(held).containsExactly(true, true, true);
        assertThat(isHeld()).isFalse();
    }
}
