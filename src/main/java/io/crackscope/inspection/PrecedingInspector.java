package io.crackscope.inspection;

import io.crackscope.work.Cancellation;
import io.crackscope.work.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Inspects while work that can wait, such as training, waits at a gate; the gate opens again whatever happens. */
public final class PrecedingInspector implements PhotoInspector {
    private final PhotoInspector inspector;
    private final Gate gate;

    /** Inspects with {@code inspector}, holding {@code gate} for each photo or series of photos. */
    public PrecedingInspector(PhotoInspector inspector, Gate gate) {
        this.inspector = inspector;
        this.gate = gate;
    }

    @Override
    public InspectionOutcome inspect(Path file, Cancellation cancellation) {
        try (Gate.Hold hold = gate.hold()) {
            return inspector.inspect(file, cancellation);
        }
    }

    @Override
    public void inspectAll(List<Path> files, Consumer<InspectionOutcome> outcomes, Cancellation cancellation) {
        try (Gate.Hold hold = gate.hold()) {
            inspector.inspectAll(files, outcomes, cancellation);
        }
    }
}
