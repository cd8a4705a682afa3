package io.crackscope.app;

import io.crackscope.domain.ModelStamp;
import io.crackscope.learning.ModelDescription;
import io.crackscope.reporting.ModelUse.ModelFacts;
import io.crackscope.training.ModelShelf;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the models on the shelf say of themselves, found by the hash of their files: names are given twice. What was found
 * once stays known, since the same bytes say the same. Safe from any thread; reads files.
 */
final class KnownModels implements Function<ModelStamp, Optional<ModelFacts>> {
    private static final Logger LOG = LoggerFactory.getLogger(KnownModels.class);

    private final ModelShelf shelf;
    private final Map<String, ModelFacts> known = new ConcurrentHashMap<>();

    KnownModels(ModelShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<ModelFacts> apply(ModelStamp stamp) {
        if (!known.containsKey(stamp.sha256())) {
            shelf.all().forEach(this::learn);
        }
        return Optional.ofNullable(known.get(stamp.sha256()));
    }

    private void learn(ModelShelf.Entry entry) {
        ModelDescription model = entry.description();
        try {
            known.put(
                    Digests.sha256(entry.file(), new Cancellation()),
                    new ModelFacts(model.card(), model.tileThreshold(), model.temperature()));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", entry.file(), e);
        }
    }
}
