package io.crackscope.learning;

class FakeClassifierTest extends CrackClassifierContract {
    @Override
    protected CrackClassifier classifier(NetworkPreset preset) {
        return new FakeClassifier(Models.random(preset, 3).description(), FakeClassifier::darkness);
    }
}
