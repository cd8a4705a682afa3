package io.crackscope.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a person must know before trusting a model. Kept inside the model file.
 *
 * @param name of the model, such as {@code cracknet-2026-11}
 * @param preset network preset it was trained from
 * @param created ISO 8601 date
 * @param data what it was trained on, one line a data set, with source
 * @param attribution licence and attribution of that data, one line each
 * @param split {@code random} or {@code grouped}, and its seed, in words
 * @param trainImages images in the training part
 * @param validationImages images in the validation part
 * @param testImages images in the test part
 * @param seed of initialisation, order and augmentation
 * @param epochs epochs trained
 * @param bestEpoch epoch whose weights were kept, from 1
 * @param test score on the test part, if there was one
 * @param limits known limits, one line each
 */
public record ModelCard(
        String name,
        String preset,
        String created,
        List<String> data,
        List<String> attribution,
        String split,
        int trainImages,
        int validationImages,
        int testImages,
        long seed,
        int epochs,
        int bestEpoch,
        Optional<Scorecard> test,
        List<String> limits) {
    public ModelCard {
        data = List.copyOf(data);
        attribution = List.copyOf(attribution);
        limits = List.copyOf(limits);
    }

    /** The same card with this score on the test part. */
    public ModelCard withTest(Optional<Scorecard> score) {
        return new ModelCard(
                name,
                preset,
                created,
                data,
                attribution,
                split,
                trainImages,
                validationImages,
                testImages,
                seed,
                epochs,
                bestEpoch,
                score,
                limits);
    }
}
