package io.crackscope.learning.dl4j;

import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.CrackClassifierContract;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;

class Dl4jClassifierTest extends CrackClassifierContract {
    @Override
    protected CrackClassifier classifier(NetworkPreset preset) {
        return new Dl4jClassifier(Models.random(preset, 3));
    }
}
